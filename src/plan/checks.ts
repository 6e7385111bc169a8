import { Day } from '#kernel'
import type { Check, ReadDb } from '#platform'
import { checkPlan } from './core/checking.ts'
import type { Indexed } from './core/indexed.ts'
import { planInForce } from './held.ts'
import { seriesOf } from './neighbours/statistics.ts'
import { planOfLoad } from './store/reading.ts'

/** Series that measures point at and that the statistics do not have; null before any statistics are loaded. */
const unknownSeries = async (db: ReadDb, ix: Indexed): Promise<readonly string[] | null> => {
  const known = await seriesOf(db, null, Day.trusted('9999-12-31'))
  if (known.size === 0) return null
  const named = ix.plan.measures.flatMap((measure) =>
    measure.kind === 'series' ? [measure.selection, ...measure.others].map(({ series }) => series) : [],
  )
  return [...new Set(named)].filter((series) => !known.has(series))
}

/** For `doctor`: the load in force, read anew from its rows, is a plan without a fault, and its measures have their series. */
export const checks = async (db: ReadDb): Promise<readonly Check[]> => {
  const name = 'plan: the load in force is whole and without a fault'
  const standing = await planInForce(db)
  if (standing === null) return [{ name, well: true, seen: 'no plan is loaded' }]
  const { load, ix } = standing
  const read = await planOfLoad(db, load.n)
  const faults = read === null ? [] : checkPlan(read)
  const well = read !== null && faults.length === 0
  const unknown = await unknownSeries(db, ix)
  return [
    {
      name,
      well,
      seen: well
        ? `load ${load.n}, ${read.editions.length} editions, ${ix.elements.size} elements`
        : `load ${load.n} has ${faults.length} faults: load the plan again`,
    },
    {
      name: 'plan: every measure points at a series that is there',
      well: unknown === null || unknown.length === 0,
      seen:
        unknown === null
          ? 'no statistics are loaded'
          : unknown.length === 0
            ? `${ix.plan.measures.length} measures`
            : `not there: ${unknown.join(', ')}; load the statistics, or correct the measures`,
    },
  ]
}
