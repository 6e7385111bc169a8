import { median } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import type { FC } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Say } from '#platform'
import { type Point, px, type Scale, valueScale, within } from './drawing.tsx'
import { pathsOf } from './observed.tsx'
import { type Band, Bands } from './projection.tsx'
import { inYear } from './saying.ts'

const [width, height] = [144, 36]

type SparkProps = {
  /** What it is about, for those who listen. */
  readonly name: string
  readonly points: readonly Point[]
  readonly scale: Scale
  readonly decimals?: number
  /** The same in every row of a table. */
  readonly years: readonly [number, number]
  /** A value to compare with, as a tick at the last year. */
  readonly mark?: string
  /** What may come after the last point. */
  readonly bands?: readonly Band[]
  /** What those who listen are told; made from the first and the last point when not given. */
  readonly words?: string
  readonly say: Say
  readonly language: Language
}

/** A line of a word's height: first year to last, the last point marked, what may come as bands, no text. */
export const Spark: FC<SparkProps> = (props) => {
  const { name, points, scale, decimals, years, mark, bands = [], say, language } = props
  const values = [
    ...points.map(({ value }) => value),
    ...bands.flatMap((band) => band.points.flatMap(({ low, high }) => [low, high])),
    ...(mark === undefined ? [] : [mark]),
  ]
  const { at: y } = valueScale(scale, values, [height - 3, 3])
  const x = scaleLinear()
    .domain(years)
    .range([2, width - 6])
  const all = within(points, years).toSorted((a, b) => a.year - b.year)
  const [first, last] = [all[0], all.at(-1)]
  const { drawn, bridged } = pathsOf(all, x, y)
  const words =
    props.words ??
    (first === undefined || last === undefined
      ? name
      : say('ui.chart.spark', {
          name,
          first: inYear(say, language, scale, first, decimals),
          last: inYear(say, language, scale, last, decimals),
        }))
  return (
    <svg class="spark" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
      <path class="gr" d={`M0 ${height - 0.5}H${width}`} />
      <Bands bands={bands} x={x} y={y} />
      {mark === undefined ? null : <path class="tgt" d={`M${width - 12} ${px(y(Number(mark)))}h10`} />}
      {bridged === '' ? null : <path class="miss" d={bridged} />}
      {drawn === '' ? null : <path class="obs" d={drawn} />}
      {last === undefined ? null : <circle class="dot" cx={px(x(last.year))} cy={px(y(Number(last.value)))} r="2.6" />}
    </svg>
  )
}

type StripProps = {
  readonly name: string
  /** One value for each economy. */
  readonly values: readonly string[]
  readonly scale: Scale
  /** The one in the accent; the median when not given. */
  readonly accent?: string
  /** A value to compare with, as a tick across. */
  readonly mark?: string
  /** What those who listen are told: how many, the median. Made from the values when not given. */
  readonly words?: string
  readonly say: Say
  readonly language: Language
}

/** One stroke for each economy, the median or the one that is meant in the accent. One path: a page has many of these. */
export const Strip: FC<StripProps> = ({ name, values, scale, accent, mark, words, say, language }) => {
  const { at } = valueScale(scale, mark === undefined ? values : [...values, mark], [2, width - 2])
  const places = [...new Set(values.map((value) => Math.round(at(Number(value)) * 2) / 2))].toSorted((a, b) => a - b)
  const middle = accent === undefined ? median(values, Number) : Number(accent)
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words ?? say('ui.chart.strip', { name, count: values.length })}
      lang={language}
    >
      <path class="gr" d={`M0 ${height - 0.5}H${width}`} />
      <path class="each" d={places.map((place) => `M${place} 11v16`).join('')} />
      {mark === undefined ? null : <path class="tgt" d={`M${px(at(Number(mark)))} 2v7`} />}
      {middle === undefined ? null : <path class="mid" d={`M${px(at(middle))} 6v26`} />}
    </svg>
  )
}

/** A share of a whole, as a bar; the figure stands beside it. `of` is what fills the cell. */
export const Bar: FC<{ readonly value: string; readonly of: string }> = ({ value, of }) => (
  <svg class="bar" viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true">
    <rect width={px(Number(of) === 0 ? 0 : (100 * Number(value)) / Number(of))} height="9" />
  </svg>
)
