import type { Day } from '#kernel'
import { type Benchmark, type EditionCode, type Element, type Indexed, type Measure, ofRole } from '#plan/core'
import type { ReadDb } from '#platform'
import type { Answer, Answers } from './assessing.ts'
import type { NotAsked } from './outlook.ts'
import { outlooksOf } from './outlooks.ts'

/** A target of an edition, what it is measured by and held against, and the answer; or why there is none. */
export type TargetStanding = {
  readonly target: Element
  readonly measure: Measure | null
  /** Null: none with a number that fits. Without one there is still a trend. */
  readonly benchmark: Benchmark | null
  readonly answer: Answer | null
  readonly notAsked: NotAsked | null
}

/** Where every target of an edition stands for an economy or a group, as known on a day; null without a calibration. */
export const standingsOf = async (
  db: ReadDb,
  ix: Indexed,
  edition: EditionCode,
  area: string,
  asOf: Day,
): Promise<{ readonly calibration: Answers['calibration']; readonly standings: readonly TargetStanding[] } | null> => {
  const targets = ofRole(ix, edition, 'target')
  const answered = await outlooksOf(db, ix, targets, area, asOf)
  if (answered === null) return null
  const standings = targets.flatMap((target): TargetStanding[] => {
    const [first] = answered.outlooks.get(target.id) ?? []
    if (first === undefined) return []
    const { measure, answer, notAsked } = first
    return [{ target, measure, benchmark: first.target === null ? null : first.benchmark, answer, notAsked }]
  })
  return { calibration: answered.calibration, standings }
}
