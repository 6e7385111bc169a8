import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { UnitCode } from '#kernel'
import { anActor } from '#kernel/testing'
import type { DemoSetting } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { mitigationsOf, stateOf, verdictKinds } from '#risks/core'
import { givenRiverPlan, riskOfficer } from '#risks/testing'
import { frozenReview, registerOf } from '../held.ts'
import { risks } from '../index.ts'
import { frozenHeads } from '../store/reviews.ts'

const setting: DemoSetting = {
  units: ['assembly', 'gauging-office', 'flood-panel'].map((one) => UnitCode.trusted(one)),
  since: 2023,
  who: (permission, unit) => anActor(unit === null ? { kind: 'everywhere' } : { kind: 'unit', code: unit }, permission),
}

describe('A demonstration of the register', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
    await givenRiverPlan(db)
  })
  afterAll(() => db.close())

  const staged = (seed: number) => risks.demo?.(seed, setting) ?? []

  it('is done by its own deeds, in the order of their days, and none is refused', async () => {
    const all = staged(7)
    assert.deepEqual(
      all.map(({ on }) => on),
      all.map(({ on }) => on).toSorted(),
    )
    for (const { by, on, event, deed } of all) {
      const attempt = await db.work(by, on, deed)
      assert.equal(attempt.kind, 'done', `${on} ${event} ${JSON.stringify(attempt)}`)
    }
  })

  it('has three frozen reviews, in which every verdict was said', async () => {
    const [heads, frozen] = await db.look(riskOfficer, '2026-01-01', async ({ db: read }) => {
      const found = await frozenHeads(read)
      const texts = []
      for (const head of found) texts.push(await frozenReview(read, head))
      return [found, texts] as const
    })
    assert.deepEqual(
      heads.map(({ year }) => year),
      [2025, 2024, 2023],
    )
    const said = new Set(frozen.flatMap((one) => one.risks.map(({ verdict }) => verdict)))
    assert.deepEqual([...said].toSorted(), [...verdictKinds].toSorted())
  })

  it('has risks in every state, and mitigations done, late and under way', async () => {
    const all = await db.look(riskOfficer, '2026-01-01', ({ db: read }) => registerOf(read))
    assert.deepEqual([...new Set(all.map((risk) => stateOf(risk).kind))].toSorted(), [
      'adopted',
      'closed',
      'draft',
      'merged',
    ])
    const kinds = all.flatMap((risk) => mitigationsOf(risk, '2026-01-01' as never).map(({ state }) => state.kind))
    assert.deepEqual([...new Set(kinds)].toSorted(), ['done', 'late', 'open'])
  })

  it('is the same for a seed, and another for another', () => {
    const told = (seed: number) =>
      staged(seed).map(({ on, event, by }) => `${on} ${event} ${JSON.stringify(by.grants)}`)
    assert.deepEqual(told(7), told(7))
    assert.notDeepEqual(told(7), told(8))
  })
})
