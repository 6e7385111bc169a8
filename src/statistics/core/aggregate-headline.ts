import type { Judged } from './aggregate-label.ts'

/**
 * What stands above: the custodian's figure where there is one, and ours beside it as a reconstruction; else ours; else
 * nothing (aggregates.md, 4). The two are never averaged, and never joined in one line.
 */
export type Standing<Published> =
  | {
      readonly role: 'reconstruction'
      readonly published: Published
      /** Ours less theirs, in the unit of the series; null when ours is not shown. */
      readonly difference: number | null
    }
  | { readonly role: 'headline'; readonly published: null }

export const standingOf = <Published>(
  ours: Judged,
  published: Published | null,
  numberIn: (published: Published) => number,
): Standing<Published> => {
  if (published === null) return { role: 'headline', published: null }
  const difference = ours.value === null ? null : ours.value - numberIn(published)
  return { role: 'reconstruction', published, difference }
}

/** From here on, in points, the page says that our reconstruction differs. */
export const differsFrom = 1.5
