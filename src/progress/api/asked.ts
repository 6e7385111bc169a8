import { type Edition, type Element, type Indexed, isThereOn, kindOf, ofRole } from '#plan/core'
import { type ApiLook, nearestIn, type Objection, objection, strangeIn, unknownValue } from '#platform'
import { areaFor, areasIn } from '../areas.ts'
import { world } from '../bases.ts'
import { planInForce } from '../neighbours/plan.ts'

export type PlanAsked = { readonly ix: Indexed; readonly editions: readonly Edition[] }

export const planAsked = async (
  { db, asOf }: ApiLook,
  codes: readonly string[] | undefined,
): Promise<PlanAsked | Objection> => {
  const standing = await planInForce(db)
  if (standing === null) return { ...objection('path', '', 'plan.noPlan'), status: 404 }
  const { ix } = standing
  const there = new Map<string, Edition>(
    ix.plan.editions.filter((one) => isThereOn(one, asOf)).map((one) => [one.code, one]),
  )
  const strange = strangeIn('edition', codes, there)
  return strange ?? { ix, editions: [...there.values()].filter(({ code }) => codes?.includes(code) ?? true) }
}

const asked = ['target', 'indicator'] as const
export const rolesAsked = asked

/** What can have an outlook: by id where ids are given, else all of a role. */
export const elementsAsked = (
  { ix, editions }: PlanAsked,
  ids: readonly string[] | undefined,
  role: (typeof asked)[number],
): readonly (readonly [edition: Edition, elements: readonly Element[]])[] | Objection => {
  const all = editions.map((edition) => [edition, asked.flatMap((one) => ofRole(ix, edition.code, one))] as const)
  const known = new Map(all.flatMap(([, elements]) => elements.map((one) => [one.id as string, one] as const)))
  const strange = strangeIn('element', ids, known)
  if (strange !== null) return strange
  return all.map(([edition, elements]) => [
    edition,
    elements.filter((one) => (ids === undefined ? kindOf(ix, one).role === role : ids.includes(one.id))),
  ])
}

/** Codes of economies and groups, and `world`. */
export const areasAsked = async (
  { db, asOf }: ApiLook,
  codes: readonly string[] | undefined,
): Promise<readonly string[] | Objection> => {
  if (codes === undefined) return [world]
  const areas = await areasIn(db, asOf)
  const strange = codes.find((code) => code !== world && !areas.all.has(code))
  if (strange === undefined) return [...new Set(codes)]
  const found = areaFor(strange, areas)
  if (found.kind === 'area') return unknownValue('area', strange, [found.code])
  return unknownValue(
    'area',
    strange,
    found.nearest.length > 0 ? found.nearest.map(({ code }) => code) : nearestIn(strange, [world, ...areas.all.keys()]),
  )
}

export const noCalibration = (): Objection => ({ ...objection('path', '', 'progress.notCalibrated'), status: 404 })
