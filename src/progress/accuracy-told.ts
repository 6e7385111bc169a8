import type { Accuracy } from './core/index.ts'

const rounded = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null
  if (Array.isArray(value)) return value.map(rounded)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]))
}

/** Levels are shown of ours alone. */
const isShown = ({ method, band }: Accuracy['economies'][number]): boolean => band === null || method === 'combined'

/** A backtest as it is kept, shown and printed: to a millionth of a point. */
export const accuracyTold = (accuracy: Accuracy): Accuracy =>
  rounded({ ...accuracy, economies: accuracy.economies.filter(isShown) }) as Accuracy
