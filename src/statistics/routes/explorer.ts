import { z } from 'zod'
import { type Ask, absent, type Going, goes, notUnderstood, type Route, takeTable } from '#platform'
import { nearestOf } from '#statistics/core'
import { takeChart, takenChart } from '#ui'
import { groupsIn } from '../aggregates-groups.ts'
import { type Asked, exploringAddress, exploringFrom, type Meanings, type Meant, type Read } from '../core/exploring.ts'
import { areasNamed, type Called, spellingsOf } from '../core/finding-area.ts'
import { exploredTaken, misreadAt } from '../explorer-files.ts'
import { exploredAt } from '../exploring.ts'
import { everybodyIn } from '../finding-area.ts'
import type { ExplorerPageProps } from '../pages/explorer.tsx'
import { explorerDrawn } from '../pages/explorer-svg.tsx'
import { sourcesOf } from '../reads.ts'
import { seriesOf } from '../store/series.ts'
import { drawnWorld } from '../world.ts'

const may = 'statistics.see'
/** Room for some hundred codes; an address that is longer does not travel. */
const list = z.string().max(4000).optional()
const word = z.string().max(200).optional()

export const exploringAsks = {
  series: list,
  area: list,
  group: list,
  breakdown: list,
  from: word,
  to: word,
  view: word,
  rows: word,
  sort: word,
  add: list,
  with: list,
}

/** `all LDCs` is the group `LDC`, and that stands for all of them. */
const withoutAll = (text: string): string => text.replace(/^\s*all\s+(?:the\s+)?/i, '').replace(/(?<=[A-Z])s\s*$/, '')

const firstExact = (one: Meant, other: Meant): Meant => (one.exact ? one : other)

/** What texts mean: series by code, framework and name in every language; areas by all their spellings. */
const meaningsIn = async ({ db, asOf }: Ask): Promise<Meanings> => {
  const [all, { spellings }] = await Promise.all([seriesOf(db, null, asOf), everybodyIn(db, asOf)])
  const series = spellingsOf(
    [...all.values()].map(({ code, frame, names }): Called => {
      const framed = frame === null ? [] : [frame, frame.replace(/^\D+/, '')]
      return { area: code, names: [code, ...framed, ...Object.values(names)] }
    }),
  )
  const meant = (text: string, among: typeof series) => {
    const { exact, areas } = areasNamed(text, among, 4)
    return { exact, codes: areas }
  }
  return {
    series: (text) => {
      if (all.has(text)) return { exact: true, codes: [text] }
      const found = meant(text, series)
      return found.codes.length > 0 ? found : { exact: false, codes: nearestOf(text, [...all.keys()], 3) }
    },
    area: (text) => {
      const found = meant(text, spellings)
      return found.exact ? found : firstExact(meant(withoutAll(text), spellings), found)
    },
  }
}

export const readingOf = async (ask: Ask, asked: Asked): Promise<Read> => {
  const [meanings, groups] = await Promise.all([meaningsIn(ask), groupsIn(ask.db, ask.asOf)])
  return exploringFrom(asked, meanings, (group) => groups.schemeOf(group)?.world === true)
}

/** The explorer's page; null where no series is chosen, and the list of them is shown. */
export const explorerAt = async (ask: Ask, asked: Asked): Promise<ExplorerPageProps | Going | null> => {
  const { db, asOf } = ask
  const { exploring, misread, typed } = await readingOf(ask, asked)
  if (exploring.series.length === 0) return null
  if (typed) return goes(exploringAddress(exploring))
  const [explored, drawn, groups, sources] = await Promise.all([
    exploredAt(db, exploring, misread, asOf),
    drawnWorld(db, asOf),
    groupsIn(db, asOf),
    sourcesOf(db, exploring.series, asOf),
  ])
  return { explored, drawn, groups: groups.all, sources }
}

const asks = z.object(exploringAsks)
/** Which of the pictures of a page, from 1. */
const chartAsks = asks.extend({
  chart: z
    .string()
    .regex(/^[1-9]$/)
    .optional(),
})

export const explorerRoutes: readonly Route[] = [
  ...takeTable({
    path: '/series/figures',
    may,
    asks,
    streams: true,
    load: async (ask, _, asked, kind) => exploredTaken(ask, await readingOf(ask, asked), kind),
  }),
  ...takeChart({
    path: '/series/chart',
    may,
    asks: chartAsks,
    load: async (ask, _, { chart = '1', ...asked }) => {
      const { exploring, misread } = await readingOf(ask, asked)
      if (misread[0] !== undefined) return misreadAt(misread[0], '/series/chart.svg')
      if (exploring.series.length === 0) return notUnderstood('statistics.parameterMissing', { parameter: 'series' })
      const explored = await exploredAt(ask.db, exploring, misread, ask.asOf)
      const nth = Number(chart) - 1
      const line = explored.lines[nth]
      if (line === undefined) return absent('statistics.explore.fileEmpty')
      const { db, asOf, say, language } = ask
      const [drawn, sources] = [await drawnWorld(db, asOf), await sourcesOf(db, [line.series.code], asOf)]
      const picture = explorerDrawn({ explored, line, nth, drawn, sources, asOf, say, language })
      if (picture === null) return absent('statistics.explore.fileEmpty')
      const name = `${line.series.code}_${exploring.view === 'table' ? 'line' : exploring.view}`
      return takenChart({ ...picture, name, page: exploringAddress(exploring) })
    },
  }),
]
