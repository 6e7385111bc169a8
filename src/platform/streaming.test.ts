import assert from 'node:assert/strict'
import { type IncomingMessage, get as request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { type ServerType, serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { Day } from '#kernel'
import { anActor } from '#kernel/testing'
import { columnsOf, type Feature, sql, text } from '#platform'
import { aServing, sayKey, type TestDb, testDb } from '#platform/testing'
import { absent } from './route.ts'
import { serverOf } from './server.ts'
import { placesOf } from './streaming.ts'
import { takeTable } from './taking/take-table.ts'

const today = Day.trusted('2026-11-26')
const reader = anActor({ kind: 'everywhere' }, 'shelves.see')

/** As many rows as are asked for; the one after `breaks` divides by zero. */
const rowsOf = (rows: string, breaks: string) =>
  sql`-- platform.rowsOf
    select n::text, ${'=1+1'}::text as formula, round(1.5 / case when n = ${breaks}::integer then 0 else 1 end, 2), null,
      ${['a\tb', 'c"d\\']}::text[]
    from (select generate_series(1, ${rows}::integer) as n) s`

const silent = sql`-- platform.silent
  select pg_sleep(600)`

const shelves: Feature = {
  name: 'shelves',
  permissions: ['shelves.see'],
  commands: [],
  panels: [],
  routes: takeTable({
    path: '/shelves/:rows/:breaks',
    may: 'shelves.see',
    streams: true,
    load: async ({ db, language }, { rows = '', breaks = '' }) => {
      const known = await db.one(
        sql`-- platform.known
          select count(*)::text as n from platform.event`,
        (row) => text(row, 'n'),
      )
      if (rows === 'none') return absent('ui.nothingHere')
      return {
        name: `shelves-${known}`,
        title: 'Shelves',
        language,
        tables: [
          {
            name: 'shelves',
            label: 'Shelves',
            columns: columnsOf(sayKey, 'shelves.column', [
              ['n', 'number'],
              ['formula', 'text'],
              ['price', 'number'],
              ['none', 'text'],
              ['list', 'text'],
            ]),
            rows: db.stream(rows === 'silent' ? silent : rowsOf(rows, breaks)),
          },
        ],
        notes: [],
      }
    },
  }),
}

describe('A file that is sent while it is made', () => {
  let db: TestDb
  let server: ServerType
  let origin = ''
  beforeAll(async () => {
    db = await testDb()
    const app = await serverOf(aServing(db, [shelves], reader, today))
    await new Promise<void>((resolve) => {
      server = serve({ fetch: app.fetch, port: 0 }, ({ port }: AddressInfo) => {
        origin = `http://localhost:${port}/en/shelves`
        resolve()
      })
    })
  })
  afterAll(async () => {
    server.close()
    await db.close()
  })

  const asked = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => request(`${origin}${path}`, { headers }, resolve).once('error', reject))

  /** All that came, and whether it came to its end. */
  const whole = async (answer: IncomingMessage): Promise<readonly [Buffer, boolean]> => {
    const all: Buffer[] = []
    answer.on('data', (bytes: Buffer) => all.push(bytes))
    answer.on('error', () => {})
    await new Promise((resolve) => answer.once('close', resolve))
    return [Buffer.concat(all), answer.complete]
  }

  /** Queries of this test's database that are still being answered. */
  const running = async (): Promise<number> => {
    const found = (await db.given(
      `select count(*)::integer as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and state <> 'idle'`,
    )) as { rows: { n: number }[] }
    return found.rows[0]?.n ?? 0
  }

  it('has every row, in the transaction in which it was asked for', async () => {
    const answer = await asked('/30000/0.csv')
    const [body, isComplete] = await whole(answer)
    const lines = body.toString().split('\r\n')
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.headers['content-disposition'], 'attachment; filename="shelves-0.csv"')
    assert.equal(answer.headers['accept-ranges'], 'none')
    assert.equal(isComplete, true)
    assert.equal(lines.length, 30_002)
    assert.equal(lines[30_000], `30000,'=1+1,1.50,,"{""a	b"",""c\\""d\\\\""}"`)
  })

  it('is compressed as it comes', async () => {
    const answer = await asked('/3000/0.ndjson', { 'accept-encoding': 'gzip, br' })
    assert.equal(answer.headers['content-encoding'], 'gzip')
    const lines = gunzipSync((await whole(answer))[0])
      .toString()
      .trimEnd()
      .split('\n')
    assert.equal(lines.length, 3000)
    assert.deepEqual(JSON.parse(lines.at(-1) ?? ''), {
      n: 3000,
      formula: '=1+1',
      price: 1.5,
      none: null,
      list: '{"a\tb","c\\"d\\\\"}',
    })
  })

  it('is not sent again to who has it, and a HEAD asks for no row', async () => {
    const answer = await asked('/10/0.csv')
    await whole(answer)
    const again = await asked('/10/0.csv', { 'if-none-match': String(answer.headers.etag) })
    assert.equal(again.statusCode, 304)
    await whole(again)
    const head = await fetch(`${origin}/900000000/0.csv`, { method: 'HEAD' })
    assert.deepEqual([head.status, head.headers.get('content-type')], [200, 'text/csv; charset=utf-8'])
    await sleep(50)
    assert.equal(await running(), 0)
  })

  it('is a page when there is nothing', async () => {
    const answer = await asked('/none/0.csv')
    assert.equal(answer.statusCode, 404)
    assert.match((await whole(answer))[0].toString(), /ui.nothingHere/)
  })

  for (const encoding of ['identity', 'gzip'])
    it(`says that it is incomplete and is cut when the query fails (${encoding})`, async () => {
      const answer = await asked('/200000/150000.csv', { 'accept-encoding': encoding })
      const [body, isComplete] = await whole(answer)
      assert.equal(answer.statusCode, 200)
      assert.equal(isComplete, false)
      const read = encoding === 'gzip' ? gunzipSync(body, { finishFlush: 2 }) : body
      const last = read.toString().trimEnd().split('\r\n')
      assert.match(last.at(-1) ?? '', /^INCOMPLETE: platform\.incomplete \d+$/)
      assert.ok(last.length > 100_000, `${last.length}`)
      assert.equal(await running(), 0)
    })

  for (const kind of ['csv', 'xlsx', 'json'])
    it(`ends the query when its reader goes away, as ${kind}`, async () => {
      for (let nth = 0; nth < 6; nth += 1) {
        const answer = await asked(`/${nth % 2 === 0 ? '900000000' : 'silent'}/0.${kind}`)
        answer.on('error', () => {})
        await new Promise((resolve) => answer.once('data', resolve))
        answer.destroy()
      }
      for (let nth = 0; nth < 40 && (await running()) > 0; nth += 1) await sleep(50)
      assert.equal(await running(), 0)
      assert.equal((await whole(await asked('/10/0.csv')))[1], true)
    })

  it('comes no faster than it is taken', async () => {
    const answer = await asked('/900000000/0.csv')
    answer.on('error', () => {})
    await new Promise((resolve) => answer.once('readable', resolve))
    const before = process.memoryUsage().rss
    await sleep(1500)
    const more = (process.memoryUsage().rss - before) / 2 ** 20
    answer.destroy()
    assert.ok(more < 100, `${more} MB`)
  })
})

describe('The places for files that are sent', () => {
  it('are given one after the other, and to nobody who waited too long', async () => {
    const place = placesOf(1, 30)
    const first = await place()
    assert.equal(await place(), null)
    const waiting = place()
    first?.()
    first?.()
    const second = await waiting
    assert.notEqual(second, null)
    assert.equal(await place(), null)
    second?.()
    assert.notEqual(await place(), null)
  })
})
