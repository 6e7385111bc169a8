import { type Attempt, done } from '#kernel'
import { aggregatorOf } from './aggregate.ts'
import { standingOf } from './aggregate-headline.ts'
import type { Unit } from './aggregate-values.ts'
import { type BadPath, pathOf } from './own-trend.ts'

/** A case as the files of the method have it: members and donors with all they were observed to have. */
export type CaseMember = {
  readonly code: string
  readonly weight?: number | null | undefined
  readonly region?: string | null | undefined
  readonly observations?: readonly (readonly [year: number, value: number | null])[] | null | undefined
}
export type AggregateInput = {
  readonly year: number
  readonly unit?: Unit | undefined
  readonly members: readonly CaseMember[]
  /** Economies that are no members and only lend their values to their region. */
  readonly pool?: readonly CaseMember[] | null | undefined
  readonly weightSource?: string | null | undefined
  readonly membershipDate?: string | null | undefined
  readonly published?: { readonly value: number; readonly source?: string | null | undefined } | null | undefined
}

/** The answer in the words of those files. A weighted mean; a year with two values and a number that is not finite are refused. */
export const aggregateCase = (input: AggregateInput): Attempt<Readonly<Record<string, unknown>>, BadPath> => {
  const people = new Map([...input.members, ...(input.pool ?? [])].map((one) => [one.code, one]))
  const economies = []
  for (const { code, observations } of people.values()) {
    const path = pathOf((observations ?? []).map(([year, value]) => ({ year, value })))
    if (path.kind === 'refused') return path
    economies.push({ code, path: path.value })
  }
  const aggregator = aggregatorOf({
    economies,
    unit: input.unit ?? 'percent',
    method: { kind: 'weighted-mean', weight: { series: '', breakdown: '' } },
    weightOf: (code) => people.get(code)?.weight ?? null,
  })
  const { figure, members } = aggregator.explain(
    {
      members: input.members.map(({ code }) => code),
      regions: new Map([...people.values()].flatMap(({ code, region }) => (region ? [[code, region] as const] : []))),
    },
    input.year,
  )
  const { large, counts: _, estimates: __, ...common } = figure
  const standing = standingOf(figure, input.published ?? null, ({ value }) => value)
  const source = input.weightSource ?? null
  const codesOf = (tier: string): readonly string[] =>
    members.filter((one) => one.tier === tier).map(({ code }) => code)
  const isEmpty = figure.shares === null
  return done({
    ...common,
    weightSource: source,
    membershipDate: input.membershipDate ?? null,
    largeUnobserved: isEmpty ? null : large,
    tiers: isEmpty
      ? null
      : Object.fromEntries(
          ['observed', 'interpolated', 'nowcast', 'donor', 'missing'].map((tier) => [tier, codesOf(tier)]),
        ),
    published: input.published ?? null,
    role: standing.role,
    headline:
      standing.published !== null
        ? { value: standing.published.value, by: 'custodian', source: standing.published.source ?? null }
        : figure.value === null
          ? null
          : { value: figure.value, by: 'computed', source },
    ...(standing.role === 'reconstruction' && standing.difference !== null ? { difference: standing.difference } : {}),
    exportable: Object.fromEntries(members.flatMap((one) => (one.tier === 'observed' ? [[one.code, one.value]] : []))),
  })
}

/** One row of a list of members with dates: from inclusive, to exclusive, empty where the list has none. */
export type DatedMember = {
  readonly group: string
  readonly code: string
  readonly from: string
  readonly to: string
}

/** The members on a day, sorted (aggregates.md, 6). */
export const membersOn = (rows: readonly DatedMember[], group: string, day: string): readonly string[] =>
  rows
    .filter((row) => row.group === group && (row.from === '' || row.from <= day) && (row.to === '' || day < row.to))
    .map(({ code }) => code)
    .toSorted()

/** What cases on real data are built from: the series and lists that ship with the methods. */
export type CaseTables = {
  readonly economies: readonly { readonly code: string; readonly region: string }[]
  readonly memberships: readonly DatedMember[]
  /** By code, year by year in order. */
  readonly observations: ReadonlyMap<string, readonly (readonly [number, number])[]>
  readonly weights: ReadonlyMap<string, readonly (readonly [number, number])[]>
  readonly published: ReadonlyMap<string, readonly (readonly [number, number])[]>
  /** What the figures and the weights are called. */
  readonly series: string
  readonly weightSeries: string
}
export type RealCase = {
  readonly group: string
  readonly date: string
  readonly year: number
  readonly drop?: readonly string[] | undefined
}

/** The group that is every economy of the list. */
const everybody = 'WLD'

/** A case on real data: the members on its day, and everybody else as donors. */
export const realCase = (tables: CaseTables, { group, date, year, drop = [] }: RealCase): AggregateInput => {
  const { economies, memberships, observations, weights, published } = tables
  const all = economies.map(({ code }) => code)
  const members = new Set(
    (group === everybody ? all : membersOn(memberships, group, date)).filter((code) => !drop.includes(code)),
  )
  const people = economies.map(({ code, region }) => ({
    code,
    region,
    weight: weights.get(code)?.find(([one]) => one === year)?.[1] ?? null,
    observations: observations.get(code) ?? [],
  }))
  const value = published.get(group)?.find(([one]) => one === year)?.[1]
  return {
    year,
    unit: 'percent',
    weightSource: tables.weightSeries,
    membershipDate: date,
    members: people.filter(({ code }) => members.has(code)),
    pool: people.filter(({ code }) => !members.has(code)),
    published: value === undefined ? null : { value, source: tables.series },
  }
}
