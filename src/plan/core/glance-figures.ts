import { decimalLess, plainDecimal } from '#kernel'
import {
  type Figure,
  latestOfEach,
  numberOf,
  type Observation,
  projected,
  type Selection,
  type Series,
  selectionKey,
} from '#statistics/core'
import type { Measure } from './measure.ts'
import { medianOf } from './median.ts'

/** The first year of the small lines. */
export const lineFrom = 2005
/** A figure older than this many years is too old to say where a thing stands. */
export const oldAfter = 5
/** The pace that was made is counted over this many years. */
export const paceOver = 5

/** What the statistics know of the selections of a plan on one day; each map by `selectionKey`. */
export type GlanceFigures = {
  readonly series: ReadonlyMap<string, Series>
  /** The custodian's own figures for the world, over the years, else those computed here; or the line of the area that was asked for. */
  readonly worlds: ReadonlyMap<string, readonly Observation[]>
  /** Of each economy its last value, for selections with a world; all years of all economies for the others. */
  readonly economies: ReadonlyMap<string, readonly Observation[]>
}

export type SeriesMeasure = Extract<Measure, { readonly kind: 'series' }>

/** From one year to another, the difference as a decimal with its sign. */
export type Move = { readonly from: number; readonly to: number; readonly by: string }

/** Economies with an earlier value, and where their last one lies beside the first. */
export type Moves = { readonly of: number; readonly up: number; readonly down: number; readonly from: number }

/** How many economies have a value, and the years of their last ones. */
export type Reported = { readonly count: number; readonly first: number; readonly last: number }

type Common = {
  readonly measure: SeriesMeasure
  readonly series: Series
  readonly percent: boolean
  /** The economies with a value, and the years of their last ones; null when there is none. */
  readonly reported: Reported | null
}

export type Latest =
  | (Common & {
      readonly kind: 'world'
      readonly path: readonly Observation[]
      readonly last: Observation
      /** Over the last years; null with one point. */
      readonly move: Move | null
    })
  | (Common & {
      readonly kind: 'economies'
      readonly values: readonly Observation[]
      readonly median: Figure
      readonly reported: Reported
      /** How many last values lie outside the plausible range: they are left out, and that is said. */
      readonly outside: number
      readonly moves: Moves | null
    })

/** What was computed here stands in no release. */
export const noRelease = 0

export const isComputed = ({ release }: Observation): boolean => release === noRelease

/** The decimal of a figure that is known; a missing one has none. */
export const decimalOf = (observation: Observation): string | null =>
  observation.value.kind === 'known' ? plainDecimal(observation.value.value.decimal) : null

export const boundOf = (observation: Observation): '<' | '>' | null =>
  observation.value.kind === 'known' ? observation.value.value.bound : null

/** The figure in plain digits, as it is drawn and written. */
const figureOf = ({ value }: Observation): Figure | null =>
  value.kind === 'known' ? { ...value.value, decimal: plainDecimal(value.value.decimal) } : null

const amountOf = (observation: Observation): number =>
  observation.value.kind === 'known' ? numberOf(observation.value.value) : Number.NaN

const observed = (some: readonly Observation[]): readonly Observation[] =>
  some.filter(({ value, nature }) => value.kind === 'known' && nature !== projected).toSorted((a, b) => a.year - b.year)

/** What was published outside the plausible range is shown and not judged. */
const judged = (some: readonly Observation[]): readonly Observation[] => some.filter(({ flag }) => flag === null)

const reportedOf = (last: readonly Observation[]): Reported | null => {
  const years = last.map(({ year }) => year)
  return years.length === 0 ? null : { count: last.length, first: Math.min(...years), last: Math.max(...years) }
}

/** From the year that lies so many years before the last, or the nearest one after it that was observed. */
export const moveOf = (path: readonly Observation[], over = paceOver): Move | null => {
  const all = observed(path)
  const last = all.at(-1)
  const first = last === undefined ? undefined : all.find(({ year }) => year >= last.year - over)
  if (first === undefined || last === undefined || first === last) return null
  return { from: first.year, to: last.year, by: decimalLess(decimalOf(last) ?? '0', decimalOf(first) ?? '0') }
}

/** How many economies rose and fell between their first value in the window and their last. */
export const movesOf = (paths: readonly Observation[], since = lineFrom): Moves | null => {
  const pairs = [...Map.groupBy(observed(judged(paths)), ({ area }) => area).values()].flatMap((path) => {
    const [first, last] = [path.find(({ year }) => year >= since), path.at(-1)]
    return first === undefined || last === undefined || first === last ? [] : [{ first, last }]
  })
  if (pairs.length === 0) return null
  return {
    of: pairs.length,
    up: pairs.filter(({ first, last }) => amountOf(last) > amountOf(first)).length,
    down: pairs.filter(({ first, last }) => amountOf(last) < amountOf(first)).length,
    from: Math.min(...pairs.map(({ first }) => first.year)),
  }
}

const isPercent = ({ unit }: Series): boolean => unit === 'PT'

/** Whether a figure, a median or a line of the world, is made here of the figures of economies, and no publisher's own. */
export const isOurs = (latest: Latest): boolean => latest.kind === 'economies' || isComputed(latest.last)

/** The latest that is known of a measure: for the world as its custodian says it or as it is computed here, else of the economies; null for nothing. */
export const latestFor = (measure: SeriesMeasure, figures: GlanceFigures): Latest | null => {
  const key = selectionKey(measure.selection)
  const series = figures.series.get(measure.selection.series)
  if (series === undefined) return null
  const economies = figures.economies.get(key) ?? []
  const lasts = [...latestOfEach(economies).values()]
  const values = judged(lasts).toSorted((a, b) => amountOf(a) - amountOf(b))
  const reported = reportedOf(values)
  const path = observed(figures.worlds.get(key) ?? [])
  const last = path.at(-1)
  const common = { measure, series, percent: isPercent(series) }
  if (last !== undefined)
    return {
      ...common,
      kind: 'world',
      path: path.filter(({ year }) => year >= lineFrom),
      last,
      reported,
      move: moveOf(path),
    }
  const median = medianOf(values.flatMap((one) => figureOf(one) ?? []))
  if (median === null || reported === null) return null
  const outside = lasts.length - values.length
  return { ...common, kind: 'economies', values, median, reported, outside, moves: movesOf(economies) }
}

/** How many of the values are where a number asks them to be; a bounded one counts when its bound says so. */
export const reaching = (
  values: readonly Observation[],
  asks: { readonly comparator: string; readonly value: number },
): number => values.filter((one) => reaches(amountOf(one), boundOf(one), asks)).length

export const reaches = (
  value: number,
  bound: '<' | '>' | null,
  { comparator, value: asked }: { readonly comparator: string; readonly value: number },
): boolean => {
  switch (comparator) {
    case 'at-least':
      return value >= asked && bound !== '<'
    case 'more-than':
      return (value > asked || (value === asked && bound === '>')) && bound !== '<'
    case 'at-most':
      return value <= asked && bound !== '>'
    default:
      return value === asked && bound === null
  }
}

/** The selections that a glance at these measures asks for, each once. */
export const selectionsOf = (measures: readonly Measure[]): readonly Selection[] => [
  ...new Map(
    measures.flatMap((one) => (one.kind === 'series' ? [[selectionKey(one.selection), one.selection] as const] : [])),
  ).values(),
]
