import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { Day } from '#kernel'
import { type Endpoint, isObjection } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { aWording, everybody, givenAdopted, givenRiverPlan, riskOfficer } from '#risks/testing'
import { api } from './api.ts'
import { enterRisk } from './deeds/entering.ts'

const [endpoint] = api as readonly [Endpoint]
type Row = Readonly<Record<string, unknown>>

describe('GET /api/v1/risks', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
    await givenRiverPlan(db)
    await givenAdopted(db, Day.trusted('2024-02-03'), { title: 'Gauges fail' })
    const draft = { ...aWording({ title: 'A draft' }), reason: 'a reason' }
    assert.equal((await db.work(riskOfficer, '2024-02-04', (work) => enterRisk(work, draft))).kind, 'done')
  })
  afterAll(() => db.close())

  const ask = (given: Row = {}, by = everybody, on = '2024-06-01') =>
    db.look(by, on, async (look) => {
      const pageAt = (path: string) => `https://meridian.example/en${path}`
      const found = await endpoint.load({ ...look, say: String, language: 'en', pageAt } as never, given, null)
      return isObjection(found) ? found.parameter : ([...(found as readonly Row[])] as readonly Row[])
    })

  it('has what was adopted and no draft, whoever asks', async () => {
    for (const by of [everybody, riskOfficer]) {
      const rows = (await ask({}, by)) as readonly Row[]
      assert.deepEqual(
        rows.map(({ risk, state, adopted_on }) => [risk, state, adopted_on]),
        [['r1', 'adopted', '2024-02-03']],
      )
      for (const row of rows) endpoint.item.parse(row)
    }
  })

  it('gives grades in codes and in words, and whether they are more than is borne', async () => {
    const [row] = (await ask()) as readonly Row[]
    const residual = row?.['residual'] as Row
    assert.deepEqual(
      [residual['likelihood'], residual['impact'], residual['grade'], residual['above_appetite'], row?.['missing']],
      [4, 4, 'high', true, null],
    )
    assert.equal(row?.['page'], 'https://meridian.example/en/risks/r1')
  })

  const questions: readonly (readonly [string, Row, number | string])[] = [
    ['one level', { level: 'unit' }, 1],
    ['the other level', { level: 'strategic' }, 0],
    ['one state', { state: 'closed' }, 0],
    ['a unit', { unit: ['gauging-office'] }, 1],
    ['another unit', { unit: ['flood-panel'] }, 0],
    ['a unit that is none', { unit: ['gauging-ofice'] }, 'unit'],
    ['an element', { element: ['2026-2029/milestone/A.1'] }, 1],
    ['an element that is none', { element: ['2026-2029/milestone/Z.1'] }, 'element'],
  ]
  for (const [about, given, expected] of questions)
    it(`answers for ${about}`, async () => {
      const found = await ask(given)
      assert.equal(typeof found === 'string' ? found : found.length, expected)
    })

  it('says what stood on an earlier day', async () => {
    assert.equal(((await ask({}, everybody, '2024-02-02')) as readonly Row[]).length, 0)
  })
})
