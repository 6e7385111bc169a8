import { bandNumber, bands } from './bands.ts'
import type { OwnRows } from './calibration.ts'
import {
  type BandRows,
  type ErrorRow,
  type ErrorRows,
  errorAt,
  type FullRow,
  fewestErrors,
  rowFor,
  widenedBy,
} from './error-rows.ts'
import { ascending, conformalQuantile, probabilities, quantileOf } from './quantiles.ts'
import type { Method } from './question.ts'

/** A forecast of the past beside what came: per cent of the rising form, `ahead` years after its `origin`. */
export type Tried = {
  readonly code: string
  readonly origin: number
  readonly ahead: number
  /** Observations it was made from, and the last of their values. */
  readonly observed: number
  readonly last: number
  readonly projected: number
  readonly actual: number
}

/** Half of a past median error is taken out of the rows of `combined`: past bias says little about that to come (6.4). */
export const keptBias = 0.5

const quantilesOf = (errors: Float64Array, keep: number): readonly number[] | null => {
  if (errors.length === 0) return null
  const shift = keep === 1 ? 0 : (1 - keep) * quantileOf(errors, 0.5)
  return probabilities.map((q) => conformalQuantile(errors, q) - shift)
}

const rowOf = (tried: readonly Tried[], keep: number): ErrorRow => ({
  n: tried.length,
  economies: new Set(tried.map(({ code }) => code)).size,
  q: quantilesOf(ascending(tried.map(({ actual, projected }) => actual - projected)), keep),
})

/** The rows of one number of years ahead. */
const bandRowsOf = (tried: readonly Tried[], keep: number): BandRows => {
  const inBand = bands.map((): Tried[] => [])
  for (const one of tried) inBand[bandNumber(one.projected)]?.push(one)
  const rows = bands.map((band, at) => [band, rowOf(inBand[at] ?? [], keep)] as const)
  return { all: rowOf(tried, keep), ...Object.fromEntries(rows) } as BandRows
}

/** The forecasts by their years ahead. */
export const byHorizon = (tried: readonly Tried[]): ReadonlyMap<number, readonly Tried[]> => {
  const groups = new Map<number, Tried[]>()
  for (const one of tried) {
    const group = groups.get(one.ahead)
    if (group === undefined) groups.set(one.ahead, [one])
    else group.push(one)
  }
  return groups
}

/** The errors of the past as rows, by years ahead and band of the projected value. `keep`: the part of a median believed. */
export const errorRowsOf = (tried: readonly Tried[], keep = 1): ErrorRows =>
  Object.fromEntries([...byHorizon(tried)].map(([ahead, some]) => [`${ahead}`, bandRowsOf(some, keep)]))

/** The number of errors of a row `all`; 0 where the years ahead have none. */
export const errorsKnown = (rows: ErrorRows, ahead: number): number => rows[`${ahead}`]?.all.n ?? 0

/** By how much wider the 80 % interval of a row would have had to be to hold an error (progress.md, 6.5). */
export const missScore = (error: number, row: FullRow): number => {
  const [median, low, high] = [errorAt(row, 0.5), errorAt(row, 0.1), errorAt(row, 0.9)]
  return error >= median
    ? (error - median) / Math.max(high - median, 1e-9)
    : (median - error) / Math.max(median - low, 1e-9)
}

const wideningAtFirst = 1.25
const fewestScores = 200

/** The widening that would have held four fifths of the past: never below 1, and 1.25 until 200 scores are known. */
export const wideningFrom = (scores: readonly number[]): number =>
  scores.length >= fewestScores ? Math.max(1, conformalQuantile(ascending(scores), 0.8)) : wideningAtFirst

/** Each forecast's score under the row that was known at its own origin, and the year in which it became known. */
export const missScores = (
  tried: readonly Tried[],
  keep = keptBias,
): readonly { readonly known: number; readonly score: number }[] => {
  const origins = [...new Set(tried.map(({ origin }) => origin))].toSorted((a, b) => a - b)
  return origins.flatMap((origin) => {
    const rows = errorRowsOf(
      tried.filter((one) => one.origin + one.ahead <= origin),
      keep,
    )
    return tried.flatMap((one) => {
      const enough = one.origin === origin && errorsKnown(rows, one.ahead) >= fewestErrors
      const row = enough ? rowFor(rows, one.ahead, one.projected) : null
      if (row === null) return []
      return [{ known: origin + one.ahead, score: missScore(one.actual - one.projected, row) }]
    })
  })
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/** A row widened and rounded to a millionth of a point; a band with too few errors keeps only their number. */
const ownRow = (row: ErrorRow, k: number, isAll: boolean): ErrorRow => {
  if (row.q === undefined || row.q === null || (!isAll && row.n < fewestErrors)) return { n: row.n }
  const { q } = widenedBy({ n: row.n, q: row.q }, k)
  return { n: row.n, economies: row.economies, q: q.map(rounded) }
}

/** An indicator's own rows, for the years ahead that have 100 errors, widened by what earlier rows fell short of. */
export const ownRowsOf = (tried: readonly Tried[], keep = keptBias): OwnRows => {
  const widened = wideningFrom(missScores(tried, keep).map(({ score }) => score))
  const enough = Object.entries(errorRowsOf(tried, keep)).filter(([, rows]) => rows.all.n >= fewestErrors)
  const horizons = enough.map(([ahead, rows]) => [
    ahead,
    Object.fromEntries(Object.entries(rows).map(([band, row]) => [band, ownRow(row, widened, band === 'all')])),
  ])
  return { widened, horizons: Object.fromEntries(horizons) as ErrorRows }
}

/** Errors of both methods over 1 to 5 years, known in the last 8 years up to one: mean absolute ones, in points. */
export type Compared = { readonly n: number; readonly combined: number; readonly G1: number }

const fewestCompared = 500
const comparedYears = 8
const clearlyBetter = 0.85

/** The method after a comparison (progress.md, 6.6): between the two limits nothing changes, so that it cannot swing. */
export const methodAfter = (current: Method, { n, combined, G1 }: Compared): Method => {
  if (n < fewestCompared) return current
  if (current === 'combined') return G1 < clearlyBetter * combined ? 'G1' : 'combined'
  return G1 > combined ? 'combined' : 'G1'
}

export const comparedIn = (combined: readonly Tried[], g1: readonly Tried[], year: number): Compared => {
  const recent = ({ ahead, origin }: Tried) =>
    ahead <= 5 && year - comparedYears < origin + ahead && origin + ahead <= year
  const mean = (tried: readonly Tried[]) => {
    const some = tried.filter(recent)
    const sum = some.reduce((all, { actual, projected }) => all + Math.abs(actual - projected), 0)
    return { n: some.length, error: some.length === 0 ? 0 : sum / some.length }
  }
  const [one, other] = [mean(combined), mean(g1)]
  return { n: one.n, combined: one.error, G1: other.error }
}
