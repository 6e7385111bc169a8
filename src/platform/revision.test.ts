import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { Day } from '#kernel'
import { anActor } from '#kernel/testing'
import { type TestDb, testDb } from '#platform/testing'
import { addEvent } from './audit/event.ts'
import { revisionOf } from './revision.ts'

const today = Day.trusted('2026-11-26')
const by = anActor({ kind: 'everywhere' }, 'shelves.tidy')

describe('The Revision', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(() => db.close())

  it('grows with each of two deeds that are done at once, in the order in which they can be seen', async () => {
    const order: string[] = []
    let numbered = (): void => {}
    let finish = (): void => {}
    const isNumbered = new Promise<void>((resolve) => {
      numbered = resolve
    })
    const mayFinish = new Promise<void>((resolve) => {
      finish = resolve
    })
    const first = db.work(by, today, async (work) => {
      await addEvent(work.db, { person: 'ada', event: 'shelves.tidied', way: 'page', facts: {} })
      numbered()
      await mayFinish
    })
    await isNumbered
    const second = db.work(by, today, (work) =>
      addEvent(work.db, { person: 'ben', event: 'shelves.tidied', way: 'page', facts: {} }),
    )
    const ended = [first.then(() => order.push('first')), second.then(() => order.push('second'))]
    await Promise.race([second, sleep(200)])
    finish()
    await Promise.all(ended)
    assert.deepEqual(order, ['first', 'second'])
    assert.equal(await db.look(by, today, (look) => revisionOf(look.db)), '2')
  })
})
