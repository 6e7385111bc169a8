import { type ApiLook, type Objection, objection, strangeIn } from '#platform'
import { isThereOn } from '../core/history.ts'
import type { Indexed } from '../core/indexed.ts'
import type { Edition } from '../core/plan.ts'
import { planInForce } from '../held.ts'

/** The plan with the editions that were there on the day asked, or those of them that are asked for. */
export type PlanAsked = { readonly ix: Indexed; readonly editions: readonly Edition[] }

export const planAsked = async (
  { db, asOf }: ApiLook,
  codes?: readonly string[] | undefined,
): Promise<PlanAsked | Objection> => {
  const standing = await planInForce(db)
  if (standing === null) return { ...objection('path', '', 'plan.noPlan'), status: 404 }
  const { ix } = standing
  const there = new Map<string, Edition>(
    ix.plan.editions.filter((one) => isThereOn(one, asOf)).map((one) => [one.code, one]),
  )
  const strange = strangeIn('edition', codes, there)
  if (strange !== null) return strange
  return { ix, editions: [...there.values()].filter(({ code }) => codes?.includes(code) ?? true) }
}
