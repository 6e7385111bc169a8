import type { Child, FC } from 'hono/jsx'
import type { Day, Language } from '#kernel'
import { addressAsOf, addressOf, type Here, type Say } from '#platform'
import { dayWords } from './figures.ts'
import { hrefOf } from './link.tsx'

/** A file to take: what people call its kind, and its path without a language. */
export type Download = { readonly kind: string; readonly to: string }

const kindsOfFile = ['csv', 'xlsx', 'json'] as const

/** A table in the kinds in which every one leaves: `to` is without an ending, `question` what is asked of it. */
export const filesOf = (to: string, question = '', kinds: readonly string[] = kindsOfFile): readonly Download[] =>
  kinds.map((kind) => ({ kind: kind.toUpperCase(), to: `${to}.${kind}${question}` }))

type DownloadsProps = {
  /** What is taken: "Take the figures", "Take the chart". */
  readonly heading: Child
  readonly files: readonly Download[]
  readonly language: Language
  readonly here: Here
}

/** Downloads in words, on one line. */
export const Downloads: FC<DownloadsProps> = ({ heading, files, language, here }) => (
  <div class="small noprint">
    {heading}{' '}
    {files.map(({ kind, to }, index) => (
      <>
        {index === 0 ? null : ' · '}
        <a href={hrefOf(language, here, to)} download="">
          <bdi>{kind}</bdi>
        </a>
      </>
    ))}
  </div>
)

export type CiteProps = {
  /** The page's title as it is quoted. */
  readonly title: string
  /** What the page belongs to: the whole work and which text of it is meant. */
  readonly part?: string
  /** The page's path without a language; with its question when that changes what is seen. */
  readonly to: string
  readonly say: Say
  readonly language: Language
  readonly here: Here
}

const dayOf = (here: Here): Day => here.asOf ?? here.today

/** The kinds of file that programs for references read; names, the same in every language. */
const references = [
  { format: 'bibtex', name: 'BibTeX' },
  { format: 'ris', name: 'RIS' },
] as const

/** How to quote this page: its title, its day, an address that will always show what it shows now, and the same as a file. */
export const Cite: FC<CiteProps> = ({ title, part, to, say, language, here }) => {
  const path = addressAsOf(addressOf(language, to), dayOf(here))
  const address = `${here.origin}${path}`
  const day = dayWords(language, dayOf(here))
  const words = part === undefined ? say('ui.cite.words', { title, day }) : say('ui.cite.wordsOf', { title, part, day })
  const citing = (format: string): string => `${path}&cite=${format}`
  return (
    <p class="cite" data-title={title} data-part={part} data-address={address}>
      <b>{say('ui.cite.heading')}</b> {words}
      <br />
      <a href={address} class="addr">
        <bdi class="addr">{address}</bdi>
      </a>
      <span class="noprint">
        {say('ui.cite.as')}{' '}
        <a href={citing('text')} rel="nofollow" download="">
          {say('ui.cite.text')}
        </a>
        {references.map(({ format, name }) => (
          <>
            {' · '}
            <a href={citing(format)} rel="nofollow" download="">
              <bdi>{name}</bdi>
            </a>
          </>
        ))}
      </span>
    </p>
  )
}
