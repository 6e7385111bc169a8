import type { Day } from '#kernel'
import {
  type Benchmark,
  benchmarksOf,
  type EditionCode,
  type Element,
  firstBenchmarkOf,
  type Indexed,
  type Measure,
  measuresUnder,
  ofRole,
} from '#plan/core'
import type { ReadDb } from '#platform'
import { type Answer, type Answers, assessAll } from './assessing.ts'
import type { Ask } from './bases.ts'
import { directionFor } from './core/index.ts'

type SeriesMeasure = Extract<Measure, { readonly kind: 'series' }>

/** Why a target of the plan is not even asked about: nothing measures it, or its benchmark is in another unit. */
export type NotAsked = 'no-series' | 'other-unit'

/** A target of an edition, what it is measured by and held against, and the answer; or why there is none. */
export type TargetStanding = {
  readonly target: Element
  readonly measure: SeriesMeasure | null
  /** Null: none with a number that fits. Without one there is still a trend. */
  readonly benchmark: Benchmark | null
  readonly answer: Answer | null
  readonly notAsked: NotAsked | null
}

const isShare = (words: string): boolean => /^\s*%/.test(words)

/** Whether a benchmark's number can be held against a measure: the same unit, or both shares of a whole. */
const fits = ({ unit, asks }: Benchmark, measure: Measure): boolean =>
  asks !== null && unit !== null && (unit.en === measure.unit.en || (isShare(unit.en) && isShare(measure.unit.en)))

/** The benchmark that pages use, where its number fits, else the first that does. */
const benchmarkFor = (ix: Indexed, target: Element, measure: Measure): Benchmark | null => {
  const first = firstBenchmarkOf(ix, target)
  if (first !== null && fits(first, measure)) return first
  return benchmarksOf(ix, target).find((one) => fits(one, measure)) ?? null
}

const askOf = (measure: SeriesMeasure, benchmark: Benchmark | null, area: string): Ask => ({
  selection: measure.selection,
  area,
  target: benchmark?.asks == null ? null : { year: benchmark.by, value: benchmark.asks.value },
  wanted: benchmark?.asks == null ? null : directionFor(benchmark.asks.comparator),
})

/** The first measure under a target that has a series, and what it is held against. */
const measuredBy = (ix: Indexed, target: Element) => {
  const measure = measuresUnder(ix, target).find((one): one is SeriesMeasure => one.kind === 'series') ?? null
  const benchmark = measure === null ? null : benchmarkFor(ix, target, measure)
  const isOther = benchmark === null && benchmarksOf(ix, target).some(({ asks }) => asks !== null)
  return { target, measure, benchmark, isOther }
}

/** Where every target of an edition stands for an economy or a group, as known on a day; null without a calibration. */
export const standingsOf = async (
  db: ReadDb,
  ix: Indexed,
  edition: EditionCode,
  area: string,
  asOf: Day,
): Promise<{ readonly calibration: Answers['calibration']; readonly standings: readonly TargetStanding[] } | null> => {
  const all = ofRole(ix, edition, 'target').map((target) => measuredBy(ix, target))
  const asks = all.flatMap(({ measure, benchmark }) => (measure === null ? [] : [askOf(measure, benchmark, area)]))
  const answered = await assessAll(db, asks, asOf)
  if (answered === null) return null
  const answerOf = new Map(answered.answers.map((one) => [one.ask, one]))
  let nth = -1
  const standings = all.map(({ target, measure, benchmark, isOther }): TargetStanding => {
    if (measure === null) return { target, measure, benchmark, answer: null, notAsked: 'no-series' }
    nth += 1
    const ask = asks[nth]
    const answer = ask === undefined ? null : (answerOf.get(ask) ?? null)
    return { target, measure, benchmark, answer, notAsked: isOther ? 'other-unit' : null }
  })
  return { calibration: answered.calibration, standings }
}
