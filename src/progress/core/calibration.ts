import type { ErrorRows } from './error-rows.ts'
import type { Method } from './question.ts'
import type { SizeRows } from './size-rows.ts'

/** An indicator's own rows, stored widened by `widened`. */
export type OwnRows = { readonly widened: number; readonly horizons: ErrorRows }

/** What is known of an indicator's own errors, and the method that follows from them (progress.md, 6.5 and 6.6). */
export type OwnCalibration = {
  readonly method: Method
  /** The latest comparison: mean absolute errors over 1 to 5 years, known in the last 8 years, in points. */
  readonly switch: { readonly year: number; readonly n: number; readonly combined: number; readonly G1: number }
} & Readonly<Record<Method, OwnRows>>

/** Errors of the past: data with a number and a date, never recomputed in passing (calibration.json). */
export type Calibration = {
  /** The indicator whose rows are lent to others. */
  readonly indicator: string
  readonly rows: Readonly<Record<Method, ErrorRows>>
  readonly indicators: Readonly<Record<string, OwnCalibration>>
  /** Sizes for counts, prices and ratios. */
  readonly generic: SizeRows
  /** Sizes for groups, per indicator. */
  readonly groups: Readonly<Record<string, SizeRows>>
}

/** Rows of the lending indicator are widened by this for another one, and so is the scale of a group. */
export const lentWidening = 2

/** Where an interval comes from: the label that stands at every chart with a band. */
export type CalibratedOn = 'indicator' | 'family' | 'none'

export type Picked = {
  readonly rows: ErrorRows
  /** Widening that is still to be applied, and in all. */
  readonly apply: number
  readonly widened: number
  readonly calibratedOn: Exclude<CalibratedOn, 'none'>
}

/** Which errors the interval of a percentage comes from (progress.md, 6.5); the first condition that holds. */
export const rowsFor = (calibration: Calibration, indicator: string | null, method: Method, ahead: number): Picked => {
  const rows = calibration.rows[method]
  if (indicator === calibration.indicator) return { rows, apply: 1, widened: 1, calibratedOn: 'indicator' }
  const own = indicator === null ? undefined : ownRowsOf(calibration, indicator)?.[method]
  if (own !== undefined && `${ahead}` in own.horizons)
    return { rows: own.horizons, apply: 1, widened: own.widened, calibratedOn: 'indicator' }
  return { rows, apply: lentWidening, widened: lentWidening, calibratedOn: 'family' }
}

const ownRowsOf = ({ indicators }: Calibration, name: string): OwnCalibration | undefined =>
  Object.hasOwn(indicators, name) ? indicators[name] : undefined

/** The method of an indicator: the one asked for, else that of its calibration, else `combined` (progress.md, 1). */
export const methodOf = (calibration: Calibration, indicator: string | null, asked: Method | null): Method =>
  asked ?? (indicator === null ? undefined : ownRowsOf(calibration, indicator)?.method) ?? 'combined'
