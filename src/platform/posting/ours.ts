/**
 * Did a page of ours send this form? Browsers say it themselves: `Sec-Fetch-Site` where the connection is one they trust, else
 * `Origin`. A request that says neither is not taken (OWASP, Cross-Site Request Forgery Prevention: Fetch Metadata, and Origin as
 * its fallback).
 */
export const isOurs = (
  said: { readonly site: string | undefined; readonly from: string | undefined },
  origin: string,
): boolean => (said.site === undefined ? said.from === origin : said.site === 'same-origin' || said.site === 'none')
