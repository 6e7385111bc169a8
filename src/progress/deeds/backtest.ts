import { type Attempt, type Day, done, mayDo, refused } from '#kernel'
import type { Work } from '#platform'
import { accuracyTold } from '../accuracy-told.ts'
import { calibrationInputsIn, othersForecastsIn } from '../calibration-inputs.ts'
import { calibrationInForce, calibrationOf } from '../calibrations.ts'
import { type Accuracy, accuracyOf } from '../core/index.ts'
import { addAccuracy } from '../store/calibrations.ts'

export type Backtested = { readonly calibration: number; readonly dated: Day; readonly accuracy: Accuracy }

/** Backtests a calibration, the one in force unless another is named, on its own inputs, and keeps what came of it for the page. */
export const backtestCalibration = async (
  { db, by, today, progress }: Work,
  number: number | null,
): Promise<Attempt<Backtested>> => {
  if (!mayDo(by, 'progress.calibrate', { kind: 'everywhere' })) return refused('progress.mayNotCalibrate')
  const calibration = number === null ? await calibrationInForce(db, today) : await calibrationOf(db, number)
  if (calibration === null)
    return number === null ? refused('progress.notCalibrated') : refused('progress.noCalibration', { number })
  const { files, head } = calibration
  const accuracy = accuracyTold(accuracyOf(calibrationInputsIn(files), othersForecastsIn(files), progress))
  await addAccuracy(db, { calibration: head.number, on: today, author: by.person, result: JSON.stringify(accuracy) })
  return done({ calibration: head.number, dated: head.dated, accuracy })
}
