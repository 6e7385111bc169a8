import type { FC } from 'hono/jsx'
import { decimalsShown, type Language, plainDecimal } from '#kernel'
import { type Observation, projected, type Series } from '#statistics/core'
import { Fig, figure, Link, type Point, percent, Spark, Strip } from '#ui'
import type { AreaLine } from '../neighbours/statistics.ts'
import type { SectionPart } from './area-section.tsx'
import { bareText, cellTo, isPercent, signedText } from './measured-parts.tsx'

type Cell = SectionPart & { readonly line: AreaLine }
type GroupFigure = NonNullable<AreaLine['beside'][number]>

const numberText = (language: Language, series: Series, value: number): string => {
  const plain = plainDecimal(String(value))
  return figure(language, plain, decimalsShown(plain, series.decimals))
}

const explainTo = (
  { selection: { series, breakdown } }: AreaLine,
  group: string,
  year: number,
  composed: 'then' | 'now',
) =>
  `/explain?${new URLSearchParams({
    series,
    ...(breakdown === '' ? {} : { breakdown }),
    group,
    year: String(year),
    ...(composed === 'then' ? {} : { composed }),
  })}`

/** A figure of a group: the custodian's leads to its cell, ours to its members; an estimate is marked. */
const OfGroup: FC<
  Cell & { readonly figure: GroupFigure | null; readonly group: string; readonly by: 'then' | 'now' }
> = ({ figure: one, group, by, line, say, language, here }) => {
  const headline = one?.headline ?? null
  if (one === null || headline === null) return <span class="dim">…</span>
  if (headline.by === 'custodian')
    return (
      <Link to={cellTo(headline.observation)} language={language} here={here}>
        {headline.observation.value.kind === 'known'
          ? bareText(language, line.series, headline.observation.value.value)
          : '…'}
      </Link>
    )
  return (
    <Link to={explainTo(line, group, one.year, by)} language={language} here={here}>
      <Fig>
        {one.ours.label === 'estimate' ? <sup title={say('plan.area.estimate')}>~ </sup> : null}
        {numberText(language, line.series, headline.value)}
      </Fig>
    </Link>
  )
}

export const OwnFigure: FC<Cell> = (cell) => {
  const { line, lines, composed, language, here } = cell
  const { known } = line
  if (known.kind === 'group') return <OfGroup {...cell} figure={known.latest} group={lines.area} by={composed} />
  const { latest } = known
  if (latest === null || latest.value.kind === 'missing') return <span class="dim">…</span>
  return (
    <Link to={cellTo(latest)} language={language} here={here}>
      {bareText(language, line.series, latest.value.value)}
    </Link>
  )
}

/** The figure of a group beside the latest value; one of an earlier year says which. */
export const BesideFigure: FC<Cell & { readonly nth: number }> = (cell) => {
  const figure = cell.line.beside[cell.nth] ?? null
  return (
    <>
      <OfGroup {...cell} figure={figure} group={cell.lines.beside[cell.nth]?.group ?? ''} by="then" />
      {figure === null || figure.year === cell.line.year ? null : <span class="u why">{figure.year}</span>}
    </>
  )
}

/** Whose the figure of a group is, and how much of it was observed. */
export const Label: FC<Cell> = ({ line: { known }, say, language }) => {
  const latest = known.kind === 'group' ? known.latest : null
  if (latest === null) return null
  const observed = latest.ours.shares?.observed
  return (
    <>
      {say(
        latest.headline?.by === 'custodian'
          ? 'plan.area.custodian'
          : `plan.area.label.${latest.ours.label === 'estimate' ? 'estimate' : 'computed'}`,
      )}
      {observed === undefined ? null : (
        <>
          <br />
          <span class="u">
            {say('plan.area.observed', { share: percent(language, plainDecimal(String(100 * observed)), 0) })}
          </span>
        </>
      )}
    </>
  )
}

const pointOf = (one: Observation, breaks: ReadonlySet<number>): readonly Point[] =>
  one.value.kind === 'missing' || one.nature === projected
    ? []
    : [
        {
          year: one.year,
          value: plainDecimal(one.value.value.decimal),
          ...(one.value.value.bound === null ? {} : { bound: one.value.value.bound }),
          ...(breaks.has(one.year) ? { breakBefore: '' } : {}),
        },
      ]

/** A line has one publisher: the custodian's figures where there are any, else ours. */
const pointsOf = ({ known }: AreaLine): readonly Point[] => {
  if (known.kind === 'economy') return known.observations.flatMap((one) => pointOf(one, known.breaks))
  const figures = known.line?.figures ?? []
  const published = figures.flatMap(({ headline }) =>
    headline?.by === 'custodian' ? pointOf(headline.observation, new Set()) : [],
  )
  if (published.length > 0) return published
  return figures.flatMap(({ year, headline }) =>
    headline?.by === 'computed' ? [{ year, value: plainDecimal(String(headline.value)) }] : [],
  )
}

/** The small line over the years shown, and how far it came. */
export const Moved: FC<Cell & { readonly name: string }> = ({ line, lines: { years }, name, say, language }) => {
  const points = pointsOf(line).filter(({ year }) => year >= years[0] && year <= years[1])
  const { movement, series } = line
  return (
    <>
      {movement === null ? null : (
        <span class="u">
          {say.rich('plan.area.since', {
            by: <Fig>{signedText(language, series, movement.by)}</Fig>,
            year: String(movement.since),
          })}
        </span>
      )}
      {points.length < 2 ? null : (
        <Spark
          name={name}
          points={points}
          scale={isPercent(series) ? { kind: 'percent' } : { kind: 'plain' }}
          decimals={series.decimals}
          years={years}
          say={say}
          language={language}
        />
      )}
    </>
  )
}

/** The economies of its region as strokes, itself in the accent, and its place among them where enough can be compared. */
export const PlaceAmongThem: FC<Cell & { readonly name: string }> = ({ line, name, say, language }) => {
  const { place, among, known, series } = line
  const latest = known.kind === 'economy' ? known.latest : null
  if (latest === null || latest.value.kind === 'missing') return null
  return (
    <>
      {place === null ? null : (
        <span class="u">
          {place.kind === 'place'
            ? say('plan.area.placeOf', { place: place.place, of: place.of, members: place.members })
            : say(`plan.area.noPlace.${place.reason}`, { of: place.of, members: place.members })}
        </span>
      )}
      {among.length < 2 || line.isTotal ? null : (
        <Strip
          name={name}
          values={among}
          scale={isPercent(series) ? { kind: 'percent' } : { kind: 'plain' }}
          accent={plainDecimal(latest.value.value.decimal)}
          words={say('plan.area.strip', { name, count: among.length })}
          say={say}
          language={language}
        />
      )}
    </>
  )
}
