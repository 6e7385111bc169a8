import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { access } from '#access'
import { operatorActor } from '#access/core'
import { equipTest, somebody, today } from '#access/testing'
import { type TestDb, testDb } from '#platform/testing'
import { equipped } from './equipment.ts'
import { sealed } from './secrets.ts'
import { putFactor, useStep } from './store/factors.ts'

describe('What doctor says of people', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(() => db.close())
  const seen = () => db.look(operatorActor, today, async (look) => (await access.checks?.(look.db)) ?? [])

  it('is whether somebody administers, and whether second factors can be read with the key that is here', async () => {
    const ada = await somebody(db, 'Ada', [{ role: 'administrator', scope: { kind: 'everywhere' } }])
    await db.work(operatorActor, today, async (work) => {
      await putFactor(work.db, ada.id, sealed(equipped().key(), `factor ${ada.id}`, 'KEY'))
      await useStep(work.db, ada.id, 1)
    })
    assert.deepEqual((await seen()).slice(1), [
      { about: 'access.check.factors', well: true, seen: { code: 'access.check.factorsWell', facts: { count: 1 } } },
      { about: 'access.check.people', well: true, seen: { code: 'access.check.administrators', facts: { count: 1 } } },
    ])
    equipTest({ key: () => Buffer.alloc(32, 8) })
    const [, factors] = await seen()
    assert.equal(factors?.well, false)
    assert.deepEqual(factors?.seen.facts, { lost: 1, count: 1 })
    equipTest()
  })

  it('is whether people come by a way that is not encrypted', async () => {
    for (const [origin, well] of [
      ['http://localhost:4321', true],
      ['https://plan.example.org', true],
      ['http://plan.example.org', false],
      ['http://localhost.example.org', false],
    ] as const) {
      equipTest({ origin })
      assert.equal((await seen())[0]?.well, well, origin)
    }
    equipTest()
  })
})
