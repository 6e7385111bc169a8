import { z } from 'zod'
import { type Words, wordsIn } from '#kernel'
import { type Ask, csvOf, get, type Route, take, taken } from '#platform'
import { type Area, isGroup, type Observation, type Scheme, type Series, selectionKey } from '#statistics/core'
import { groupsIn } from '../aggregates-groups.ts'
import { areasWith } from '../core/finding-area.ts'
import { everybodyIn } from '../finding-area.ts'
import { latestOf } from '../kept.ts'
import { AreasPage, type AreasProps } from '../pages/areas.tsx'
import { portraitOf } from '../store/portrait.ts'
import { seriesOf } from '../store/series.ts'

const may = 'statistics.see'

export type ListedGroup = { readonly scheme: Scheme; readonly area: Area; readonly members: readonly string[] }

/** Economies with the region they are listed under, groups with their members today, and the first figures of each economy. */
type Listed = {
  readonly economies: readonly { readonly area: Area; readonly region: Area | null }[]
  readonly groups: readonly ListedGroup[]
  readonly facts: readonly { readonly series: Series; readonly latest: ReadonlyMap<string, Observation> }[]
  readonly spellings: Awaited<ReturnType<typeof everybodyIn>>['spellings']
}

const listed = async ({ db, asOf }: Ask): Promise<Listed> => {
  const [everybody, groups, portrait] = [
    await everybodyIn(db, asOf),
    await groupsIn(db, asOf),
    await portraitOf(db, asOf),
  ]
  const series = await seriesOf(db, portrait.series.length === 0 ? [] : portrait.series.map((one) => one.series), asOf)
  const latest = await latestOf(db, portrait.series, asOf)
  const own = groups.all.flatMap((group): ListedGroup[] => {
    const [scheme, area] = [groups.schemeOf(group), everybody.areas.get(group)]
    if (scheme === null || area === undefined) return []
    return [{ scheme, area, members: groups.composition(group, null, asOf, asOf).members }]
  })
  const [first] = portrait.beside
  const regions = new Map(
    own.filter(({ scheme }) => scheme.code === first).flatMap(({ area, members }) => members.map((one) => [one, area])),
  )
  return {
    economies: [...everybody.areas.values()].flatMap((area) =>
      area.kind === 'economy' ? [{ area, region: regions.get(area.code) ?? null }] : [],
    ),
    groups: own,
    facts: portrait.series.flatMap((selection) => {
      const definition = series.get(selection.series)
      const found = latest.get(selectionKey(selection)) ?? []
      return definition === undefined
        ? []
        : [{ series: definition, latest: new Map(found.map((one) => [one.area, one])) }]
    }),
    spellings: everybody.spellings,
  }
}

const load = async (ask: Ask, q: string): Promise<AreasProps> => {
  const { economies, groups, facts, spellings } = await listed(ask)
  const asked = q.trim()
  const found = asked === '' ? null : areasWith(asked, spellings)
  const isFound = ({ area }: { readonly area: Area }) => found === null || found.has(area.code)
  return {
    asked,
    economies: economies.filter(isFound),
    groups: groups.filter(isFound),
    facts,
    all: { economies: economies.length, groups: groups.length },
  }
}

const told = async (ask: Ask) => {
  const { economies, groups } = await listed(ask)
  const row = (area: Area, region: Area | null, members: number | null) => ({
    code: area.code,
    kind: isGroup(area.code) ? 'group' : 'economy',
    names: area.names,
    m49: area.m49,
    region: region?.code ?? null,
    regionNames: region?.names ?? null,
    members,
  })
  return [
    ...economies.map(({ area, region }) => row(area, region, null)),
    ...groups.map(({ area, members }) => row(area, null, members.length)),
  ]
}

const columns = ['code', 'kind', 'name', 'm49', 'region', 'region_name', 'members', 'as_of'] as const

const nameIn = (language: Ask['language'], names: Words | null): string | null =>
  names === null ? null : wordsIn(language, names)

export const areasRoutes: readonly Route[] = [
  get({
    path: '/areas',
    may,
    asks: z.object({ q: z.string().max(200).optional() }),
    load: (ask, _, { q = '' }) => load(ask, q),
    page: AreasPage,
  }),
  take({
    path: '/areas/areas.csv',
    may,
    load: async (ask) => {
      const rows = (await told(ask)).map((one) => [
        one.code,
        one.kind,
        nameIn(ask.language, one.names),
        one.m49,
        one.region,
        nameIn(ask.language, one.regionNames),
        one.members,
        ask.asOf,
      ])
      return taken('text/csv; charset=utf-8', 'areas.csv', csvOf([columns, ...rows]))
    },
  }),
  take({
    path: '/areas/areas.json',
    may,
    load: async (ask) => {
      const areas = (await told(ask)).map(({ regionNames: _, ...one }) => one)
      return taken('application/json', 'areas.json', `${JSON.stringify({ as_of: ask.asOf, areas })}\n`)
    },
  }),
]
