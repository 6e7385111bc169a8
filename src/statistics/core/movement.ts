import { decimalLess, plainDecimal } from '#kernel'

/** A value of a year, in digits, on one line: a bound or a break before it ends what can be compared. */
export type Step = {
  readonly year: number
  readonly decimal: string
  readonly comparable: boolean
  readonly breakBefore: boolean
}

/** From the first year shown that can be compared with the last one, to the last one. `by` is exact. */
export type Movement = { readonly since: number; readonly by: string }

/** What changed over the years shown, never over a break; null where there are not two values that can be compared. */
export const movementOver = (steps: readonly Step[], from: number): Movement | null => {
  const last = steps.at(-1)
  if (last === undefined || !last.comparable) return null
  const start = steps.findLastIndex(({ breakBefore }) => breakBefore)
  const first = steps.slice(Math.max(0, start)).find(({ year, comparable }) => year >= from && comparable)
  if (first === undefined || first.year === last.year) return null
  return { since: first.year, by: decimalLess(plainDecimal(last.decimal), plainDecimal(first.decimal)) }
}
