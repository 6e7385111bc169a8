import { type Attempt, type Day, done, type PersonId, refused, refusedFields } from '#kernel'
import type { Frozen } from './frozen.ts'
import { merging, type Scores, scoring, standing } from './judging.ts'
import { assessmentOf, isOpen, levelOf, type Risk, seenOf, stateOf, wordingOf } from './risk.ts'
import type { Scale } from './scale.ts'
import type { RiskId } from './step.ts'

export const verdictKinds = ['confirmed', 'changed', 'merged', 'closed', 'new'] as const
export type VerdictKind = (typeof verdictKinds)[number]

/** What the body says about one risk. A later one of the same risk takes its place, until the review is frozen. */
export type Verdict = {
  readonly n: number
  readonly risk: RiskId
  readonly kind: VerdictKind
  /** For one that is merged: into which. */
  readonly into: RiskId | null
  /** For one that is changed: the scores from now on; null where its words alone changed. */
  readonly scores: Scores | null
  readonly reason: string
  readonly on: Day
  readonly by: PersonId
  /** The latest row of the risk when this was said. */
  readonly seen: number
}

export type Given = Pick<Verdict, 'kind' | 'into' | 'scores' | 'reason'>

/** A review of one year: open until it is frozen. */
export type Review = {
  readonly year: number
  readonly openedOn: Day
  readonly openedBy: PersonId
  readonly verdicts: readonly Verdict[]
}

/** A review is opened when none is open, for a year after every one that is frozen. */
export const opening = (
  year: number,
  open: Review | null,
  frozenYears: readonly number[],
): Attempt<number, 'risks.review.openAlready' | 'ui.form.notTaken'> => {
  if (open !== null) return refused('risks.review.openAlready', { year: open.year })
  const last = frozenYears.reduce((most, one) => Math.max(most, one), 0)
  return year > last && year >= 1900 && year <= 2200
    ? done(year)
    : refusedFields([{ field: 'year', code: 'risks.review.yearNotLater', facts: { year: last } }])
}

export const verdictOf = (review: Review, risk: RiskId): Verdict | null =>
  review.verdicts.filter((one) => one.risk === risk).at(-1) ?? null

/** The strategic risks that stand, in the order of the register: each is walked through. */
export const listOf = (risks: readonly Risk[]): readonly Risk[] =>
  risks.filter((risk) => isOpen(risk) && levelOf(risk) === 'strategic')

/** What can be said of a risk: one that the last review did not have is new; one that it had is confirmed or changed. */
export const choicesOf = (risk: Risk, last: Frozen | null): readonly VerdictKind[] =>
  last?.risks.some(({ id, verdict }) => id === risk.id && verdict !== 'merged' && verdict !== 'closed')
    ? ['confirmed', 'changed', 'merged', 'closed']
    : ['new', 'merged', 'closed']

const sameScores = (one: Scores, other: Scores): boolean =>
  (['inherent', 'residual'] as const).every(
    (which) => one[which].likelihood === other[which].likelihood && one[which].impact === other[which].impact,
  )

const changedSince = (risk: Risk, last: Frozen): boolean =>
  risk.steps.some(({ kind, n }) => n > last.upTo && (kind === 'described' || kind === 'assessed'))

/** Whether this can be said of this risk. `into` is the risk that it is merged into, if there is one of that name. */
export const reviewing = (
  risk: Risk,
  given: Given,
  { last, into, scale }: { readonly last: Frozen | null; readonly into: Risk | null; readonly scale: Scale | null },
): Attempt<Given> => {
  const open = standing(risk)
  if (open.kind === 'refused') return open
  const { title } = wordingOf(risk)
  if (levelOf(risk) !== 'strategic') return refused('risks.review.notOnList', { title })
  if (!choicesOf(risk, last).includes(given.kind))
    return refusedFields([{ field: 'kind', code: `risks.review.not.${given.kind}`, facts: {} }])
  if (given.reason.trim() === '') return refusedFields([{ field: 'reason', code: 'risks.reasonNeeded', facts: {} }])
  const latest = assessmentOf(risk)
  const isSame =
    given.scores === null || (latest !== null && latest.scale === scale?.n && sameScores(given.scores, latest))
  if (given.kind !== 'changed' && !isSame)
    return refusedFields([{ field: 'kind', code: 'risks.review.scoresOfAnother', facts: {} }])
  if (given.kind !== 'merged' && given.into !== null)
    return refusedFields([{ field: 'into', code: 'risks.review.intoOfAnother', facts: {} }])
  if (given.kind === 'new' && latest === null) return refused('risks.notAssessed', { title })
  if (given.kind === 'merged') {
    if (given.into === null) return refusedFields([{ field: 'into', code: 'ui.form.empty', facts: {} }])
    const merge = merging(risk, into, given.into)
    return merge.kind === 'refused' ? merge : done({ ...given, scores: null })
  }
  if (given.kind !== 'changed') return done({ ...given, into: null, scores: null })
  const scores = isSame ? null : given.scores
  if (scores === null)
    return last !== null && changedSince(risk, last)
      ? done({ ...given, into: null, scores: null })
      : refusedFields([{ field: 'kind', code: 'risks.review.nothingChanged', facts: {} }])
  const scored = scoring(scale, scores)
  return scored.kind === 'refused' ? scored : done({ ...given, into: null, scores })
}

/** How far the walk is: what is left to say, and what was said of a risk that has changed since. */
export const walkOf = (review: Review, risks: readonly Risk[]) => {
  const list = listOf(risks)
  const verdicts = new Map(list.map((risk) => [risk.id, verdictOf(review, risk.id)]))
  const left = list.filter((risk) => verdicts.get(risk.id) === null)
  const outdated = list.filter((risk) => {
    const verdict = verdicts.get(risk.id)
    return verdict != null && verdict.seen !== seenOf(risk)
  })
  const isGoing = (id: RiskId): boolean => ['closed', 'merged'].includes(verdicts.get(id)?.kind ?? '')
  const astray = list.filter((risk) => {
    const into = verdicts.get(risk.id)?.into
    return into != null && (isGoing(into) || !verdicts.has(into))
  })
  return { list, verdicts, left, outdated, astray }
}

/** Whether a review can be frozen: everything was said, of what stands now, and its decision has been taken. */
export const freezing = (
  review: Review,
  risks: readonly Risk[],
  decision: { readonly number: string; readonly on: Day },
  today: Day,
): Attempt<Review> => {
  const { left, outdated, astray } = walkOf(review, risks)
  if (left.length > 0) return refused('risks.review.notAllSaid', { count: left.length })
  if (outdated.length > 0) return refused('risks.review.changedSinceSaid', { count: outdated.length })
  if (astray.length > 0) return refused('risks.review.mergedIntoGone', { count: astray.length })
  if (decision.on > today) return refusedFields([{ field: 'on', code: 'risks.dayAhead', facts: {} }])
  if (decision.on < review.openedOn)
    return refusedFields([{ field: 'on', code: 'risks.review.dayBefore', facts: { day: review.openedOn } }])
  return done(review)
}

/** Whether freezing takes this risk among what was adopted. */
export const isToAdopt = (risk: Risk, kind: VerdictKind): boolean =>
  ['new', 'confirmed', 'changed'].includes(kind) && stateOf(risk).kind === 'draft'
