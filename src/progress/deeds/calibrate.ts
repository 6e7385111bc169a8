import { type Attempt, done, mayDo, refused } from '#kernel'
import type { Work } from '#platform'
import { type Selection, selectionKey } from '#statistics/core'
import { calibrationInputsIn } from '../calibration-inputs.ts'
import { filesOfCalibrated } from '../calibration-told.ts'
import { calibrationInForce } from '../calibrations.ts'
import { type CalibrationInputs, calibrate, type OwnCalibration } from '../core/index.ts'
import { pathsOf } from '../neighbours/statistics.ts'
import { seriesOfObservations } from '../own-tables.ts'
import { filesOfCalibration } from '../store/calibrations.ts'
import { keepCalibration } from './calibrations.ts'

/** What a person has to know before putting it in force: the methods that follow, and how wide their own rows are. */
export type NewCalibration = {
  readonly number: number
  readonly inForce: boolean
  readonly before: number
  readonly indicators: readonly {
    readonly indicator: string
    readonly method: OwnCalibration['method']
    readonly widened: number
    readonly economies: number
  }[]
}

/**
 * Computes the next calibration from the statistics as they are known today, by the rules of the one in force. What the statistics
 * do not hold stays as it was in that one. It is kept with its inputs, and is not in force before a person says so.
 */
export const calibrateFromStatistics = async (work: Work, reason: string): Promise<Attempt<NewCalibration>> => {
  const { db, by, today } = work
  if (!mayDo(by, 'progress.calibrate', { kind: 'everywhere' })) return refused('progress.mayNotCalibrate')
  const standing = await calibrationInForce(db, today)
  if (standing === null) return refused('progress.notCalibrated')
  const { manifest, files, head } = standing
  const before = calibrationInputsIn(files)
  const selections = [manifest.lender, ...manifest.others].flatMap(({ selection }) =>
    selection === null ? [] : [selection],
  )
  const paths = await pathsOf(db, selections, null, today)
  const known = (selection: Selection | null) => {
    const observations = selection === null ? undefined : paths.get(selectionKey(selection))
    return observations === undefined ? null : seriesOfObservations(observations)
  }
  const inputs: CalibrationInputs = {
    ...before,
    lender: { ...before.lender, series: known(manifest.lender.selection) ?? before.lender.series },
    others: new Map(
      manifest.others.map(({ indicator, least, selection }) => [
        indicator,
        { least, series: known(selection) ?? before.others.get(indicator)?.series ?? new Map() },
      ]),
    ),
  }
  const calibrated = calibrate(inputs, standing.calibration.indicators)
  const texts = filesOfCalibrated(await filesOfCalibration(db, head.number), inputs, calibrated, today)
  const kept = await keepCalibration(work, { files: texts, dated: today, reason })
  if (kept.kind === 'refused') return kept
  const { indicators } = calibrated.calibration
  return done({
    ...kept.value,
    before: head.number,
    indicators: Object.entries(indicators).map(([indicator, one]) => ({
      indicator,
      method: one.method,
      widened: one[one.method].widened,
      economies: inputs.others.get(indicator)?.series.size ?? 0,
    })),
  })
}
