import { type Band, bandOf } from './bands.ts'
import { probabilities } from './quantiles.ts'

/**
 * Errors of the past, actual minus projection, at the 23 `probabilities`: points of the rising form. `n` is the number of errors,
 * `economies` of how many; `q` is absent where there were too few to be kept.
 */
export type ErrorRow = {
  readonly n: number
  readonly economies?: number | undefined
  readonly q?: readonly number[] | null | undefined
}

/** The rows of one number of years ahead: of all levels, and of each band of the projected value. */
export type BandRows = Readonly<Record<Band | 'all', ErrorRow>>

/** By years ahead, `1` to `10`. */
export type ErrorRows = Readonly<Record<string, BandRows>>

/** A row that has its quantiles: the one an interval is read from. */
export type FullRow = { readonly n: number; readonly q: readonly number[] }

/** Fewer errors than this in a band: the row of all bands is used. */
export const fewestErrors = 100

/** The row for a projected value, that of its band or of all (progress.md, 6.4). Null where these years have no errors. */
export const rowFor = (rows: ErrorRows, ahead: number, projected: number): FullRow | null => {
  const bands = rows[`${ahead}`]
  if (bands === undefined) return null
  const own = bands[bandOf(projected)]
  const row = own.n >= fewestErrors ? own : bands.all
  return row.q === undefined || row.q === null ? null : { n: row.n, q: row.q }
}

const places: ReadonlyMap<number, number> = new Map(probabilities.map((one, at) => [one, at]))
const middle = probabilities.indexOf(0.5)

/** The error at one of the `probabilities`. */
export const errorAt = (row: FullRow, probability: number): number => {
  const error = row.q[places.get(probability) ?? -1]
  if (error === undefined) throw new Error(`No error is kept at ${probability}`)
  return error
}

/** Every distance from the median of the row, times k (progress.md, 6.5). */
export const widenedBy = (row: FullRow, k: number): FullRow => {
  if (k === 1) return row
  const median = row.q[middle] ?? 0
  return { ...row, q: row.q.map((error) => median + k * (error - median)) }
}

/** P(error <= e): linear between the quantiles, 0.01 and 0.99 beyond them (progress.md, 6.4). */
export const chanceOfAtMost = ({ q }: FullRow, error: number): number => {
  const last = q.length - 1
  if (error < (q[0] ?? 0)) return probabilities[0]
  if (error >= (q[last] ?? 0)) return probabilities[last] ?? 0.99
  const at = q.findLastIndex((one) => one <= error)
  const [low = 0, high = 0] = [q[at], q[at + 1]]
  const [below = 0, above = 0] = [probabilities[at], probabilities[at + 1]]
  return high === low ? below : below + ((above - below) * (error - low)) / (high - low)
}
