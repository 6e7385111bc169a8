import assert from 'node:assert/strict'
import pg from 'pg'
import { afterAll, beforeAll, describe, inject, it } from 'vitest'
import { databaseChecks } from './checking.ts'

describe('What doctor sees of a database', () => {
  const server = inject('server')
  const name = `c_${process.pid}`
  let client: pg.Client
  beforeAll(async () => {
    const admin = new pg.Client(server.owner)
    await admin.connect()
    await admin.query(`create database ${name} template ${server.template}`)
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

  /** The codes of what is not well after these statements, which are taken back. */
  const illAfter = async (...before: readonly string[]): Promise<readonly string[]> => {
    await client.query('begin')
    for (const statement of before) await client.query(statement)
    const checks = await databaseChecks({
      asOwner: (body) => body(client),
      describe: () => ({ kind: 'server', where: 'here', adopted: false }),
    })
    await client.query('rollback')
    return checks.flatMap(({ well, seen }) => (well ? [] : [`${seen.code} ${seen.facts['roles'] ?? ''}`]))
  }

  const { user } = server.serving
  const cases: readonly [name: string, before: readonly string[], ill: readonly string[]][] = [
    ['is well as the migrations made it', [], []],
    [
      'is well whatever may be changed in the schemas of others',
      ['create schema others', 'create table others.note (text text)', `grant update on others.note to ${user}`],
      [],
    ],
    [
      'names the role that may change rows of ours',
      [`grant update on platform.event to ${user}`],
      [`platform.doctor.appendOnlyBroken ${user}`],
    ],
    [
      'names everybody where everybody may remove them',
      ['grant delete on platform.event to public'],
      ['platform.doctor.appendOnlyBroken PUBLIC'],
    ],
    [
      'guards the list of migrations as well',
      [`grant truncate on public.platform_migration to ${user}`],
      [`platform.doctor.appendOnlyBroken ${user}`],
    ],
  ]
  for (const [claim, before, ill] of cases)
    it(claim, async () => {
      assert.deepEqual(await illAfter(...before), ill)
    })
})
