import { z } from 'zod'
import { type Ask, get, type Route, type TakeAway, takeTable } from '#platform'
import { type Area, type Observation, type Scheme, type Series, selectionKey } from '#statistics/core'
import { groupsIn } from '../aggregates-groups.ts'
import { areasTaken } from '../area-files.ts'
import { areasWith } from '../core/finding-area.ts'
import { everybodyIn } from '../finding-area.ts'
import { latestOf } from '../kept.ts'
import { AreasPage, type AreasProps } from '../pages/areas.tsx'
import { portraitOf } from '../store/portrait.ts'
import { schemeSources } from '../store/reach.ts'
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

const told = async (ask: Ask): Promise<TakeAway> => {
  const { economies, groups } = await listed(ask)
  const lists = await schemeSources(ask.db, ask.asOf)
  return areasTaken(
    ask,
    [
      ...economies.map(({ area, region }) => ({ area, region, members: null })),
      ...groups.map(({ area, members }) => ({ area, region: null, members: members.length })),
    ],
    [...new Set(lists.map(({ source }) => source))],
  )
}

export const areasRoutes: readonly Route[] = [
  get({
    path: '/areas',
    may,
    asks: z.object({ q: z.string().max(200).optional() }),
    load: (ask, _, { q = '' }) => load(ask, q),
    page: AreasPage,
  }),
  ...takeTable({ path: '/areas/areas', may, load: told }),
]
