import assert from 'node:assert/strict'
import pg from 'pg'
import { afterAll, beforeAll, describe, inject, it } from 'vitest'
import { CannotGoOn } from './cannot-go-on.ts'
import { migrate, migrations, schemasOf } from './migrating.ts'

describe('The migrations', () => {
  const server = inject('server')
  const name = `m_${process.pid}`
  let client: pg.Client
  beforeAll(async () => {
    const admin = new pg.Client(server.owner)
    await admin.connect()
    await admin.query(`create database ${name}`)
    await admin.end()
    client = new pg.Client({ ...server.owner, database: name })
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    const admin = new pg.Client(server.owner)
    await admin.connect()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })

  /** In a transaction of its own, as a start does it; what it answers, or what is told to the operator. */
  const brought = async (...before: readonly string[]): Promise<readonly string[] | string> => {
    await client.query('begin')
    try {
      for (const statement of before) await client.query(statement)
      const ran = await migrate(client)
      await client.query(before.length === 0 ? 'commit' : 'rollback')
      return ran
    } catch (error) {
      await client.query('rollback')
      assert.ok(error instanceof CannotGoOn, String(error))
      return error.message
    }
  }

  it('run once, in the order of their names', async () => {
    const all = migrations().map((one) => one.name)
    assert.deepEqual(all, all.toSorted())
    assert.deepEqual(await brought(), all)
    assert.deepEqual(await brought(), [])
  })

  it('have schemas of their own, and no claim on those of others', async () => {
    await client.query('create schema others')
    const made = new Set(migrations().flatMap(({ text }) => /create schema ([a-z]+)/.exec(text)?.[1] ?? []))
    assert.ok(made.has('platform'))
    assert.deepEqual(await schemasOf(client), [...made].toSorted())
    await client.query('drop schema others')
  })

  it('refuse a database that a newer version wrote, by the name of what is not known', async () => {
    const said = await brought(
      `insert into public.platform_migration (name, digest) values ('2099-01-01-01-future', 'x')`,
    )
    assert.match(String(said), /databaseNewer migration=2099-01-01-01-future/)
  })

  it('refuse a database on which one has run in other words', async () => {
    const said = await brought(`update public.platform_migration set digest = 'x' where name like '%-01-platform'`)
    assert.match(String(said), /migrationEdited migration=2026-11-26-01-platform/)
  })
})
