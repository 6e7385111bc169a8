import { z } from 'zod'
import type { Element } from '#plan/core'
import type { Standing } from '../calibrations.ts'
import { chanceInSigns } from '../core/index.ts'
import type { Outlook } from '../outlook.ts'

const point = z.object({ year: z.int(), value: z.number() })
export const statusNames = ['met', 'likely', 'uncertain', 'unlikely', 'moving away', 'not assessed'] as const

export const standing = z.object({
  edition: z.string(),
  element: z.string(),
  area: z.string().meta({ about: 'progress.api.areaOf' }),
  held: z.string().meta({ about: 'progress.api.held' }),
  benchmark: z.string().nullable(),
  target: point.nullable(),
  series: z.string().nullable(),
  breakdown: z.string().nullable(),
  status: z.enum(statusNames),
  reason: z.string().nullable().meta({ about: 'progress.api.reason' }),
  met: z.boolean().nullable(),
  latest: point.nullable(),
  baseline: point.extend({ from: z.enum(['given', 'series']) }).nullable(),
  distance_covered: z.number().nullable(),
  time_elapsed: z.number().nullable(),
  projection: z
    .object({
      year: z.int(),
      value: z.number(),
      lo80: z.number(),
      hi80: z.number(),
      lo95: z.number(),
      hi95: z.number(),
      chance: z.number().meta({ about: 'progress.api.chance' }),
      chance_shown: z.string(),
      method: z.string(),
      calibrated_on: z.string(),
      short_series: z.boolean(),
      far_horizon: z.boolean(),
    })
    .nullable(),
  pace_needed: z.number().nullable(),
  as_fast_percent: z.number().nullable().meta({ about: 'progress.api.asFast' }),
  line: z.string().nullable().meta({ about: 'progress.api.line' }),
  break_in: z.int().nullable(),
  calibration: z.int(),
})

export type StandingTold = z.infer<typeof standing>

/** An outlook for programs: full doubles, and the chance in the signs that the pages write beside its number. */
export const standingTold = (
  element: Element,
  area: string,
  { benchmark, held, target, selection, answer, notAsked, why }: Outlook,
  calibration: Standing,
): StandingTold => {
  const one = answer?.assessment ?? null
  const projection = one?.projection ?? null
  return {
    edition: element.edition,
    element: element.id,
    area,
    held,
    benchmark: benchmark?.id ?? null,
    target: target === null ? null : { year: target.year, value: target.value },
    series: selection?.series ?? null,
    breakdown: selection?.breakdown ?? null,
    status: one?.status ?? 'not assessed',
    reason: one?.reason ?? why ?? notAsked,
    met: one?.met ?? null,
    latest: one?.latest ?? null,
    baseline: one?.baseline ?? null,
    distance_covered: one?.distanceCovered ?? null,
    time_elapsed: one?.timeElapsed ?? null,
    projection:
      projection === null
        ? null
        : {
            year: projection.year,
            value: projection.value,
            lo80: projection.lo80,
            hi80: projection.hi80,
            lo95: projection.lo95,
            hi95: projection.hi95,
            chance: projection.p,
            chance_shown: chanceInSigns(projection.p),
            method: projection.method,
            calibrated_on: projection.calibratedOn,
            short_series: projection.shortSeries,
            far_horizon: projection.farHorizon,
          },
    pace_needed: one?.feasibility?.requiredPace ?? null,
    as_fast_percent: one?.feasibility?.achievedShare ?? null,
    line: answer?.line ?? null,
    break_in: answer?.breakIn ?? null,
    calibration: calibration.head.number,
  }
}
