import type { Selection } from '#statistics/core'
import { calibrationInputsIn } from './calibration-inputs.ts'
import type { Kept, Standing } from './calibrations.ts'
import { type Outcome, pastOf } from './core/index.ts'

/** By digest and indicator: what a calibration says of the past never changes. Making it takes seconds. */
const kept = new Map<string, readonly Outcome[]>()
const most = 3

/** Every projection of the past of an indicator of a calibration that can be held against what came; made once. */
export const pastKept = ({ head, files }: Pick<Kept, 'head' | 'files'>, indicator: string): readonly Outcome[] => {
  const key = `${head.digest} ${indicator}`
  const standing = kept.get(key)
  if (standing !== undefined) return standing
  const made = pastOf(calibrationInputsIn(files), indicator)
  kept.set(key, made)
  for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest)
  return made
}

/** What is asked of the past: an indicator of the calibration in force and the year in which its projections would have been made. */
export type Past = {
  readonly standing: Standing
  readonly indicators: readonly { readonly indicator: string; readonly selection: Selection | null }[]
  readonly indicator: string
  readonly selection: Selection | null
  /** Of the indicator, from every origin. */
  readonly all: readonly Outcome[]
  readonly origins: readonly number[]
  readonly origin: number
}
