import type { FC } from 'hono/jsx'
import { decimalsShown, type Language, plainDecimal, wordsIn } from '#kernel'
import { type Area, type Dimension, isTotal, type Membership, type Observation, type Series } from '#statistics/core'
import { dayWords, Fig, figure, Link, type Point, type Scale, Spark, Unseen, Wording } from '#ui'
import type { Composed, GroupFigure, GroupFigures } from '../aggregates.ts'
import type { AreaKnown, AreaLine, BesideGroup } from '../area-lines.ts'
import { drawnOf, isEstimate } from '../core/line.ts'
import { computedWords, explainAddress, headlineWords, labelWords } from './aggregate-words.tsx'
import { cellAddress, signOf } from './figure.tsx'
import { areaPage, breakdownWords, type Reader } from './names.tsx'

/** The name of an area as a link to its page. */
export const AreaLink: FC<
  Pick<Reader, 'language' | 'here'> & { readonly area: string; readonly areas: ReadonlyMap<string, Area> }
> = ({ area, areas, language, here }) => {
  const found = areas.get(area)
  return found === undefined ? (
    <Fig>{area}</Fig>
  ) : (
    <Link to={areaPage(area)} language={language} here={here}>
      <Wording words={found.names} language={language} />
    </Link>
  )
}

/** A group at the head of a column: the world by its word, for its lists have long names. */
export const BesideHead: FC<Reader & { readonly beside: BesideGroup; readonly areas: ReadonlyMap<string, Area> }> = ({
  beside: { scheme, group },
  areas,
  say,
  language,
  here,
}) =>
  scheme.world ? (
    <Link to={areaPage(group)} language={language} here={here}>
      {say('statistics.chart.worldShort')}
    </Link>
  ) : (
    <AreaLink area={group} areas={areas} language={language} here={here} />
  )

/** A figure of a group: the custodian's leads to its cell, ours to its members. An estimate says so. */
export const GroupCell: FC<
  Reader & {
    readonly line: Pick<GroupFigures, 'selection' | 'group'>
    readonly figure: GroupFigure | null
    readonly series: Series
    readonly composed?: Composed
    /** The year that the row is about: another one is said. */
    readonly year?: number | null
  }
> = ({ line, figure: one, series, composed = 'then', year = null, say, language, here }) => {
  if (one === null || one.headline === null)
    return (
      <span class="dim">
        …<Unseen> {say('statistics.cell.noFigure')}</Unseen>
      </span>
    )
  const { headline } = one
  const to =
    headline.by === 'custodian'
      ? cellAddress(headline.observation)
      : explainAddress(line.selection, line.group, one.year, composed)
  const isMarked = headline.by === 'computed' && one.ours.label === 'estimate'
  return (
    <>
      <Link to={to} language={language} here={here}>
        <Fig>
          {isMarked ? <sup title={labelWords(say, one.ours)}>~ </sup> : null}
          {bareWords(language, series, one)}
        </Fig>
      </Link>
      {year === null || year === one.year ? null : <span class="u why">{one.year}</span>}
    </>
  )
}

/** The figure without its sign, whoever's it is. */
const bareWords = (language: Language, series: Series, one: GroupFigure): string =>
  one.headline?.by === 'computed'
    ? computedWords(language, one.headline.value, series.decimals)
    : headlineWords(language, { ...series, unit: '' }, one)

/** A change with its sign. */
export const movementWords = (language: Language, by: string, decimals: number): string => {
  const text = figure(language, plainDecimal(by), decimalsShown(by, decimals))
  return Number(by) > 0 ? `+${text}` : text
}

/** How a value moved over the years shown, and since when. */
export const MovementCell: FC<Reader & { readonly line: AreaLine }> = ({
  line: { movement, series },
  say,
  language,
}) =>
  movement === null ? (
    ''
  ) : (
    <>
      {movementWords(language, movement.by, series.decimals)}
      <span class="u why">{say('statistics.economy.since', { year: String(movement.since) })}</span>
    </>
  )

const pointsOf = (observations: readonly Observation[], breaks: ReadonlySet<number>): readonly Point[] =>
  observations.flatMap((one) =>
    one.value.kind === 'missing'
      ? []
      : [
          {
            year: one.year,
            value: plainDecimal(one.value.value.decimal),
            ...(one.value.value.bound === null ? {} : { bound: one.value.value.bound }),
            ...(isEstimate(one) ? { estimate: true } : {}),
            ...(breaks.has(one.year) ? { breakBefore: '' } : {}),
          },
        ],
  )

/** Figures of a group as points: the custodian's where there are any, else ours, for the two are no one line. */
export const groupPoints = (figures: readonly GroupFigure[]): readonly Point[] => {
  const by = figures.some(({ headline }) => headline?.by === 'custodian') ? 'custodian' : 'computed'
  return figures.flatMap(({ year, headline, ours }): Point[] => {
    if (headline?.by !== by) return []
    if (headline.by === 'computed')
      return [
        { year, value: plainDecimal(String(headline.value)), ...(ours.label === 'estimate' ? { estimate: true } : {}) },
      ]
    const { value } = headline.observation
    return value.kind === 'missing' ? [] : [{ year, value: plainDecimal(value.value.decimal) }]
  })
}

/** What was observed of a line, as points. */
export const ownPoints = (series: Series, known: AreaKnown): readonly Point[] =>
  known.kind === 'economy'
    ? pointsOf(drawnOf(series, known.observations).observed, known.breaks)
    : groupPoints(known.line?.figures ?? [])

export const scaleOf = (series: Series): Scale => (series.unit === 'PT' ? { kind: 'percent' } : { kind: 'plain' })

/** The small line of a row; nothing where there are not two values in the years shown. */
export const SmallLine: FC<Reader & { readonly line: AreaLine; readonly years: readonly [number, number] }> = ({
  line: { series, known },
  years,
  say,
  language,
}) => {
  const points = ownPoints(series, known).filter(({ year }) => year >= years[0] && year <= years[1])
  return points.length < 2 ? (
    ''
  ) : (
    <Spark
      name={wordsIn(language, series.names)}
      points={points}
      scale={scaleOf(series)}
      decimals={series.decimals}
      years={years}
      say={say}
      language={language}
    />
  )
}

/** The unit under the name of a series. */
export const UnitOf: FC<Pick<Reader, 'language'> & { readonly series: Series }> = ({ series, language }) => (
  <span class="u">
    {signOf(language, series.unit) === '' ? (
      <Wording words={series.unitNames} language={language} />
    ) : (
      signOf(language, series.unit).trim()
    )}
  </span>
)

/** Which part of everybody a line is about; nothing where it is about all. */
export const PartOf: FC<
  Pick<Reader, 'say' | 'language'> & {
    readonly line: Pick<AreaLine, 'selection'>
    readonly dimensions: readonly Dimension[]
  }
> = ({ line: { selection }, dimensions, say, language }) =>
  isTotal(selection.breakdown) ? null : (
    <span class="u why">{breakdownWords(say, language, dimensions, selection.breakdown)}</span>
  )

/** From when to when somebody belongs to a group, as exactly as its list says. */
export const spellWords = (
  { from, until, precision }: Membership,
  { say, language }: Pick<Reader, 'say' | 'language'>,
): string => {
  const words = (day: NonNullable<Membership['from']>, exact: boolean): string =>
    exact ? dayWords(language, day) : day.slice(0, 4)
  // A list that knows its starts to the year knows the day on which somebody left.
  const start = from === null ? null : words(from, precision !== 'year')
  const end = until === null ? null : words(until, true)
  if (start === null && end === null) return say('statistics.member.undated')
  if (end === null) return say('statistics.member.since', { from: start ?? '' })
  return start === null
    ? say('statistics.member.until', { until: end })
    : say('statistics.member.between', { from: start, until: end })
}

export const PlaceWords: FC<Reader & { readonly line: AreaLine; readonly region: string }> = ({
  line: { place },
  region,
  say,
}) => {
  if (place === null) return null
  const coverage = say('statistics.economy.coverage', { of: place.of, members: place.members })
  return (
    <>
      {place.kind === 'place' ? (
        say('statistics.economy.place', { place: place.place, of: place.of })
      ) : (
        <span title={say(`statistics.economy.noPlace.${place.reason}`)}>
          –<Unseen> {say(`statistics.economy.noPlace.${place.reason}`)}</Unseen>
        </span>
      )}
      <span class="u why" title={region}>
        {coverage}
      </span>
    </>
  )
}
