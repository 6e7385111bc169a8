import type { CalibratedOn } from './calibration.ts'

/** An interval in the unit of the indicator. */
export type Interval = {
  readonly lo80: number
  readonly hi80: number
  readonly lo95: number
  readonly hi95: number
}

/** A projection at one year, with its intervals and where they come from. Values have the unit of the indicator. */
export type Forecast = {
  readonly method: 'combined' | 'G1' | 'L1' | 'U1' | 'mean' | 'own'
  readonly value: number
  readonly interval: Interval
  /** How many past errors the row had that the interval is read from; 0 where it is not calibrated on any. */
  readonly calibrationN: number
  readonly calibratedOn: CalibratedOn
  /** By how much the row was widened; null where nothing is. */
  readonly widened: number | null
  /** The two parts of `combined`, each alone; of a group its own series and its members. */
  readonly parts: { readonly own: number; readonly others: number } | null
  /** The pace of the own trend a year, on its scale, in the good direction; null without a direction. */
  readonly pace: number | null
  /** The chance that the value comes to a limit or beyond it in the good direction (upwards without a direction): 0 to 1. */
  readonly reaching: (limit: number) => number
}
