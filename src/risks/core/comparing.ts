import { type Frozen, type FrozenMitigation, type FrozenRisk, frozenGrade } from './frozen.ts'
import { gravity } from './scale.ts'
import type { RiskId } from './step.ts'

export const movements = ['new', 'graver', 'lighter', 'same', 'merged', 'closed', 'left'] as const
/** `left`: it stood on last year's list and was taken off before this review. */
export type Movement = (typeof movements)[number]

export type Compared = {
  readonly id: RiskId
  readonly title: string
  readonly movement: Movement
  readonly before: FrozenRisk | null
  readonly after: FrozenRisk | null
  /** What became of the mitigations that were not done last year. `gone`: nothing is said of it any more. */
  readonly mitigations: readonly {
    readonly what: string
    readonly part: string
    readonly before: FrozenMitigation
    readonly after: FrozenMitigation['state'] | 'gone'
  }[]
}

const stood = ({ verdict }: FrozenRisk): boolean => verdict !== 'closed' && verdict !== 'merged'

/** Above zero when it grew graver. Steps count on one scale; on two only how grave the grades are among their own. */
const movedBy = (last: Frozen, before: FrozenRisk, next: Frozen, after: FrozenRisk): number => {
  const [from, to] = [frozenGrade(last, before), frozenGrade(next, after)]
  if (from === null || to === null || before.assessment === null || after.assessment === null) return 0
  const grades = gravity(to.scale, to.grade) - gravity(from.scale, from.grade)
  if (grades !== 0 || before.assessment.scale !== after.assessment.scale) return grades
  const product = ({ likelihood, impact }: { likelihood: number; impact: number }): number => likelihood * impact
  return product(after.assessment.residual) - product(before.assessment.residual)
}

const movementOf = (last: Frozen, before: FrozenRisk | null, next: Frozen, after: FrozenRisk | null): Movement => {
  if (after === null) return 'left'
  if (after.verdict === 'closed' || after.verdict === 'merged') return after.verdict
  if (before === null) return 'new'
  const by = movedBy(last, before, next, after)
  return by > 0 ? 'graver' : by < 0 ? 'lighter' : 'same'
}

/** What moved from one frozen review to the next: each risk of either, those of the later one first. Neither is changed by it. */
export const comparing = (last: Frozen, next: Frozen): readonly Compared[] => {
  const earlier = new Map(last.risks.filter(stood).map((risk) => [risk.id, risk]))
  const later = new Map(next.risks.map((risk) => [risk.id, risk]))
  return [...new Set([...later.keys(), ...earlier.keys()])].map((id) => {
    const before = earlier.get(id) ?? null
    const after = later.get(id) ?? null
    return {
      ...{ id, before, after },
      title: (after ?? before)?.title ?? id,
      movement: movementOf(last, before, next, after),
      mitigations: (before?.mitigations ?? [])
        .filter(({ state }) => state !== 'done')
        .map((one) => ({
          ...{ what: one.what, part: one.part, before: one },
          after: after?.mitigations.find(({ part }) => part === one.part)?.state ?? 'gone',
        })),
    }
  })
}
