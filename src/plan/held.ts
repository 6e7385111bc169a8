import { onceIn, type ReadDb } from '#platform'
import { type Indexed, indexed } from './core/indexed.ts'
import { type Load, latestLoad } from './store/loads.ts'
import { planOfLoad } from './store/reading.ts'

export type PlanInForce = { readonly load: Load; readonly ix: Indexed }

/** Plans by load and digest: what a load holds never changes, so nothing kept here grows old. The oldest goes first. */
const kept = new Map<string, Indexed>()
const most = 3

/** The plan of the load in force with its ways in; null before the first load. Built once for a load. */
export const planInForce = onceIn(async (db: ReadDb): Promise<PlanInForce | null> => {
  const load = await latestLoad(db)
  if (load === null) return null
  const key = `${load.n} ${load.digest}`
  const standing = kept.get(key)
  if (standing !== undefined) return { load, ix: standing }
  const plan = await planOfLoad(db, load.n)
  if (plan === null) throw new Error(`The load ${load.n} of the plan has no rows`)
  const ix = indexed(plan)
  kept.set(key, ix)
  for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest)
  return { load, ix }
})
