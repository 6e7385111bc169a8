import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor, publicActor } from '#access/core'
import type { Actor } from '#kernel'
import { riverPlanFile } from '#plan/testing'
import { type TestDb, terminalOf, testDb } from '#platform/testing'
import { commands } from './commands.ts'

describe('At the terminal', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(() => db.close())

  const terminal = terminalOf(commands, '2026-04-10')
  const run = (by: Actor, typed: string) => terminal(db, by, typed)

  const cases: readonly [name: string, by: Actor, typed: string, status: number, first: string][] = [
    ['plan check says that there is no plan', publicActor, 'plan check', 1, 'plan.noPlan'],
    ['plan show says it too', publicActor, 'plan show 2026-2029', 1, 'plan.noPlan'],
    ['plan load is shut to the public', publicActor, `plan load ${riverPlanFile}`, 1, 'ui.notAllowed plan.load'],
    ['plan load needs a file', operatorActor, 'plan load', 2, 'ui.argumentNotUnderstood plan load file'],
    ['plan load loads', operatorActor, `plan load ${riverPlanFile}`, 0, 'plan.load.line orrin-river 1'],
    [
      'plan load says nothing new the second time',
      operatorActor,
      `plan load ${riverPlanFile}`,
      0,
      'plan.load.nothingNew 1',
    ],
    ['plan check counts the plan in force', publicActor, 'plan check', 0, 'plan.check.edition 2022-2025'],
    ['plan check reads a file', publicActor, 'plan check content/itu/plan.json', 0, 'plan.check.edition 2024-2027'],
    [
      'plan check refuses one that is not there',
      publicActor,
      'plan check nowhere.json',
      1,
      'plan.faulty nowhere.json 1',
    ],
    [
      'plan show shows the outline',
      publicActor,
      'plan show 2022-2025',
      0,
      'plan.show.row strategy  River strategy 2022-2025',
    ],
    [
      'plan show shows an element',
      publicActor,
      'plan show 2026-2029 milestones/A.2',
      0,
      'plan.show.row milestone/A.2 A.2 Fish pass every weir',
    ],
    [
      'plan show names what is near',
      publicActor,
      'plan show 2026-2029 milestone/A.2',
      1,
      'plan.noSuchAddress milestone 2026-2029 milestones',
    ],
    [
      'plan show knows no other edition',
      publicActor,
      'plan show 2026',
      1,
      'plan.noSuchAddress 2026 2026-2029, 2022-2025',
    ],
  ]
  for (const [name, by, typed, status, first] of cases)
    it(name, async () => {
      const answer = await run(by, typed)
      assert.deepEqual([answer.status, answer.lines[0]], [status, first])
    })

  it('plan check gives its counts to programs', async () => {
    const { lines } = await run(publicActor, 'plan check content/itu/plan.json --json')
    const { editions } = JSON.parse(lines[0] ?? '') as { editions: Record<string, Record<string, number>> }
    assert.deepEqual([editions['2024-2027']?.['target'], editions['2028-2031']?.['target']], [12, 14])
    assert.equal(editions['2028-2031']?.['brackets'], 19)
  })

  it('plan load lists every fault with its place', async () => {
    const { status, lines } = await run(operatorActor, 'plan load src/plan/testing/river/organisation.json')
    assert.equal(status, 1)
    assert.match(lines[1] ?? '', /^src\/plan\/testing\/river\/organisation\.json:\d+:\d+ .*plan\.fault\./)
  })
})
