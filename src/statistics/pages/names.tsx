import type { Child, FC } from 'hono/jsx'
import { type Language, wordsIn } from '#kernel'
import type { Here, Say } from '#platform'
import { type Area, codesOf, type Dimension } from '#statistics/core'
import { Fig, Link, type Take, Taking, Wording } from '#ui'

/** The page of an economy or a group: `/areas/KEN`, `/areas/LDC/199`. */
export const areaPage = (area: string): string => `/areas/${area}`

/** A breakdown in words, each dimension by the name of its code: "Female, Sending e-mails"; without dimensions: none. */
export const breakdownWords = (
  say: Say,
  language: Language,
  dimensions: readonly Dimension[],
  breakdown: string,
): string => {
  const words = Object.entries(codesOf(breakdown) ?? {}).map(([dimension, code]) => {
    const names = dimensions.find((one) => one.code === dimension)?.codes.find((one) => one.code === code)?.names
    return names === undefined ? code : wordsIn(language, names)
  })
  return words.length === 0 ? say('statistics.breakdown.none') : words.join(' · ')
}

/** The name of a code of a list, or the code itself where the list does not have it. */
export const CodeName: FC<{
  readonly list: string
  readonly code: string
  readonly dimensions: readonly Dimension[]
  readonly language: Language
}> = ({ list, code, dimensions, language }) => {
  const names = dimensions.find((one) => one.code === list)?.codes.find((one) => one.code === code)?.names
  return names === undefined ? <Fig>{code}</Fig> : <Wording words={names} language={language} />
}

/** The name of an area, or its code where the list of areas does not have it. */
export const AreaName: FC<{
  readonly area: string
  readonly areas: ReadonlyMap<string, Area>
  readonly language: Language
}> = ({ area, areas, language }) => {
  const names = areas.get(area)?.names
  return names === undefined ? <Fig>{area}</Fig> : <Wording words={names} language={language} />
}

/** Words that their publisher or whoever loaded them wrote, in English whatever the page is in. */
export const AsWritten: FC<{ readonly words: string }> = ({ words }) => (
  <bdi lang="en" dir="ltr">
    {words}
  </bdi>
)

/** Whoever is named with a note, wherever they are named. */
const noted: Readonly<Record<string, string>> = { XKX: 'statistics.note.xkx' }

type NamesNoteProps = {
  /** The codes of those that the page names. */
  readonly areas: Iterable<string>
  readonly say: Say
}

/** Under each table of economies: what names and borders do not mean, and the notes that some names carry. */
export const NamesNote: FC<NamesNoteProps> = ({ areas, say }) => (
  <>
    {[...areas].flatMap((area): Child[] => {
      const key = noted[area]
      return key === undefined ? [] : [<p class="xs dim">{say(key)}</p>]
    })}
    <p class="xs dim">{say('statistics.note.designations')}</p>
  </>
)

type AreaFootProps = Reader & {
  readonly area: Area
  /** What the list of areas remarks on it. */
  readonly remark: string | null
  /** What of the page can be taken away. */
  readonly takes: readonly Take[]
  /** The page as it is quoted, with its breakdown in words, '' for none. */
  readonly title: string
  readonly part: string
  readonly to: string
}

/** Under a page about one area: what is remarked on it, what its name does not mean, what can be taken, and how to quote the page. */
export const AreaFoot: FC<AreaFootProps> = ({ area, remark, takes, title, part, to, say, language, here }) => (
  <div class="stack">
    {to === areaPage(area.code) ? null : (
      <p class="small noprint">
        <Link to={areaPage(area.code)} language={language} here={here}>
          {say('statistics.area.everything', { area: wordsIn(language, area.names) })}
        </Link>
      </p>
    )}
    {remark === null ? null : (
      <p class="xs dim">
        <Fig>{area.code}</Fig> <AsWritten words={remark} />
      </p>
    )}
    <NamesNote areas={[area.code]} say={say} />
    <Taking
      takes={takes}
      cite={{ title, ...(part === '' ? {} : { part }), to }}
      say={say}
      language={language}
      here={here}
    />
  </div>
)

export type Reader = { readonly say: Say; readonly language: Language; readonly here: Here }
