import { fewestObservations, type Path, pathUntil, staleAfter } from './own-trend.ts'
import { projectedByG1, projectedByTrend, scaleOf } from './own-trend-projection.ts'

/**
 * Values of economies, imputed ones among them. They stay inside the aggregate: this file is not at the door of the core, and
 * what `aggregate.ts` answers has observed values and sums only.
 */

/** What a value of a member rests on (aggregates.md, 2). */
export const tiers = ['observed', 'interpolated', 'nowcast', 'donor', 'missing'] as const
export type Tier = (typeof tiers)[number]

/** Per cent, always above zero, or anything: which own trend a nowcast takes. */
export type Unit = 'percent' | 'positive' | 'unknown'

export type Economy = {
  readonly code: string
  /** Observed values only. */
  readonly path: Path
  /** Years whose observed value is the custodian's estimate, not a country's own. */
  readonly estimated?: ReadonlySet<number> | 'all'
}

/** The number of a tier in `tiers`, and the value; NaN when there is none. */
export type Valued = { readonly tier: number; readonly value: number }

export const [observed, interpolated, nowcast, donor, missing] = [0, 1, 2, 3, 4]
const nothing: Valued = { tier: missing, value: Number.NaN }

const nowcastOf = (path: Path, ahead: number, unit: Unit): number => {
  const { values } = path
  if (values.length < fewestObservations) return values.at(-1) ?? Number.NaN
  if (unit === 'percent') return projectedByG1(path, ahead)
  return projectedByTrend(path, ahead, scaleOf('positive', values))
}

/**
 * The value of one economy in a year: observed, interpolated between the nearest two, or carried by its own trend for at most
 * 5 years (aggregates.md, 2). What was observed first after the year is not carried back.
 */
export const valueIn = (path: Path, year: number, unit: Unit): Valued => {
  const { years, values } = path
  // The first year that is not before the one asked.
  let [low, high] = [0, years.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((years[middle] ?? 0) < year) low = middle + 1
    else high = middle
  }
  const [after, before] = [years[low], years[low - 1]]
  if (after === year) return { tier: observed, value: values[low] ?? Number.NaN }
  if (before === undefined) return nothing
  const last = values[low - 1] ?? Number.NaN
  if (after !== undefined) {
    const rise = (values[low] ?? Number.NaN) - last
    return { tier: interpolated, value: last + (rise * (year - before)) / (after - before) }
  }
  if (year - before > staleAfter) return nothing
  return { tier: nowcast, value: nowcastOf(pathUntil(path, year), year - before, unit) }
}
