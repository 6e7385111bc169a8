/** The sample quantile of type 7, linear at (n - 1) q. `sorted` ascends and is not empty; q is from 0 to 1. */
export const quantileOf = (sorted: ArrayLike<number>, q: number): number => {
  const place = (sorted.length - 1) * q
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[below + 1]
  return high === undefined ? low : low + (place - below) * (high - low)
}

/**
 * The conformal quantile of a finite sample (progress.md, 6.4): the one of rank floor((n + 1) q) below the middle, of rank
 * ceil((n + 1) q) above it, the median in the middle; ranks are cut to 1 to n. `sorted` ascends and is not empty.
 */
export const conformalQuantile = (sorted: ArrayLike<number>, q: number): number => {
  if (q === 0.5) return quantileOf(sorted, q)
  const n = sorted.length
  const rank = q < 0.5 ? Math.floor((n + 1) * q + 1e-9) : Math.ceil((n + 1) * q - 1e-9)
  return sorted[Math.min(Math.max(rank, 1), n) - 1] ?? Number.NaN
}

/** Numbers in ascending order, in one block of memory: sorting thousands of them is most of a backtest. */
export const ascending = (numbers: readonly number[]): Float64Array => Float64Array.from(numbers).sort()

export const medianOf = (numbers: readonly number[]): number => quantileOf(ascending(numbers), 0.5)

/** The probabilities at which the errors of percentages are kept. */
export const probabilities = [
  0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95,
  0.975, 0.99,
] as const

/** The probabilities at which sizes of errors, symmetric ones, are kept: counts, prices, ratios and groups. */
export const sizes = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99] as const
