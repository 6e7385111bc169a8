import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { anActor } from '#kernel/testing'
import { sql, text } from '#platform'
import { type TestDb, testDb } from '#platform/testing'

const reader = anActor({ kind: 'everywhere' }, 'shelves.see')

describe('The serving role', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
    await db.given(`insert into platform.event (person, event) values ('ada', 'shelves.tidied')`)
  })
  afterAll(() => db.close())

  const forbidden: readonly [name: string, statement: string][] = [
    ['change a row', `update platform.event set person = 'bob'`],
    ['remove a row', 'delete from platform.event'],
    ['empty a table', 'truncate platform.event'],
    ['drop a table', 'drop table platform.event'],
  ]
  for (const [name, statement] of forbidden) {
    it(`cannot ${name}`, async () => {
      await assert.rejects(
        db.work(reader, '2026-11-26', (work) =>
          work.db.run({ name: 'platform.forbidden', text: statement, values: [] }),
        ),
        /permission denied|must be owner/,
      )
    })
  }

  it('reads and adds rows', async () => {
    await db.work(reader, '2026-11-26', ({ db: open }) =>
      open.run(sql`-- platform.added
        insert into platform.event (person, event) values ('bob', 'shelves.tidied')`),
    )
    const people = await db.look(reader, '2026-11-26', ({ db: open }) =>
      open.all(
        sql`-- platform.people
          select person from platform.event order by n`,
        (row) => text(row, 'person'),
      ),
    )
    assert.deepEqual(people, ['ada', 'bob'])
  })
})
