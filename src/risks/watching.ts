import { type Attempt, type Day, done, refusedFields } from '#kernel'
import type { ReadDb } from '#platform'
import type { Watch, WatchedFigure, WatchNow } from '#risks/core'
import { codesOf, type Observation, projected, selectionKey } from '#statistics/core'
import { areasOf, pathsOf, publishedWorldOf, seriesOf, sourcesOf } from './neighbours/statistics.ts'

/** Whether there is something to watch: a series of ours, a breakdown that can be one, an economy that is one. */
export const watchable = async (db: ReadDb, watch: Watch, asOf: Day): Promise<Attempt<null>> => {
  const mark = (field: string, code: string, facts: Readonly<Record<string, string>>) =>
    refusedFields([{ field, code, facts }])
  const series = await seriesOf(db, [watch.series], asOf)
  if (!series.has(watch.series)) return mark('series', 'risks.noSuchSeries', { series: watch.series })
  if (codesOf(watch.breakdown) === null)
    return mark('breakdown', 'risks.noSuchBreakdown', { breakdown: watch.breakdown })
  if (watch.area === null) return done(null)
  const areas = await areasOf(db, [watch.area])
  return areas.has(watch.area) ? done(null) : mark('area', 'risks.noSuchArea', { area: watch.area })
}

/** The observed figures that these watches look at, as known on a day, by watch. Asked in a handful of questions for all of them. */
export const figuresFor = async (
  db: ReadDb,
  watches: readonly WatchNow[],
  asOf: Day,
): Promise<(watch: WatchNow) => readonly WatchedFigure[]> => {
  if (watches.length === 0) return () => []
  const ofWorld = watches.filter(({ area }) => area === null)
  const ofAreas = watches.filter(({ area }) => area !== null)
  const world = ofWorld.length === 0 ? new Map() : await publishedWorldOf(db, ofWorld, asOf)
  const codes = [...new Set(ofAreas.flatMap(({ area }) => area ?? []))]
  const paths = ofAreas.length === 0 ? new Map() : await pathsOf(db, ofAreas, codes, asOf)
  const sources = await sourcesOf(db, [...new Set(watches.map(({ series }) => series))], asOf)
  const days = new Map(
    sources.flatMap(({ releases }) => releases.map(({ number, knownOn }) => [number, knownOn] as const)),
  )
  return (watch) => {
    const key = selectionKey(watch)
    const rows: readonly Observation[] =
      watch.area === null
        ? (world.get(key)?.observations ?? [])
        : (paths.get(key) ?? []).filter((one: Observation) => one.area === watch.area)
    return rows.flatMap(({ area, year, value, release, nature }) => {
      const knownOn = days.get(release)
      if (value.kind !== 'known' || value.value.bound !== null || nature === projected || knownOn === undefined)
        return []
      return [{ area, year, decimal: value.value.decimal, release, knownOn }]
    })
  }
}
