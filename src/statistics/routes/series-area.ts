import { z } from 'zod'
import {
  type Absent,
  type Ask,
  absent,
  addressAsOf,
  addressOf,
  get,
  type Route,
  type TakeAway,
  takeTable,
} from '#platform'
import { selectionKey } from '#statistics/core'
import { takeChart, takenChart } from '#ui'
import { aggregatesOf } from '../aggregates.ts'
import { figuresTaken } from '../files-of-figures.ts'
import { areaAddress } from '../pages/figure.tsx'
import { AreaPage, type AreaProps } from '../pages/series-area.tsx'
import { areaDrawn } from '../pages/series-area-chart.tsx'
import { publishedWorldOf, sourcesOf } from '../reads.ts'
import { areasOf } from '../store/areas.ts'
import { pathsOf } from '../store/observations.ts'
import { areaRemarks, historyOf } from '../store/reach.ts'
import { seriesOf } from '../store/series.ts'
import { areasNearby } from './asking.ts'
import { chosenOf } from './series.ts'

const may = 'statistics.see'

const load = async (
  ask: Ask,
  code: string,
  area: string,
  breakdown: string | undefined,
): Promise<AreaProps | Absent> => {
  const { db, asOf } = ask
  const at = (one: string) => `/series/${code}/${encodeURIComponent(one)}`
  const found = await chosenOf(ask, code, breakdown, (one) => `${at(area)}?${new URLSearchParams({ breakdown: one })}`)
  if ('kind' in found) return found
  const { series, breakdowns, chosen, dimensions } = found
  const areas = await areasOf(db, null)
  const here = areas.get(area)
  if (here === undefined)
    return absent('statistics.noSuchArea', { area: area.slice(0, 80) }, areasNearby(area, areas.values(), at))
  const [paths, sources, worlds, remarks, names] = await Promise.all([
    pathsOf(db, breakdowns, [area], asOf),
    sourcesOf(db, [series.code], asOf),
    publishedWorldOf(db, chosen === null ? [] : [chosen], asOf),
    areaRemarks(db, [area]),
    seriesOf(db, null, asOf),
  ])
  const own = chosen === null ? [] : (paths.get(selectionKey(chosen)) ?? [])
  // Nobody asked for a breakdown, and the plainest one says nothing about this area: another one does.
  const other = breakdowns.find((one) => paths.has(selectionKey(one)))
  const shown = own.length === 0 && breakdown === undefined && other !== undefined ? other : chosen
  const history =
    shown === null
      ? []
      : await historyOf(db, { series: series.code, breakdown: shown.breakdown, area: here.code }, asOf)
  const [line = null] =
    shown === null || here.kind === 'economy'
      ? []
      : await aggregatesOf(db, [{ selection: shown, group: here.code }], asOf, 'now')
  const world = shown === null || shown !== chosen ? undefined : worlds.get(selectionKey(shown))
  return {
    series,
    dimensions,
    area: here,
    areas,
    remark: remarks.get(area) ?? null,
    chosen: shown,
    observations: shown === null ? [] : (paths.get(selectionKey(shown)) ?? []),
    history,
    others: breakdowns.flatMap((one) => {
      const observations = paths.get(selectionKey(one)) ?? []
      return observations.length === 0 ? [] : [{ breakdown: one.breakdown, observations }]
    }),
    world: world === undefined || world.area === area ? null : world,
    source: sources[0] ?? null,
    severalBreakdowns: breakdowns.length > 1,
    computed: line,
    names,
  }
}

const byBreakdown = z.object({ breakdown: z.string().max(200).optional() })

/** All figures of a series for an area, in every breakdown, to take away. */
const figuresAt = async (ask: Ask, code: string, area: string): Promise<TakeAway | Absent> => {
  const props = await load(ask, code, area, undefined)
  if ('kind' in props) return props
  const { series, source, others } = props
  if (source === null || others.length === 0)
    return absent('statistics.noFigures', { series: series.code, day: ask.asOf })
  return figuresTaken(
    {
      series,
      dataset: source.dataset,
      breakdown: '',
      observations: others.flatMap(({ observations }) => observations),
      releases: source.releases,
      areas: props.areas,
      address: `${ask.here.origin}${addressAsOf(addressOf(ask.language, `/series/${code}/${encodeURIComponent(area)}`), ask.asOf)}`,
    },
    `${series.code}_${area.replace('/', '_')}`,
    ask,
  )
}

export const seriesAreaRoutes: readonly Route[] = [
  get({
    path: '/series/:code/:area',
    may,
    asks: byBreakdown,
    load: (ask, { code = '', area = '' }, { breakdown }) => load(ask, code, area, breakdown),
    page: AreaPage,
  }),
  ...takeTable({
    path: '/series/:code/:area/figures',
    may,
    load: (ask, { code = '', area = '' }) => figuresAt(ask, code, area),
  }),
  ...takeChart({
    path: '/series/:code/:area/chart',
    may,
    asks: byBreakdown,
    load: async (ask, { code = '', area = '' }, { breakdown }) => {
      const props = await load(ask, code, area, breakdown)
      if ('kind' in props) return props
      const { say, language, asOf } = ask
      const drawn = areaDrawn({ ...props, say, language, asOf })
      const page = areaAddress(code, area, breakdown ?? '')
      return drawn === null
        ? absent('ui.nothingHere')
        : takenChart({ ...drawn, name: `${code}_${area.replace('/', '_')}`, page })
    },
  }),
]
