import type { Check, ReadDb } from '#platform'
import { checkPlan } from './core/index.ts'
import { planInForce } from './held.ts'
import { latestLoad } from './store/loads.ts'
import { planOfLoad } from './store/reading.ts'

/** For `doctor`: the load in force, read anew from its rows, is a plan without a fault. */
export const checks = async (db: ReadDb): Promise<readonly Check[]> => {
  const name = 'plan: the load in force is whole and without a fault'
  const load = await latestLoad(db)
  if (load === null) return [{ name, well: true, seen: 'no plan is loaded' }]
  const read = await planOfLoad(db, load.n)
  const faults = read === null ? [] : checkPlan(read)
  const standing = await planInForce(db)
  const elements = standing?.ix.elements.size ?? 0
  const well = read !== null && faults.length === 0
  return [
    {
      name,
      well,
      seen: well
        ? `load ${load.n}, ${read.editions.length} editions, ${elements} elements`
        : `load ${load.n} has ${faults.length} faults: load the plan again`,
    },
  ]
}
