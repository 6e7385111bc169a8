import { z } from 'zod'
import { type Attempt, done, refused } from '#kernel'
import {
  type AggregateInput,
  aggregateCase,
  longestHorizon,
  membersOn,
  type RealCase,
  realCase,
} from '#statistics/core'
import { notUnderstood, observations, once, pathIn } from './case-input.ts'
import { chanceInSigns, forecastGroup, type Member, projectGroup } from './core/index.ts'
import { caseTablesIn, groupInputIn } from './group-inputs.ts'
import { type MethodFiles, methodsIn } from './method-files.ts'

const pairs = z.array(z.tuple([z.int(), z.number().nullable()])).nullish()
const member = z.object({
  code: z.string(),
  weight: z.number().nullish(),
  region: z.string().nullish(),
  observations: pairs,
})
const aggregated = z.object({
  year: z.int(),
  unit: z.enum(['percent', 'positive', 'unknown']).optional(),
  members: z.array(member),
  pool: z.array(member).nullish(),
  weightSource: z.string().nullish(),
  membershipDate: z.string().nullish(),
  published: z.object({ value: z.number(), source: z.string().nullish() }).nullish(),
})
const real = z.object({
  group: z.string(),
  date: z.iso.date(),
  year: z.int(),
  drop: z.array(z.string()).nullish(),
})
const projected = z.object({
  year: z.int(),
  target: z.number().nullish(),
  indicator: z.string().nullish(),
  peers: z.string().nullish(),
  group: z.string().nullish(),
  last: z.int().nullish(),
  observations,
  members: z
    .array(z.object({ weight: z.number().nullish(), weightTarget: z.number().nullish(), observations }))
    .nullish(),
})

/** Runs the cases about groups: figures of method B, members on a day, and projections by the group method. */
export const evaluateGroup = (files: MethodFiles) => {
  const methods = once(() => methodsIn(files))
  const tables = once(() => caseTablesIn(files))

  const project = (given: unknown): Attempt<Readonly<Record<string, unknown>>> => {
    const checked = projected.safeParse(given)
    if (!checked.success) return notUnderstood(checked.error)
    const { group, last, year, target, indicator, peers } = checked.data
    const asked =
      checked.data.members == null && group != null && last != null
        ? groupInputIn(files, group, last, year)
        : { observations: checked.data.observations, members: checked.data.members ?? [] }
    const path = pathIn(asked.observations)
    if (path.kind === 'refused') return path
    const members: Member[] = []
    for (const one of asked.members) {
      const observed = pathIn(one.observations)
      if (observed.kind === 'refused') return observed
      members.push({
        weight: one.weight ?? null,
        weightTarget: one.weightTarget ?? null,
        observations: observed.value,
      })
    }
    const start = path.value.years.at(-1)
    if (start === undefined) return refused('progress.nothingObserved')
    const horizon = year - start
    if (horizon < 1 || horizon > longestHorizon) return refused('progress.horizonTooLong')
    const table = peers ? (methods().peers.get(peers) ?? null) : null
    const forecast = forecastGroup(path.value, horizon, {
      direction: 'up',
      indicator: indicator || null,
      members,
      peers: table,
      calibration: methods().calibration,
    })
    if (forecast === null) return refused('progress.horizonTooLong')
    const p = target == null ? null : forecast.reaching(target)
    return done({
      ...projectGroup(path.value, horizon, members, table),
      horizon,
      calibratedOn: forecast.calibratedOn,
      ...forecast.interval,
      ...(p === null ? {} : { p, shown: chanceInSigns(p) }),
    })
  }

  const checkedBy = <Kind>(
    schema: z.ZodType<Kind>,
    given: unknown,
    run: (one: Kind) => Attempt<Readonly<Record<string, unknown>>>,
  ) => {
    const checked = schema.safeParse(given)
    return checked.success ? run(checked.data) : notUnderstood(checked.error)
  }

  return (kind: string, given: unknown): Attempt<Readonly<Record<string, unknown>>> => {
    switch (kind) {
      case 'aggregates':
        return checkedBy(aggregated, given, (one) => aggregateCase(one as AggregateInput))
      case 'aggregates-real':
        return checkedBy(real, given, ({ drop, ...one }) =>
          aggregateCase(realCase(tables(), { ...one, drop: drop ?? [] } satisfies RealCase)),
        )
      case 'aggregate-projection':
        return project(given)
      case 'membership':
        return checkedBy(z.object({ group: z.string(), date: z.iso.date() }), given, ({ group, date }) =>
          done({ members: membersOn(tables().memberships, group, date) }),
        )
      default:
        return refused('progress.noSuchKind', { kind })
    }
  }
}
