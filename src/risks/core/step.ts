import { type Branded, type Day, idKind, type PersonId, type UnitCode } from '#kernel'
import type { EntryId } from '#plan/core'
import type { Score } from './scale.ts'

/** A risk by its number in the register: `r12`. */
export type RiskId = Branded<'risk'>
export const RiskId = idKind('risk', /^r[1-9]\d{0,8}$/)

/** A mitigation or a watch inside its risk: `m1`, `w2`. */
export type PartId = Branded<'risk-part'>
export const PartId = idKind('risk-part', /^[mw][1-9]\d{0,4}$/)

/** So many elements of the plan are named by one risk: as many as its form has room for. */
export const mostElements = 20

/** What a risk is, in the words of whoever entered it. */
export type Wording = {
  readonly title: string
  readonly cause: string
  readonly event: string
  readonly effect: string
  readonly owner: UnitCode
  /** Elements of the plan that it threatens, of any edition. */
  readonly elements: readonly EntryId[]
}

export const levels = ['unit', 'strategic'] as const
/** Where a risk is kept: by its unit, or on the list that the governing body reviews. */
export type Level = (typeof levels)[number]

export type Mitigation = {
  readonly what: string
  readonly owner: UnitCode
  readonly dueOn: Day
  /** What it is expected to change. */
  readonly expected: string
}

export const watchDirections = ['above', 'below'] as const

/** A figure that watches a risk: crossing the threshold opens a question, and never a score. */
export type Watch = {
  readonly series: string
  readonly breakdown: string
  /** The code of an economy; null for the world as its custodian publishes it. */
  readonly area: string | null
  readonly direction: (typeof watchDirections)[number]
  /** Digits as they were typed. */
  readonly threshold: string
}

/** The observation that a question is about. */
export type Crossing = {
  readonly area: string
  readonly year: number
  readonly decimal: string
  readonly release: number
}

/** What was done. A risk is the list of what was done about it; nothing else about it is stored. */
export type Act =
  | ({ readonly kind: 'described' } & Wording)
  | { readonly kind: 'adopted' }
  | { readonly kind: 'assessed'; readonly scale: number; readonly inherent: Score; readonly residual: Score }
  | ({ readonly kind: 'mitigated'; readonly part: PartId } & Mitigation)
  | { readonly kind: 'progressed'; readonly part: PartId; readonly percent: number }
  | ({ readonly kind: 'watched'; readonly part: PartId } & Watch)
  | { readonly kind: 'unwatched'; readonly part: PartId }
  | ({ readonly kind: 'answered'; readonly part: PartId } & Crossing)
  | { readonly kind: 'levelled'; readonly level: Level }
  | { readonly kind: 'closed' }
  | { readonly kind: 'merged'; readonly into: RiskId }

/** An act with who did it, when and why. `n` grows over the whole register. */
export type Step = Act & {
  readonly n: number
  readonly on: Day
  readonly by: PersonId
  readonly reason: string
}
