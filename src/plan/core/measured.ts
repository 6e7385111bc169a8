import type { Words } from '#kernel'
import type { Area, Dimension, Observation, Release, Selection, Series, Source } from '#statistics/core'
import type { Benchmark } from './benchmark.ts'
import type { Element } from './element.ts'
import type { BreakdownBy, Measure, NoSeriesReason } from './measure.ts'
import type { Distribution, EconomyOrder, EconomyRow } from './measured-economies.ts'
import type { SexGap } from './measured-gaps.ts'
import type { Edition, Finding } from './plan.ts'

export type SeriesMeasure = Extract<Measure, { readonly kind: 'series' }>

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
  /** Null: not asked; a table has its usual order. */
  readonly order: EconomyOrder | null
  readonly strange: readonly Strange[]
}

/** A group for which the custodian published a figure of its own: its last year, and the base year. */
export type GroupRow = {
  readonly area: string
  readonly latest: Observation
  readonly base: Observation | null
}

/** A line of a measure: how many economies have a figure, and the middle one. */
export type LineRow = { readonly choice: SelectionChoice; readonly distribution: Distribution }

/** A point of a path with what stands before it. */
export type PathPoint = { readonly observation: Observation; readonly breakBefore: boolean }

/** The figures of the line that was chosen, as known on a day. */
export type Figures = {
  readonly series: Series
  readonly selection: Selection
  /** The custodian's own figures for the world, else those computed here; empty when there are none. */
  readonly world: readonly PathPoint[]
  readonly groups: readonly GroupRow[]
  readonly economies: readonly EconomyRow[]
  readonly distribution: Distribution
  /** The year from which changes are counted; null when too few economies have a figure in any such year. */
  readonly baseYear: number | null
  readonly fit: BenchmarkFit
}

/** What is below an element, with its address and what such things are called. */
export type Beside = { readonly element: Element; readonly path: string; readonly label: Words }

/** What an element's own series say, for its page. */
export type Measured = {
  readonly element: Element
  readonly edition: Edition
  readonly role: 'target' | 'indicator'
  /** Without a language and without a question. */
  readonly path: string
  readonly label: Words
  /** The indicators of a target; of an indicator none. */
  readonly below: readonly Beside[]
  readonly choice: Choice
  /** Null: no measure has a series, or nothing was known of it on the day asked. */
  readonly figures: Figures | null
  /** Of each measure that has a series, by its slug: its last values. */
  readonly measures: ReadonlyMap<string, Distribution>
  /** The lines of the chosen measure, its own first; one when it is not broken down. */
  readonly lines: readonly LineRow[]
  /** Null when the chosen measure is not broken down by sex. */
  readonly sexes: SexGap | null
  readonly areas: ReadonlyMap<string, Area>
  /** The codes by which publishers say how a value came about. */
  readonly natures: Dimension | null
  /** Of the chosen measure, as known on the day asked. */
  readonly sources: readonly Source[]
  /** Releases of the chosen measure that became known after the day asked, the first one first. */
  readonly later: readonly Release[]
  /** Of the indicators of a target: what is odd in the print about codes of outside frameworks. */
  readonly findings: readonly Finding[]
}

/** Why there is no figure at all: the reasons of all measures, each once; `none` for an element without any measure. */
export const reasonsOf = ({ choice: { measures } }: Measured): readonly (NoSeriesReason | 'none')[] => {
  if (measures.length === 0) return ['none']
  return [...new Set(measures.flatMap(({ measure }) => (measure.kind === 'none' ? [measure.reason] : [])))]
}

/** The last of the figures for the world. */
export const latestWorldOf = (figures: Figures | null): Observation | null => figures?.world.at(-1)?.observation ?? null

/** The release that a value stands in; null when its line is not known. */
export const releaseOf = ({ sources }: Measured, { release }: Observation): Release | null =>
  sources.flatMap(({ releases }) => releases).find(({ number }) => number === release) ?? null

/** The data set that the chosen series comes with. */
export const ownSource = ({ sources, figures }: Measured): Source | null =>
  sources.find(({ series }) => figures !== null && series.includes(figures.series.code)) ?? null

/** Whether a text names a code of an outside framework, `17.6.1` or `5.b.1`. */
export const namesCode = (text: string): boolean => /\b\d+\.[0-9a-z]\.\d+\b/.test(text)
