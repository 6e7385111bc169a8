import assert from 'node:assert/strict'
import { unitsOf } from '#access'
import { Day } from '#kernel'
import type { Work } from '#platform'
import type { TestDb } from '#platform/testing'
import { RiskId, seenOf, type Wording } from '#risks/core'
import { assessRisk } from '../deeds/assessing.ts'
import { adoptRisk, enterRisk } from '../deeds/entering.ts'
import { declareScale } from '../deeds/scaling.ts'
import { lockedRisk } from '../store/steps.ts'
import { aDeclared, aWording, riskOfficer } from './index.ts'

const reason = 'a reason'

/** The first risk of a register, on a scale of its own: entered, assessed at 4 by 4 of 5 by 5, and adopted on that day. */
export const givenAdopted = async (db: TestDb, on: Day, some: Partial<Wording> = {}): Promise<void> => {
  const risk = RiskId.trusted('r1')
  const seen = async (work: Work) => ({
    risk,
    seen: seenOf((await lockedRisk(work.db, risk)) ?? assert.fail()),
    reason,
  })
  const scores = { inherent: { likelihood: 5, impact: 5 }, residual: { likelihood: 4, impact: 4 } }
  const deeds: readonly ((work: Work) => Promise<{ readonly kind: string }>)[] = [
    (work) => declareScale(work, aDeclared({ since: Day.trusted(on) })),
    (work) => enterRisk(work, { ...aWording(some), reason }),
    async (work) => assessRisk(work, { ...(await seen(work)), ...scores }),
    async (work) => adoptRisk(work, await seen(work)),
  ]
  for (const deed of deeds) {
    const attempt = (await db.work(riskOfficer, on, deed as never)) as { readonly kind: string }
    assert.equal(attempt.kind, 'done', JSON.stringify(attempt))
  }
}

/** The same over whatever plan is loaded: the risk is of its first unit, and threatens nothing in particular. */
export const givenAdoptedOf = async (db: TestDb, on: Day): Promise<void> => {
  const [unit = assert.fail('No unit is declared')] = await db.look(riskOfficer, on, (look) => unitsOf(look.db))
  await givenAdopted(db, on, { owner: unit.code, elements: [] })
}
