import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { anActor } from '#kernel/testing'
import { addEvent, sql, text, type WriteDb } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { verified } from './verifying.ts'

const today = '2026-11-26'
const ada = anActor({ kind: 'everywhere' })

describe('The audit trail', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(() => db.close())
  const add = (n: number) =>
    db.work(ada, today, async (work) =>
      addEvent(work.db, {
        person: 'ada',
        event: 'shelves.bookMoved',
        way: 'page',
        facts: { n },
        before: { shelf: n },
        after: { shelf: n + 1 },
      }),
    )
  const check = () => db.look(ada, today, (look) => verified(look.db))

  it('is whole when nothing was done', async () => {
    assert.deepEqual(await check(), { entries: 0, head: null, broken: null })
  })

  it('links deeds that were done at the same moment one after the other', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => add(n)))
    const { entries, head, broken } = await check()
    assert.deepEqual([entries, head?.n, broken], [40, '40', null])
  })

  const odd = [`it's; drop table x; --`, String.raw`a \ back \' slash`, '$1 $2', '“quoted” $$ {a,"b"}', 'نص\n第二行']
  for (const reason of odd)
    it(`keeps ${JSON.stringify(reason)} as it was written`, async () => {
      await db.work(ada, today, async (work) =>
        addEvent(work.db, { person: 'ada', event: 'shelves.bookMoved', way: 'page', reason, facts: { reason } }),
      )
      const kept = await db.look(ada, today, (look) =>
        look.db.one(
          sql`-- platform.testLatest
            select reason, facts->>'reason' as fact from platform.event order by n desc limit 1`,
          (row) => [text(row, 'reason'), text(row, 'fact')],
        ),
      )
      assert.deepEqual(kept, [reason, reason])
    })

  /** Behind the back of everything, as the owner of the tables can. */
  const bent: readonly [name: string, statement: string, back: string, n: string, why: string][] = [
    [
      'a byte that was changed',
      `update platform.event set facts = '{"n":1}' where n = 17`,
      `update platform.event e set facts = jsonb_build_object('n', (before->>'shelf')::int) where n = 17`,
      '17',
      'changed',
    ],
    [
      'another person',
      `update platform.event set person = 'eve' where n = 3`,
      `update platform.event set person = 'ada' where n = 3`,
      '3',
      'changed',
    ],
    [
      'a row that was made to look right, by the row after it',
      `update platform.event set person = 'eve', digest = sha256(previous || convert_to(platform.event_text((n, at, 'eve', event, facts, unit, reason, before, after, way, previous, digest, is_quiet)::platform.event), 'UTF8')) where n = 5`,
      `update platform.event set person = 'ada' where n = 5; update platform.event e set digest = sha256(previous || convert_to(platform.event_text(e), 'UTF8')) where n = 5`,
      '6',
      'gap',
    ],
  ]
  for (const [name, statement, back, n, why] of bent)
    it(`names ${name}`, async () => {
      await db.given(statement)
      const { broken } = await check()
      assert.deepEqual([broken?.n, broken?.why], [n, why])
      await db.given(back)
      assert.equal((await check()).broken, null)
    })

  it('names the row after one that was taken out', async () => {
    await db.given('delete from platform.event where n = 20')
    const { broken } = await check()
    assert.deepEqual([broken?.n, broken?.why], ['21', 'gap'])
  })

  const ways: readonly string[] = [
    `update platform.event set person = 'eve'`,
    'delete from platform.event',
    'truncate platform.event',
    'drop trigger link_event on platform.event',
    'alter table platform.event disable trigger link_event',
  ]
  for (const statement of ways)
    it(`is not for the role that serves to bend: ${statement}`, async () => {
      const deed = (on: WriteDb) => on.run({ name: 'platform.bend', text: statement, values: [] })
      await assert.rejects(
        db.work(ada, today, (work) => deed(work.db)),
        /permission denied|must be owner/,
      )
    })
})
