import { same } from './comparing.ts'
import type { Direction, Goal, Point } from './question.ts'

/** Why there is no ratio, or why a label does not follow from one (progress.md, 5, the table of cases). */
export type NoLabel =
  | 'maintain-target'
  | 'no-direction'
  | 'no-baseline'
  | 'no-numeric-target'
  | 'no-elapsed-time'
  | 'target-not-after-baseline'
  | 'zero-baseline'
  | 'negative-value'
  | 'zero-target'
  | 'no-change-required'
  | 'baseline-beyond-target'

/** What a classification is computed from. Met: by our own test, on the latest observed value. */
export type Labelled = {
  readonly baseline: Point | null
  readonly latest: Point
  readonly target: Point | null
  readonly direction: Direction
  readonly goal: Goal
  readonly met: boolean | null
}

/** Compound growth a year from one value to another, as a fraction. */
export const growthBetween = (from: number, to: number, years: number): number => (to / from) ** (1 / years) - 1

/** Why this question has no growth to compare at all; null where it has a baseline and a direction. */
export const noGrowth = ({ goal, direction, baseline }: Labelled): NoLabel | null => {
  if (goal === 'maintain') return 'maintain-target'
  if (direction === 'none') return 'no-direction'
  return baseline === null ? 'no-baseline' : null
}

/** Why the growth so far has no meaning; null where it has. */
export const noActualGrowth = (baseline: Point, latest: Point): NoLabel | null => {
  if (latest.year <= baseline.year) return 'no-elapsed-time'
  if (baseline.value === 0) return 'zero-baseline'
  return baseline.value < 0 || latest.value < 0 ? 'negative-value' : null
}

const isBeyond = (baseline: Point, target: Point, direction: Direction): boolean =>
  direction === 'up' ? target.value < baseline.value : target.value > baseline.value

/** Why there is no way from the baseline to the target; null where there is. */
export const noWay = (baseline: Point, target: Point, direction: Direction): NoLabel | null => {
  if (same(target.value, baseline.value)) return 'no-change-required'
  return isBeyond(baseline, target, direction) ? 'baseline-beyond-target' : null
}

/** Actual growth a year over required growth a year, or why there is no such ratio; the first reason that holds. */
export const growthRatio = (
  baseline: Point,
  latest: Point,
  target: Point,
  direction: Direction,
): { readonly ratio: number; readonly reason: null } | { readonly ratio: null; readonly reason: NoLabel } => {
  const no = (reason: NoLabel) => ({ ratio: null, reason })
  if (latest.year <= baseline.year) return no('no-elapsed-time')
  if (target.year <= baseline.year) return no('target-not-after-baseline')
  if (baseline.value === 0) return no('zero-baseline')
  if (baseline.value < 0 || latest.value < 0 || target.value < 0) return no('negative-value')
  if (target.value === 0) return no('zero-target')
  const reason = noWay(baseline, target, direction)
  if (reason !== null) return no(reason)
  const actual = growthBetween(baseline.value, latest.value, latest.year - baseline.year)
  const required = growthBetween(baseline.value, target.value, target.year - baseline.year)
  return { ratio: actual / required, reason: null }
}

/**
 * Rho: the share of the way from baseline to target that the growth so far, continued, would cover by the target's year; or
 * why it has none (progress.md, 5). Unlike the ratio it is defined for a target of 0.
 */
export const rhoOf = (
  baseline: Point,
  latest: Point,
  target: Point,
  direction: Direction,
): { readonly ratio: number; readonly reason: null } | { readonly ratio: null; readonly reason: NoLabel } => {
  const no = (reason: NoLabel) => ({ ratio: null, reason })
  const noActual = noActualGrowth(baseline, latest)
  if (noActual !== null) return no(noActual)
  if (target.value < 0) return no('negative-value')
  if (target.year <= baseline.year) return no('target-not-after-baseline')
  const reason = noWay(baseline, target, direction)
  if (reason !== null) return no(reason)
  const ahead = Math.max(target.year - latest.year, 0) / (latest.year - baseline.year)
  const expected = latest.value * (latest.value / baseline.value) ** ahead
  return { ratio: (expected - baseline.value) / (target.value - baseline.value), reason: null }
}
