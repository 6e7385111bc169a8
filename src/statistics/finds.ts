import { Day, type Words } from '#kernel'
import type { Findable, FindKind, Finds, ReadDb } from '#platform'
import type { Area, Series } from '#statistics/core'
import { areaPage } from './pages/names.tsx'
import { areasOf, schemesOf } from './store/areas.ts'
import { type Alias, aliasesOf } from './store/portrait.ts'
import { referenceOn } from './store/reference.ts'
import { releasesAsOf, releasesOfSeries } from './store/releases.ts'
import { datasets, seriesOf } from './store/series.ts'

const kinds: readonly FindKind[] = [
  { code: 'series', key: 'statistics.find.series', example: 'statistics.find.seriesExample', order: 40 },
  { code: 'areas', key: 'statistics.find.areas', example: 'statistics.find.areasExample', order: 50 },
  { code: 'sources', key: 'statistics.find.sources', example: 'statistics.find.sourcesExample', order: 85 },
]

const lastDay = Day.trusted('9999-12-31')

/** A series is there from the day of its first figures on. */
const firstDays = async (db: ReadDb, series: readonly string[]): Promise<ReadonlyMap<string, Day>> => {
  const days = new Map((await releasesAsOf(db, lastDay)).map(({ number, knownOn }) => [number, knownOn]))
  const first = new Map<string, Day>()
  for (const { series: code, release } of await releasesOfSeries(db, series)) {
    const day = days.get(release)
    const standing = first.get(code)
    if (day !== undefined && (standing === undefined || day < standing)) first.set(code, day)
  }
  return first
}

const seriesFound = (one: Series, of: Words | undefined, since: Day | undefined): Findable => ({
  key: `series/${one.code}`,
  address: `/series/${one.code}`,
  kind: 'series',
  label: { en: one.code },
  title: one.names,
  texts: [one.unitNames, ...(of === undefined ? [] : [of])],
  // "SDG 17.8.1" is asked for by its number alone too.
  codes: [one.code, ...(one.frame === null ? [] : [one.frame, one.frame.replace(/^\P{N}+/u, '')])],
  weight: 1.35,
  since: since ?? null,
})

const areaFound = (area: Area, scheme: Words | null, aliases: readonly Alias[]): Findable => {
  const said = aliases.flatMap(({ alias, kind }) => (kind.startsWith('name') ? [alias] : []))
  const coded = aliases.flatMap(({ alias, kind }) => (kind.startsWith('name') ? [] : [alias]))
  const [first = '', group] = area.code.split('/')
  return {
    key: `area/${area.code}`,
    address: areaPage(area.code),
    kind: 'areas',
    label: scheme,
    title: area.names,
    texts: said.length === 0 ? [] : [{ en: said.join('\n') }],
    codes: [...new Set([group ?? first, area.code, ...(area.m49 === null ? [] : [area.m49]), ...coded])],
    weight: group === undefined ? 1.5 : 1.3,
  }
}

const documents = async (db: ReadDb): Promise<readonly Findable[]> => {
  const reference = await referenceOn(db, lastDay)
  if (reference.id === 0) return []
  const series = await seriesOf(db, null, lastDay)
  const since = await firstDays(db, [...series.keys()])
  const sources = await datasets(db)
  const schemes = new Map((await schemesOf(db, reference.id, null)).map(({ code, names }) => [code, names]))
  const aliases = Map.groupBy(await aliasesOf(db, null), ({ area }) => area)
  const own = (area: Area): readonly Alias[] => {
    const names = new Set<string>(Object.values(area.names))
    return (aliases.get(area.code) ?? []).filter(({ alias }) => !names.has(alias))
  }
  return [
    ...[...series.values()].map((one) =>
      seriesFound(one, sources.find(({ code }) => code === one.dataset)?.names, since.get(one.code)),
    ),
    ...[...(await areasOf(db, null)).values()].map((area) =>
      areaFound(area, schemes.get(area.code.split('/')[0] ?? '') ?? null, own(area)),
    ),
    ...sources.map(({ code, names, publisher, caveat }) => ({
      key: `source/${code}`,
      address: `/sources#${code}`,
      kind: 'sources',
      label: publisher,
      title: names,
      texts: caveat === null ? [] : [caveat],
      codes: [code],
      weight: 1,
    })),
  ]
}

/** Series, economies and groups under all their names and codes, and sources. */
export const finds: Finds = { kinds, documents }
