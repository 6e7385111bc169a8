import { type Attempt, done, mayDo, refused } from '#kernel'
import type { Work } from '#platform'
import { countsOf } from '../core/counting.ts'
import { indexed } from '../core/indexed.ts'
import { declareUnits } from '../neighbours/access.ts'
import { readPlan } from '../read-plan.ts'
import { addLoad } from '../store/adding.ts'
import { latestLoad, takeTurn } from '../store/loads.ts'

/** What came of it: a new load with what it holds, or the standing one when these very files are in force. */
export type Loaded = {
  readonly kind: 'loaded' | 'nothing-new'
  readonly load: number
  readonly slug: string
  readonly editions: Readonly<Record<string, number>>
}

/** Loads a plan from its file: all of it, or nothing with every fault. The units of its organization are declared with it. */
export const loadPlan = async (
  work: Work,
  { file, reason }: { readonly file: string; readonly reason: string },
): Promise<Attempt<Loaded>> => {
  const { db, by, today } = work
  if (!mayDo(by, 'plan.load', { kind: 'everywhere' })) return refused('plan.mayNotLoad')
  const { plan, faults, digest } = await readPlan(file)
  if (plan === null) return refused('plan.faulty', { file, count: faults.length }, faults)
  await takeTurn(db)
  const ix = indexed(plan)
  const editions = Object.fromEntries(plan.editions.map(({ code }) => [code, countsOf(ix, code)['all elements'] ?? 0]))
  const standing = await latestLoad(db)
  if (standing?.digest === digest) return done({ kind: 'nothing-new', load: standing.n, slug: plan.slug, editions })
  const load = await addLoad(db, plan, { on: today, author: by.person, reason, digest })
  const declared = await declareUnits(
    work,
    plan.organisation.units.map(({ element: _, ...unit }) => unit),
  )
  return declared.kind === 'refused' ? declared : done({ kind: 'loaded', load, slug: plan.slug, editions })
}
