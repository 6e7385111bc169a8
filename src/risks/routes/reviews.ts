import { z } from 'zod'
import { mayDo } from '#kernel'
import { type Absent, type Ask, absent, get, goes, type Params, parsed, post, type Route, take, taken } from '#platform'
import { comparing, type Review, RiskId, scaleOn, verdictKinds, walkOf } from '#risks/core'
import { freezeReview, openReviewOf, sayVerdict } from '../deeds/reviewing.ts'
import { frozenReview, lastFrozen, registerOf } from '../held.ts'
import { FreezePage } from '../pages/freeze.tsx'
import { FrozenPage } from '../pages/frozen.tsx'
import { ReviewsPage } from '../pages/reviews.tsx'
import { WalkPage } from '../pages/walk.tsx'
import { doersOf, peopleFor } from '../people.ts'
import { frozenHeads, frozenText, openReview } from '../store/reviews.ts'
import { frozenTrail, openedTrail, verdictTrail } from '../trails.ts'
import { registerFor } from '../visible.ts'
import { day, isAbsent, line, reason, seen, step, whole } from './asked.ts'
import { named } from './risk.ts'

const everywhere = { kind: 'everywhere' } as const

const yearOf = (params: Params): number => (/^\d{4}$/.test(params['year'] ?? '') ? Number(params['year']) : 0)

/** The review that is under way, if it is of the year of the address. */
const underWay = async ({ db }: Ask, params: Params): Promise<Review | Absent> => {
  const review = await openReview(db)
  return review === null || review.year !== yearOf(params)
    ? absent('risks.review.notOpen', { year: (params['year'] ?? '').slice(0, 10) })
    : review
}

const sayersOf = ({ verdicts }: Review) => verdicts.map(({ by }) => by)

const frozenAsked = async ({ db }: Ask, params: Params) => {
  const heads = await frozenHeads(db)
  const head = heads.find(({ year }) => year === yearOf(params))
  return head === undefined
    ? absent('risks.review.notFrozen', { year: (params['year'] ?? '').slice(0, 10) })
    : { heads, head }
}

const optionalStep = z.union([z.literal('').transform(() => null), step]).optional()

const scoreFields = ['inherentLikelihood', 'inherentImpact', 'residualLikelihood', 'residualImpact'] as const

const verdict = z
  .object({
    ...{ seen, reason },
    kind: z.enum(verdictKinds),
    into: z.union([z.literal('').transform(() => null), parsed(RiskId)]).optional(),
    inherentLikelihood: optionalStep,
    inherentImpact: optionalStep,
    residualLikelihood: optionalStep,
    residualImpact: optionalStep,
  })
  .transform((form, context) => {
    const { inherentLikelihood, inherentImpact, residualLikelihood, residualImpact, into, ...rest } = form
    if (inherentLikelihood && inherentImpact && residualLikelihood && residualImpact) {
      const inherent = { likelihood: inherentLikelihood, impact: inherentImpact }
      return {
        ...rest,
        into: into ?? null,
        scores: { inherent, residual: { likelihood: residualLikelihood, impact: residualImpact } },
      }
    }
    // Some of the four and not all say nothing that could be taken, and are not left out in silence.
    const empty = scoreFields.filter((name) => !form[name])
    if (empty.length < scoreFields.length)
      for (const name of empty) context.addIssue({ code: 'custom', message: 'ui.form.empty', path: [name] })
    return { ...rest, into: into ?? null, scores: null }
  })

export const reviewRoutes: readonly Route[] = [
  get({
    path: '/risks/reviews',
    may: 'risks.see',
    load: async ({ db, by }) => {
      const frozen = []
      for (const head of await frozenHeads(db)) frozen.push({ review: await frozenReview(db, head), by: head.frozenBy })
      const mayReview = mayDo(by, 'risks.review', everywhere)
      const mayFreeze = mayDo(by, 'risks.freeze', everywhere)
      const review = mayReview || mayFreeze ? await openReview(db) : null
      const walk = review === null ? null : walkOf(review, await registerOf(db))
      const open = review === null || walk === null ? null : { review, left: walk.left.length, count: walk.list.length }
      const people = await peopleFor({ db, by }, [
        ...frozen.map((one) => one.by),
        ...(review === null ? [] : [review.openedBy]),
      ])
      return { frozen, people, open, mayReview, mayFreeze }
    },
    page: ReviewsPage,
  }),
  post({
    path: '/risks/reviews',
    may: 'risks.review',
    event: 'risks.reviewOpened',
    order: z.object({ year: whole }),
    deed: openReviewOf,
    trail: openedTrail,
    goTo: ({ year }) => `/risks/reviews/${year}/walk`,
  }),
  get({
    path: '/risks/reviews/:year',
    may: 'risks.see',
    load: async (ask, params) => {
      const asked = await frozenAsked(ask, params)
      if (isAbsent(asked)) return asked
      const { heads, head } = asked
      const frozen = await frozenReview(ask.db, head)
      const before = heads.find(({ year }) => year < head.year)
      const last = before === undefined ? null : await frozenReview(ask.db, before)
      return {
        frozen,
        digest: head.digest,
        compared: last === null ? null : { year: last.year, all: comparing(last, frozen) },
      }
    },
    page: FrozenPage,
  }),
  take({
    path: '/risks/reviews/:year/frozen.json',
    may: 'risks.see',
    load: async (ask, params) => {
      const asked = await frozenAsked(ask, params)
      if (isAbsent(asked)) return asked
      const { year } = asked.head
      return taken('application/json', `risk-review-${year}.json`, (await frozenText(ask.db, year)) ?? '')
    },
  }),
  get({
    path: '/risks/reviews/:year/walk',
    may: 'risks.review',
    asks: z.object({ after: z.string().max(12).optional() }),
    load: async (ask, params, { after }) => {
      const review = await underWay(ask, params)
      if (isAbsent(review)) return review
      const { list, left, outdated } = walkOf(review, await registerOf(ask.db))
      const at = list.findIndex(({ id }) => id === after)
      const unsaid = [...left, ...outdated]
      const next = list.find((risk, place) => place > at && unsaid.includes(risk)) ?? unsaid[0]
      if (next !== undefined) return goes(`/risks/reviews/${review.year}/walk/${next.id}`)
      return goes(mayDo(ask.by, 'risks.freeze', everywhere) ? `/risks/reviews/${review.year}/freeze` : '/risks/reviews')
    },
    page: WalkPage,
  }),
  get({
    path: '/risks/reviews/:year/walk/:risk',
    may: 'risks.review',
    load: async (ask, params) => {
      const review = await underWay(ask, params)
      if (isAbsent(review)) return review
      const read = await registerFor({ ...ask, asOf: ask.today })
      const walk = walkOf(review, await registerOf(ask.db))
      const risk = walk.list.find(({ id }) => id === params['risk'])
      if (risk === undefined) return absent('risks.noSuchRisk', { risk: (params['risk'] ?? '').slice(0, 40) })
      const people = await peopleFor(ask, [...doersOf(risk), ...sayersOf(review)])
      return {
        ...{ read: { ...read, people }, review, walk, risk },
        last: await lastFrozen(ask.db),
        scale: scaleOn(read.scales, ask.today),
      }
    },
    page: WalkPage,
  }),
  post({
    path: '/risks/reviews/:year/walk/:risk',
    may: 'risks.review',
    event: 'risks.verdictSaid',
    order: verdict,
    deed: (work, order, params) => sayVerdict(work, { ...order, year: yearOf(params), risk: named(params) }),
    trail: verdictTrail,
    goTo: ({ year, risk }) => `/risks/reviews/${year}/walk?after=${risk}`,
  }),
  get({
    path: '/risks/reviews/:year/freeze',
    may: 'risks.freeze',
    load: async (ask, params) => {
      const review = await underWay(ask, params)
      if (isAbsent(review)) return review
      return {
        ...{ review, walk: walkOf(review, await registerOf(ask.db)) },
        people: await peopleFor(ask, sayersOf(review)),
      }
    },
    page: FreezePage,
  }),
  post({
    path: '/risks/reviews/:year/freeze',
    may: 'risks.freeze',
    event: 'risks.reviewFrozen',
    order: z.object({ number: line(100), on: day }),
    deed: (work, order, params) => freezeReview(work, { ...order, year: yearOf(params) }),
    trail: frozenTrail,
    goTo: ({ year }) => `/risks/reviews/${year}`,
  }),
]
