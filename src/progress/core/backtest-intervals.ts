import type { Tried } from './calibrating.ts'
import type { TriedGroup } from './group-calibrating.ts'
import { groupsToldInTime, isInside, type ToldInTime, toldInTime } from './in-time.ts'
import type { Method } from './question.ts'

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

const add = (
  sums: Map<string, Sums>,
  key: string,
  { one, interval }: ToldInTime<{ readonly projected: number; readonly actual: number }>,
): void => {
  const found = sums.get(key) ?? { n: 0, error: 0, in80: 0, in95: 0, width: 0 }
  const { lo80, hi80, lo95, hi95 } = interval
  found.n += 1
  found.error += Math.abs(one.actual - one.projected)
  found.in80 += isInside(lo80, one.actual, hi80) ? 1 : 0
  found.in95 += isInside(lo95, one.actual, hi95) ? 1 : 0
  found.width += hi80 - lo80
  sums.set(key, found)
}

/** The last origin tested. */
const lastTested = 2022

/** Intervals of another indicator in the order of time, origins 2005 to 2022 (progress.md, 6.5). */
export const intervalsInTime = (
  indicator: string,
  method: Method,
  tried: readonly Tried[],
  lender: readonly Tried[],
): readonly IntervalRow[] => {
  const sums = new Map<string, Sums>()
  for (const told of toldInTime(method, tried, lender, [2005, lastTested])) {
    const { ahead } = told.one
    for (const years of [`${ahead}`, ahead <= 5 ? '1-5' : '6-10'])
      for (const on of ['any', told.isOwn ? 'indicator' : 'family']) add(sums, `${on} ${years}`, told)
  }
  return rowsFrom(indicator, method, sums)
}

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
    for (const told of groupsToldInTime(tried, lender, [first, lastTested])) {
      const { group, ahead } = told.one
      for (const [name, isIn] of sets)
        if (isIn(group))
          for (const years of [`${ahead}`, ahead <= 8 ? '1-8' : '9-10'])
            add(sums.get(name) ?? new Map(), `${first} ${years}`, told)
    }
  return [...sums].flatMap(([name, some]) => rowsFrom(indicator, name, some))
}
