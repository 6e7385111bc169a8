import { atLeast, atMost } from './comparing.ts'
import type { Direction, Goal, Point } from './question.ts'

type Wanted = { readonly direction: Direction; readonly goal: Goal; readonly tolerance: number }

/**
 * Whether a value, as observed and not rounded, meets the target (progress.md, 3). Null where it has no meaning: something to
 * be reached that has no direction.
 */
export const isMet = (value: number, target: number, { direction, goal, tolerance }: Wanted): boolean | null => {
  const allowance = goal === 'maintain' ? tolerance : 0
  if (direction === 'up') return atLeast(value, target - allowance)
  if (direction === 'down') return atMost(value, target + allowance)
  return goal === 'maintain' ? atMost(Math.abs(value - target), allowance) : null
}

/** Whether the baseline already satisfied what is to be reached; there is then no way to cover. */
export const wasMetAlready = (baseline: Point | null, target: Point | null, direction: Direction): boolean =>
  baseline !== null &&
  target !== null &&
  isMet(baseline.value, target.value, { direction, goal: 'reach', tolerance: 0 }) === true

/**
 * The share of the way from baseline to target that is behind (progress.md, 4): a fraction, which may be negative or above 1.
 * Null where there is no way.
 */
export const distanceCovered = (
  baseline: Point | null,
  latest: Point,
  target: Point | null,
  direction: Direction,
): number | null =>
  baseline === null || target === null || direction === 'none' || wasMetAlready(baseline, target, direction)
    ? null
    : (latest.value - baseline.value) / (target.value - baseline.value)

/** The share of the time from baseline to target that is behind: a fraction. Null where the target's year is not later. */
export const timeElapsed = (baseline: Point | null, latest: Point, target: Point | null): number | null =>
  baseline === null || target === null || target.year <= baseline.year
    ? null
    : (latest.year - baseline.year) / (target.year - baseline.year)
