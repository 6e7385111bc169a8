import { z } from 'zod'
import {
  type Absent,
  type Ask,
  absent,
  addressAsOf,
  addressOf,
  get,
  notUnderstood,
  type Route,
  takeTable,
} from '#platform'
import { isGroup, latestOfEach, projected, type Selection, selectionKey } from '#statistics/core'
import { takeChart, takenChart } from '#ui'
import { aggregatesOf, type GroupFigure } from '../aggregates.ts'
import { groupsIn } from '../aggregates-groups.ts'
import { plainestOf } from '../core/plainest.ts'
import { type Figures, figuresTaken } from '../files-of-figures.ts'
import { pathsOf } from '../kept.ts'
import type { GroupsOfYear } from '../pages/aggregates.tsx'
import { areaMapDrawn } from '../pages/area-map.tsx'
import { SeriesPage, type SeriesProps, sameView, titleOf } from '../pages/series.tsx'
import { seriesPlace } from '../places.ts'
import { publishedWorldOf, sourcesOf } from '../reads.ts'
import { areasOf, dimensions } from '../store/areas.ts'
import { breakdownsOf } from '../store/observations.ts'
import { releasesAsOf } from '../store/releases.ts'
import { seriesOf } from '../store/series.ts'
import { drawnWorld } from '../world.ts'
import { noSuchBreakdown, noSuchSeries, year } from './asking.ts'

const may = 'statistics.see'
/** As many columns of years as a table has when nobody asks for others. */
const yearsShown = 10

const asks = z.object({
  breakdown: z.string().max(200).optional(),
  from: year.optional(),
  to: year.optional(),
  sort: z.string().max(10).optional(),
})

/** The series that an address names, with its breakdowns and the chosen one; or what to say instead. */
export const chosenOf = async (ask: Ask, code: string, asked: string | undefined, at: (one: string) => string) => {
  const { db, asOf } = ask
  const all = await seriesOf(db, null, asOf)
  const series = all.get(code)
  if (series === undefined) return noSuchSeries(code, all)
  const [breakdowns, codes] = await Promise.all([breakdownsOf(db, [series.code], asOf), dimensions(db)])
  const chosen =
    asked === undefined ? plainestOf(breakdowns) : (breakdowns.find((one) => one.breakdown === asked) ?? null)
  if (chosen === null && asked !== undefined && breakdowns.length > 0)
    return noSuchBreakdown(
      ask,
      asked,
      breakdowns.map((one) => one.breakdown),
      codes,
      at,
    )
  return { series, breakdowns, chosen, dimensions: codes }
}

const withBreakdown = (path: string) => (breakdown: string) => `${path}?${new URLSearchParams({ breakdown })}`

/** The order that an address asks for: a column, falling with a minus before it. */
const orderFrom = (sort: string | undefined): SeriesProps['order'] | null => {
  const found = /^(-?)(name|latest|\d{4})$/.exec(sort ?? 'name')
  return found === null ? null : { by: found[2] ?? 'name', falling: found[1] === '-' }
}

/**
 * World and groups in the year asked, or in the last one in which a world is shown; groups of which nothing can be said are
 * left out. Null where there is no figure of anybody.
 */
const groupsOfYear = async (
  { db, asOf }: Ask,
  selection: Selection | null,
  asked: number | undefined,
): Promise<GroupsOfYear | null> => {
  if (selection === null) return null
  const { all } = await groupsIn(db, asOf)
  const lines = (
    await aggregatesOf(
      db,
      all.map((group) => ({ selection, group, ...(asked === undefined ? {} : { years: [asked] }) })),
      asOf,
      'then',
    )
  ).flatMap((line) => line ?? [])
  const said = (one: GroupFigure): boolean => one.headline !== null
  const worlds = lines.filter(({ scheme }) => scheme.world).flatMap(({ figures }) => figures)
  const years = (worlds.some(said) ? worlds : lines.flatMap(({ figures }) => figures)).filter(said)
  const year = asked ?? Math.max(...years.map((one) => one.year), 0)
  if (year === 0 && lines.every(({ method }) => method?.kind !== 'none')) return null
  const ofYear = lines.map((line) => ({
    ...line,
    figures: line.figures.filter((one) => one.year === year && (said(one) || one.ours.members > 0)),
  }))
  const some = ofYear.filter(({ figures, method }) => figures.length > 0 || method?.kind === 'none')
  return { year, lines: some.toSorted((one, other) => Number(other.scheme.world) - Number(one.scheme.world)) }
}

const load = async (
  ask: Ask,
  code: string,
  { breakdown, from, to, sort }: z.infer<typeof asks>,
): Promise<SeriesProps | Absent> => {
  const { db, asOf, today } = ask
  const found = await chosenOf(ask, code, breakdown, withBreakdown(`/series/${code}`))
  if ('kind' in found) return found
  const { series, chosen } = found
  const order = orderFrom(sort)
  if (order === null)
    return notUnderstood('statistics.sortNotUnderstood', { value: sort ?? '' }, [
      { to: `/series/${code}`, words: series.names },
    ])
  if (from !== undefined && to !== undefined && from > to)
    return notUnderstood('statistics.yearsNotUnderstood', { from: `${from}`, to: `${to}` }, [
      { to: `/series/${code}?from=${to}&to=${from}`, words: { en: `${to}–${from}` } },
    ])
  const selections = chosen === null ? [] : [chosen]
  const [paths, worlds, sources, areas, panels, ever, groupFigures, names, drawn] = await Promise.all([
    pathsOf(db, selections, null, asOf),
    publishedWorldOf(db, selections, asOf),
    sourcesOf(db, [series.code], asOf),
    areasOf(db, null),
    ask.panels(seriesPlace, [series.code]),
    sourcesOf(db, [series.code], today),
    groupsOfYear(ask, chosen, to),
    seriesOf(db, null, asOf),
    drawnWorld(db, asOf),
  ])
  const observations = chosen === null ? [] : (paths.get(selectionKey(chosen)) ?? [])
  const observed = observations.filter(({ value, nature }) => value.kind === 'known' && nature !== projected)
  const last = to ?? Math.max(...observed.map((one) => one.year), from ?? 0)
  const first = from ?? Math.max(last - yearsShown + 1, Math.min(...observations.map((one) => one.year), last))
  return {
    ...found,
    groupFigures,
    names,
    drawn,
    source: sources[0] ?? null,
    observations,
    latest: latestOfEach(observations),
    world: chosen === null ? null : (worlds.get(selectionKey(chosen)) ?? null),
    years: [first, last],
    order,
    areas,
    groups: [...new Set(observations.map(({ area }) => area))].filter(isGroup),
    parts: panels.get(series.code) ?? [],
    firstKnownOn: ever[0]?.releases.at(-1)?.knownOn ?? null,
  }
}

/** All figures of the chosen breakdown, for a file; null where there are none. */
const figuresAt = async (
  ask: Ask,
  code: string,
  breakdown: string | undefined,
  file: string,
): Promise<Figures | Absent> => {
  const { db, asOf, here } = ask
  const found = await chosenOf(ask, code, breakdown, withBreakdown(`/series/${code}/${file}`))
  if ('kind' in found) return found
  const { series, chosen } = found
  const [sources, releases, areas] = await Promise.all([
    sourcesOf(db, [series.code], asOf),
    releasesAsOf(db, asOf),
    areasOf(db, null),
  ])
  const dataset = sources[0]?.dataset
  if (dataset === undefined || chosen === null)
    return absent('statistics.noFigures', { series: series.code, day: asOf })
  const paths = await pathsOf(db, [chosen], null, asOf)
  const question = breakdown === undefined ? '' : `?${new URLSearchParams({ breakdown })}`
  return {
    series,
    dataset,
    breakdown: chosen.breakdown,
    observations: paths.get(selectionKey(chosen)) ?? [],
    releases,
    areas,
    address: `${here.origin}${addressAsOf(addressOf(ask.language, `/series/${series.code}${question}`), asOf)}`,
  }
}

/** `IT.NET.USER.ZS_SEX-F`: a name that every file system takes. */
const nameOf = ({ series, breakdown }: Figures): string =>
  [series.code, breakdown.replaceAll('=', '-').replaceAll(';', '_')].filter(Boolean).join('_')

const byBreakdown = asks.pick({ breakdown: true })

export const seriesRoutes: readonly Route[] = [
  get({
    path: '/series/:code',
    may,
    asks,
    load: (ask, { code = '' }, asked) => load(ask, code, asked),
    page: SeriesPage,
  }),
  ...takeTable({
    path: '/series/:code/figures',
    may,
    asks: byBreakdown,
    streams: true,
    load: async (ask, { code = '' }, { breakdown }, kind) => {
      const figures = await figuresAt(ask, code, breakdown, `figures.${kind}`)
      return 'kind' in figures ? figures : figuresTaken(figures, nameOf(figures), ask)
    },
  }),
  ...takeChart({
    path: '/series/:code/map',
    may,
    asks: byBreakdown,
    load: async (ask, { code = '' }, { breakdown }) => {
      const props = await load(ask, code, { breakdown })
      if ('kind' in props) return props
      const { say, language, asOf } = ask
      const { drawn, series, areas: names } = props
      const title = titleOf({ ...props, say, language })
      const map =
        drawn === null ? null : areaMapDrawn({ ...props, id: 'map', title, names, drawn, asOf, say, language })
      const page = `/series/${series.code}${sameView(props)}`
      return map === null
        ? absent('statistics.noFigures', { series: code, day: asOf })
        : takenChart({ ...map, name: `${code}_map`, page })
    },
  }),
]
