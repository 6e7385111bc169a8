import { type Attempt, done, type Facts, mayDo, refused, type Scope, type UnitCode } from '#kernel'
import type { EntryId } from '#plan/core'
import type { Work } from '#platform'
import { type Act, judging, type Risk, type RiskId, type Wording, wordingOf } from '#risks/core'
import { planInForce } from '../neighbours/plan.ts'
import { addSteps, lockedRisk } from '../store/steps.ts'
import { isThereFor } from '../visible.ts'

/** What a deed about a risk left behind: the risk, whose it is, why, and what was and is. */
export type Decided = {
  readonly risk: RiskId
  readonly title: string
  readonly unit: UnitCode
  readonly reason: string
  readonly before?: Readonly<Record<string, string | number>>
  readonly after?: Readonly<Record<string, string | number>>
}

export const unitScope = (code: UnitCode): Scope => ({ kind: 'unit', code })

/** Whether somebody may do this to a risk. What is on the strategic list is decided by its owner unit too. */
export const mayOn = (by: Work['by'], permission: string, risk: Risk): boolean =>
  mayDo(by, permission, unitScope(wordingOf(risk).owner))

/** What a form says about a risk that it was shown with. */
export type Seen = { readonly risk: RiskId; readonly seen: number }

/**
 * Decides about one risk: nobody else does meanwhile, whoever asks may do it for its unit, and it stands as the form showed it.
 * `judge` answers what to add; `others` are risks that must not change meanwhile either.
 */
export const deciding = async (
  { db, by, today }: Work,
  { risk: id, seen }: Seen,
  permission: string,
  reason: string,
  judge: (risk: Risk) => Promise<Attempt<readonly Act[]>> | Attempt<readonly Act[]>,
  told: (risk: Risk) => Pick<Decided, 'before' | 'after'> = () => ({}),
  others: readonly RiskId[] = [],
): Promise<Attempt<Decided>> => {
  const risk = await lockedRisk(db, id, others)
  if (risk === null || !isThereFor(by, risk, permission)) return refused('risks.noSuchRisk', { risk: id })
  const { title, owner } = wordingOf(risk)
  if (!mayOn(by, permission, risk)) return refused('risks.notYourUnit', { unit: owner, right: permission })
  const unchanged = judging.unchanged(risk, seen)
  if (unchanged.kind === 'refused') return unchanged
  const judged = await judge(risk)
  if (judged.kind === 'refused') return judged
  await addSteps(
    db,
    judged.value.map((act) => ({ risk: id, on: today, by: by.person, reason, act })),
  )
  return done({ risk: id, title, unit: owner, reason, ...told(risk) })
}

/** Roles of elements that a risk can threaten. */
export const threatened = ['goal', 'target', 'outcome', 'enabler'] as const

/** A refusal that is about one field of the form. */
const refusedAt = (field: string, code: string, facts: Facts): Attempt<never> => ({
  kind: 'refused',
  refusal: { code, facts, fields: [{ field, code, facts }] },
})

/** Whether the owner that a form names is a unit for which this person may do it. */
export const owning = (by: Work['by'], permission: string, owner: UnitCode): Attempt<null> =>
  mayDo(by, permission, unitScope(owner))
    ? done(null)
    : refusedAt('owner', 'risks.notYourUnit', { unit: owner, right: permission })

/** Whether the units and elements that a form names exist. */
export const naming = async (
  db: Work['db'],
  units: readonly { readonly field: string; readonly unit: string }[],
  elements: readonly EntryId[],
): Promise<Attempt<null>> => {
  const standing = await planInForce(db)
  const known = new Set<string>(standing?.ix.plan.organisation.units.map(({ code }) => code) ?? [])
  const unit = units.find((one) => !known.has(one.unit))
  const strange = elements.find((entry) => {
    const element = standing?.ix.elements.get(entry)
    const role = element === undefined ? undefined : standing?.ix.kinds.get(element.kind)?.role
    return !threatened.some((one) => one === role)
  })
  if (unit !== undefined) return refusedAt(unit.field, 'risks.noSuchUnit', { unit: unit.unit })
  if (strange !== undefined) return refusedAt('elements', 'risks.noSuchElement', { element: strange })
  return done(null)
}

/** Facts of a wording for the audit trail. */
export const toldWording = ({ title, cause, event, effect, owner, elements }: Wording) => ({
  ...{ title, cause, event, effect, owner },
  elements: elements.join(' '),
})
