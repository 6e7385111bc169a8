import type { Path } from '#statistics/core'

/** A distance in the unit of the lines, or the lower line for each of the higher. */
export type GapAs = 'difference' | 'ratio'

/** How far apart two lines were in each year. `ahead`: which of them is higher in the latest; both `difference` and `ratio` look from there. */
export type GapPath = { readonly path: Path; readonly ahead: 'one' | 'other' | 'neither' }

/**
 * The gap between two lines as a path of its own, from the years in which both were observed: a year without one of them stays
 * missing. The difference is that by which the one that is ahead in the latest year was ahead in each: negative where it was behind
 * then, 0 when the gap is closed. The ratio is the other for each of it, 1 when it is closed; a year in which it is 0 has none.
 */
export const gapOf = (one: Path, other: Path, as: GapAs): GapPath => {
  const second = new Map(other.years.map((year, at) => [year, other.values[at] ?? 0]))
  const pairs = one.years.flatMap((year, at) => {
    const [a, b] = [one.values[at], second.get(year)]
    return a === undefined || b === undefined ? [] : [{ year, a, b }]
  })
  const latest = pairs.at(-1)
  if (latest === undefined) return { path: { years: [], values: [] }, ahead: 'neither' }
  const ahead = latest.a > latest.b ? 'one' : latest.a < latest.b ? 'other' : 'neither'
  const points = pairs.flatMap(({ year, a, b }) => {
    const [high, low] = ahead === 'other' ? [b, a] : [a, b]
    if (as === 'difference') return [{ year, value: high - low }]
    return high === 0 ? [] : [{ year, value: low / high }]
  })
  return { path: { years: points.map(({ year }) => year), values: points.map(({ value }) => value) }, ahead }
}

/** When a gap is closed, and on which scale it is: a difference may change its sign, a ratio is above 0. */
export const closed = {
  difference: { value: 0, unit: 'unknown', direction: 'down' },
  ratio: { value: 1, unit: 'positive', direction: 'up' },
} as const
