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
  const about = 'plan.doctor.load'
  const standing = await planInForce(db)
  if (standing === null) return [{ about, well: true, seen: { code: 'plan.doctor.noPlan', facts: {} } }]
  const { load, ix } = standing
  const read = await planOfLoad(db, load.n)
  const faults = read === null ? [] : checkPlan(read)
  const well = read !== null && faults.length === 0
  const unknown = await unknownSeries(db, ix)
  const facts = { load: String(load.n), editions: read?.editions.length ?? 0, elements: ix.elements.size }
  return [
    {
      about,
      well,
      seen: well
        ? { code: 'plan.doctor.loadSeen', facts }
        : { code: 'plan.doctor.loadFaulty', facts: { load: String(load.n), count: faults.length } },
    },
    {
      about: 'plan.doctor.measures',
      well: unknown === null || unknown.length === 0,
      seen:
        unknown === null
          ? { code: 'plan.doctor.noStatistics', facts: {} }
          : unknown.length === 0
            ? { code: 'plan.doctor.measuresSeen', facts: { count: ix.plan.measures.length } }
            : { code: 'plan.doctor.seriesMissing', facts: { series: unknown.join(', ') } },
    },
  ]
}
