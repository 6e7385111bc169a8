import { errorRowsOf, errorsKnown, keptBias, missScores, type Tried, wideningFrom } from './calibrating.ts'
import { lentWidening } from './calibration.ts'
import { within } from './comparing.ts'
import { errorAt, fewestErrors, rowFor, widenedBy } from './error-rows.ts'
import type { Interval } from './forecast.ts'
import { groupSizesOf, type TriedGroup } from './group-calibrating.ts'
import { groupScale } from './group-forecast.ts'
import type { Method } from './question.ts'
import { sizeAt } from './size-rows.ts'

/** A projection of the past with the intervals that errors known at its origin would have given it; per cent. */
export type ToldInTime<One> = {
  readonly one: One
  readonly interval: Interval
  /** Whether the errors were the indicator's own, or lent to it. */
  readonly isOwn: boolean
}

/** The origins that `tried` has between two years, in their order. */
const originsIn = (tried: readonly { readonly origin: number }[], first: number, last: number): readonly number[] =>
  [...new Set(tried.map(({ origin }) => origin))]
    .filter((origin) => first <= origin && origin <= last)
    .toSorted((a, b) => a - b)

const keepOf = (method: Method): number => (method === 'combined' ? keptBias : 1)

/**
 * Projections of economies in the order of time (progress.md, 6.5): under the indicator's own rows where 100 errors were known at the
 * origin, widened by what was known of their shortfall, else under those that are lent, widened by 2. The lending indicator itself
 * (`lender` is `tried`) has its own rows as they are, and nothing where they are too few.
 */
export const toldInTime = (
  method: Method,
  tried: readonly Tried[],
  lender: readonly Tried[],
  [first, last]: readonly [number, number],
): readonly ToldInTime<Tried>[] => {
  const lends = tried === lender
  const scores = lends ? [] : missScores(tried)
  return originsIn(tried, first, last).flatMap((origin) => {
    const known = (one: Tried) => one.origin + one.ahead <= origin
    const own = errorRowsOf(tried.filter(known), lends ? keepOf(method) : keptBias)
    const lent = lends ? own : errorRowsOf(lender.filter(known), keepOf(method))
    const widening = lends ? 1 : wideningFrom(scores.filter((one) => one.known <= origin).map(({ score }) => score))
    return tried.flatMap((one) => {
      if (one.origin !== origin) return []
      const isOwn = errorsKnown(own, one.ahead) >= fewestErrors
      const rows = isOwn ? own : lent
      const row = errorsKnown(rows, one.ahead) >= fewestErrors ? rowFor(rows, one.ahead, one.projected) : null
      if (row === null) return []
      const wide = widenedBy(row, isOwn ? widening : lentWidening)
      const edge = (probability: number) => within(one.projected + errorAt(wide, probability), 0, 100)
      return [{ one, isOwn, interval: { lo80: edge(0.1), hi80: edge(0.9), lo95: edge(0.025), hi95: edge(0.975) } }]
    })
  })
}

const lentAtFirst = 30

/** Projections of groups in the order of time (aggregates.md, 10). `lender` is `tried` for the indicator that is lent. */
export const groupsToldInTime = (
  tried: readonly TriedGroup[],
  lender: readonly TriedGroup[],
  [first, last]: readonly [number, number],
): readonly ToldInTime<TriedGroup>[] =>
  originsIn(tried, first, last).flatMap((origin) => {
    const known = (one: TriedGroup) => one.origin + one.ahead <= origin
    const lent = groupSizesOf(lender.filter(known), lentAtFirst)
    const own = tried === lender ? lent : groupSizesOf(tried.filter(known))
    return tried.flatMap((one) => {
      const { ahead, projected } = one
      if (one.origin !== origin || !(`${ahead}` in lent)) return []
      const isOwn = `${ahead}` in own
      const scale = groupScale(projected) * (isOwn ? 1 : lentWidening)
      const half = (share: number) => (sizeAt(isOwn ? own : lent, ahead, share) ?? 0) * scale
      const edge = (by: number) => within(projected + by, 0, 100)
      const [half80, half95] = [half(0.8), half(0.95)]
      const interval = { lo80: edge(-half80), hi80: edge(half80), lo95: edge(-half95), hi95: edge(half95) }
      return [{ one, isOwn, interval }]
    })
  })

/** Whether what came lies inside an interval, its edges included. */
export const isInside = (low: number, value: number, high: number): boolean => low <= value && value <= high
