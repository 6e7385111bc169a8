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

type CiteProps = {
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

/** How to quote this page: its title, its day, and an address that will always show what it shows now. */
export const Cite: FC<CiteProps> = ({ title, part, to, say, language, here }) => {
  const address = `${here.origin}${addressAsOf(addressOf(language, to), dayOf(here))}`
  const day = dayWords(language, dayOf(here))
  const words = part === undefined ? say('ui.cite.words', { title, day }) : say('ui.cite.wordsOf', { title, part, day })
  return (
    <p class="cite">
      <b>{say('ui.cite.heading')}</b> {words}
      <br />
      <a href={address} class="addr">
        <bdi class="addr">{address}</bdi>
      </a>
    </p>
  )
}
