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
import type { Revised } from '#statistics/core'
import { plainestOf } from '../core/plainest.ts'
import { figuresTaken } from '../files-of-figures.ts'
import { cellAddress } from '../pages/figure.tsx'
import { type CellProps, ObservationPage } from '../pages/observation.tsx'
import { revisionsOf } from '../reads.ts'
import { areasOf, dimensions } from '../store/areas.ts'
import { breakdownsOf } from '../store/observations.ts'
import { areaRemarks, historyOf } from '../store/reach.ts'
import { datasets, seriesOf } from '../store/series.ts'
import { areasNearby, noSuchBreakdown, seriesNearby } from './asking.ts'

const may = 'statistics.see'

const asks = z.object({
  series: z.string().max(80).optional(),
  area: z.string().max(80).optional(),
  year: z.string().max(20).optional(),
  breakdown: z.string().max(200).optional(),
})

const strange = (
  parameter: string,
  value: string | undefined,
  nearby: Parameters<typeof notUnderstood>[2] = [],
): Absent =>
  value === undefined
    ? notUnderstood('statistics.parameterMissing', { parameter }, nearby)
    : notUnderstood('ui.parameterNotUnderstood', { parameter, value }, nearby)

/** Which of the revisions holds on the day asked: they come newest first, and the first one known by then is in force. */
const inForceOn = (revisions: readonly Revised[], asOf: string): number =>
  revisions.findIndex(({ release }) => release.knownOn <= asOf)

/** The years with a figure that are next to the one asked for; without a year to go by, the last ones. */
const yearsBeside = (asked: string | undefined, years: readonly string[]): readonly string[] => {
  const meant = /^\d{4}$/.test(asked ?? '') ? Number(asked) : Number(years.at(-1) ?? 0)
  const far = (year: string): number => Math.abs(Number(year) - meant)
  return years.toSorted((one, other) => far(one) - far(other)).slice(0, 3)
}

const load = async (ask: Ask, asked: z.infer<typeof asks>): Promise<CellProps | Absent> => {
  const { db, asOf, today } = ask
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const at = (but: Readonly<Record<string, string>>) =>
    `/observations?${new URLSearchParams({ ...Object.fromEntries(given), ...but })}`
  const all = await seriesOf(db, null, asOf)
  const series = all.get(asked.series ?? '')
  if (series === undefined)
    return strange(
      'series',
      asked.series,
      seriesNearby(asked.series ?? '', all, (one) => at({ series: one })),
    )
  const areas = await areasOf(db, null)
  const area = areas.get(asked.area ?? '')
  if (area === undefined)
    return strange(
      'area',
      asked.area,
      areasNearby(asked.area ?? '', areas.values(), (one) => at({ area: one })),
    )
  // Everything that is known today: what became known after the day asked is shown as such.
  const [breakdowns, codes] = await Promise.all([breakdownsOf(db, [series.code], today), dimensions(db)])
  const there = breakdowns.map((one) => one.breakdown)
  const breakdown = asked.breakdown ?? plainestOf(breakdowns)?.breakdown ?? ''
  if (!there.includes(breakdown)) return noSuchBreakdown(ask, breakdown, there, codes, (one) => at({ breakdown: one }))
  const selection = { series: series.code, breakdown, area: area.code }
  const history = await historyOf(db, selection, today)
  const years = [...new Set(history.map((one) => String(one.year)))]
  const yearsNearby = yearsBeside(asked.year, years).map((one) => ({
    to: at({ year: one }),
    words: { en: one, [ask.language]: one },
  }))
  if (asked.year === undefined || !/^\d{4}$/.test(asked.year)) return strange('year', asked.year, yearsNearby)
  if (!years.includes(asked.year))
    return absent('statistics.notObserved', { year: asked.year, series: series.code }, yearsNearby, {
      area: area.names,
    })
  const cell = { ...selection, year: Number(asked.year) }
  const [revisions, whose, remarks] = await Promise.all([
    revisionsOf(db, cell, today),
    datasets(db),
    areaRemarks(db, [area.code]),
  ])
  const around = years.map(Number).toSorted((one, other) => one - other)
  const place = around.indexOf(cell.year)
  const stepTo = (year: number | undefined) =>
    year === undefined ? null : { year, to: cellAddress({ ...cell, year }) }
  return {
    series,
    dataset: whose.find(({ code }) => code === series.dataset) ?? null,
    area,
    areas,
    dimensions: codes,
    cell,
    revisions,
    inForce: inForceOn(revisions, asOf),
    remark: remarks.get(area.code) ?? null,
    before: stepTo(around[place - 1]),
    after: stepTo(around[place + 1]),
    severalBreakdowns: breakdowns.length > 1,
  }
}

export const observationRoutes: readonly Route[] = [
  get({ path: '/observations', may, asks, load: (ask, _, asked) => load(ask, asked), page: ObservationPage }),
  ...takeTable({
    path: '/observations/revisions',
    may,
    asks,
    load: async (ask, _, asked) => {
      const found = await load(ask, asked)
      if ('kind' in found) return found
      const { series, dataset, cell, areas, revisions } = found
      if (dataset === null) return absent('statistics.noFigures', { series: series.code, day: ask.asOf })
      const known = revisions.filter(({ release }) => release.knownOn <= ask.asOf)
      return figuresTaken(
        {
          series,
          dataset,
          breakdown: cell.breakdown,
          observations: known.map(({ observation }) => observation),
          releases: known.map(({ release }) => release),
          areas,
          address: `${ask.here.origin}${addressAsOf(addressOf(ask.language, cellAddress(cell)), ask.asOf)}`,
        },
        `${series.code}_${cell.area.replace('/', '_')}_${cell.year}_revisions`,
        ask,
      )
    },
  }),
]
