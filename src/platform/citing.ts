import type { Day, Language } from '#kernel'
import { type Taken, taken } from './route.ts'
import { plainText } from './xml.ts'

/** The ways in which `?cite=` answers, beside the page itself. */
export const citeFormats = ['text', 'bibtex', 'ris'] as const
export type CiteFormat = (typeof citeFormats)[number]

export const citeFormatFrom = (text: string | null): CiteFormat | null =>
  citeFormats.find((format) => format === text) ?? null

/** What a page says of how it is quoted. */
export type Cited = {
  readonly title: string
  /** What the page belongs to. */
  readonly part: string | null
  /** The sentence of the page, for plain text. */
  readonly words: string
  /** The address that will always show what the page shows. */
  readonly address: string
}

const plain = (markup: string): string => plainText(markup).replaceAll(/\s+/g, ' ').trim()

/** The citation that stands on a page: its component writes the title and what it belongs to as attributes. Null without one. */
export const citedIn = (html: string): Cited | null => {
  const found = /<p class="cite"([^>]*)>([\s\S]*?)<\/p>/.exec(html)
  if (found === null) return null
  const [, attributes = '', inside = ''] = found
  const attribute = (name: string): string | null => {
    const value = new RegExp(` data-${name}="([^"]*)"`).exec(attributes)?.[1]
    return value === undefined ? null : plain(value)
  }
  const [title, address] = [attribute('title'), attribute('address')]
  if (title === null || address === null) return null
  const words = /<\/b>([\s\S]*?)<br/.exec(inside)?.[1] ?? ''
  return { title, part: attribute('part'), words: plain(words), address }
}

/** Signs that mean something to TeX. */
const inTex = (text: string): string =>
  text.replaceAll(/[\\{}&%$#_~^]/g, (sign) =>
    sign === '\\' ? '\\textbackslash{}' : sign === '~' ? '\\textasciitilde{}' : sign === '^' ? '\\^{}' : `\\${sign}`,
  )

const slugOf = (address: string): string => {
  const { pathname } = new URL(address)
  return pathname.replaceAll(/[^A-Za-z0-9.]+/g, '-').replaceAll(/^-|-$/g, '')
}

const bibtexOf = ({ title, part, address }: Cited, day: Day, language: Language): string => {
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', '{Meridian}'],
    ['title', `{${inTex(title)}}`],
    ['howpublished', part === null ? null : inTex(part)],
    ['year', day.slice(0, 4)],
    ['date', day],
    ['url', address],
    ['urldate', day],
    ['langid', language],
  ]
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]))
  return `@misc{meridian-${slugOf(address)}-${day},\n${lines.join('\n')}\n}\n`
}

/** RIS is read line by line: a value is one line. */
const risOf = ({ title, part, address }: Cited, day: Day, language: Language): string => {
  const date = day.replaceAll('-', '/')
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', 'ELEC'],
    ['AU', 'Meridian'],
    ['TI', title],
    ['T2', part],
    ['PY', day.slice(0, 4)],
    ['DA', date],
    ['Y2', date],
    ['UR', address],
    ['LA', language],
    ['ER', ''],
  ]
  return fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}\r\n`])).join('')
}

/** The citation as a file for programs that keep references, or as a sentence. */
export const citationOf = (format: CiteFormat, cited: Cited, day: Day, language: Language): Taken => {
  const name = `citation-${slugOf(cited.address)}`
  switch (format) {
    case 'text':
      return taken('text/plain; charset=utf-8', `${name}.txt`, `${cited.words} ${cited.address}\n`)
    case 'bibtex':
      return taken('application/x-bibtex; charset=utf-8', `${name}.bib`, bibtexOf(cited, day, language))
    case 'ris':
      return taken('application/x-research-info-systems; charset=utf-8', `${name}.ris`, risOf(cited, day, language))
  }
}
