import { join } from 'node:path'
import { Day, done } from '#kernel'
import { type ContentStep, type Look, readTextFile } from '#platform'
import { filesOf, manifestIn } from './calibration-inputs.ts'
import { digestOfFiles, keepCalibration } from './deeds/calibrations.ts'
import { methodFilesIn } from './method-folder.ts'
import { addAccuracy, calibrations } from './store/calibrations.ts'

/** A backtest in JSON is a few hundred kilobytes: in bytes. */
const limit = 16 * 2 ** 20

/** The calibration of the content folder, when its files are not those of any here; its backtest comes with it. */
export const content = async ({ db }: Look, folder: string): Promise<readonly ContentStep[]> => {
  const there = await readTextFile(join(folder, 'methods', 'manifest.json'), limit)
  if (there.kind === 'trouble') return []
  const read = methodFilesIn(folder)
  const manifest = manifestIn(read)
  const files = new Map(filesOf(manifest).map((name) => [name, read(name)]))
  const digest = digestOfFiles(files)
  if ((await calibrations(db)).some((one) => one.digest === digest)) return []
  return [
    {
      name: 'progress: methods',
      event: 'progress.calibrated',
      deed: async (work) => {
        const dated = Day.trusted(manifest.dated)
        const kept = await keepCalibration(work, { files, dated, reason: 'content' })
        if (kept.kind === 'refused') return kept
        const accuracy = await readTextFile(join(folder, 'methods', 'accuracy.json'), limit)
        if (accuracy.kind === 'text')
          await addAccuracy(work.db, {
            calibration: kept.value.number,
            on: dated,
            author: work.by.person,
            result: accuracy.text,
          })
        return done({ ...kept.value })
      },
    },
  ]
}
