/** What this house is called at the provider of the tests. */
export const issuerClient = { id: 'meridian', secret: 'a secret of the test that is long enough' } as const
