import type { Status } from './core/index.ts'
import type { Outlook, Outlooks } from './outlook.ts'

/** Why an element has no status: a rule of the methods, what was not asked, or why the content has no series for it. */
export type NoStatus = NonNullable<
  | NonNullable<Outlook['answer']>['assessment']['reason']
  | NonNullable<Outlook['answer']>['lacking']
  | Outlook['notAsked']
  | Outlook['why']
>

/** How many of some elements can be assessed, and why the others can not. Every one of them is counted once. */
export type Tally = {
  readonly all: number
  readonly assessed: number
  /** Those that have a status, the best first; a status that none has is absent. */
  readonly statuses: readonly { readonly status: Exclude<Status, 'not assessed'>; readonly count: number }[]
  /** The others by reason, the most frequent first. */
  readonly reasons: readonly { readonly reason: NoStatus; readonly count: number }[]
}

const order = ['met', 'likely', 'uncertain', 'unlikely', 'moving away'] as const

/** The status of an outlook, or the reason that it has none. */
export const statusOrReason = ({
  answer,
  notAsked,
  why,
}: Pick<Outlook, 'answer' | 'notAsked' | 'why'>):
  | { readonly status: Exclude<Status, 'not assessed'>; readonly reason: null }
  | { readonly status: null; readonly reason: NoStatus } => {
  if (notAsked !== null) return { status: null, reason: why ?? notAsked }
  const assessment = answer?.assessment
  if (assessment === undefined) return { status: null, reason: 'no-data' }
  // Nobody observes it, or it is observed and no figure of the group comes of it: two things.
  const noData = answer?.lacking ?? 'no-data'
  return assessment.status === 'not assessed'
    ? { status: null, reason: assessment.reason === 'no-data' ? noData : (assessment.reason ?? noData) }
    : { status: assessment.status, reason: null }
}

/** The count of what the default outlook of each element says. */
export const tallyOf = (outlooks: Iterable<Outlooks>): Tally => {
  const said = [...outlooks].map(([first]) => statusOrReason(first))
  const reasons = Map.groupBy(
    said.flatMap(({ reason }) => reason ?? []),
    (reason) => reason,
  )
  const statuses = order.map((status) => ({ status, count: said.filter((one) => one.status === status).length }))
  return {
    all: said.length,
    assessed: said.filter(({ status }) => status !== null).length,
    statuses: statuses.filter(({ count }) => count > 0),
    reasons: [...reasons]
      .map(([reason, { length: count }]) => ({ reason, count }))
      .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
  }
}
