import type { Day, Language } from '#kernel'

/** The address of a page. A route's path, a link and what `goTo` answers carry no language: it is put before them here. */
export const addressOf = (language: Language, path: string): string => `/${language}${path}`

/** The same address on another date: `?asof=` goes before a fragment and beside other questions. */
export const addressAsOf = (address: string, asOf: Day | null): string => {
  if (asOf === null) return address
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address) ?? []
  const asked = new URLSearchParams(query)
  asked.set('asof', asOf)
  return `${path}?${asked}${fragment}`
}
