import { errorRowsOf, errorsKnown, keptBias, missScores, type Tried, wideningFrom } from './calibrating.ts'
import { lentWidening } from './calibration.ts'
import { within } from './comparing.ts'
import { errorAt, fewestErrors, rowFor, widenedBy } from './error-rows.ts'
import { groupSizesOf, type TriedGroup } from './group-calibrating.ts'
import { groupScale } from './group-forecast.ts'
import type { Method } from './question.ts'
import { sizeAt } from './size-rows.ts'

/** How often intervals held in the order of time, and how wide they were: fractions and points. */
export type IntervalRow = {
  readonly indicator: string
  /** Of economies the method; of groups which ones. */
  readonly of: string
  /** `any`, or only where the rows were its own (`indicator`) or lent (`family`). For groups: the first origin tested. */
  readonly on: string
  readonly years: string
  readonly n: number
  readonly mae: number
  readonly coverage80: number
  readonly coverage95: number
  readonly width80: number
}

type Sums = { n: number; error: number; in80: number; in95: number; width: number }

const rowsFrom = (indicator: string, of: string, sums: ReadonlyMap<string, Sums>): readonly IntervalRow[] =>
  [...sums].map(([key, { n, error, in80, in95, width }]) => {
    const [on = '', years = ''] = key.split(' ')
    return {
      indicator,
      of,
      on,
      years,
      n,
      mae: error / n,
      coverage80: in80 / n,
      coverage95: in95 / n,
      width80: width / n,
    }
  })

const add = (sums: Map<string, Sums>, key: string, one: Omit<Sums, 'n'>): void => {
  const found = sums.get(key) ?? { n: 0, error: 0, in80: 0, in95: 0, width: 0 }
  found.n += 1
  found.error += one.error
  found.in80 += one.in80
  found.in95 += one.in95
  found.width += one.width
  sums.set(key, found)
}

const holds = (low: number, value: number, high: number): number => (low <= value && value <= high ? 1 : 0)

/**
 * Intervals of another indicator in the order of time, origins 2005 to 2022 (progress.md, 6.5): its own rows where 100 errors were known
 * at the origin, widened by what was known of their shortfall; else those that are lent, widened by 2.
 */
export const intervalsInTime = (
  indicator: string,
  method: Method,
  tried: readonly Tried[],
  lender: readonly Tried[],
): readonly IntervalRow[] => {
  const scores = missScores(tried)
  const sums = new Map<string, Sums>()
  for (let origin = 2005; origin <= 2022; origin += 1) {
    const known = (one: Tried) => one.origin + one.ahead <= origin
    const own = errorRowsOf(tried.filter(known), keptBias)
    const lent = errorRowsOf(lender.filter(known), method === 'combined' ? keptBias : 1)
    const widening = wideningFrom(scores.filter((one) => one.known <= origin).map(({ score }) => score))
    for (const { ahead, projected, actual } of tried.filter((one) => one.origin === origin)) {
      const isOwn = errorsKnown(own, ahead) >= fewestErrors
      const rows = isOwn ? own : lent
      const row = errorsKnown(rows, ahead) >= fewestErrors ? rowFor(rows, ahead, projected) : null
      if (row === null) continue
      const wide = widenedBy(row, isOwn ? widening : lentWidening)
      const edge = (probability: number) => within(projected + errorAt(wide, probability), 0, 100)
      const [low, high] = [edge(0.1), edge(0.9)]
      const one = {
        error: Math.abs(actual - projected),
        in80: holds(low, actual, high),
        in95: holds(edge(0.025), actual, edge(0.975)),
        width: high - low,
      }
      for (const years of [`${ahead}`, ahead <= 5 ? '1-5' : '6-10'])
        for (const on of ['any', isOwn ? 'indicator' : 'family']) add(sums, `${on} ${years}`, one)
    }
  }
  return rowsFrom(indicator, method, sums)
}

const lentAtFirst = 30

/**
 * Intervals of groups in the order of time, origins from 2012 and from 2014 to 2022 (aggregates.md, 10). `lender`: the groups of the
 * indicator that is lent, the same ones for that indicator itself. `sets`: which groups are counted together.
 */
export const groupIntervalsInTime = (
  indicator: string,
  tried: readonly TriedGroup[],
  lender: readonly TriedGroup[],
  sets: readonly (readonly [name: string, holds: (group: string) => boolean])[],
): readonly IntervalRow[] => {
  const sums = new Map<string, Map<string, Sums>>(sets.map(([name]) => [name, new Map()]))
  for (const first of [2012, 2014])
    for (let origin = first; origin <= 2022; origin += 1) {
      const known = (one: TriedGroup) => one.origin + one.ahead <= origin
      const lent = groupSizesOf(lender.filter(known), lentAtFirst)
      const own = tried === lender ? lent : groupSizesOf(tried.filter(known))
      for (const { group, ahead, projected, actual } of tried.filter((one) => one.origin === origin)) {
        if (!(`${ahead}` in lent)) continue
        const isOwn = `${ahead}` in own
        const rows = isOwn ? own : lent
        const scale = groupScale(projected) * (isOwn ? 1 : lentWidening)
        const [half80, half95] = [0.8, 0.95].map((share) => (sizeAt(rows, ahead, share) ?? 0) * scale)
        const error = Math.abs(actual - projected)
        const one = {
          error,
          in80: error <= (half80 ?? 0) ? 1 : 0,
          in95: error <= (half95 ?? 0) ? 1 : 0,
          width: within(projected + (half80 ?? 0), 0, 100) - within(projected - (half80 ?? 0), 0, 100),
        }
        for (const [name, isIn] of sets)
          if (isIn(group))
            for (const years of [`${ahead}`, ahead <= 8 ? '1-8' : '9-10'])
              add(sums.get(name) ?? new Map(), `${first} ${years}`, one)
      }
    }
  return [...sums].flatMap(([name, some]) => rowsFrom(indicator, name, some))
}
