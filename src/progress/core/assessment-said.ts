import type { CalibratedOn } from './calibration.ts'
import type { Forecast, Interval } from './forecast.ts'
import type { Complement, Labels } from './labels.ts'
import type { Feasibility } from './paces.ts'
import type { Point, Question } from './question.ts'
import type { Standing } from './standing.ts'

export type Status = 'met' | Standing | 'not assessed'

/** Why something is not assessed (progress.md, 2). `no-errors-known`: nothing is calibrated so far ahead. */
export type NotAssessed =
  | 'no-data'
  | 'outside-scale'
  | 'no-target'
  | 'no-direction'
  | 'target-year-passed'
  | 'stale'
  | 'too-few-observations'
  | 'horizon-too-long'
  | 'no-errors-known'

/** The projection at the target's year, in the unit of the indicator, and the chance that the target is met then. */
export type Projection = Interval & {
  readonly year: number
  /** Years ahead of the latest observation. */
  readonly horizon: number
  readonly method: Forecast['method']
  readonly value: number
  /** Four or five observations: the intervals held less often than they say. */
  readonly shortSeries: boolean
  /** More than eight years ahead: little tested. */
  readonly farHorizon: boolean
  readonly calibrationN: number
  readonly calibrated: boolean
  readonly calibratedOn: CalibratedOn
  readonly widened: number | null
  readonly ownTrend: number | null
  readonly peerMedian: number | null
  /** From 0 to 1; shown by `shownChance` only. */
  readonly p: number
}

/** A least-squares line beside our own: a disagreement is shown and changes nothing (progress.md, 9). */
export type SecondOpinion = {
  readonly method: 'linear-5'
  readonly value: number
  readonly reaches: boolean | null
  /** Null where our own answer is uncertain, or where the target is met. */
  readonly agrees: boolean | null
}

/** Everything that is said about a question. Values have the unit of the indicator; shares are fractions. */
export type Assessment = {
  readonly status: Status
  readonly reason: NotAssessed | null
  readonly met: boolean | null
  readonly latest: Point | null
  readonly baseline: (Point & { readonly from: 'given' | 'series' }) | null
  readonly labels: Labels | null
  readonly complement: Complement | null
  readonly distanceCovered: number | null
  readonly timeElapsed: number | null
  readonly projection: Projection | null
  readonly secondOpinion: SecondOpinion | null
  readonly feasibility: Feasibility | null
}

/** How the question is projected, `ahead` years after its latest observation: an economy's way, or that of a group. */
export type Forecaster = (question: Question, ahead: number) => Forecast | null
