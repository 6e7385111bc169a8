import { latestIn, longestHorizon, type Path } from '#statistics/core'
import { byRecentLine, unchanged } from './benchmarks.ts'
import { projectedByCombined } from './combined.ts'
import { type Member, projectGroup } from './group-forecast.ts'
import type { PeerTable, Series } from './peers.ts'
import type { CalibrationGroups, Weights } from './rolling-groups.ts'

/** Ways to project a published group; `mean` is ours. */
export const groupMethods = [
  'mean',
  'own series, G1',
  'members, combined',
  'combined on own series',
  'linear-5',
  'naive',
] as const
export type GroupMethod = (typeof groupMethods)[number]

/** A line of the table of groups: `groups` is a group or `all`; years ahead 1 to 10, 1-5, 6-8, 9-10; errors in points. */
export type GroupRow = {
  readonly groups: string
  readonly method: GroupMethod
  readonly years: string
  readonly n: number
  readonly mae: number
  readonly bias: number
}

type Case = { readonly group: string; readonly ahead: number; readonly errors: Readonly<Record<GroupMethod, number>> }

const firstOrigin = 2005
const lastOrigin = 2022

const pathOf = (observed: ReadonlyMap<number, number>, until: number): Path => {
  const pairs = [...observed].filter(([year]) => year <= until).toSorted(([a], [b]) => a - b)
  return { years: pairs.map(([year]) => year), values: pairs.map(([, value]) => value) }
}

export type PublishedTrial = {
  readonly series: Series
  readonly groups: CalibrationGroups
  readonly weights: Weights
  readonly peers: (origin: number) => PeerTable
}

/** The projections of each published group from each origin, with everything that was known at it. */
const casesOf = ({ series, groups, weights, peers }: PublishedTrial): readonly Case[] => {
  const cases: Case[] = []
  for (let origin = firstOrigin; origin <= lastOrigin; origin += 1) {
    const table = peers(origin)
    const observed = new Map([...series].map(([code, path]) => [code, pathOf(path, origin)]))
    for (const [group, { members, published }] of groups) {
      if (published === null || !published.has(origin)) continue
      const path = pathOf(published, origin)
      for (let ahead = 1; ahead <= longestHorizon; ahead += 1) {
        const actual = published.get(origin + ahead)
        if (actual === undefined) continue
        const people: readonly Member[] = [...members].toSorted().map((code) => ({
          weight: weights(code, origin),
          weightTarget: weights(code, origin + ahead),
          observations: observed.get(code) ?? { years: [], values: [] },
        }))
        const { value, ownSeries, members: byMembers } = projectGroup(path, ahead, people, table)
        const last = latestIn(path)?.value ?? 0
        cases.push({
          group,
          ahead,
          errors: {
            mean: actual - value,
            'own series, G1': actual - ownSeries,
            'members, combined': actual - (byMembers ?? last),
            'combined on own series': actual - projectedByCombined(path, ahead, table),
            'linear-5': actual - byRecentLine(path, ahead),
            naive: actual - unchanged(path, ahead),
          },
        })
      }
    }
  }
  return cases
}

const ranges: readonly (readonly [years: string, from: number, to: number])[] = [
  ...Array.from({ length: longestHorizon }, (_, at) => [`${at + 1}`, at + 1, at + 1] as const),
  ['1-5', 1, 5],
  ['6-8', 6, 8],
  ['9-10', 9, 10],
]

/** How far projections of published groups were off, for each of them and for all together (aggregates.md, 10). */
export const backtestGroups = (trial: PublishedTrial): readonly GroupRow[] => {
  const cases = casesOf(trial)
  const names = [...new Set(cases.map(({ group }) => group))]
  return ['all', ...names].flatMap((groups) =>
    groupMethods.flatMap((method) =>
      ranges.flatMap(([years, from, to]) => {
        const errors = cases
          .filter(({ group, ahead }) => (groups === 'all' || group === groups) && from <= ahead && ahead <= to)
          .map((one) => one.errors[method])
        if (errors.length === 0) return []
        const mean = (of: (error: number) => number) => errors.reduce((sum, one) => sum + of(one), 0) / errors.length
        return [{ groups, method, years, n: errors.length, mae: mean(Math.abs), bias: mean((error) => error) }]
      }),
    ),
  )
}
