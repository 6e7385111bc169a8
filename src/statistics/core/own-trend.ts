import { type Attempt, done, refused } from '#kernel'

/** Years in their order, each once, and the value observed in each. Shape: both of the same length. */
export type Path = { readonly years: readonly number[]; readonly values: readonly number[] }

/** One year of a path as it comes; null is a year without a value and is left out. */
type Dated = { readonly year: number; readonly value: number | null }

export type BadPath = 'statistics.yearRepeated' | 'statistics.notFinite'

/**
 * The observed values in the order of their years (progress.md, 1). The order given does not matter; a year with two values
 * and a number that is not finite are refused.
 */
export const pathOf = (observations: readonly Dated[]): Attempt<Path, BadPath> => {
  const observed = observations.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]))
  for (const { year, value } of observed)
    if (!Number.isFinite(year) || !Number.isFinite(value)) return refused('statistics.notFinite', { year })
  const ordered = observed.toSorted((a, b) => a.year - b.year)
  for (let at = 1; at < ordered.length; at += 1)
    if (ordered[at]?.year === ordered[at - 1]?.year)
      return refused('statistics.yearRepeated', { year: ordered[at]?.year ?? 0 })
  return done({ years: ordered.map(({ year }) => year), values: ordered.map(({ value }) => value) })
}

/** What was observed up to a year, itself included. */
export const pathUntil = ({ years, values }: Path, year: number): Path => {
  const beyond = years.findIndex((one) => one > year)
  return beyond === -1 ? { years, values } : { years: years.slice(0, beyond), values: values.slice(0, beyond) }
}

/** The last year and its value, or null where nothing was observed. */
export const latestIn = ({ years, values }: Path): { readonly year: number; readonly value: number } | null => {
  const [year, value] = [years.at(-1), values.at(-1)]
  return year === undefined || value === undefined ? null : { year, value }
}

/** A percentage is held within these before it is turned into z, and so is a projection: per cent. */
export const lowest = 0.05
export const highest = 99.95
/** Years until what was last observed is too old to start from. */
export const staleAfter = 5
/** Fewest observations that a trend is taken from. */
export const fewestObservations = 4
/** Longest way ahead, in years. */
export const longestHorizon = 10

const decay = 0.7
const lastDifferences = 8
const damping = 0.95
const dampingOfLogs = 0.85

/** What is added to each later year: damping + damping² + ... over `ahead` whole years. */
const dampedYears = (phi: number): ((ahead: number) => number) => {
  const sums = [0]
  for (let year = 1; year <= 40; year += 1) sums.push((sums[year - 1] ?? 0) + phi ** year)
  return (ahead) => {
    const sum = sums[ahead]
    if (sum === undefined) throw new Error(`${ahead} is not a number of years ahead`)
    return sum
  }
}

/** Years of slope that G1 adds in `ahead` years: 0.95 + 0.95² + ... (progress.md, 6.2). */
export const dampedG1 = dampedYears(damping)
/** The same for L1 and U1, with 0.85 (progress.md, 7). */
export const dampedL1 = dampedYears(dampingOfLogs)

const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** A percentage, cut to what a projection may be. */
export const heldWithin = (percent: number): number => within(percent, lowest, highest)

/** A percentage on the Gompertz scale: z = -ln(-ln(q)), q cut to 0.05 to 99.95 per cent. */
export const gompertzOf = (percent: number): number => -Math.log(-Math.log(heldWithin(percent) / 100))

/** Back from the Gompertz scale to per cent. */
export const percentOf = (z: number): number => 100 * Math.exp(-Math.exp(-z))

/** Without the leading run at or below 0.05 per cent, where nothing had started; at least the last value is kept. */
export const sinceStart = (path: Path): Path => {
  let start = 0
  while (start < path.values.length - 1 && (path.values[start] ?? 0) <= lowest) start += 1
  return start === 0 ? path : { years: path.years.slice(start), values: path.values.slice(start) }
}

type Slope = {
  /** Weighted mean of the yearly differences, in the unit of the values a year. */
  readonly slope: number
  /** Weighted variance of the differences around it, not corrected. */
  readonly variance: number
  /** How many differences of equal weight these are worth. */
  readonly effective: number
}

/**
 * The weighted mean of the last 8 yearly differences, gaps divided by their years, each weighing 0.7 to the power of its
 * age (progress.md, 6.2, step 4). Needs two values at least.
 */
export const weightedSlope = ({ years, values }: Path): Slope => {
  const last = years.length - 1
  const first = Math.max(1, years.length - lastDifferences)
  const now = years[last] ?? 0
  let [weighted, weights, squares] = [0, 0, 0]
  const differences: number[] = []
  const each: number[] = []
  for (let at = first; at <= last; at += 1) {
    const year = years[at] ?? 0
    const perYear = ((values[at] ?? 0) - (values[at - 1] ?? 0)) / (year - (years[at - 1] ?? 0))
    const weight = decay ** (now - year)
    weighted += weight * perYear
    weights += weight
    squares += weight * weight
    differences.push(perYear)
    each.push(weight)
  }
  const slope = weighted / weights
  let variance = 0
  for (let at = 0; at < each.length; at += 1) variance += (each[at] ?? 0) * ((differences[at] ?? 0) - slope) ** 2
  return { slope, variance: variance / weights, effective: (weights * weights) / squares }
}
