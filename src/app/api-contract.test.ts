import assert from 'node:assert/strict'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor, publicActor } from '#access'
import { Day, languages } from '#kernel'
import { type Endpoint, exampleAddress } from '#platform'
import { type TestDb, terminalOf, testDb } from '#platform/testing'
import { givenAdoptedOf } from '#risks/testing'
import { aFolder, anObservationFile } from '#statistics/testing'
import { features } from './features.ts'
import { fuzzed, randomFrom } from './fuzzing.ts'
import { endpoints } from './opened.ts'
import { type Ask, filledFrom, servedOn } from './testing/served.ts'

const today = Day.trusted('2026-11-26')
const loaded = /internet_use|mobile_ownership|\bpopulation\.csv/

type Answers = Readonly<Record<string, object>>
type Response200 = { readonly headers?: Answers; readonly content?: Readonly<Record<string, { schema: object }>> }
type Document = {
  readonly paths: Readonly<Record<string, { readonly get: { readonly responses: Readonly<Record<string, object>> } }>>
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>
}

let db: TestDb
let ask: Ask
let document: Document
const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
const addresses = new Map<Endpoint, string>()

beforeAll(async () => {
  db = await testDb()
  await filledFrom(db, 'content/itu', today, (step) => loaded.test(step))
  await givenAdoptedOf(db, today) // one of the register of risks, which begins empty
  ask = await servedOn(db, today)
  document = (await (await ask('/api/openapi.json')).json()) as Document
  ajv.addSchema({ ...document, $id: 'api' }, 'api')
  for (const endpoint of endpoints)
    addresses.set(endpoint, await db.look(publicActor, today, (look) => exampleAddress(endpoint, look)))
})
afterAll(() => db.close())

const templateOf = ({ path }: Endpoint): string => path.replaceAll(/:([a-zA-Z]+)/g, '{$1}')
const withMore = (address: string, more: string): string => `${address}${address.includes('?') ? '&' : '?'}${more}`

/** Where in the document the answer of this status stands. */
const pointerOf = (endpoint: Endpoint, status: number): string => {
  const described = document.paths[templateOf(endpoint)]?.get.responses[status] as { $ref?: string } | undefined
  assert.ok(described !== undefined, `${endpoint.path} has no ${status}`)
  return (
    described.$ref ??
    `#/paths/${templateOf(endpoint).replaceAll('~', '~0').replaceAll('/', '~1')}/get/responses/${status}`
  )
}

const at = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((value, part) => (value as Answers)[part.replaceAll('~1', '/').replaceAll('~0', '~')], document)

const schemaAt = (pointer: string, type: string): string => `api${pointer}/content/${type.replaceAll('/', '~1')}/schema`

const valid = (schema: string, value: unknown, about: string): void => {
  const check = ajv.getSchema(schema) ?? assert.fail(schema)
  assert.ok(check(value), `${about}: ${ajv.errorsText(check.errors).slice(0, 400)}`)
}

/** The answer is one that the document has: its status, its type, its headers and what is in it. */
const described = async (endpoint: Endpoint, response: Response, about: string): Promise<string> => {
  const pointer = pointerOf(endpoint, response.status)
  const { headers = {}, content } = at(pointer) as Response200
  for (const name of Object.keys(headers))
    if (name !== 'Link') assert.ok(response.headers.has(name), `${about} lacks ${name}`)
  const body = await response.text()
  if (content === undefined) {
    assert.equal(body, '', about)
    return body
  }
  const type = response.headers.get('content-type') ?? ''
  assert.ok(type in content, `${about} is ${type}`)
  if (/^application\/(?:problem\+)?json$/.test(type)) valid(schemaAt(pointer, type), JSON.parse(body), about)
  return body
}

/** Parts of an address that nothing is called. */
const nothing = (endpoint: Endpoint): string => `/api/v1${endpoint.path.replaceAll(/:[a-zA-Z]+/g, 'zzz')}`

for (const endpoint of endpoints)
  describe(`GET /api/v1${endpoint.path} by its document`, () => {
    const address = (): string => addresses.get(endpoint) ?? assert.fail(endpoint.path)
    const item = `api#/components/schemas/${endpoint.name}`

    it('answers as it says, and with nothing for who holds the answer', async () => {
      const response = await ask(address())
      const tag = response.headers.get('etag') ?? ''
      assert.equal(response.status, 200)
      const body = JSON.parse(await described(endpoint, response, address())) as { as_of: string }
      assert.equal(body.as_of, today)
      const again = await ask(address(), { 'if-none-match': tag })
      assert.equal(again.status, 304)
      await described(endpoint, again, 'not modified')
      assert.equal(again.headers.get('etag'), tag)
    })

    const refusals: readonly (readonly [status: number, more: string, headers?: Readonly<Record<string, string>>])[] = [
      [400, 'qwertz=1'],
      [400, 'asof=2026-02-30'],
      [400, 'asof=2999-01-01'],
      [400, 'fields=qwertz'],
      [406, '', { accept: 'image/png' }],
      [413, `fields=${Array.from({ length: 300 }, (_, nth) => `f${nth}`)}`],
      ...(endpoint.kind === 'list'
        ? ([
            [400, 'limit=0'],
            [400, 'limit=many'],
            [400, 'cursor=qwertz'],
          ] as const)
        : []),
    ]
    for (const [status, more, headers = {}] of refusals)
      it(`refuses as it says: ${status} ${more.slice(0, 20)}`, async () => {
        const response = await ask(more === '' ? address() : withMore(address(), more), headers)
        assert.equal(response.status, status)
        const problem = JSON.parse(await described(endpoint, response, more)) as Record<string, unknown>
        assert.equal(problem['status'], status)
        if (status === 406) return
        assert.equal(problem['parameter'], more.split('=')[0])
        assert.ok(typeof problem['detail'] === 'string' && problem['detail'] !== '')
      })

    it('says that there is nothing as it says', async ({ skip }) => {
      if (!endpoint.path.includes(':')) skip()
      const response = await ask(nothing(endpoint))
      assert.ok([400, 404].includes(response.status), String(response.status))
      await described(endpoint, response, nothing(endpoint))
    })

    it('answers HEAD as GET without a body, and what is compressed is the same', async () => {
      for (const format of endpoint.kind === 'list' ? ['json', 'csv', 'ndjson'] : ['json']) {
        const asked = endpoint.kind === 'list' ? withMore(address(), `format=${format}`) : address()
        const whole = await ask(asked)
        const plain = Buffer.from(await whole.arrayBuffer())
        const head = await ask(asked, {}, 'HEAD')
        assert.equal(head.status, 200)
        assert.equal(await head.text(), '')
        for (const name of ['content-type', 'etag', 'link', 'content-length', 'access-control-allow-origin'])
          assert.equal(head.headers.get(name), whole.headers.get(name), `${format} ${name}`)
        for (const way of ['gzip', 'br'] as const) {
          const packed = await ask(asked, { 'accept-encoding': way })
          const body = Buffer.from(await packed.arrayBuffer())
          const how = packed.headers.get('content-encoding')
          assert.match(packed.headers.get('vary') ?? '', /accept-encoding/)
          const unpacked = how === 'br' ? brotliDecompressSync(body) : how === 'gzip' ? gunzipSync(body) : body
          assert.ok(plain.equals(unpacked), `${format} ${way}`)
          if (way === 'gzip') assert.equal(how, 'gzip')
        }
      }
    })

    if (endpoint.kind === 'one') return

    it('has lines that are items, and a table of as many', async () => {
      const lines = await described(endpoint, await ask(withMore(address(), 'format=ndjson')), 'ndjson')
      const items = lines.trimEnd().split('\n')
      for (const line of items) valid(item, JSON.parse(line), line)
      const csv = await described(endpoint, await ask(withMore(address(), 'format=csv')), 'csv')
      const rows = parse(csv, { bom: true, relaxColumnCount: false }) as readonly (readonly string[])[]
      assert.ok(rows.length > items.length)
    })

    it('gives the fields that are asked for, and no others', async () => {
      const fields = Object.keys(endpoint.item.shape).slice(0, 2)
      const { data } = (await (await ask(withMore(address(), `fields=${fields}&limit=2`))).json()) as { data: object[] }
      for (const one of data) assert.deepEqual(Object.keys(one).toSorted(), fields.toSorted())
    })
  })

describe('The document of the API', () => {
  it('is valid OpenAPI for an independent validator, in six languages', async () => {
    for (const language of languages) {
      const own = (await (await ask('/api/openapi.json', { 'accept-language': language })).json()) as Record<
        string,
        unknown
      >
      const result = await new Validator().validate(own)
      assert.ok(result.valid, `${language} ${JSON.stringify(result.errors)}`)
      const broken = await new Validator().validate({ ...own, paths: { series: { get: { responses: 1 } } } })
      assert.ok(!broken.valid, 'the validator would not notice')
    }
  })

  it('holds for whatever is asked in ten seconds', { timeout: 60_000 }, async () => {
    const { failed, asked } = await fuzzed(ask, randomFrom(2), 10_000, (template, { status, headers }, body) => {
      const endpoint = endpoints.find((one) => templateOf(one) === template) ?? assert.fail(template)
      const { content = {} } = at(pointerOf(endpoint, status)) as Response200
      const type = headers.get('content-type') ?? ''
      if (!(type in content)) return `is ${type}`
      if (!/^application\/(?:problem\+)?json$/.test(type)) return null
      const check = ajv.getSchema(schemaAt(pointerOf(endpoint, status), type)) ?? assert.fail(template)
      return check(JSON.parse(body)) ? null : ajv.errorsText(check.errors)
    })
    assert.deepEqual(failed, [])
    assert.ok(asked > 50, String(asked))
  })

  it('has the answer to who asks too much', async () => {
    const slow = await servedOn(db, today, 1)
    const [endpoint = assert.fail()] = endpoints
    let last = await slow(addresses.get(endpoint) ?? '')
    for (let times = 0; times < 20 && last.status === 200; times += 1) last = await slow(addresses.get(endpoint) ?? '')
    assert.equal(last.status, 429)
    assert.match(last.headers.get('retry-after') ?? '', /^\d+$/)
    await described(endpoint, last, 'too many')
  })

  it('names the method, and what may be asked before by a page of elsewhere', async () => {
    for (const endpoint of endpoints) {
      const address = addresses.get(endpoint) ?? ''
      const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' }
      const before = await ask(address, { ...headers, 'access-control-request-headers': 'if-none-match' }, 'OPTIONS')
      assert.equal(before.status, 204)
      assert.equal(before.headers.get('access-control-allow-origin'), '*')
      assert.match(before.headers.get('access-control-allow-headers') ?? '', /if-none-match/)
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const refused = await ask(address, headers, method)
        assert.deepEqual([refused.status, refused.headers.get('allow')], [405, 'GET, HEAD, OPTIONS'], method)
        assert.equal(refused.headers.get('content-type'), 'application/problem+json')
      }
    }
  })
})

describe('Pages of the API', () => {
  type Row = { readonly series: string; readonly area: string; readonly year: number; readonly breakdown: string }
  type Page = { readonly data: readonly Row[]; readonly next: string | null; readonly as_of: string }
  const keyOf = (row: Row): string => [row.series, JSON.stringify(row.breakdown), row.area, row.year].join(' ')
  const all = '/api/v1/observations?series=IT.NET.USER.ZS,SP.POP.TOTL'
  const from = (limit: number): string => `${all}&limit=${limit}`
  const wholeOf = async (): Promise<readonly string[]> => {
    const lines = await (await ask(all, { accept: 'application/x-ndjson' })).text()
    return lines
      .trimEnd()
      .split('\n')
      .map((line) => keyOf(JSON.parse(line) as Row))
  }
  const walk = async (limit: number, between: (nth: number) => Promise<unknown>): Promise<readonly string[]> => {
    const keys: string[] = []
    for (let next: string | null = from(limit), nth = 0; next !== null; nth += 1) {
      const page = (await (await ask(next)).json()) as Page
      assert.ok(page.data.length <= limit)
      keys.push(...page.data.map(keyOf))
      next = page.next
      await between(nth)
    }
    return keys
  }
  const areAllOnce = (keys: readonly string[]): void => assert.equal(new Set(keys).size, keys.length)

  it('are together every row, none twice', async () => {
    const walked = await walk(500, async () => null)
    areAllOnce(walked)
    assert.ok(walked.length > 10_000, String(walked.length))
    assert.deepEqual(walked, await wholeOf())
  })

  it('are so with a load in between: no row that was there is lost, none comes twice', async () => {
    const before = await wholeOf()
    const row = (iso3: string, year: string) => ({
      series: 'IT.NET.USER.ZS',
      iso3,
      year,
      value: '12.5',
      location: '_T',
    })
    const folder = aFolder({
      'late.csv': anObservationFile([row('AFG', '1989'), row('KEN', '2023'), row('KEN', '2025'), row('ZWE', '2025')]),
    })
    const type = terminalOf(features['statistics']?.commands ?? [], today)
    const walked = await walk(1000, (nth) =>
      nth === 2
        ? type(db, operatorActor, `statistics load ${folder.path}/late.csv --known-on=2026-11-20`)
        : Promise.resolve(null),
    )
    folder.remove()
    areAllOnce(walked)
    const met = new Set(walked)
    assert.deepEqual(
      before.filter((key) => !met.has(key)),
      [],
    )
    const after = new Set(await wholeOf())
    assert.ok(after.size > before.length, 'something was loaded')
    assert.deepEqual(
      walked.filter((key) => !after.has(key)),
      [],
    )
  })
})
