import type { Child, FC } from 'hono/jsx'
import { decimalsShown, type Language, plainDecimal } from '#kernel'
import type { Say } from '#platform'
import type { Cell, Dimension, Figure, Observation } from '#statistics/core'
import { figure, Link, percentSign, Unseen } from '#ui'
import { CodeName, type Reader } from './names.tsx'

/** The address of one cell with all its revisions. */
export const cellAddress = ({ series, area, year, breakdown }: Cell): string =>
  `/observations?${new URLSearchParams({ series, area, year: String(year), ...(breakdown === '' ? {} : { breakdown }) })}`

export const areaAddress = (series: string, area: string, breakdown = ''): string =>
  `/series/${series}/${encodeURIComponent(area)}${breakdown === '' ? '' : `?${new URLSearchParams({ breakdown })}`}`

/** A value as its series displays it, with its bound; too small for that, with as many decimals as it needs. */
export const valueWords = (language: Language, { decimal, bound }: Figure, decimals: number): string =>
  `${bound ?? ''}${figure(language, plainDecimal(decimal), decimalsShown(decimal, decimals))}`

/** The same with all the digits that were published. */
export const publishedWords = (language: Language, { decimal, bound }: Figure): string =>
  `${bound ?? ''}${figure(language, plainDecimal(decimal))}`

/** What stands behind a value that is a share: the sign of per cent; behind any other nothing, its unit is in the head. */
export const signOf = (language: Language, unit: string): string => (unit === 'PT' ? percentSign(language) : '')

/** The sign in a cell without a value: "–" where none can be, else "…". */
const signFor = (reason: string): string => (reason === 'not-applicable' ? '–' : '…')

const marked = new Set(['E', 'M', 'F', 'CA'])

/** The codes of nature that tables mark, where not all figures of a table share one. */
export const marksIn = (observations: readonly Observation[]): ReadonlySet<string> => {
  const natures = new Set(observations.flatMap(({ value, nature }) => (value.kind === 'known' ? [nature ?? ''] : [])))
  return natures.size < 2 ? new Set() : new Set([...natures].filter((one) => marked.has(one)))
}

type CellProps = Reader & {
  readonly observation: Observation | undefined
  readonly decimals: number
  /** Natures that are marked in this table. */
  readonly marks?: ReadonlySet<string>
}

/** A cell of a table: the figure as a link to its derivation, "…" where nothing was observed; never a zero for nothing. */
export const FigureCell: FC<CellProps> = ({ observation, decimals, marks, say, language, here }) => {
  if (observation === undefined)
    return (
      <span class="dim" title={say('statistics.cell.notObserved')}>
        …<Unseen> {say('statistics.cell.notObserved')}</Unseen>
      </span>
    )
  const { value, nature, flag } = observation
  const to = cellAddress(observation)
  if (value.kind === 'missing')
    return (
      <Link to={to} language={language} here={here} title={say(`ui.missing.${value.reason}`)}>
        {signFor(value.reason)}
        <Unseen> {say(`ui.missing.${value.reason}`)}</Unseen>
      </Link>
    )
  // Marks stand before the figure, so that last digits stand under each other.
  const words: Child = (
    <>
      {flag === null ? null : (
        <b title={say('statistics.cell.flagged')}>
          !<Unseen> {say('statistics.cell.flagged')}</Unseen>{' '}
        </b>
      )}
      {nature !== null && marks?.has(nature) ? <sup>{nature} </sup> : null}
      {valueWords(language, value.value, decimals)}
    </>
  )
  return (
    <Link to={to} language={language} here={here}>
      {words}
    </Link>
  )
}

/** What the marks of a table mean; nothing when it has none. */
export const Marks: FC<{
  readonly observations: readonly Observation[]
  readonly dimensions: readonly Dimension[]
  /** The table has a column of natures. */
  readonly natureless?: boolean
  readonly say: Say
  readonly language: Language
}> = ({ observations, dimensions, natureless = false, say, language }) => {
  const natures = new Set(observations.flatMap(({ value, nature }) => (value.kind === 'known' ? [nature ?? ''] : [])))
  const marks = natureless ? [] : [...marksIn(observations)].toSorted()
  const [only] = natures
  const isFlagged = observations.some(({ flag }) => flag !== null)
  const isBounded = observations.some(({ value }) => value.kind === 'known' && value.value.bound !== null)
  return (
    <>
      {say('statistics.table.signs')}
      {isBounded ? ` ${say('statistics.table.bounds')}` : ''}
      {isFlagged ? ` ${say('statistics.table.flags')}` : ''}
      {natures.size === 1 && only !== undefined && only !== '' ? (
        <>
          {' '}
          {say('statistics.table.oneNature')}{' '}
          <CodeName list="NATURE" code={only} dimensions={dimensions} language={language} />.
        </>
      ) : null}
      {marks.map((code) => (
        <>
          {' '}
          <sup>{code}</sup> <CodeName list="NATURE" code={code} dimensions={dimensions} language={language} />.
        </>
      ))}
    </>
  )
}
