import type { Benchmark, BenchmarkKind } from './benchmark.ts'
import type { Element } from './element.ts'
import {
  boundOf,
  decimalOf,
  type GlanceFigures,
  type Latest,
  latestFor,
  oldAfter,
  reaches,
  reaching,
} from './glance-figures.ts'
import { becameOf, cameFrom, type Step } from './history.ts'
import {
  benchmarksOf,
  childrenOf,
  firstBenchmarkOf,
  type Indexed,
  kindOf,
  measuresOf,
  measuresUnder,
} from './indexed.ts'
import type { Measure, NoSeriesReason } from './measure.ts'
import { isOfGap } from './measured-choice.ts'

/** What targets are held against: one kind for all that have it, or for each the one that its plan puts first. */
export type ReadAs = 'first' | BenchmarkKind

/** Why nothing can be said yet about where a target stands. */
export type Obstacle =
  | { readonly kind: 'no-series'; readonly reasons: readonly NoSeriesReason[] }
  /** It has a series, of which nothing was known on the day asked. */
  | { readonly kind: 'not-known-then' }
  | { readonly kind: 'not-measured' }
  | { readonly kind: 'too-old'; readonly year: number }
  | { readonly kind: 'no-number' }
  | { readonly kind: 'other-unit'; readonly benchmark: Benchmark }
  /** The number says how far parts may be apart; the figure is of the whole. */
  | { readonly kind: 'of-gap'; readonly benchmark: Benchmark }

/** How far the latest figure is from the number: a distance for the world, a count of economies where there is no world. */
export type Beside =
  | { readonly kind: 'distance'; readonly reached: boolean; readonly by: string }
  | { readonly kind: 'count'; readonly reached: number; readonly of: number }

/** A year's pace that would arrive in time, and the one that was made. Arithmetic on two figures; no projection. */
export type Pace = { readonly needed: string; readonly by: number; readonly made: string | null }

export type GlanceRow = {
  readonly target: Element
  readonly indicators: readonly Element[]
  readonly before: readonly Step[]
  readonly after: readonly Step[]
  readonly latest: Latest | null
  /** The one it is held against; null where the plan has none for it. */
  readonly benchmark: Benchmark | null
  readonly beside: Beside | null
  readonly pace: Pace | null
  readonly obstacles: readonly Obstacle[]
}

export const benchmarkFor = (ix: Indexed, target: Element, read: ReadAs): Benchmark | null => {
  if (read === 'first') return firstBenchmarkOf(ix, target)
  const all = benchmarksOf(ix, target)
  return all.find(({ kind }) => kind === read) ?? all.find(({ kind }) => kind === 'text') ?? null
}

const decimalText = (value: number): string => value.toFixed(10).replace(/\.?0+$/, '')

/** Whether a number can stand beside a measure: both are said in the same unit. */
export const sameUnit = (benchmark: Benchmark, measure: Measure): boolean => benchmark.unit?.en === measure.unit.en

export const besideOf = (latest: Latest, { asks }: Benchmark): Beside | null => {
  if (asks === null) return null
  if (latest.kind === 'economies')
    return { kind: 'count', reached: reaching(latest.values, asks), of: latest.values.length }
  const value = Number(decimalOf(latest.last))
  return {
    kind: 'distance',
    reached: reaches(value, boundOf(latest.last), asks),
    by: decimalText(Math.abs(asks.value - value)),
  }
}

export const paceOf = (latest: Latest, { asks, by }: Benchmark): Pace | null => {
  if (asks === null || latest.kind !== 'world') return null
  const value = Number(decimalOf(latest.last))
  const years = by - latest.last.year
  if (years <= 0 || reaches(value, boundOf(latest.last), asks)) return null
  const { move } = latest
  return {
    needed: decimalText((asks.value - value) / years),
    by,
    made: move === null ? null : decimalText(Number(move.by) / (move.to - move.from)),
  }
}

/** The reasons of the measures of a target, each once; those of bracketed indicators only where all of them are. */
export const reasonsWithout = (ix: Indexed, target: Element): readonly NoSeriesReason[] => {
  const indicators = childrenOf(ix, target)
  const open = indicators.filter(({ agreement }) => agreement !== 'bracketed')
  const asked = open.length === 0 ? indicators : open
  return [
    ...new Set(
      asked.flatMap((one) =>
        measuresOf(ix, one).flatMap((measure) => (measure.kind === 'none' ? [measure.reason] : [])),
      ),
    ),
  ]
}

/** The latest year that a row rests on. */
export const yearOf = (latest: Latest): number => (latest.kind === 'world' ? latest.last.year : latest.reported.last)

const obstaclesOf = (
  ix: Indexed,
  target: Element,
  latest: Latest | null,
  benchmark: Benchmark | null,
  year: number,
): readonly Obstacle[] => {
  if (latest === null) {
    if (measuresUnder(ix, target).some(({ kind }) => kind === 'series')) return [{ kind: 'not-known-then' }]
    const reasons = reasonsWithout(ix, target)
    return reasons.length === 0 ? [{ kind: 'not-measured' }] : [{ kind: 'no-series', reasons }]
  }
  const old: readonly Obstacle[] = yearOf(latest) < year - oldAfter ? [{ kind: 'too-old', year: yearOf(latest) }] : []
  if (benchmark === null || benchmark.asks === null) return [...old, { kind: 'no-number' }]
  if (sameUnit(benchmark, latest.measure)) return old
  return [...old, { kind: isOfGap(benchmark, latest.measure) ? 'of-gap' : 'other-unit', benchmark }]
}

/** A target as a row: what it asks, how it is measured, the latest, and why no more can be said. `year` is that of the day asked. */
export const rowOf = (ix: Indexed, target: Element, figures: GlanceFigures, read: ReadAs, year: number): GlanceRow => {
  const series = measuresUnder(ix, target).flatMap((one) => (one.kind === 'series' ? [one] : []))
  const [latest = null] = series.flatMap((measure) => latestFor(measure, figures) ?? [])
  const benchmark = benchmarkFor(ix, target, read)
  const comparable = latest !== null && benchmark !== null && sameUnit(benchmark, latest.measure)
  return {
    target,
    indicators: childrenOf(ix, target).filter((one) => kindOf(ix, one).role === 'indicator'),
    before: cameFrom(ix, target),
    after: becameOf(ix, target),
    latest,
    benchmark,
    beside: comparable ? besideOf(latest, benchmark) : null,
    pace: comparable ? paceOf(latest, benchmark) : null,
    obstacles: obstaclesOf(ix, target, latest, benchmark, year),
  }
}
