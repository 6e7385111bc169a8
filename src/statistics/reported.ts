import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import {
  type AreaCode,
  latestOfEach,
  type Observation,
  type Selection,
  type Series,
  selectionKey,
} from '#statistics/core'
import { latestOf } from './kept.ts'
import { pathsOfEconomy } from './kept-areas.ts'
import { breakdownsIn } from './kept-breakdowns.ts'
import type { Breakdown } from './store/observations.ts'
import { seriesOf } from './store/series.ts'

/** What is reported of one series for an economy. */
export type ReportedSeries = {
  readonly series: Series
  /** The plainest breakdown, or where that says nothing of it, the first that does; null where nobody has any. */
  readonly selection: Selection | null
  readonly latest: Observation | null
  /** The last year in which anybody has a value. */
  readonly newest: number | null
  /** Years with a value, and the first of them. */
  readonly years: number
  readonly first: number | null
  /** What its source says after the last value, or in place of any: a reason, and the year of it. */
  readonly silence: Observation | null
  /** Further breakdowns with a value. */
  readonly others: number
}

const isKnown = ({ value }: Observation): boolean => value.kind === 'known'

const reportedIn = (
  series: Series,
  breakdowns: readonly Breakdown[],
  plainest: Breakdown | null,
  paths: ReadonlyMap<string, readonly Observation[]>,
  newest: ReadonlyMap<string, number>,
): ReportedSeries => {
  const known = (one: Breakdown): boolean => (paths.get(selectionKey(one)) ?? []).some(isKnown)
  const chosen = plainest === null || known(plainest) ? plainest : (breakdowns.find(known) ?? plainest)
  const path = chosen === null ? [] : (paths.get(selectionKey(chosen)) ?? [])
  const [latest = null] = [...latestOfEach(path).values()]
  const observed = path.filter((one) => isKnown(one) && one.year <= (latest?.year ?? 0))
  return {
    series,
    selection: chosen === null ? null : { series: chosen.series, breakdown: chosen.breakdown },
    latest,
    newest: chosen === null ? null : (newest.get(selectionKey(chosen)) ?? null),
    years: observed.length,
    first: observed[0]?.year ?? null,
    silence: path.findLast((one) => !isKnown(one) && one.year > (latest?.year ?? 0)) ?? null,
    others: breakdowns.filter((one) => one !== chosen && known(one)).length,
  }
}

/** Of every series what an economy reports of it, as known on a day. */
export const reportedOf = async (db: ReadDb, area: AreaCode, asOf: Day): Promise<readonly ReportedSeries[]> => {
  const series = await seriesOf(db, null, asOf)
  const { all, bySeries, plainest } = await breakdownsIn(db, asOf)
  const paths = await pathsOfEconomy(db, area, asOf)
  const told = all.filter((one) => plainest.get(one.series) === one || paths.has(selectionKey(one)))
  const newest = new Map(
    [...(await latestOf(db, told, asOf))].map(([key, latest]) => [key, Math.max(...latest.map(({ year }) => year))]),
  )
  return [...series.values()].map((one) =>
    reportedIn(one, bySeries.get(one.code) ?? [], plainest.get(one.code) ?? null, paths, newest),
  )
}
