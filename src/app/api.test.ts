import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { z } from 'zod'
import { publicActor } from '#access'
import { Day } from '#kernel'
import { type Endpoint, exampleAddress } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { givenAdoptedOf } from '#risks/testing'
import { snippetsFor } from '#ui'
import { fuzzed, randomFrom } from './fuzzing.ts'
import { endpoints } from './opened.ts'
import { type Ask, filledFrom, servedOn } from './testing/served.ts'

const today = Day.trusted('2026-11-26')
/** Enough figures for every endpoint to answer something, and small ones. */
const loaded = /internet_use|mobile_ownership|\bpopulation\.csv/

let db: TestDb
let ask: Ask
const addresses = new Map<Endpoint, string>()

beforeAll(async () => {
  db = await testDb()
  await filledFrom(db, 'content/itu', today, (step) => loaded.test(step))
  await givenAdoptedOf(db, today) // one of the register of risks, which begins empty
  ask = await servedOn(db, today)
  for (const endpoint of endpoints)
    addresses.set(endpoint, await db.look(publicActor, today, (look) => exampleAddress(endpoint, look)))
})
afterAll(() => db.close())

const withMore = (address: string, more: string): string => `${address}${address.includes('?') ? '&' : '?'}${more}`

/** The schema with nothing beside what it names. */
const strict = (endpoint: Endpoint) => {
  const data = endpoint.kind === 'list' ? z.array(endpoint.item.strict()) : endpoint.item.strict()
  return endpoint.kind === 'list'
    ? z.strictObject({ as_of: z.iso.date(), next: z.url().nullable(), data })
    : z.strictObject({ as_of: z.iso.date(), data })
}

type Document = {
  readonly openapi: string
  readonly paths: Readonly<
    Record<string, { readonly get: { readonly operationId: string; readonly responses: object } }>
  >
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>
}

/** Every `$ref` below something. */
const refsIn = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, one]) => (name === '$ref' && typeof one === 'string' ? [one] : refsIn(one)))

for (const endpoint of endpoints)
  describe(`GET /api/v1${endpoint.path}`, () => {
    const address = (): string => addresses.get(endpoint) ?? assert.fail(endpoint.path)

    it('answers its example as its schema says, with something in it', async () => {
      const response = await ask(address())
      assert.equal(response.status, 200, `${address()} ${await response.clone().text()}`)
      const body: unknown = await response.json()
      const checked = strict(endpoint).safeParse(body)
      assert.ok(checked.success, `${address()}: ${JSON.stringify(checked.error?.issues.slice(0, 3))}`)
      if (endpoint.kind === 'list') assert.ok((body as { data: readonly unknown[] }).data.length > 0, address())
    })

    it('answers as its schema in the document says', async () => {
      const document = (await (await ask('/api/openapi.json')).json()) as Document
      const schema = z.fromJSONSchema(document.components['schemas']?.[endpoint.name] as never)
      const { data } = (await (await ask(address())).json()) as { data: unknown }
      for (const one of endpoint.kind === 'list' ? (data as readonly unknown[]) : [data]) {
        const checked = schema.safeParse(one)
        assert.ok(checked.success, JSON.stringify(checked.error?.issues.slice(0, 3)))
      }
    })

    it('is 304 for who holds the answer', async () => {
      const tag = (await ask(address())).headers.get('etag') ?? ''
      assert.equal((await ask(address(), { 'if-none-match': tag })).status, 304)
    })

    if (endpoint.kind === 'one') return

    it('comes in pages that together are the whole', async () => {
      const read = async (from: string): Promise<readonly unknown[]> => {
        const all: unknown[] = []
        for (let next: string | null = from, turns = 0; next !== null && turns < 4; turns += 1) {
          const response: Response = await ask(next.replace(/^http:\/\/localhost/, ''))
          assert.equal(response.status, 200, next)
          const page = (await response.json()) as { data: readonly unknown[]; next: string | null }
          assert.equal(response.headers.get('link') === null, page.next === null)
          all.push(...page.data)
          next = page.next
        }
        return all
      }
      const whole = ((await (await ask(withMore(address(), 'limit=8'))).json()) as { data: readonly unknown[] }).data
      assert.deepEqual((await read(withMore(address(), 'limit=2'))).slice(0, 8), whole)
    })

    it('comes as lines and as a table, with the same things in the same order', async () => {
      const lines = await (await ask(address(), { accept: 'application/x-ndjson' })).text()
      const csv = await ask(withMore(address(), 'format=csv'))
      assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8')
      const page = (await (await ask(withMore(address(), 'limit=1000'))).json()) as { data: readonly unknown[] }
      const items = lines
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line))
      assert.deepEqual(items.slice(0, page.data.length), page.data)
      assert.ok((await csv.text()).split('\r\n').length > items.length)
    })
  })

describe('The API', () => {
  it('GET /api/openapi.json is OpenAPI 3.1 whose references lead somewhere', async () => {
    const document = (await (await ask('/api/openapi.json')).json()) as Document
    assert.match(document.openapi, /^3\.1\./)
    for (const ref of refsIn(document)) {
      const [, , kind = '', name = ''] = ref.split('/')
      assert.ok(document.components[kind]?.[name] !== undefined, ref)
    }
    const operations = Object.values(document.paths).map(({ get }) => get.operationId)
    assert.equal(new Set(operations).size, endpoints.length)
    for (const path of Object.keys(document.paths)) assert.match(path, /^\/[a-z]/)
  })

  const refusals: readonly [asked: string, status: number, parameter: string, nearest: string | null][] = [
    ['/observations', 400, 'series', null],
    ['/observations?series=IT.NET.USER.Z', 400, 'series', 'IT.NET.USER.ZS'],
    ['/observations?series=IT.NET.USER.ZS&area=France', 400, 'area', 'FRA'],
    ['/observations?series=IT.NET.USER.ZS&from=2020&to=2010', 400, 'from', '2010'],
    ['/observations?series=IT.NET.USER.ZS&from=20', 400, 'from', '1800'],
    ['/observations?serie=IT.NET.USER.ZS', 400, 'serie', 'series'],
    ['/series?fields=nams', 400, 'fields', 'names'],
    ['/series?limit=5000', 400, 'limit', '1000'],
    ['/series?cursor=x', 400, 'cursor', null],
    ['/series?asof=2999-01-01', 400, 'asof', today],
    ['/elements?role=targt', 400, 'role', 'target'],
    ['/elements/2024-2027/targets/1.99', 404, 'tail', '1.7'],
    ['/areas/XXX', 404, 'code', null],
    ['/serie', 404, 'path', '/api/v1/series'],
    [`/areas?fields=${Array.from({ length: 300 }, (_, at) => `f${at}`)}`, 413, 'fields', null],
  ]
  for (const [asked, status, parameter, nearest] of refusals)
    it(`names what is wrong with ${asked.slice(0, 60)}`, async () => {
      const response = await ask(`/api/v1${asked}`)
      assert.equal(response.status, status)
      assert.equal(response.headers.get('content-type'), 'application/problem+json')
      const problem = (await response.json()) as Record<string, unknown>
      assert.deepEqual([problem['status'], problem['parameter']], [status, parameter])
      if (nearest !== null)
        assert.ok((problem['nearest'] as readonly string[]).includes(nearest), JSON.stringify(problem))
    })

  it('answers as of another day', async () => {
    const of = async (asof: string) =>
      ((await (await ask(`/api/v1/editions?asof=${asof}`)).json()) as { data: readonly unknown[] }).data.length
    assert.ok((await of('2020-01-01')) < (await of(today)))
  })

  it('tells questions apart however long they are', async () => {
    const codes = Array.from({ length: 60 }, () => 'IT.NET.USER.ZS').join(',')
    const count = async (limit: number): Promise<number> =>
      ((await (await ask(`/api/v1/observations?series=${codes}&limit=${limit}`)).json()) as { data: object[] }).data
        .length
    assert.deepEqual([await count(2), await count(3)], [2, 3])
  })

  it('gives only the fields that are asked for', async () => {
    const { data } = (await (await ask('/api/v1/series?fields=names.fr,code&limit=1')).json()) as { data: object[] }
    assert.deepEqual(Object.keys(data[0] ?? {}).toSorted(), ['code', 'names'])
  })

  it('is open to pages of anybody, for reading', async () => {
    const before = await ask('/api/v1/series', { origin: 'https://elsewhere.example' }, 'OPTIONS')
    assert.equal(before.status, 204)
    assert.match(before.headers.get('access-control-allow-methods') ?? '', /GET/)
    const response = await ask('/api/v1/series?limit=1')
    assert.equal(response.headers.get('access-control-allow-origin'), '*')
    assert.equal(response.headers.get('access-control-allow-credentials'), null)
    assert.match(response.headers.get('ratelimit') ?? '', /^"reader";r=\d+;t=\d+$/)
  })

  it('takes nothing in', async () => assert.equal((await ask('/api/v1/series', {}, 'POST')).status, 405))

  it('offers no picture', async () => assert.equal((await ask('/api/v1/series', { accept: 'image/png' })).status, 406))

  it('says what is wrong in the language of the reader', async () => {
    const response = await ask('/api/v1/serie', { 'accept-language': 'fr' })
    assert.match(await response.text(), /Il n’y a rien ici/)
  })

  it('puts what is typed into a form where it belongs', async () => {
    const response = await ask('/api/try?endpoint=/series/%7Bcode%7D&code=IT.NET.USER.ZS&asof=')
    assert.deepEqual([response.status, response.headers.get('location')], [303, '/api/v1/series/IT.NET.USER.ZS'])
  })

  it('fails at nothing that is asked in ten seconds', { timeout: 60_000 }, async () => {
    const { failed, asked } = await fuzzed(ask, randomFrom(1), 10_000)
    assert.deepEqual(failed, [])
    assert.ok(asked > 50, String(asked))
  })
})

describe('What is shown to be copied', () => {
  const runs = promisify(execFile)
  const programs: readonly (readonly [name: string, program: string, flag: string])[] = [
    ['JavaScript', process.execPath, '-e'],
    ['Python', 'python3', '-c'],
  ]
  for (const [name, program, flag] of programs)
    it(`runs in ${name}`, async ({ skip }) => {
      const found = await runs(program, ['--version']).catch(() => null)
      if (found === null) skip()
      const server = createServer(
        getRequestListener((request) => ask(request.url, Object.fromEntries(request.headers), request.method)),
      ).listen(0)
      const { port } = server.address() as AddressInfo
      const main = endpoints.find(({ path }) => path === '/observations') ?? assert.fail()
      const address = `http://localhost:${port}${addresses.get(main)}`
      const snippet = snippetsFor(address, withMore(address, 'format=csv')).find((one) => one.name === name)
      const code = snippet?.code ?? assert.fail(name)
      const module = name === 'JavaScript' ? ['--input-type=module'] : []
      const { stdout } = await runs(program, [...module, flag, code])
      server.close()
      assert.match(stdout, /^\d+ [A-Z]{3} \d{4} \S+\n$/)
    })
})
