import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { anActor } from '#kernel/testing'
import { sql, text, truth } from '#platform'
import { type TestDb, testDb } from '#platform/testing'

const today = '2026-11-26'
const ada = anActor({ kind: 'everywhere' })

describe('The role that serves', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(() => db.close())

  const tables = () =>
    db.look(ada, today, (look) =>
      look.db.all(
        sql`-- platform.allTables
          select format('%I.%I', n.nspname, c.relname) as name, (select attname::text from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
              order by a.attnum limit 1) as part,
            coalesce(obj_description(c.oid, 'pg_class'), '') like 'changeable: _%' as is_changeable
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
          order by 1`,
        (row) => ({ name: text(row, 'name'), part: text(row, 'part'), isChangeable: truth(row, 'is_changeable') }),
      ),
    )

  const isForbidden = (statement: string) =>
    assert.rejects(
      db.work(ada, today, (work) => work.db.run({ name: 'platform.bend', text: statement, values: [] })),
      /permission denied|must be owner/,
      statement,
    )

  it('changes, removes and empties no row of any table but those that say why they are changeable', async () => {
    const all = await tables()
    const kept = all.filter(({ isChangeable }) => !isChangeable)
    assert.ok(kept.length > 20 && kept.some(({ name }) => name === 'platform.event'), String(kept.length))
    for (const { name, part } of kept) {
      await isForbidden(`update ${name} set "${part}" = "${part}"`)
      await isForbidden(`delete from ${name}`)
    }
  })

  it('empties no table at once, drops none, and takes no trigger from one, changeable or not', async () => {
    for (const { name } of await tables()) {
      await isForbidden(`truncate ${name}`)
      await isForbidden(`drop table ${name}`)
      await isForbidden(`alter table ${name} disable trigger all`)
    }
  })
})
