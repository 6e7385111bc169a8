import type { Child, FC } from 'hono/jsx'
import { decimalsShown, type Language, wordsIn } from '#kernel'
import type { Say, Show } from '#platform'
import { Link, type Point, percentSign, Spark, Strip } from '#ui'
import { boundOf, decimalOf, isComputed, type Latest } from '../core/glance-figures.ts'
import type { GlanceRow } from '../core/glance-row.ts'
import { fig, figureWords, yearsWords } from './glance-saying.tsx'
import type { Reader } from './naming.tsx'

/** What every cell of a row is made from. */
export type RowProps = Reader & {
  readonly row: GlanceRow
  /** First and last year of all small lines. */
  readonly years: readonly [number, number]
  /** What other features know about the target. */
  readonly cells: readonly Show[]
  /** What they draw in place of the small line. */
  readonly lines: readonly Show[]
}

/** The address of one figure with its revisions, release and source; of one that is computed here, of the line that it stands in. */
const figureAddress = (latest: Extract<Latest, { kind: 'world' }>): string => {
  const { series, breakdown, area, year } = latest.last
  if (isComputed(latest.last))
    return `/series/${series}/${encodeURIComponent(area)}${breakdown === '' ? '' : `?${new URLSearchParams({ breakdown })}`}`
  return `/observations?${new URLSearchParams({ series, area, year: String(year), breakdown })}`
}

/** All economies of a median, with their years, releases and source. */
const seriesAddress = ({
  measure: {
    selection: { series, breakdown },
  },
}: Latest): string => `/series/${series}${breakdown === '' ? '' : `?${new URLSearchParams({ breakdown })}`}`

const unitOf = (latest: Latest, language: Language): string =>
  latest.percent ? percentSign(language).trim() : wordsIn(language, latest.measure.unit)

export const decimalsFor = (latest: Latest, decimal: string): number => decimalsShown(decimal, latest.series.decimals)

/** The latest figure, as a link to what it is derived from. */
export const Value: FC<RowProps & { readonly latest: Latest }> = ({ latest, language, here }) => {
  const decimal = latest.kind === 'world' ? (decimalOf(latest.last) ?? '0') : latest.median.decimal
  const bound = latest.kind === 'world' ? boundOf(latest.last) : latest.median.bound
  const to = latest.kind === 'world' ? figureAddress(latest) : seriesAddress(latest)
  return (
    <Link to={to} language={language} here={here}>
      {fig(figureWords(language, decimal, decimalsFor(latest, decimal), bound))}
    </Link>
  )
}

/** Its unit and year, and how many economies have a value. */
export const Unit: FC<RowProps & { readonly latest: Latest }> = ({ latest, say, language }) => (
  <>
    {latest.kind === 'world'
      ? say.rich('plan.glance.unitWorld', { unit: unitOf(latest, language), year: String(latest.last.year) })
      : say.rich('plan.glance.unitMedian', { unit: unitOf(latest, language), count: latest.values.length })}
    {latest.kind === 'world' && isComputed(latest.last) ? (
      <span class="u why">{say('plan.glance.computedHere')}</span>
    ) : null}
    {latest.reported === null ? null : (
      <span class="u why">
        {say.rich(latest.kind === 'world' ? 'plan.glance.reported' : 'plan.glance.lastFigures', {
          count: latest.reported.count,
          years: fig(yearsWords(latest.reported.first, latest.reported.last)),
        })}
      </span>
    )}
    {latest.kind === 'world' || latest.outside === 0 ? null : (
      <span class="u why">{say('plan.glance.outside', { count: latest.outside })}</span>
    )}
  </>
)

const wayOf = (by: string): 'up' | 'down' | 'same' => {
  if (Number(by) === 0) return 'same'
  return Number(by) > 0 ? 'up' : 'down'
}

const movement = (latest: Latest, say: Say, language: Language): Child => {
  if (latest.kind === 'economies')
    return latest.moves === null
      ? null
      : say.rich('plan.glance.moves', {
          up: latest.moves.up,
          of: latest.moves.of,
          down: latest.moves.down,
          from: String(latest.moves.from),
        })
  const { move } = latest
  if (move === null) return null
  const size = move.by.replace('-', '')
  return say.rich('plan.glance.move', {
    way: wayOf(move.by),
    points: latest.percent ? 'yes' : 'no',
    by: fig(figureWords(language, size, decimalsFor(latest, size))),
    from: String(move.from),
  })
}

const pointsOf = (latest: Extract<Latest, { kind: 'world' }>): readonly Point[] =>
  latest.path.flatMap((one) => {
    const [value, bound] = [decimalOf(one), boundOf(one)]
    return value === null ? [] : [{ year: one.year, value, ...(bound === null ? {} : { bound }) }]
  })

/** The path since the first year, or the economies side by side, and where they went. */
export const Line: FC<RowProps & { readonly latest: Latest }> = ({
  latest,
  row,
  years,
  lines,
  say,
  language,
  here,
}) => {
  const name = wordsIn(language, latest.measure.words)
  const scale = latest.percent ? ({ kind: 'percent' } as const) : ({ kind: 'plain' } as const)
  const asks = row.beside === null ? null : (row.benchmark?.asks ?? null)
  const mark = asks === null ? {} : { mark: String(asks.value) }
  const shared = { name, scale, say, language, ...mark }
  return (
    <>
      {lines.length > 0 ? (
        lines.map((show) => show(say, language, here))
      ) : latest.kind === 'world' ? (
        <Spark {...shared} points={pointsOf(latest)} decimals={latest.series.decimals} years={years} />
      ) : (
        <Strip
          {...shared}
          values={latest.values.flatMap((one) => decimalOf(one) ?? [])}
          accent={latest.median.decimal}
        />
      )}
      <span class="u">{movement(latest, say, language)}</span>
    </>
  )
}
