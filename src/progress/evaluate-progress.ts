import { z } from 'zod'
import { type Attempt, done } from '#kernel'
import { notUnderstood, observations, once, pathIn, point } from './case-input.ts'
import {
  type Assessment,
  assess,
  chanceInSigns,
  economyForecaster,
  type Feasibility,
  type Question,
} from './core/index.ts'
import { type MethodFiles, methodsIn } from './method-files.ts'

const input = z.object({
  unit: z.enum(['percent', 'positive', 'unknown']),
  direction: z.enum(['up', 'down', 'none']).nullish(),
  goal: z.enum(['reach', 'maintain']).nullish(),
  tolerance: z.number().nullish(),
  baseline: point.nullish(),
  baselineFromSeries: z.boolean().nullable().default(true),
  target: point.nullish(),
  observations,
  asOf: z.number(),
  indicator: z.string().nullish(),
  peers: z.string().nullish(),
  method: z.enum(['combined', 'G1']).nullish(),
})

/** The assessment in the words of the files: the chance in signs as well, and no feasibility where there is no table. */
export const assessmentInFile = (one: Assessment) => ({
  ...one,
  projection: one.projection === null ? null : { ...one.projection, shown: chanceInSigns(one.projection.p) },
  feasibility: feasible(one.feasibility),
})

const feasible = (one: Feasibility | null): Feasibility | null => (one?.percentile === null ? null : one)

/** Runs cases of the kind `progress`. */
export const evaluateProgress = (files: MethodFiles) => {
  const methods = once(() => methodsIn(files))
  return (given: unknown): Attempt<ReturnType<typeof assessmentInFile>> => {
    const checked = input.safeParse(given)
    if (!checked.success) return notUnderstood(checked.error)
    const { direction, goal, tolerance, baseline, target, indicator, peers, method, ...rest } = checked.data
    const path = pathIn(rest.observations)
    if (path.kind === 'refused') return path
    const question: Question = {
      unit: rest.unit,
      direction: direction ?? 'none',
      goal: goal ?? 'reach',
      tolerance: tolerance ?? 0,
      baseline: baseline ?? null,
      baselineFromSeries: rest.baselineFromSeries ?? false,
      target: target ?? null,
      observations: path.value,
      asOf: rest.asOf,
      indicator: indicator || null,
      peers: peers || null,
      method: method ?? null,
    }
    return done(assessmentInFile(assess(question, methods().paces, economyForecaster(methods()))))
  }
}
