import { bandNumber, bandOf } from './bands.ts'
import { errorRowsOf, errorsKnown, type Tried } from './calibrating.ts'
import { within } from './comparing.ts'
import { chanceOfAtMost, errorAt, type FullRow, fewestErrors, rowFor } from './error-rows.ts'
import { medianOf } from './quantiles.ts'
import { nothingSummed, type Sums } from './score.ts'

/** Points per three years above the last value: the targets that chances are tried on. */
const gains = [5, 10, 15]

/** The share of known cases that made each gain, by years ahead. */
const baseRatesOf = (known: readonly Tried[]): ((ahead: number, gain: number) => number) => {
  const counted = new Map<string, [all: number, made: number]>()
  for (const { last, actual, ahead } of known)
    for (const gain of gains) {
      const wanted = (gain * ahead) / 3
      if (last + wanted > 100) continue
      const key = `${ahead} ${gain}`
      const count = counted.get(key) ?? [0, 0]
      count[0] += 1
      if (actual - last >= wanted) count[1] += 1
      counted.set(key, count)
    }
  return (ahead, gain) => {
    const [all, made] = counted.get(`${ahead} ${gain}`) ?? [0, 0]
    return made / all
  }
}

/** What half of the economies gained, by the band of the last value and the years ahead: the hardest thing to tell. */
export const evenGainsOf = (tried: readonly Tried[]): ((one: Tried) => number) => {
  const made = new Map<string, number[]>()
  const keyOf = ({ last, ahead }: Tried) => `${bandNumber(last)} ${ahead}`
  for (const one of tried) made.set(keyOf(one), [...(made.get(keyOf(one)) ?? []), one.actual - one.last])
  const medians = new Map([...made].map(([key, some]) => [key, medianOf(some)]))
  return (one) => medians.get(keyOf(one)) ?? Number.NaN
}

/** By years ahead, and by years ahead and band of the projection: `5` and `5 25-50`. */
export type Tally = Map<string, Sums>

const tallied = (tally: Tally, key: string): Sums => {
  const found = tally.get(key) ?? nothingSummed()
  tally.set(key, found)
  return found
}

const square = (x: number): number => x * x

type Yardsticks = { readonly base: (ahead: number, gain: number) => number; readonly even: (one: Tried) => number }

const add = (one: Tried, row: FullRow, { base, even }: Yardsticks, all: readonly Sums[]): void => {
  const { last, ahead, projected, actual } = one
  const edge = (probability: number) => within(projected + errorAt(row, probability), 0, 100)
  const [lo80, hi80, lo95, hi95] = [edge(0.1), edge(0.9), edge(0.025), edge(0.975)]
  const missed = (target: number) => square(1 - chanceOfAtMost(row, target - projected) - (actual >= target ? 1 : 0))
  let [brier, brierN, known] = [0, 0, 0]
  for (const gain of gains) {
    const target = last + (gain * ahead) / 3
    if (target > 100) continue
    brier += missed(target)
    brierN += 1
    known += square(base(ahead, gain) - (actual >= target ? 1 : 0))
  }
  const target = last + even(one)
  const isEven = last < target && target <= 100
  for (const sums of all) {
    sums.n += 1
    sums.error += Math.abs(actual - projected)
    sums.bias += actual - projected
    sums.in80 += lo80 <= actual && actual <= hi80 ? 1 : 0
    sums.in95 += lo95 <= actual && actual <= hi95 ? 1 : 0
    sums.width80 += hi80 - lo80
    sums.width95 += hi95 - lo95
    sums.brier += brier
    sums.brierN += brierN
    sums.base += known
    sums.even += isEven ? missed(target) : 0
    sums.evenN += isEven ? 1 : 0
  }
}

const rangesOf = (ahead: number): readonly string[] => [
  `${ahead}`,
  ...(ahead <= 5 ? ['1-5'] : []),
  ...(ahead <= 8 ? ['1-8'] : []),
]

/** Scores forecasts under the errors of `known` ones. */
const addAll = (
  tally: Tally,
  tested: readonly Tried[],
  known: readonly Tried[],
  keep: number,
  even: (one: Tried) => number,
  fewest: number,
): void => {
  const rows = errorRowsOf(known, keep)
  const yardsticks = { base: baseRatesOf(known), even }
  for (const one of tested) {
    const row = errorsKnown(rows, one.ahead) >= fewest ? rowFor(rows, one.ahead, one.projected) : null
    if (row === null) continue
    const keys = [...rangesOf(one.ahead), `${one.ahead} ${bandOf(one.projected)}`]
    add(
      one,
      row,
      yardsticks,
      keys.map((key) => tallied(tally, key)),
    )
  }
}

/** Under the errors of the other four fifths of the economies; forecasts of origins from `first` are scored. */
export const scoredByOthers = (
  tried: readonly Tried[],
  even: (one: Tried) => number,
  { keep, first, foldOf }: { readonly keep: number; readonly first: number; readonly foldOf: (code: string) => number },
): Tally => {
  const tally: Tally = new Map()
  for (let fold = 0; fold < 5; fold += 1) {
    const tested = tried.filter(({ code, origin }) => foldOf(code) === fold && origin >= first)
    const known = tried.filter(({ code }) => foldOf(code) !== fold)
    addAll(tally, tested, known, keep, even, 0)
  }
  return tally
}

/** Under the errors that were known at each origin: the harder and more honest test. */
export const scoredInTime = (
  tried: readonly Tried[],
  even: (one: Tried) => number,
  { keep, first }: { readonly keep: number; readonly first: number },
): Tally => {
  const tally: Tally = new Map()
  const origins = [...new Set(tried.map(({ origin }) => origin))].filter((origin) => origin >= first)
  for (const origin of origins.toSorted((a, b) => a - b)) {
    const tested = tried.filter((one) => one.origin === origin)
    const known = tried.filter((one) => one.origin + one.ahead <= origin)
    addAll(tally, tested, known, keep, even, fewestErrors)
  }
  return tally
}
