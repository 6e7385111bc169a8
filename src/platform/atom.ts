import type { Language } from '#kernel'
import { type Taken, taken } from './route.ts'
import { escapedXml } from './xml.ts'

/** Something that happened. `updated` is a moment, `2026-11-26T13:00:00Z`; `id` is an address that never means another thing. */
export type FeedEntry = {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly updated: string
  readonly summary: string
}

export type Feed = {
  readonly title: string
  readonly language: Language
  /** Of the feed itself, and of the page that it is about. */
  readonly self: string
  readonly page: string
  readonly author: string
  /** Newest first. */
  readonly entries: readonly FeedEntry[]
}

export const atomType = 'application/atom+xml; charset=utf-8'
const epoch = '1970-01-01T00:00:00Z'

const tag = (name: string, text: string): string => `<${name}>${escapedXml(text)}</${name}>`
const link = (rel: string, href: string): string => `<link rel="${rel}" href="${escapedXml(href)}"/>`

/** A feed as RFC 4287 has it. */
export const atomOf = ({ title, language, self, page, author, entries }: Feed): string => {
  const each = entries.map(
    (one) =>
      `<entry>${tag('id', one.id)}${tag('title', one.title)}${tag('updated', one.updated)}${link('alternate', one.address)}${tag('summary', one.summary)}</entry>\n`,
  )
  const head = [
    tag('id', self),
    tag('title', title),
    tag('updated', entries[0]?.updated ?? epoch),
    `<author>${tag('name', author)}</author>`,
    link('self', self),
    link('alternate', page),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">${head.join('')}\n${each.join('')}</feed>\n`
}

export const feedTaken = (feed: Feed): Taken => taken(atomType, 'feed.atom', atomOf(feed), true)
