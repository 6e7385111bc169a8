import { groupScale } from './group-forecast.ts'
import { ascending, conformalQuantile, sizes } from './quantiles.ts'
import type { SizeRows } from './size-rows.ts'

/** A projection of a group in the past beside what came: per cent. */
export type TriedGroup = {
  readonly group: string
  readonly origin: number
  readonly ahead: number
  readonly projected: number
  readonly actual: number
}

/** Sizes are widened by this: few groups, which move together (aggregates.md, 10). */
export const groupWidening = 1.15
/** Fewest errors of an indicator's own groups. */
const fewestGroupErrors = 200
const firstGroupOrigin = 2000

const rounded = (value: number): number => Math.round(value * 1e9) / 1e9

/** Sizes of errors in scales, by years ahead, widened, never falling with the years; up to the first years with too few. */
export const groupSizesOf = (tried: readonly TriedGroup[], least = fewestGroupErrors): SizeRows => {
  const rows: Record<string, { n: number; q: readonly number[] }> = {}
  let before: readonly number[] = sizes.map(() => 0)
  for (let ahead = 1; ahead <= 10; ahead += 1) {
    const errors = ascending(
      tried.flatMap((one) =>
        one.ahead === ahead && one.origin >= firstGroupOrigin
          ? [Math.abs(one.actual - one.projected) / groupScale(one.projected)]
          : [],
      ),
    )
    if (errors.length < least || errors.length === 0) break
    const now = sizes.map((share) => (share === 0 ? 0 : groupWidening * conformalQuantile(errors, share)))
    before = before.map((size, at) => Math.max(size, now[at] ?? 0))
    rows[`${ahead}`] = { n: errors.length, q: before.map(rounded) }
  }
  return rows
}
