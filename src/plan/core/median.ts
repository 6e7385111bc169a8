import { decimalMiddle } from '#kernel'
import { type Figure, numberOf } from '#statistics/core'

/** The figure in the middle; of two, what lies half way. A bound of one that it is made of is its own. */
export const medianOf = (figures: readonly Figure[]): Figure | null => {
  const sorted = figures.toSorted((a, b) => numberOf(a) - numberOf(b))
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) return null
  if (upper === lower || (upper.decimal === lower.decimal && upper.bound === lower.bound)) return upper
  return { decimal: decimalMiddle(lower.decimal, upper.decimal), bound: lower.bound ?? upper.bound }
}
