import type { Day, Words } from '#kernel'
import type { Area, Dimension, Observation, Selection, Series, Source } from '#statistics/core'
import type { Benchmark } from './benchmark.ts'
import type { Element } from './element.ts'
import type { BreakdownBy, Measure, NoSeriesReason } from './measure.ts'
import type { Distribution, EconomyOrder, EconomyRow } from './measured-economies.ts'
import type { SexGap } from './measured-gaps.ts'
import type { Edition, Finding } from './plan.ts'

export type SeriesMeasure = Extract<Measure, { readonly kind: 'series' }>
export type NoMeasure = Extract<Measure, { readonly kind: 'none' }>

/** What a reader asks for with the address of the page; each may be absent. */
export type Chosen = {
  readonly measure?: string | undefined
  readonly breakdown?: string | undefined
  readonly benchmark?: string | undefined
  readonly sort?: string | undefined
}

/** One measure that can be chosen, with the word for it in an address. */
export type MeasureChoice = { readonly slug: string; readonly measure: Measure }

/** One line of a measure: its own selection (`by` is null), or one by sex, skill, level ... */
export type SelectionChoice = {
  readonly slug: string
  readonly selection: Selection
  readonly by: BreakdownBy | null
  readonly words: Words
}

/** A benchmark that can be chosen. `none` draws no line. */
export type BenchmarkChoice = { readonly slug: string; readonly benchmark: Benchmark }

/** Whether a benchmark can be drawn beside a measure: the same unit, another share, or something else altogether. */
export type BenchmarkFit = 'same' | 'near' | 'other-unit' | 'no-number'

/** A question that names nothing here. */
export type Strange = { readonly parameter: keyof Chosen; readonly value: string }

/** What was chosen among what there is. */
export type Choice = {
  readonly measures: readonly MeasureChoice[]
  readonly measure: MeasureChoice | null
  readonly selections: readonly SelectionChoice[]
  readonly selection: SelectionChoice | null
  readonly benchmarks: readonly BenchmarkChoice[]
  readonly benchmark: BenchmarkChoice | null
  readonly fit: BenchmarkFit
  readonly order: EconomyOrder
  readonly strange: readonly Strange[]
}

/** A group for which the custodian published a figure of its own: its last year and one before. */
export type GroupRow = {
  readonly area: string
  readonly latest: Observation
  readonly base: Observation | null
}

/** A line of a measure, as a whole or by sex, skill, level ...: how many economies have a figure, and the middle one. */
export type BreakdownRow = { readonly choice: SelectionChoice; readonly distribution: Distribution }

/** A point of a path with what stands before it. */
export type PathPoint = { readonly observation: Observation; readonly breakBefore: boolean }

/** The figures of the line that was chosen, as known on a day. */
export type Figures = {
  readonly series: Series
  readonly selection: Selection
  /** The custodian's own figures for the world, projections among them; empty when there are none. */
  readonly world: readonly PathPoint[]
  readonly worldArea: string | null
  readonly groups: readonly GroupRow[]
  readonly economies: readonly EconomyRow[]
  readonly distribution: Distribution
  /** The year from which changes are counted; null when too few economies have a figure in any such year. */
  readonly baseYear: number | null
  readonly breakdowns: readonly BreakdownRow[]
  /** Null when the measure is not broken down by sex. */
  readonly sexes: SexGap | null
}

/** What an element's own series says, for its page. */
export type Measured = {
  readonly element: Element
  readonly edition: Edition
  readonly role: 'target' | 'indicator'
  /** Without a language and without a question. */
  readonly path: string
  /** What it stands under, from the goal or priority down; the text links it to these. */
  readonly above: readonly { readonly element: Element; readonly path: string; readonly label: Words }[]
  /** The indicators of a target; of an indicator none. */
  readonly indicators: readonly { readonly element: Element; readonly path: string; readonly label: Words }[]
  readonly choice: Choice
  readonly without: readonly NoMeasure[]
  /** Null: no measure has a series, or nothing was known of it on the day asked. */
  readonly figures: Figures | null
  readonly areas: ReadonlyMap<string, Area>
  readonly dimensions: readonly Dimension[]
  readonly sources: readonly Source[]
  /** Releases of the chosen series that became known after the day asked. */
  readonly later: readonly { readonly number: number; readonly knownOn: Day }[]
  readonly findings: readonly Finding[]
}

/** Why there is no figure at all: the reasons of all measures, each once; `none` for an element without any measure. */
export const reasonsOf = (measured: Measured): readonly (NoSeriesReason | 'none')[] => {
  const reasons = [...new Set(measured.without.map(({ reason }) => reason))]
  return reasons.length === 0 && measured.choice.measures.length === 0 ? ['none'] : reasons
}
