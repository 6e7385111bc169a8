import { type Figure, numberOf } from './observation.ts'
import { staleAfter } from './own-trend.ts'

/** The latest value of one economy, as far as it can be compared. */
export type Placed = { readonly year: number; readonly value: Figure; readonly isFlagged: boolean }

/**
 * A place among others, 1 for the best. `of` is how many have a value of about the same years, of `members`. There is none where
 * the own value is a bound, flagged or older than the newest by more than five years, where fewer than two thirds of the members
 * can be compared, or where nobody says which way is better.
 */
export type PlaceAmong = { readonly of: number; readonly members: number } & (
  | { readonly kind: 'place'; readonly place: number }
  | { readonly kind: 'none'; readonly reason: 'bound' | 'flagged' | 'old' | 'thin' | 'no-direction' }
)

const enough = 2 / 3

/** `others` has nobody of whom nothing is known; it may have the economy itself. */
export const placeAmong = (
  own: Placed,
  others: readonly Placed[],
  members: number,
  better: 'up' | 'down' | null,
): PlaceAmong => {
  const newest = Math.max(own.year, ...others.map(({ year }) => year))
  const comparable = ({ year, value, isFlagged }: Placed) =>
    value.bound === null && !isFlagged && newest - year <= staleAfter
  const compared = others.filter(comparable)
  const of = compared.length
  const none = (reason: (PlaceAmong & { readonly kind: 'none' })['reason']) =>
    ({ kind: 'none', reason, of, members }) as const
  if (better === null) return none('no-direction')
  if (own.isFlagged) return none('flagged')
  if (own.value.bound !== null) return none('bound')
  if (!comparable(own)) return none('old')
  if (of < enough * members) return none('thin')
  const value = numberOf(own.value)
  const ahead = compared.filter((one) =>
    better === 'up' ? numberOf(one.value) > value : numberOf(one.value) < value,
  ).length
  return { kind: 'place', place: ahead + 1, of, members }
}
