import type { Day, UnitCode, Words } from '#kernel'
import type { EntryId } from '#plan/core'
import type { VerdictKind } from './review.ts'
import { type Assessment, assessmentOf, mitigationsOf, type Risk, wordingOf } from './risk.ts'
import { gradeOf, type Scale, scaleNumbered } from './scale.ts'
import type { RiskId } from './step.ts'

type Named<Code> = { readonly code: Code; readonly names: Words }

export type FrozenAssessment = Pick<Assessment, 'on' | 'scale' | 'inherent' | 'residual' | 'reason'>

export type FrozenMitigation = {
  readonly part: string
  readonly what: string
  readonly owner: Named<UnitCode>
  readonly dueOn: Day
  readonly expected: string
  readonly percent: number
  readonly state: 'done' | 'late' | 'open'
}

export type FrozenRisk = {
  readonly id: RiskId
  readonly title: string
  readonly cause: string
  readonly event: string
  readonly effect: string
  readonly owner: Named<UnitCode>
  readonly elements: readonly (Named<EntryId> & { readonly number: string | null })[]
  readonly verdict: VerdictKind
  readonly into: RiskId | null
  readonly reason: string
  readonly assessment: FrozenAssessment | null
  readonly mitigations: readonly FrozenMitigation[]
}

/**
 * A review as it was decided: everything that its page shows, in words of its day. It is kept as text with its digest; nothing that
 * comes later, of the register, of the plan, of units or of the scale, is read for it.
 */
export type Frozen = {
  readonly format: 1
  readonly year: number
  readonly decision: { readonly number: string; readonly on: Day }
  readonly openedOn: Day
  readonly frozenOn: Day
  /** The latest row of the register that it rests on. */
  readonly upTo: number
  readonly scales: readonly Scale[]
  readonly risks: readonly FrozenRisk[]
}

export type Naming = {
  readonly unit: (code: UnitCode) => Words
  readonly element: (entry: EntryId) => { readonly names: Words; readonly number: string | null }
}

export type Said = {
  readonly risk: Risk
  readonly kind: VerdictKind
  readonly into: RiskId | null
  readonly reason: string
}

const assessed = (risk: Risk): FrozenAssessment | null => {
  const latest = assessmentOf(risk)
  if (latest === null) return null
  const { on, scale, inherent, residual, reason } = latest
  return { on, scale, inherent, residual, reason }
}

/** `said` has each risk as it stands after the review. */
export const frozenOf = (
  about: Pick<Frozen, 'year' | 'decision' | 'openedOn' | 'frozenOn' | 'upTo'>,
  said: readonly Said[],
  scales: readonly Scale[],
  naming: Naming,
): Frozen => {
  const risks = said.map(({ risk, kind, into, reason }): FrozenRisk => {
    const { title, cause, event, effect, owner, elements } = wordingOf(risk)
    return {
      ...{ id: risk.id, title, cause, event, effect },
      owner: { code: owner, names: naming.unit(owner) },
      elements: elements.map((code) => ({ code, ...naming.element(code) })),
      ...{ verdict: kind, into, reason },
      assessment: assessed(risk),
      mitigations: mitigationsOf(risk, about.decision.on).map((one) => ({
        ...{ part: one.part, what: one.what, dueOn: one.dueOn, expected: one.expected, percent: one.percent },
        owner: { code: one.owner, names: naming.unit(one.owner) },
        state: one.state.kind,
      })),
    }
  })
  const used = new Set(risks.flatMap(({ assessment }) => (assessment === null ? [] : [assessment.scale])))
  return { format: 1, ...about, scales: scales.filter(({ n }) => used.has(n)), risks }
}

const inOrder = (_: string, value: unknown): unknown =>
  value === null || typeof value !== 'object' || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))

/** The one text of a frozen review: names in order, two blanks a level, a line end last. */
export const textOf = (frozen: Frozen): string => `${JSON.stringify(frozen, inOrder, 2)}\n`

/** Reads a text that `textOf` wrote. */
export const frozenIn = (text: string): Frozen => {
  const frozen = JSON.parse(text) as Frozen
  if (frozen.format !== 1) throw new Error(`A frozen review of the format ${frozen.format}`)
  return frozen
}

/** The place of the grade of what is left of a frozen risk; null when it was not assessed. */
export const frozenGrade = (frozen: Frozen, risk: FrozenRisk): { scale: Scale; grade: number } | null => {
  if (risk.assessment === null) return null
  const scale = scaleNumbered(frozen.scales, risk.assessment.scale)
  return { scale, grade: gradeOf(scale, risk.assessment.residual) }
}
