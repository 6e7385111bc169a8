import type { ReadDb } from '#platform'
import { type Frozen, frozenIn, type Risk, type RiskId, type Scale } from '#risks/core'
import { type FrozenHead, frozenHeads, frozenText } from './store/reviews.ts'
import { scalesOf } from './store/scales.ts'
import { risksOf, standOf, touchedAfter } from './store/steps.ts'

type Held = Awaited<ReturnType<typeof standOf>> & {
  readonly risks: ReadonlyMap<RiskId, Risk>
  readonly list: readonly Risk[]
}

/** The newest stand of the register that was read; rows are only added, so what it holds stays true of it. */
let held: Held | null = null

/** A transaction that began long before others may end after them: so many rows back are looked at again. */
const window = 1000

const stepsIn = (list: readonly Risk[]): number => list.reduce((sum, { steps }) => sum + steps.length, 0)

const anew = async (db: ReadDb): Promise<readonly Risk[]> => risksOf(db, null)

const brought = async (db: ReadDb, from: Held, count: number): Promise<readonly Risk[]> => {
  const touched = await risksOf(db, await touchedAfter(db, from.upTo - window))
  const risks = new Map([...from.risks, ...touched.map((risk) => [risk.id, risk] as const)])
  const list = [...risks.values()].toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
  return stepsIn(list) === count ? list : anew(db)
}

/** The whole register with everything that was ever done: read once, then only what was added. */
export const registerOf = async (db: ReadDb): Promise<readonly Risk[]> => {
  const stand = await standOf(db)
  const from = held
  if (from !== null && from.first === stand.first && from.last === stand.last && from.count === stand.count)
    return from.list
  const isSame = from !== null && from.first === stand.first && from.first !== '' && from.count <= stand.count
  const list = isSame ? await brought(db, from, stand.count) : await anew(db)
  held = { ...stand, list, risks: new Map(list.map((risk) => [risk.id, risk])) }
  return list
}

export type Register = { readonly risks: readonly Risk[]; readonly scales: readonly Scale[] }

export const registerWithScales = async (db: ReadDb): Promise<Register> => ({
  risks: await registerOf(db),
  scales: await scalesOf(db),
})

/** Frozen reviews by their digest: what one says never changes. */
const frozenKept = new Map<string, Frozen>()

export const frozenReview = async (db: ReadDb, head: FrozenHead): Promise<Frozen> => {
  const kept = frozenKept.get(head.digest)
  if (kept !== undefined) return kept
  const body = await frozenText(db, head.year)
  if (body === null) throw new Error(`The frozen review of ${head.year} has a head and no text`)
  const frozen = frozenIn(body)
  frozenKept.set(head.digest, frozen)
  for (const oldest of [...frozenKept.keys()].slice(0, -20)) frozenKept.delete(oldest)
  return frozen
}

/** The latest frozen review; null before the first. */
export const lastFrozen = async (db: ReadDb): Promise<Frozen | null> => {
  const [head] = await frozenHeads(db)
  return head === undefined ? null : frozenReview(db, head)
}
