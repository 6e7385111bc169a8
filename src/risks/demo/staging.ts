import { type Attempt, Day, done, refused, type UnitCode } from '#kernel'
import { type EntryId, entryOfElement, ofRole } from '#plan/core'
import type { DemoSetting, Staged, Trail, Work } from '#platform'
import { type Risk, type RiskId, type Scores, scaleOn, seenOf } from '#risks/core'
import { threatened } from '../deeds/deciding.ts'
import { planInForce } from '../neighbours/plan.ts'
import { scalesOf } from '../store/scales.ts'
import { lockedRisk } from '../store/steps.ts'

/** Whole numbers from 0 up to, not including, `below`: always the same ones for a seed (Park and Miller's generator). */
export const diceFrom = (seed: number) => {
  let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * below)
  }
}
export type Dice = ReturnType<typeof diceFrom>

export const pick = <Value>(dice: Dice, all: readonly Value[]): Value => {
  const found = all[dice(all.length)]
  if (found === undefined) throw new Error('There is nothing to pick from')
  return found
}

/** A risk of the demonstration: its place, its unit, and the number that it gets when it is entered. */
export type Cast = { readonly at: number; readonly unit: UnitCode; id: RiskId | null }

export const dayIn = (year: number, month: number, day: number): Day =>
  Day.trusted(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)

/** An element of the plan in force that a risk can threaten, by its place among them. */
export const elementFor = async ({ db }: Work, place: number): Promise<readonly EntryId[]> => {
  const standing = await planInForce(db)
  if (standing === null) return []
  const { ix } = standing
  const all = threatened.flatMap((role) => ofRole(ix, ix.plan.inForce, role))
  const found = all[place % Math.max(1, all.length)]
  return found === undefined ? [] : [entryOfElement(found)]
}

/** Scores on the scale in force, from ones on a scale of five. */
export const onScale = async ({ db, today }: Work, scores: Scores): Promise<Scores> => {
  const scale = scaleOn(await scalesOf(db), today)
  const step = (value: number, steps: number): number => Math.max(1, Math.min(steps, value))
  const fitted = (which: 'inherent' | 'residual') => ({
    likelihood: step(scores[which].likelihood, scale?.likelihood.length ?? 5),
    impact: step(scores[which].impact, scale?.impact.length ?? 5),
  })
  return { inherent: fitted('inherent'), residual: fitted('residual') }
}

/** A deed about a risk that was entered before, as it stands then. */
export const about =
  <Done>(cast: Cast, deed: (work: Work, risk: Risk, seen: { risk: RiskId; seen: number }) => Promise<Attempt<Done>>) =>
  async (work: Work): Promise<Attempt<Done>> => {
    const risk = cast.id === null ? null : await lockedRisk(work.db, cast.id)
    return risk === null
      ? refused('risks.noSuchRisk', { risk: cast.id ?? String(cast.at) })
      : deed(work, risk, { risk: risk.id, seen: seenOf(risk) })
  }

/** The stage: who does what on which day. */
export const stageOf = ({ who }: DemoSetting) => {
  const all: Staged[] = []
  return {
    all,
    act: <Done>(
      permission: string,
      unit: UnitCode | null,
      on: Day,
      event: string,
      deed: (work: Work) => Promise<Attempt<Done>>,
      trail: (done: Done) => Trail,
    ): number =>
      all.push({
        by: who(permission, unit),
        on,
        event: `risks.${event}`,
        deed: async (work) => {
          const attempt = await deed(work)
          return attempt.kind === 'refused' ? attempt : done(trail(attempt.value))
        },
      }),
  }
}
