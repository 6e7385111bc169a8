import { sizes } from './quantiles.ts'

/**
 * Sizes of past errors, in standard deviations and without a sign, at the 13 `sizes`, by years ahead (progress.md, 7; aggregates.md,
 * 10). `n` is one number, or one for each series they were averaged over.
 */
export type SizeRows = Readonly<
  Record<string, { readonly n: number | readonly number[]; readonly q: readonly number[] }>
>

/** Half the width of an interval, in standard deviations, that held this share of past errors. Null without a row. */
export const sizeAt = (rows: SizeRows, ahead: number, share: number): number | null =>
  rows[`${ahead}`]?.q[(sizes as readonly number[]).indexOf(share)] ?? null

/** P(error <= x standard deviations): symmetric, linear between the sizes, flat beyond the last one. Null without a row. */
export const chanceOfSizeAtMost = (rows: SizeRows, ahead: number, x: number): number | null => {
  const q = rows[`${ahead}`]?.q
  if (q === undefined) return null
  const size = Math.abs(x)
  const half = 0.5 * shareWithin(q, size)
  return x >= 0 ? 0.5 + half : 0.5 - half
}

const shareWithin = (q: readonly number[], size: number): number => {
  if (size >= (q.at(-1) ?? 0)) return sizes.at(-1) ?? 0.99
  const at = q.findLastIndex((one) => one <= size)
  const [low = 0, high = 0] = [q[at], q[at + 1]]
  const [below = 0, above = 0] = [sizes[at], sizes[at + 1]]
  return below + ((above - below) * (size - low)) / (high - low)
}
