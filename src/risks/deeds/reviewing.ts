import { type Attempt, type Day, done, mayDo, refused } from '#kernel'
import type { Work } from '#platform'
import {
  type Act,
  freezing,
  frozenOf,
  type Given,
  isToAdopt,
  judging,
  opening,
  type Review,
  type Risk,
  type RiskId,
  reviewing,
  scaleOn,
  textOf,
  verdictOf,
  walkOf,
  wordingOf,
} from '#risks/core'
import { lastFrozen } from '../held.ts'
import { namingOf } from '../naming.ts'
import { addFrozen, addReview, addVerdict, frozenHeads, openReview, takeTurn } from '../store/reviews.ts'
import { scalesOf } from '../store/scales.ts'
import { addSteps, lockedRisk, lockedRisks, type NewStep, risksOf, standOf } from '../store/steps.ts'

const everywhere = { kind: 'everywhere' } as const

/** Opens the review of a year. */
export const openReviewOf = async (
  { db, by, today }: Work,
  { year }: { readonly year: number },
): Promise<Attempt<{ readonly year: number }>> => {
  if (!mayDo(by, 'risks.review', everywhere)) return refused('ui.notAllowed', { right: 'risks.review' })
  await takeTurn(db)
  const frozen = await frozenHeads(db)
  const judged = opening(
    year,
    await openReview(db),
    frozen.map((one) => one.year),
  )
  if (judged.kind === 'refused') return judged
  await addReview(db, year, today, by.person)
  return done({ year })
}

type SaidAbout = Given & { readonly year: number; readonly risk: RiskId; readonly seen: number }

export type Said = {
  readonly year: number
  readonly risk: RiskId
  readonly title: string
  readonly given: Given
}

/** Says what the body decided about one risk. Until the review is frozen it can be said otherwise. */
export const sayVerdict = async (
  { db, by, today }: Work,
  { year, risk: id, seen, ...given }: SaidAbout,
): Promise<Attempt<Said>> => {
  if (!mayDo(by, 'risks.review', everywhere)) return refused('ui.notAllowed', { right: 'risks.review' })
  await takeTurn(db)
  const review = await openReview(db)
  if (review === null || review.year !== year) return refused('risks.review.notOpen', { year })
  const risk = await lockedRisk(db, id)
  if (risk === null) return refused('risks.noSuchRisk', { risk: id })
  const unchanged = judging.unchanged(risk, seen)
  if (unchanged.kind === 'refused') return unchanged
  const [into] = given.into === null ? [] : await risksOf(db, [given.into])
  const judged = reviewing(risk, given, {
    last: await lastFrozen(db),
    into: into ?? null,
    scale: scaleOn(await scalesOf(db), today),
  })
  if (judged.kind === 'refused') return judged
  await addVerdict(db, year, id, judged.value, { on: today, by: by.person, seen })
  return done({ year, risk: id, title: wordingOf(risk).title, given: judged.value })
}

/** What a review does to the register when it is frozen, in the order of its list. */
const actsOf = (review: Review, risk: Risk, scale: number | null): readonly { act: Act; reason: string }[] => {
  const verdict = verdictOf(review, risk.id)
  if (verdict === null) return []
  const { kind, into, scores, reason } = verdict
  const acts: Act[] = []
  if (scores !== null && scale !== null) acts.push({ kind: 'assessed', scale, ...scores })
  if (isToAdopt(risk, kind)) acts.push({ kind: 'adopted' })
  if (kind === 'closed') acts.push({ kind: 'closed' })
  if (kind === 'merged' && into !== null) acts.push({ kind: 'merged', into })
  return acts.map((act) => ({ act, reason }))
}

export type FreezeOrder = { readonly year: number; readonly number: string; readonly on: Day }

/**
 * Freezes a review: what it decided is done to the register, and the whole of it is kept as one text with its digest, which
 * nothing changes any more.
 */
export const freezeReview = async (
  { db, by, today }: Work,
  { year, number, on }: FreezeOrder,
): Promise<Attempt<FreezeOrder & { readonly risks: number }>> => {
  if (!mayDo(by, 'risks.freeze', everywhere)) return refused('ui.notAllowed', { right: 'risks.freeze' })
  await takeTurn(db)
  const review = await openReview(db)
  if (review === null || review.year !== year) return refused('risks.review.notOpen', { year })
  const listed = walkOf(review, await risksOf(db, null)).list
  const risks = await lockedRisks(
    db,
    listed.map(({ id }) => id),
  )
  const judged = freezing(review, risks, { number, on }, today)
  if (judged.kind === 'refused') return judged
  const scales = await scalesOf(db)
  const scale = scaleOn(scales, today)?.n ?? null
  const steps = risks.flatMap((risk) =>
    actsOf(review, risk, scale).map(
      ({ act, reason }): NewStep => ({ risk: risk.id, on: today, by: by.person, reason, act }),
    ),
  )
  if (steps.length > 0) await addSteps(db, steps)
  const after = await risksOf(
    db,
    risks.map(({ id }) => id),
  )
  const said = after.flatMap((risk) => {
    const verdict = verdictOf(review, risk.id)
    return verdict === null ? [] : [{ risk, kind: verdict.kind, into: verdict.into, reason: verdict.reason }]
  })
  const { upTo } = await standOf(db)
  const frozen = frozenOf(
    { year, decision: { number, on }, openedOn: review.openedOn, frozenOn: today, upTo },
    said,
    scales,
    await namingOf(db),
  )
  await addFrozen(db, year, { number, on }, by.person, textOf(frozen))
  return done({ year, number, on, risks: said.length })
}
