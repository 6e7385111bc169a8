import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, inject, it } from 'vitest'
import { backUp, restore } from './backup.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'meridian-backup-'))
const file = path.join(folder, 'one.backup')
const names = ['full', 'empty', 'taken'].map((name) => `b_${process.pid}_${name}`)

describe('A backup', () => {
  const [full = '', empty = '', taken = ''] = names
  const server = inject('server')
  const onDatabase = async <T>(database: string, body: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ ...server.owner, database })
    await client.connect()
    try {
      return await body(client)
    } finally {
      await client.end()
    }
  }
  const people = (database: string): Promise<readonly string[]> =>
    onDatabase(database, async (client) => {
      const { rows } = await client.query<{ person: string }>('select person from platform.event order by n')
      return rows.map(({ person }) => person)
    })

  beforeAll(async () => {
    await onDatabase('postgres', async (client) => {
      await client.query('select pg_advisory_lock(4242009)')
      for (const name of names) await client.query(`create database ${name} template ${server.template}`)
    })
    await onDatabase(full, (client) =>
      client.query(`insert into platform.event (person, event, facts) values
        ('ada', 'shelves.tidied', '{"note": "tab\\there, line\\nthere, \\\\ and فيجي"}'), ('bob', 'shelves.tidied', '{}')`),
    )
    await onDatabase(taken, (client) =>
      client.query(`insert into platform.event (person, event) values ('eve', 'shelves.burnt')`),
    )
    await onDatabase(full, (client) => backUp(client, file))
  })
  afterAll(async () => {
    await onDatabase('postgres', async (client) => {
      for (const name of names) await client.query(`drop database if exists ${name} with (force)`)
    })
    rmSync(folder, { recursive: true })
  })

  const restored = (database: string, from: string, force: boolean) =>
    onDatabase(database, (client) => restore(client, from, force))

  it('comes back whole, to the letter, and numbering goes on after it', async () => {
    const attempt = await restored(empty, file, false)
    assert.equal(attempt.kind, 'done')
    assert.deepEqual(await people(empty), ['ada', 'bob'])
    const notes = (database: string) =>
      onDatabase(database, async (client) => (await client.query('select facts from platform.event order by n')).rows)
    assert.deepEqual(await notes(empty), await notes(full))
    await onDatabase(empty, (client) =>
      client.query(`insert into platform.event (person, event) values ('cyd', 'shelves.tidied')`),
    )
    assert.deepEqual(await people(empty), ['ada', 'bob', 'cyd'])
  })

  it('does not replace rows unless it is told to', async () => {
    const attempt = await restored(taken, file, false)
    assert.equal(attempt.kind === 'refused' ? attempt.refusal.code : '', 'platform.restoreNotEmpty')
    assert.deepEqual(await people(taken), ['eve'])
  })

  const whole = (): Buffer => gunzipSync(readFileSync(file))
  const damaged: readonly [name: string, bytes: () => Buffer, told: string][] = [
    ['cut short', () => readFileSync(file).subarray(0, 200), 'backupCutShort'],
    [
      'with a byte changed',
      () => gzipSync(Buffer.from(whole().toString('latin1').replace('ada', 'eda'), 'latin1')),
      'backupDamaged',
    ],
    ['without its last frame', () => gzipSync(whole().subarray(0, whole().length - 60)), 'backupCutShort'],
    ['that is something else', () => gzipSync('a,b\n1,2\n'), 'backupNotOurs'],
    ['that is not even compressed', () => Buffer.from('hello'), 'restoreNotRead'],
    ['that is empty', () => Buffer.alloc(0), 'backupCutShort'],
  ]
  for (const [name, bytes, told] of damaged)
    it(`changes nothing when it is a file ${name}`, async () => {
      const bad = path.join(folder, 'bad.backup')
      writeFileSync(bad, bytes())
      const attempt = await restored(taken, bad, true)
      assert.equal(attempt.kind === 'refused' ? attempt.refusal.code : 'done', `platform.${told}`)
      assert.deepEqual(await people(taken), ['eve'])
    })

  it('replaces what is there when it is told to', async () => {
    assert.equal((await restored(taken, file, true)).kind, 'done')
    assert.deepEqual(await people(taken), ['ada', 'bob'])
  })
})
