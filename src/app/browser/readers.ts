import { inject } from 'vitest'
import { sessionCookie } from '#access'
import type { HeldRole } from '#access/core'
import { cookieName } from '#platform'
import { pathOf, type Reader } from './signing-in.ts'

const readerOf = (as: HeldRole): Reader => {
  const reader = inject('readers')[as]
  if (reader === undefined) throw new Error(`Nobody is signed in as ${as}`)
  return reader
}

/** The name and value of the cookie of somebody's session. */
export const cookieOf = (as: HeldRole): { readonly name: string; readonly value: string } => ({
  name: cookieName(sessionCookie, inject('address')),
  value: readerOf(as).secret,
})

/** An address with the numbers of whoever reads it. */
export const pathFor = (path: string, as: HeldRole | undefined): string =>
  as === undefined ? path : pathOf(path, readerOf(as))
