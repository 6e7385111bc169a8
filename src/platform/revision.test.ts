import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { Day, refused } from '#kernel'
import { anActor } from '#kernel/testing'
import { type TestDb, testDb } from '#platform/testing'
import { addEvent } from './audit/event.ts'
import { sql, text, truth } from './db.ts'
import { revisionOf } from './revision.ts'
import type { Work } from './work.ts'

const today = Day.trusted('2026-11-26')
const by = anActor({ kind: 'everywhere' }, 'shelves.tidy')

describe('The Revision', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(() => db.close())

  const tidied = (person: string) => (work: Work) =>
    addEvent(work.db, { person, event: 'shelves.tidied', way: 'page', facts: {} })
  const people = () =>
    db.look(by, today, (look) =>
      look.db.all(
        sql`-- platform.testPeople
        select person from platform.event order by n`,
        (row) => text(row, 'person'),
      ),
    )

  it('grows with each of two deeds that are done at once, in the order in which they can be seen', async () => {
    let finish = (): void => {}
    const mayFinish = new Promise<void>((resolve) => {
      finish = resolve
    })
    const long = db.work(by, today, async (work) => {
      tidied('ada')(work)
      await mayFinish
    })
    // A deed that takes its time keeps nobody from ending theirs.
    await db.work(by, today, async (work) => tidied('ben')(work))
    assert.equal(await db.look(by, today, (look) => revisionOf(look.db)), '1')
    finish()
    await long
    assert.equal(await db.look(by, today, (look) => revisionOf(look.db)), '2')
    assert.deepEqual(await people(), ['ben', 'ada'])
  })

  it('has no number for a deed before that of one that has its own and cannot be seen yet', async () => {
    const locked = () =>
      db.look(by, today, (look) =>
        look.db.one(
          sql`-- platform.testLocked
          select exists (select from pg_locks l join pg_database d on d.oid = l.database
            where d.datname = current_database() and locktype = 'advisory') is_locked`,
          (row) => truth(row, 'is_locked'),
        ),
      )
    const slow = db.given(`
      begin;
      insert into platform.event (person, event, facts) values ('cem', 'shelves.tidied', '{}');
      select pg_sleep(0.5);
      commit`)
    while ((await locked()) !== true) await sleep(5)
    await db.work(by, today, async (work) => tidied('dan')(work))
    assert.deepEqual(await people(), ['ben', 'ada', 'cem', 'dan'])
    await slow
  })

  it('does not grow by a deed that is taken back, nor by one whose end the database refuses', async () => {
    await db.work(by, today, async (work) => {
      tidied('eve')(work)
      return refused('shelves.notTidied')
    })
    await assert.rejects(
      db.work(by, today, async (work) => {
        tidied('fay')(work)
        work.db.atEnd(sql`-- platform.testFault
          select 1 / ${0}`)
      }),
      /division by zero/,
    )
    assert.deepEqual(await people(), ['ben', 'ada', 'cem', 'dan'])
  })
})
