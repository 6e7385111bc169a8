import { dirname } from 'node:path'
import { type Actor, Day, PersonId, UnitCode } from '#kernel'
import { anActor } from '#kernel/testing'
import { plan } from '#plan'
import { EntryId } from '#plan/core'
import { riverPlanFile } from '#plan/testing'
import type { TestDb } from '#platform/testing'
import { type Act, type Declared, type Risk, RiskId, type Scale, type Step, type Wording } from '#risks/core'

export { givenAdopted, givenAdoptedOf } from './adopted.ts'
export { aWorkbook, cellsIn, type SheetCells } from './workbooks.ts'

const inAll = (en: string) => ({ en, fr: en, es: en, ar: en, ru: en, zh: en })

/** A plain scale of so many steps, in four grades; a step is called by its number. */
export const aDeclared = (some: Partial<Declared> & { readonly steps?: number } = {}): Declared => {
  const { steps = 5, ...rest } = some
  const words = Array.from({ length: steps }, (_, at) => inAll(`step ${at + 1}`))
  const gradeAt = (product: number): number => Math.min(3, Math.floor((product * 4) / (steps * steps + 1)))
  return {
    since: Day.trusted('2024-01-01'),
    likelihood: words,
    impact: words,
    grades: ['low', 'moderate', 'high', 'critical'].map((code) => ({ code, words: inAll(code) })),
    matrix: words.map((_, row) => words.map((__, column) => gradeAt((row + 1) * (column + 1)))),
    appetite: 1,
    reason: 'a test',
    ...rest,
  }
}

export const aScale = (some: Partial<Scale> = {}): Scale => ({ n: 1, ...aDeclared(), ...some })

export const aWording = (some: Partial<Wording> = {}): Wording => ({
  title: 'Gauges fail in floods',
  cause: 'Old gauges stand in the flood plain',
  event: 'A flood takes them',
  effect: 'Nobody knows the level when it matters',
  owner: UnitCode.trusted('gauging-office'),
  elements: [EntryId.trusted('2026-2029/milestone/A.1')],
  ...some,
})

export const aStep = (n: number, on: string, act: Act, reason = ''): Step => ({
  ...act,
  ...{ n, on: Day.trusted(on), by: PersonId.trusted('ada'), reason },
})

export const assessed = (
  residual: readonly [likelihood: number, impact: number],
  inherent = residual,
  scale = 1,
): Act => ({
  kind: 'assessed',
  scale,
  inherent: { likelihood: inherent[0], impact: inherent[1] },
  residual: { likelihood: residual[0], impact: residual[1] },
})

/** A risk with these acts, a day each from the first on; it was described before them. */
export const aRisk = (id: string, acts: readonly Act[] = [], since = '2025-01-01', first = 1): Risk => {
  const days = (at: number): string => new Date(Date.parse(since) + at * 86_400_000).toISOString().slice(0, 10)
  const all: readonly Act[] = [{ kind: 'described', ...aWording({ title: id }) }, ...acts]
  return { id: RiskId.trusted(id), steps: all.map((act, at) => aStep(first + at, days(at), act)) }
}

const everything = ['see', 'seeDrafts', 'enter', 'assess', 'mitigate', 'escalate', 'adopt', 'close', 'import'].map(
  (one) => `risks.${one}`,
)

/** Keeps the register of a unit. */
export const officerOf = (unit: string): Actor => ({
  ...anActor({ kind: 'unit', code: UnitCode.trusted(unit) }, ...everything),
  person: PersonId.trusted(`officer-of-${unit}`),
})

/** Keeps the whole register and leads the review. */
export const riskOfficer: Actor = {
  ...anActor({ kind: 'everywhere' }, ...everything, 'risks.setScale', 'risks.review'),
  person: PersonId.trusted('olu'),
}

/** Freezes what was decided. */
export const approver: Actor = {
  ...anActor({ kind: 'everywhere' }, 'risks.see', 'risks.seeDrafts', 'risks.freeze'),
  person: PersonId.trusted('chair'),
}

export const everybody: Actor = anActor({ kind: 'everywhere' }, 'risks.see', 'plan.see')

/** The plan of an invented river commission, with its units, for the register to stand on. */
export const givenRiverPlan = async (db: TestDb): Promise<void> => {
  const keeper = anActor({ kind: 'everywhere' }, 'plan.see', 'plan.load')
  const steps = await db.look(keeper, '2024-01-01', async (look) =>
    plan.content === undefined ? [] : plan.content(look, dirname(riverPlanFile)),
  )
  for (const { deed, name } of steps) {
    const attempt = await db.work(keeper, '2024-01-01', deed)
    if (attempt.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(attempt.refusal)}`)
  }
}
