import assert from 'node:assert/strict'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor, publicActor } from '#access/core'
import { type Actor, Day } from '#kernel'
import { type TestDb, terminalOf, testDb } from '#platform/testing'
import { methodsFolder } from '#statistics/testing'
import { calibrationInForce } from './calibrations.ts'
import { commands } from './commands.ts'
import { content } from './content.ts'
import { accuracyOfCalibration, calibrations } from './store/calibrations.ts'

describe('At the terminal', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(() => db.close())

  const terminal = terminalOf(commands, '2026-11-26')
  const run = (by: Actor, typed: string) => terminal(db, by, typed)

  const before: readonly [name: string, by: Actor, typed: string, status: number, first: string][] = [
    ['progress status knows no edition', publicActor, 'progress status 2024', 1, 'progress.noSuchEdition 2024'],
    ['progress project knows no series', publicActor, 'progress project NONE', 1, 'progress.noSuchSeries NONE'],
    ['progress project knows no area', publicActor, 'progress project NONE XYZ', 1, 'progress.noSuchArea XYZ'],
    [
      'progress whatif needs a number',
      publicActor,
      'progress whatif NONE much 2030',
      2,
      'ui.argumentNotUnderstood progress whatif value',
    ],
    ['progress backtest has nothing to test', operatorActor, 'progress backtest', 1, 'progress.notCalibrated'],
    [
      'progress calibrate is shut to the public',
      publicActor,
      'progress calibrate x',
      1,
      'ui.notAllowed progress.calibrate',
    ],
    ['progress calibrate needs one before', operatorActor, 'progress calibrate x', 1, 'progress.notCalibrated'],
  ]
  for (const [name, by, typed, status, first] of before)
    it(name, async () => {
      const said = await run(by, typed)
      assert.deepEqual([said.status, said.lines[0]], [status, first])
    })

  it('progress backtest tests the calibration that the content brings, and keeps what came of it', async () => {
    const folder = dirname(methodsFolder())
    const steps = await db.look(operatorActor, '2026-11-26', (look) => content(look, folder))
    assert.deepEqual(
      steps.map(({ name }) => name),
      ['progress: methods'],
    )
    for (const { deed } of steps) assert.equal((await db.work(operatorActor, '2026-11-26', deed)).kind, 'done')
    assert.deepEqual(await db.look(operatorActor, '2026-11-26', (look) => content(look, folder)), [])
    const said = await run(operatorActor, 'progress backtest')
    assert.equal(said.lines[0], 'progress.backtest.head 1')
    assert.ok(said.lines.includes('progress.backtest.line combined 1-5 11648 4.02 0.6'), said.lines.join('\n'))
    const kept = await db.look(operatorActor, '2026-11-26', (look) => accuracyOfCalibration(look.db, 1))
    assert.equal(kept?.on, '2026-11-26')
  })

  it('progress calibrate makes the next one, which is in force when somebody says so', async () => {
    assert.equal((await run(operatorActor, 'progress calibrate trial')).lines[0], 'progress.calibrate.kept 2')
    const numbers = await db.look(operatorActor, '2026-11-26', (look) => calibrations(look.db))
    assert.deepEqual(
      numbers.map(({ number }) => number),
      [2, 1],
    )
    const inForce = (day: string) =>
      db.look(operatorActor, '2026-11-26', (look) => calibrationInForce(look.db, Day.trusted(day)))
    assert.equal((await inForce('2026-11-26'))?.head.number, 1)
    const said = await run(operatorActor, 'progress calibrate --in-force 2 --reason better')
    assert.equal(said.lines[0], 'progress.calibrate.inForce 2')
    assert.equal((await inForce('2026-11-26'))?.head.number, 2)
    assert.equal((await inForce('2026-11-25'))?.head.number, 1)
    assert.equal((await inForce('2020-01-01'))?.later, true)
  })
})
