import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { plainestOf } from './core/plainest.ts'
import { type Breakdown, breakdownsOf } from './store/observations.ts'
import { picture } from './store/releases.ts'
import { seriesOf } from './store/series.ts'

/** The breakdowns of every series: all of them, and the one that a page shows when none is asked for. */
export type Breakdowns = {
  readonly all: readonly Breakdown[]
  readonly bySeries: ReadonlyMap<string, readonly Breakdown[]>
  readonly plainest: ReadonlyMap<string, Breakdown>
}

/** The newest few pictures: several databases in one process each have their own. */
const most = 4
const kept = new Map<string, Breakdowns>()

/** All breakdowns as known on a day. Counting them reads every row, so it is done once for a picture. */
export const breakdownsIn = async (db: ReadDb, asOf: Day): Promise<Breakdowns> => {
  const under = await picture(db, asOf)
  const standing = kept.get(under)
  if (standing !== undefined) return standing
  const all = await breakdownsOf(db, [...(await seriesOf(db, null, asOf)).keys()], asOf)
  const bySeries = Map.groupBy(all, ({ series }) => series)
  const plainest = [...bySeries].flatMap(([series, own]) => {
    const one = plainestOf(own)
    return one === null ? [] : [[series, one] as const]
  })
  const found = { all, bySeries, plainest: new Map(plainest) }
  kept.set(under, found)
  if (kept.size > most) kept.delete(kept.keys().next().value ?? '')
  return found
}
