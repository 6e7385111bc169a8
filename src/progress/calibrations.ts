import type { Day } from '#kernel'
import { onceIn, type ReadDb } from '#platform'
import { type Manifest, manifestIn } from './calibration-inputs.ts'
import type { Methods, Paces } from './core/index.ts'
import { type MethodFiles, methodsIn } from './method-files.ts'
import { type CalibrationHead, calibrations, filesOfCalibration, wordsInForce } from './store/calibrations.ts'

/** A calibration with what is read from its files. */
export type Kept = Methods & {
  readonly head: CalibrationHead
  readonly manifest: Manifest
  readonly paces: Paces
  readonly files: MethodFiles
}

/** The calibration that was in force on a day. `later`: that day was before the first one, which is used for it. */
export type Standing = Kept & { readonly since: Day; readonly later: boolean }

/** By digest: what a calibration holds never changes. */
const kept = new Map<string, Kept>()
const most = 3

export const readingFrom =
  (files: ReadonlyMap<string, string>): MethodFiles =>
  (name) => {
    const content = files.get(name)
    if (content === undefined) throw new Error(`The calibration has no file ${name}`)
    return content
  }

/** A calibration by its number, read once; null when there is none. */
export const calibrationOf = async (db: ReadDb, number: number): Promise<Kept | null> => {
  const head = (await calibrations(db)).find((one) => one.number === number)
  if (head === undefined) return null
  const standing = kept.get(head.digest)
  if (standing !== undefined) return { ...standing, head }
  const files = readingFrom(await filesOfCalibration(db, number))
  const made = { head, files, manifest: manifestIn(files), ...methodsIn(files) }
  kept.set(head.digest, made)
  for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest)
  return made
}

/** What was in force on a day, or the first that ever was where that is later; null where no calibration was loaded. */
export const calibrationInForce = onceIn(async (db: ReadDb, asOf: Day): Promise<Standing | null> => {
  const words = await wordsInForce(db)
  const word = words.find(({ since }) => since <= asOf) ?? words.at(-1)
  if (word === undefined) return null
  const calibration = await calibrationOf(db, word.calibration)
  return calibration === null ? null : { ...calibration, since: word.since, later: word.since > asOf }
})
