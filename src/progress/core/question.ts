import type { Path } from '#statistics/core'

/** `percent` is bounded, 0 to 100; `positive` is a count, price or ratio above 0 without a bound; `unknown` any other scale. */
export type Unit = 'percent' | 'positive' | 'unknown'
/** Which way is better. */
export type Direction = 'up' | 'down' | 'none'
/** To come to a value, or to keep it. */
export type Goal = 'reach' | 'maintain'
/** How an economy's percentage is projected: with peers, or by its own trend alone. */
export type Method = 'combined' | 'G1'

/** A value of a year, in the unit of the indicator. */
export type Point = { readonly year: number; readonly value: number }

/** What is asked about an indicator and a target (progress.md, 1). Years are whole; all values have the indicator's unit. */
export type Question = {
  readonly unit: Unit
  readonly direction: Direction
  readonly goal: Goal
  /** For `maintain` only, in the unit of the indicator. */
  readonly tolerance: number
  /** Null: the first observation is used, unless `baselineFromSeries` is false or there is only one. */
  readonly baseline: Point | null
  readonly baselineFromSeries: boolean
  readonly target: Point | null
  /** Observed values only, never imputed ones. */
  readonly observations: Path
  /** The year in which it is asked. */
  readonly asOf: number
  /** The indicator's name in the calibration, and that of its table of peers; null where it has none. */
  readonly indicator: string | null
  readonly peers: string | null
  /** Null: the method of the indicator's calibration, else `combined`. */
  readonly method: Method | null
}
