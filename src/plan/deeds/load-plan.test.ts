import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor, publicActor } from '#access/core'
import { riverPlanFile } from '#plan/testing'
import { type TestDb, testDb } from '#platform/testing'
import { checkPlan } from '../core/checking.ts'
import { planInForce } from '../held.ts'
import { readPlan } from '../read-plan.ts'
import { latestLoad, planLoads } from '../store/loads.ts'
import { planOfLoad } from '../store/reading.ts'
import { loadPlan } from './load-plan.ts'

const organisationPlan = 'content/itu/plan.json'

describe('Loading a plan', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(() => db.close())

  const load = (file: string, by = operatorActor) =>
    db.work(by, '2026-03-01', (work) => loadPlan(work, { file, reason: 'a test' }))
  const standing = () => db.look(publicActor, '2026-03-01', (look) => planInForce(look.db))

  it('is not for everybody', async () => {
    const attempt = await load(riverPlanFile, publicActor)
    assert.deepEqual(attempt, { kind: 'refused', refusal: { code: 'plan.mayNotLoad', facts: {} } })
  })

  it('finds no plan before the first load, and says so with null', async () => assert.equal(await standing(), null))

  it('writes nothing when there is a fault', async () => {
    const attempt = await load('src/plan/testing/river/organisation.json')
    assert.equal(attempt.kind === 'refused' && attempt.refusal.code, 'plan.faulty')
    assert.equal(await db.look(publicActor, '2026-03-01', (look) => latestLoad(look.db)), null)
  })

  it('takes an invented organization with kinds of its own', async () => {
    const attempt = await load(riverPlanFile)
    assert.equal(attempt.kind === 'done' && attempt.value.kind, 'loaded')
    const plan = await standing()
    assert.deepEqual([...(plan?.ix.kinds.keys() ?? [])].slice(0, 3), ['strategy', 'chapter', 'pillar'])
  })

  it('gives back exactly what the files say', async () => {
    const { plan } = await readPlan(riverPlanFile)
    assert.deepEqual((await standing())?.ix.plan, plan)
  })

  it('says nothing new when the same files come twice', async () => {
    const attempt = await load(riverPlanFile)
    assert.equal(attempt.kind === 'done' && attempt.value.kind, 'nothing-new')
    assert.equal((await db.look(publicActor, '2026-03-01', (look) => planLoads(look.db))).length, 1)
  })

  it('takes the plan of the content, whole, and puts it in force (S3)', async () => {
    const attempt = await load(organisationPlan)
    assert.equal(attempt.kind, 'done')
    const { plan } = await readPlan(organisationPlan)
    assert.deepEqual((await standing())?.ix.plan, plan)
  })

  it('keeps the load before it, which can still be shown', async () => {
    const loads = await db.look(publicActor, '2026-03-01', (look) => planLoads(look.db))
    assert.deepEqual(
      loads.map(({ on, author, reason }) => [on, author, reason]),
      [
        ['2026-03-01', 'operator', 'a test'],
        ['2026-03-01', 'operator', 'a test'],
      ],
    )
    const first = loads.at(-1)?.n ?? 0
    const plan = await db.look(publicActor, '2026-03-01', (look) => planOfLoad(look.db, first))
    assert.equal(plan?.slug, 'orrin-river')
    assert.deepEqual(plan === null ? null : checkPlan(plan), [])
  })

  it('declares the units with the plan (S1)', async () => {
    const plan = await standing()
    const secretariats = plan?.ix.plan.organisation.units.filter((unit) => unit.sort === 'secretariat') ?? []
    assert.ok(secretariats.some((unit) => unit.serves.length === 1))
  })
})
