import { type Attempt, type Day, done, mayDo, refused } from '#kernel'
import { digestOfTexts, type Work } from '#platform'
import { manifestIn } from '../calibration-inputs.ts'
import { calibrationOf, readingFrom } from '../calibrations.ts'
import { methodsIn } from '../method-files.ts'
import { addCalibration, addWordInForce, calibrations, takeTurn, wordsInForce } from '../store/calibrations.ts'

export const digestOfFiles = (files: ReadonlyMap<string, string>): string =>
  digestOfTexts([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)).flat())

const everywhere = { kind: 'everywhere' } as const

/** Adds a calibration with its files; the first of all is in force from its own day, any other when a person says so. */
export const keepCalibration = async (
  { db, by }: Work,
  {
    files,
    dated,
    reason,
  }: { readonly files: ReadonlyMap<string, string>; readonly dated: Day; readonly reason: string },
): Promise<Attempt<{ readonly number: number; readonly inForce: boolean }>> => {
  if (!mayDo(by, 'progress.calibrate', everywhere)) return refused('progress.mayNotCalibrate')
  await takeTurn(db)
  const digest = digestOfFiles(files)
  const before = await calibrations(db)
  const same = before.find((one) => one.digest === digest)
  if (same !== undefined) return refused('progress.sameCalibration', { number: same.number })
  // Read before it is kept: files that are not understood are never added.
  const reading = readingFrom(files)
  manifestIn(reading)
  methodsIn(reading)
  const number = (before[0]?.number ?? 0) + 1
  await addCalibration(db, { number, dated, digest, author: by.person, reason }, files)
  const isFirst = (await wordsInForce(db)).length === 0
  if (isFirst) await addWordInForce(db, { calibration: number, since: dated, author: by.person, reason })
  return done({ number, inForce: isFirst })
}

/** Says that a calibration is in force from today on. */
export const putInForce = async (
  { db, by, today }: Work,
  { number, reason }: { readonly number: number; readonly reason: string },
): Promise<Attempt<{ readonly number: number; readonly since: Day }>> => {
  if (!mayDo(by, 'progress.calibrate', everywhere)) return refused('progress.mayNotCalibrate')
  if ((await calibrationOf(db, number)) === null) return refused('progress.noCalibration', { number })
  await addWordInForce(db, { calibration: number, since: today, author: by.person, reason })
  return done({ number, since: today })
}
