import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import type { AreaCode, Cell, Observation, Revised, Selection, Source } from '#statistics/core'
import { pathsOf } from './kept.ts'
import { revisionsOfCell, worlds } from './store/observations.ts'
import { releasesAsOf, releasesOfSeries } from './store/releases.ts'
import { datasets, seriesOf } from './store/series.ts'

/** A figure for the world that a custodian published, over the years. */
export type PublishedWorld = { readonly area: AreaCode; readonly observations: readonly Observation[] }

/**
 * Of each selection, by `selectionKey`, the custodian's own figures for the world as known on that day. Where two lists
 * of the world have figures, the one that reaches further; a selection without any is absent.
 */
export const publishedWorldOf = async (
  db: ReadDb,
  selections: readonly Selection[],
  asOf: Day,
): Promise<ReadonlyMap<string, PublishedWorld>> => {
  const paths = await pathsOf(db, selections, await worlds(db, asOf), asOf)
  return new Map(
    [...paths].flatMap(([key, observations]) => {
      const byArea = [...Map.groupBy(observations, ({ area }) => area)]
      const [furthest] = byArea.toSorted(([, one], [, other]) => (other.at(-1)?.year ?? 0) - (one.at(-1)?.year ?? 0))
      return furthest === undefined ? [] : [[key, { area: furthest[0], observations: furthest[1] }] as const]
    }),
  )
}

/** Whose the figures of these series are: data sets, licences, and the releases known by that day, newest first. */
export const sourcesOf = async (db: ReadDb, series: readonly string[], asOf: Day): Promise<readonly Source[]> => {
  const all = await datasets(db)
  const definitions = await seriesOf(db, series, asOf)
  const releases = await releasesAsOf(db, asOf)
  const brought = await releasesOfSeries(db, series)
  const numbers = new Set(brought.map(({ release }) => release))
  return all.flatMap((dataset) => {
    const own = series.filter((code) => definitions.get(code)?.dataset === dataset.code)
    if (own.length === 0) return []
    return [
      {
        dataset,
        series: own,
        releases: releases.filter((one) => one.dataset === dataset.code && numbers.has(one.number)),
      },
    ]
  })
}

/** What each release known by that day said about a cell, newest first, with the release it stood in. */
export const revisionsOf = async (db: ReadDb, cell: Cell, asOf: Day): Promise<readonly Revised[]> => {
  const observations = await revisionsOfCell(db, cell, asOf)
  const releases = await releasesAsOf(db, asOf)
  return observations.flatMap((observation) => {
    const release = releases.find(({ number }) => number === observation.release)
    return release === undefined ? [] : [{ observation, release }]
  })
}
