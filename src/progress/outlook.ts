import type {
  Benchmark,
  BenchmarkFit,
  BenchmarkKind,
  Element,
  Measure,
  NoSeriesReason,
  SelectionChoice,
} from '#plan/core'
import type { Selection } from '#statistics/core'
import type { ApartBy } from './apart.ts'
import type { Answer } from './assessing.ts'
import type { BandStanding, GapAs, Point } from './core/index.ts'

/**
 * What a line is held against: a benchmark of the plan, by its kind (`text` prints a number or none, `literal` takes the words
 * at their letter, `companion` is a figure of somebody official, such as the edge of a band, `decision` was set later); a value
 * that a reader typed; or nothing, where there is no benchmark at all. Nothing still has a trend and a projection. A `gap` is no
 * line but the distance between two of its parts, held against a benchmark in percentage points: its values are points, or a ratio.
 */
export type Held = BenchmarkKind | 'typed' | 'nothing' | 'gap'

/** A gap as it is asked: which parts are compared, and as what; null sides where the figures are not told apart in this way. */
export type GapAsked = {
  readonly by: ApartBy
  readonly as: GapAs
  readonly sides: readonly [one: SelectionChoice, other: SelectionChoice] | null
}

/**
 * Why nothing was asked. `no-series`: nothing measures it, and the measure says why. `other-unit`: its number is in another unit
 * than the line, so that the line has only a trend. `not-broken-down`: a gap, and its parts are not told apart in the figures.
 */
export type NotAsked = 'no-series' | 'other-unit' | 'not-broken-down'

/** What a reader asks in place of the plan: a number, a year, another measure (its id) or another line of it. */
export type Asked = {
  readonly value?: number | undefined
  readonly by?: number | undefined
  readonly measure?: string | undefined
  readonly selection?: Selection | undefined
}

/** One element held against one thing, and the answer; or why there is none. */
export type Outlook = {
  readonly element: Element
  /** Null: the element has no measure of any kind. One without a series says why it has none. */
  readonly measure: Measure | null
  readonly selection: Selection | null
  /** What it is held against, by name. Null for `nothing`, and for a typed value. */
  readonly benchmark: Benchmark | null
  readonly held: Held
  /** `near`: a share of another population. `other-unit` has no target. */
  readonly fit: BenchmarkFit
  /** The number and the year that were asked; null where there is no number, or it is in another unit. */
  readonly target: Point | null
  readonly answer: Answer | null
  readonly notAsked: NotAsked | null
  /** Null: it is about a line. */
  readonly gap: GapAsked | null
  /**
   * Where the latest value stands among the bands for universal connectivity: a rule of its own beside the others, for elements that
   * have the edge of the top band among their benchmarks. Null for others.
   */
  readonly band: BandStanding | null
  /** With `no-series`: why, as the content says; null where nobody measures it at all. */
  readonly why: NoSeriesReason | null
}

/** The outlooks of an element, the default first: that is what a status at a glance says. Never empty. */
export type Outlooks = readonly [Outlook, ...Outlook[]]

/** The one that a reader chose to hold it against, `companion` or `companion-2`; else the default. */
export const heldAs = (all: Outlooks, word: string | undefined): Outlook => {
  const [, kind, nth = '1'] = /^([a-z]+)(?:-(\d+))?$/.exec(word ?? '') ?? []
  // A number of points is of the gap itself, and is told as a difference.
  const same = all.filter(({ held, gap, benchmark }) =>
    gap === null ? held === kind : benchmark?.kind === kind && gap.as === 'difference' && gap.sides !== null,
  )
  return same[Number(nth) - 1] ?? all[0]
}
