import { z } from 'zod'
import { type Ask, type Going, get, type Route, takeTable } from '#platform'
import { groupsIn } from '../aggregates-groups.ts'
import { type Listed, seriesTaken } from '../files-of-series.ts'
import { everybodyIn } from '../finding-area.ts'
import { SeriesOrExplorer, type SeriesProps } from '../pages/series-or-explorer.tsx'
import { dimensions } from '../store/areas.ts'
import { economiesOf } from '../store/reach.ts'
import { releasesAsOf, releasesOfSeries } from '../store/releases.ts'
import { datasets, extents, seriesOf } from '../store/series.ts'
import { explorerAt, exploringAsks, readingOf } from './explorer.ts'

const may = 'statistics.see'

const linesOf = async ({ db, asOf }: Ask): Promise<readonly Listed[]> => {
  const series = await seriesOf(db, null, asOf)
  const [reach, economies, all, releases, brought] = await Promise.all([
    extents(db, asOf),
    economiesOf(db, asOf),
    datasets(db),
    releasesAsOf(db, asOf),
    releasesOfSeries(db, [...series.keys()]),
  ])
  return [...series.values()].map((one) => {
    const extent = reach.find((found) => found.series === one.code)
    const numbers = new Set(brought.filter((found) => found.series === one.code).map(({ release }) => release))
    return {
      series: one,
      extent: extent === undefined ? null : { ...extent, economies: economies.get(one.code) ?? 0 },
      latest: releases.find(({ number }) => numbers.has(number)) ?? null,
      dataset: all.find(({ code }) => code === one.dataset) ?? null,
    }
  })
}

/** Whether all the words that were asked for are in the code, the framework or a name in any language. */
const matches = ({ series, dataset }: Listed, asked: string): boolean => {
  const words = [
    series.code,
    series.frame ?? '',
    series.dataset,
    ...Object.values(series.names),
    ...Object.values(dataset?.names ?? {}),
    ...Object.values(series.unitNames),
  ]
  const text = words.join('\n').toLowerCase()
  return asked
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

export const seriesListRoutes: readonly Route[] = [
  get({
    path: '/series',
    may,
    asks: z.object({ q: z.string().max(200).optional(), ...exploringAsks }),
    load: async (ask, _, { q = '', ...exploring }): Promise<SeriesProps | Going> => {
      const explorer = await explorerAt(ask, exploring)
      if (explorer !== null) return 'kind' in explorer ? explorer : { explorer }
      const [lines, read, { areas: names }, groups, codes] = await Promise.all([
        linesOf(ask),
        readingOf(ask, exploring),
        everybodyIn(ask.db, ask.asOf),
        groupsIn(ask.db, ask.asOf),
        dimensions(ask.db),
      ])
      const asked = q.trim()
      const found = lines.filter((line) => matches(line, asked))
      const series = new Map(lines.map((line) => [line.series.code as string, line.series]))
      return {
        list: {
          lines: found,
          asked,
          all: lines.length,
          misread: read.misread,
          exploring: read.exploring,
          names,
          groups: groups.all,
          series,
          dimensions: codes,
        },
      }
    },
    page: SeriesOrExplorer,
  }),
  ...takeTable({ path: '/series/series', may, load: async (ask) => seriesTaken(await linesOf(ask), ask) }),
]
