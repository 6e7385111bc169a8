import type { Path } from '#statistics/core'
import { baseYear } from './reading.ts'

/** Two parts of one measure in one year, in its unit. */
export type Pair = {
  readonly year: number
  readonly one: number
  readonly other: number
  /** The other less the one: above 0 where the other is ahead. */
  readonly difference: number
  /** The one for each of the other; null where the other is 0. */
  readonly ratio: number | null
}

/** How far apart two parts are, and how that has changed. */
export type Parity = {
  readonly latest: Pair
  /** That of the base year, else the first later one; null where there is none before the latest. */
  readonly baseline: Pair | null
  /** Points a year by which the distance has changed since the baseline, below 0 where it narrows; null without one. */
  readonly pace: number | null
  /** How far the one that is ahead today was ahead in each year: to be projected towards 0. */
  readonly path: Path
}

const pairsOf = (one: Path, other: Path): readonly Pair[] =>
  one.years.flatMap((year, at) => {
    const [a, b] = [one.values[at], other.values[other.years.indexOf(year)]]
    if (a === undefined || b === undefined) return []
    return [{ year, one: a, other: b, difference: b - a, ratio: b === 0 ? null : a / b }]
  })

/** The parity of two parts, from the years in which both were observed; null where there is no such year. */
export const parityOf = (one: Path, other: Path): Parity | null => {
  const pairs = pairsOf(one, other)
  const latest = pairs.at(-1)
  if (latest === undefined) return null
  const first = pairs.find(({ year }) => year >= baseYear)
  const baseline = first === undefined || first.year === latest.year ? null : first
  const ahead = latest.difference < 0 ? -1 : 1
  return {
    latest,
    baseline,
    pace:
      baseline === null
        ? null
        : (Math.abs(latest.difference) - Math.abs(baseline.difference)) / (latest.year - baseline.year),
    path: { years: pairs.map(({ year }) => year), values: pairs.map(({ difference }) => ahead * difference) },
  }
}
