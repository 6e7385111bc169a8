import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor } from '#access/core'
import { aUnit } from '#access/testing'
import { UnitCode } from '#kernel'
import { type TestDb, testDb } from '#platform/testing'
import { declareUnits } from './deeds.ts'
import { unitsOf } from './store.ts'

describe('The units of an organization', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(() => db.close())

  const sector = aUnit('water', { sort: 'sector', names: { en: 'Water', fr: 'Eau' } })
  const office = aUnit('water-office', { under: UnitCode.trusted('water'), serves: [UnitCode.trusted('water')] })
  const council = aUnit('water-board', { sort: 'advisory', short: 'WB', advises: [UnitCode.trusted('water-office')] })

  it('say who serves and who advises whom, as they were declared (S1)', async () => {
    await db.work(operatorActor, '2026-03-01', (work) => declareUnits(work, [sector, office, council]))
    assert.deepEqual(await db.look(operatorActor, '2026-03-01', (look) => unitsOf(look.db)), [sector, office, council])
  })

  it('are those of the latest declaration', async () => {
    await db.work(operatorActor, '2026-03-02', (work) => declareUnits(work, [sector]))
    assert.deepEqual(await db.look(operatorActor, '2026-03-02', (look) => unitsOf(look.db)), [sector])
  })
})
