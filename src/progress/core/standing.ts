import { likelyFrom, unlikelyBelow } from './chance.ts'
import { atLeast, atMost, within } from './comparing.ts'
import type { Forecast } from './forecast.ts'
import type { Direction, Point, Question } from './question.ts'

/** The words for a target that is not met yet and can be projected. */
export type Standing = 'moving away' | 'likely' | 'uncertain' | 'unlikely'

/** The chance that the target is met in its year, 0 to 1 (progress.md, 6.4): to be kept, it may be missed by the tolerance. */
export const chanceOf = (
  { direction, goal, tolerance }: Question,
  target: number,
  { reaching }: Pick<Forecast, 'reaching'>,
): number => {
  const allowance = goal === 'maintain' ? tolerance : 0
  if (direction === 'none') return within(reaching(target - allowance) - reaching(target + allowance), 0, 1)
  return within(reaching(direction === 'up' ? target - allowance : target + allowance), 0, 1)
}

/** What decides whether something moves away from its target. */
export type Movement = {
  readonly pace: number | null
  readonly chance: number
  readonly latest: Point
  readonly baseline: Point | null
  readonly target: Point
  readonly direction: Direction
  readonly wasMet: boolean
  readonly covered: number | null
  readonly elapsed: number | null
}

/** Worse than the way it should have come by a tenth; or, where there was no way to come, worse than the baseline. */
const isWorse = ({ baseline, latest, target, direction, wasMet, covered, elapsed }: Movement): boolean => {
  // Without a baseline the adverse pace alone decides.
  if (baseline === null || latest.year <= baseline.year) return true
  if (!wasMet && target.year > baseline.year) return (covered ?? 0) / (elapsed ?? 1) < -0.1
  return direction === 'up' ? !atLeast(latest.value, baseline.value) : !atMost(latest.value, baseline.value)
}

/** Whether it moves away (progress.md, 8): by its own trend, since the gain of its peers never hides a fall. */
export const isMovingAway = (movement: Movement): boolean =>
  movement.direction !== 'none' &&
  movement.pace !== null &&
  movement.pace < -1e-12 &&
  movement.chance < unlikelyBelow &&
  isWorse(movement)

export const standingOf = (chance: number, movesAway: boolean): Standing => {
  if (movesAway) return 'moving away'
  if (chance >= likelyFrom) return 'likely'
  return chance < unlikelyBelow ? 'unlikely' : 'uncertain'
}
