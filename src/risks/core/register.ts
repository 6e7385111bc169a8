import type { Day } from '#kernel'
import type { EntryId } from '#plan/core'
import { inGravity } from './attention.ts'
import {
  assessmentOf,
  gradedOf,
  levelOf,
  mitigationsOf,
  type Risk,
  type RiskState,
  stateOf,
  wordingOf,
} from './risk.ts'
import { gradeNamed, type Scale } from './scale.ts'
import type { Level } from './step.ts'

export const states = ['draft', 'adopted', 'closed', 'merged'] as const

export const sorts = ['number', 'title', 'unit', 'grade', 'assessed', 'late'] as const
export type RegisterSort = (typeof sorts)[number]

/** What a reader wants to see of the register. Without a state: what is open. */
export type Chosen = {
  readonly level?: Level | undefined
  readonly unit?: string | undefined
  readonly state?: RiskState['kind'] | 'any' | undefined
  readonly grade?: string | undefined
  /** An element and its kin in the other editions. */
  readonly kin?: readonly EntryId[] | undefined
}

export const gradeCodeOf = (scales: readonly Scale[], risk: Risk): string | null => {
  const graded = gradedOf(scales, risk, 'residual')
  return graded.kind === 'missing' ? null : gradeNamed(graded.value.scale, graded.value.grade).code
}

const hasState = (risk: Risk, state: Chosen['state']): boolean => {
  const { kind } = stateOf(risk)
  return state === 'any' || (state === undefined ? kind === 'draft' || kind === 'adopted' : kind === state)
}

export const chosenFrom = (scales: readonly Scale[], risks: readonly Risk[], chosen: Chosen): readonly Risk[] =>
  risks.filter(
    (risk) =>
      hasState(risk, chosen.state) &&
      (chosen.level === undefined || levelOf(risk) === chosen.level) &&
      (chosen.unit === undefined || wordingOf(risk).owner === chosen.unit) &&
      (chosen.grade === undefined || gradeCodeOf(scales, risk) === chosen.grade) &&
      (chosen.kin === undefined || wordingOf(risk).elements.some((entry) => chosen.kin?.includes(entry))),
  )

export const lateCount = (risk: Risk, day: Day): number =>
  mitigationsOf(risk, day).filter(({ state }) => state.kind === 'late').length

const byText = (text: (risk: Risk) => string) => (one: Risk, other: Risk) =>
  text(one) < text(other) ? -1 : text(one) > text(other) ? 1 : 0

/** In the order that a reader wants; what is equal in it stays in the order of its numbers. */
export const sorted = (
  scales: readonly Scale[],
  risks: readonly Risk[],
  sort: RegisterSort,
  day: Day,
): readonly Risk[] => {
  switch (sort) {
    case 'number':
      return risks
    case 'title':
      return risks.toSorted(byText((risk) => wordingOf(risk).title.toLowerCase()))
    case 'unit':
      return risks.toSorted(byText((risk) => wordingOf(risk).owner))
    case 'grade':
      return inGravity(scales, risks)
    case 'assessed':
      return risks.toSorted(byText((risk) => assessmentOf(risk)?.on ?? ''))
    case 'late':
      return risks.toSorted((one, other) => lateCount(other, day) - lateCount(one, day))
  }
}
