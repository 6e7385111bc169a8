import type { Look } from '#platform'
import { isGroup, type Observation, type Selection, type Source, selectionKey } from '#statistics/core'
import { type GlanceFigures, selectionsOf } from './core/glance-figures.ts'
import type { Measure } from './core/measure.ts'
import { latestOf, pathsOf, revisionOf, seriesOf } from './neighbours/statistics.ts'
import { type GroupLine, groupLinesOf, worldLinesOf } from './world-lines.ts'

const pathsWithout = (
  { db, asOf }: Look,
  selections: readonly Selection[],
  worlds: ReadonlyMap<string, unknown>,
): Promise<ReadonlyMap<string, readonly Observation[]>> =>
  pathsOf(
    db,
    selections.filter((one) => !worlds.has(selectionKey(one))),
    null,
    asOf,
  )

const observationsOf = (lines: ReadonlyMap<string, GroupLine>) =>
  new Map([...lines].map(([key, { observations }]) => [key, observations]))

const economiesOnly = (some: readonly Observation[]): readonly Observation[] =>
  some.filter(({ area }) => !area.includes('/'))

const readFigures = async (look: Look, selections: readonly Selection[]): Promise<GlanceFigures> => {
  const { db, asOf } = look
  const codes = [...new Set(selections.map(({ series }) => series))]
  const worlds = await worldLinesOf(db, selections, asOf)
  const [series, latest, paths] = await Promise.all([
    seriesOf(db, codes, asOf),
    latestOf(
      db,
      selections.filter((one) => worlds.has(selectionKey(one))),
      asOf,
    ),
    pathsWithout(look, selections, worlds),
  ])
  return {
    series,
    worlds: observationsOf(worlds),
    economies: new Map([...[...paths].map(([key, some]) => [key, economiesOnly(some)] as const), ...latest]),
  }
}

/** The same for one economy or group: its own line in place of the world's, and nobody beside it. */
const readArea = async (look: Look, selections: readonly Selection[], area: string): Promise<GlanceFigures> => {
  const { db, asOf } = look
  const series = await seriesOf(db, [...new Set(selections.map((one) => one.series))], asOf)
  const worlds = isGroup(area)
    ? observationsOf(await groupLinesOf(db, selections, area, asOf))
    : await pathsOf(db, selections, [area], asOf)
  return { series, worlds, economies: new Map() }
}

/** Figures by what they were read from: the releases that were known, and the lists in force. What is kept stays true. */
const kept = new Map<string, GlanceFigures>()
/** Both editions, today and on a few other days: some hundred kilobytes each. */
const most = 12

const keep = (key: string, figures: GlanceFigures): GlanceFigures => {
  kept.set(key, figures)
  for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest)
  return figures
}

const none: GlanceFigures = { series: new Map(), worlds: new Map(), economies: new Map() }

/**
 * Figures for all rows, each kind in one question; of what has a figure for the world, economies are read for their last
 * only. `sources` are those of the same measures on the same day.
 */
export const figuresFor = async (
  look: Look,
  measures: readonly Measure[],
  sources: readonly Source[],
  area: string | null,
): Promise<GlanceFigures> => {
  const selections = selectionsOf(measures)
  if (selections.length === 0) return none
  const releases = sources.flatMap((source) =>
    source.releases.map((one) => `${one.number} ${one.digest} ${one.loadedAt}`),
  )
  const key = [await revisionOf(look.db), look.asOf, area ?? '', ...releases, ...selections.map(selectionKey)].join('|')
  return (
    kept.get(key) ?? keep(key, await (area === null ? readFigures(look, selections) : readArea(look, selections, area)))
  )
}
