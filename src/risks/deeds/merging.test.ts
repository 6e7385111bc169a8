import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type TestDb, testDb } from '#platform/testing'
import { isOpen, RiskId, seenOf } from '#risks/core'
import { aWording, givenRiverPlan, riskOfficer } from '#risks/testing'
import { risksOf } from '../store/steps.ts'
import { mergeRisk } from './assessing.ts'
import { enterRisk } from './entering.ts'

const day = '2024-03-01'
const reason = 'The same thing'

describe('Two risks that two people merge into each other', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
    await givenRiverPlan(db)
  })
  afterAll(() => db.close())

  it('never both go, at whatever moment it is asked', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ids: RiskId[] = []
      for (const title of ['Gauges fail', 'Gauges break']) {
        const entered = await db.work(riskOfficer, day, (work) => enterRisk(work, { ...aWording({ title }), reason }))
        ids.push(entered.kind === 'done' ? RiskId.trusted(entered.value.risk) : assert.fail())
      }
      const [one, other] = await db.look(riskOfficer, day, (look) => risksOf(look.db, ids))
      if (one === undefined || other === undefined) assert.fail()
      const merge = (from: typeof one, into: RiskId) =>
        db.work(riskOfficer, day, (work) => mergeRisk(work, { risk: from.id, seen: seenOf(from), into, reason }))
      const both = await Promise.all([merge(one, other.id), merge(other, one.id)])
      assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['done', 'refused'])
      const after = await db.look(riskOfficer, day, (look) => risksOf(look.db, ids))
      assert.equal(after.filter(isOpen).length, 1)
    }
  })
})
