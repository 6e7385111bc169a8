/** The tag of a page in a state. Weak: the same page is sent compressed in several ways. */
export const tagOf = (state: string): string => `W/"${state}"`

/** A tag as RFC 9110 (8.8.3) writes it; a comma inside its quotes does not end it. */
const written = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g

/**
 * Does the reader hold this page already? If-None-Match carries one tag or several, as its reader or a proxy between
 * has them; they are compared weakly, so that with or without W/ they are the same (RFC 9110, 13.1.2).
 * `*` is no tag of a page: it is what a writer sends, and a reader gets the page.
 */
export const isSeen = (header: string | undefined, tag: string): boolean => {
  if (header === undefined) return false
  const opaque = tag.replace(/^W\//, '')
  return [...header.matchAll(written)].some(([, one]) => one === opaque)
}
