import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { calibrationInForce, type Standing } from './calibrations.ts'
import type { Accuracy } from './core/index.ts'
import { accuracyOfCalibration } from './store/calibrations.ts'

/** What the newest backtest of a calibration came to, and the day it was run. */
export type AccuracyKept = { readonly on: Day; readonly accuracy: Accuracy }

/** Null before the calibration was backtested. */
export const accuracyKept = async (db: ReadDb, calibration: number): Promise<AccuracyKept | null> => {
  const run = await accuracyOfCalibration(db, calibration)
  return run === null ? null : { on: run.on, accuracy: JSON.parse(run.result) as Accuracy }
}

/** The calibration in force on a day, with its record; null where no calibration was loaded. */
export type StandingRecord = { readonly standing: Standing; readonly kept: AccuracyKept | null }

export const recordInForce = async (db: ReadDb, asOf: Day): Promise<StandingRecord | null> => {
  const standing = await calibrationInForce(db, asOf)
  return standing === null ? null : { standing, kept: await accuracyKept(db, standing.head.number) }
}
