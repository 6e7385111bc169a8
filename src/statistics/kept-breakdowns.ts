import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { type Breakdown, breakdownsOf } from './store/observations.ts'
import { picture } from './store/releases.ts'
import { seriesOf } from './store/series.ts'

/** The newest few pictures: several databases in one process each have their own. */
const most = 4
const kept = new Map<string, ReadonlyMap<string, readonly Breakdown[]>>()

/** Of each series all its breakdowns as known on a day. Counting them reads every row, so it is done once for a picture. */
export const breakdownsIn = async (db: ReadDb, asOf: Day): Promise<ReadonlyMap<string, readonly Breakdown[]>> => {
  const under = await picture(db, asOf)
  const standing = kept.get(under)
  if (standing !== undefined) return standing
  const all = await breakdownsOf(db, [...(await seriesOf(db, null, asOf)).keys()], asOf)
  const found = Map.groupBy(all, ({ series }) => series)
  kept.set(under, found)
  if (kept.size > most) kept.delete(kept.keys().next().value ?? '')
  return found
}
