import { z } from 'zod'
import { wordsIn } from '#kernel'
import { type Absent, type Ask, absent, type Going, goes, notUnderstood, type Route, take, taken } from '#platform'
import { nearestOf } from '#statistics/core'
import { signsOf, standaloneSvg } from '#ui'
import { groupsIn } from '../aggregates-groups.ts'
import { type Asked, exploringAddress, exploringFrom, type Meanings, type Meant, type Read } from '../core/exploring.ts'
import { areasNamed, type Called, spellingsOf } from '../core/finding-area.ts'
import { type Explored, exploredAt } from '../exploring.ts'
import { exploredCsv, exploredJson } from '../files-of-explored.ts'
import { everybodyIn } from '../finding-area.ts'
import type { ExplorerPageProps } from '../pages/explorer.tsx'
import { LineMap } from '../pages/explorer-pictures.tsx'
import { sourcesOf } from '../reads.ts'
import { releasesAsOf } from '../store/releases.ts'
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

const exploredFor = async (ask: Ask, asked: Asked): Promise<Explored | Absent> => {
  const { exploring, misread } = await readingOf(ask, asked)
  if (exploring.series.length === 0) return notUnderstood('statistics.parameterMissing', { parameter: 'series' })
  return exploredAt(ask.db, exploring, misread, ask.asOf)
}

const asks = z.object(exploringAsks)

export const explorerRoutes: readonly Route[] = [
  take({
    path: '/series/figures.csv',
    may,
    asks,
    load: async (ask, _, asked) => {
      const explored = await exploredFor(ask, asked)
      if ('kind' in explored) return explored
      const releases = await releasesAsOf(ask.db, ask.asOf)
      return taken('text/csv; charset=utf-8', 'figures.csv', exploredCsv(explored, releases, ask.language))
    },
  }),
  take({
    path: '/series/figures.json',
    may,
    asks,
    load: async (ask, _, asked) => {
      const explored = await exploredFor(ask, asked)
      if ('kind' in explored) return explored
      const { db, asOf, language, here } = ask
      const releases = await releasesAsOf(db, asOf)
      const address = `${here.origin}/${language}${exploringAddress(explored.exploring)}`
      return taken('application/json', 'figures.json', exploredJson(explored, releases, { language, address, asOf }))
    },
  }),
  take({
    path: '/series/map.svg',
    may,
    asks,
    load: async (ask, _, asked) => {
      const explored = await exploredFor(ask, asked)
      if ('kind' in explored) return explored
      const [line] = explored.lines
      const drawn = await drawnWorld(ask.db, ask.asOf)
      if (line === undefined || drawn === null)
        return absent('statistics.noFigures', { series: explored.exploring.series.join(','), day: ask.asOf })
      const { say, language, here } = ask
      const sources = await sourcesOf(ask.db, [line.series.code], ask.asOf)
      const map = LineMap({ explored, line, nth: 0, drawn, only: 'wide', say, language, here })
      const [first, last] = [explored.years[0], explored.years.at(-1)]
      const svg = standaloneSvg(map as { toString(): string }, {
        heading: [wordsIn(language, line.series.names), `${first}–${last}`].join(signsOf(language).comma),
        source: [
          ...sources.map(({ dataset }) => dataset.credit),
          ...(drawn.source === null ? [] : [drawn.source.credit]),
          say('statistics.note.designations'),
        ],
        language,
      })
      return taken('image/svg+xml', 'map.svg', svg)
    },
  }),
]
