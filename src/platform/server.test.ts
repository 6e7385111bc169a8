import assert from 'node:assert/strict'
import { gunzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { z } from 'zod'
import { Day } from '#kernel'
import { anActor } from '#kernel/testing'
import { type Feature, framePlaces, panel, sql, text } from '#platform'
import { aServing, sayKey, type TestDb, testDb } from '#platform/testing'
import { absent, get, take, taken } from './route.ts'
import { type Serving, serverOf } from './server.ts'
import { sitemapOf } from './sitemap.ts'

const today = Day.trusted('2026-11-26')
const reader = anActor({ kind: 'everywhere' }, 'shelves.see')

let asked = 0
const shelves: Feature = {
  name: 'shelves',
  permissions: ['shelves.see', 'shelves.burn'],
  commands: [],
  panels: [
    panel({
      place: framePlaces.context,
      may: 'shelves.see',
      load: async (_, [path]) => new Map(path === undefined ? [] : [[path, { words: 'north wing' }]]),
      show: ({ words }) => words as never,
    }),
  ],
  routes: [
    get({
      path: '/shelves',
      may: 'shelves.see',
      asks: z.object({ from: z.enum(['a', 'z']).optional() }),
      load: async ({ db, asOf }, _, { from }) => {
        asked += 1
        const now = await db.one(
          sql`-- platform.now
            select count(*)::text as n from platform.event`,
          (row) => text(row, 'n'),
        )
        return { line: `${now} deeds as of ${asOf} from ${from ?? 'a'}` }
      },
      page: ({ line, language, here }) =>
        `<p>${language} ${line} ${here.context.map((show) => show(sayKey, language, here)).join()}</p>` as never,
    }),
    get({
      path: '/shelves/:shelf',
      may: 'shelves.see',
      load: async (_, { shelf = '' }) =>
        shelf === 'fire' ? Promise.reject(new Error('on fire')) : absent('shelves.noSuchShelf', { shelf }),
      page: () => '' as never,
    }),
    get({ path: '/origin', may: 'shelves.see', load: async () => ({}), page: ({ here }) => here.origin as never }),
    get({
      path: '/embed/shelves/:shelf',
      may: 'shelves.see',
      framed: true,
      load: async (_, { shelf = '' }) => (shelf === 'north' ? {} : absent('shelves.noSuchShelf', { shelf })),
      page: () => 'a shelf alone' as never,
    }),
    get({ path: '/cellar', may: 'shelves.burn', load: async () => ({}), page: () => 'secret' as never }),
    take({ path: '/shelves.csv', may: 'shelves.see', load: async () => taken('text/csv', 'shelves.csv', 'a,b\r\n') }),
  ],
}

describe('The server', () => {
  let db: TestDb
  let app: Hono<never>
  let serving: Serving
  let there = true
  beforeAll(async () => {
    db = await testDb()
    serving = aServing(db, [shelves], reader, today, {
      sitemap: sitemapOf([{ ...shelves, addresses: async () => ['/shelves', '/embed/shelves/north', '/shelves/a&b'] }]),
      assets: [{ path: '/assets/look-1.css', type: 'text/css', body: Buffer.from('a{}') }],
      isThere: () => there,
    })
    app = (await serverOf(serving)) as unknown as Hono<never>
  })
  afterAll(() => db.close())

  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    app.request(`http://localhost${path}`, { headers, method })

  const answers: readonly [name: string, path: string, status: number, body: RegExp][] = [
    ['answers a page in the language of its address', '/fr/shelves', 200, /fr 0 deeds as of 2026-11-26 from a/],
    ['shows what features put into the head', '/en/shelves', 200, /north wing/],
    ['answers as of another day', '/en/shelves?asof=2026-05-01', 200, /as of 2026-05-01/],
    ['understands the questions of a page', '/en/shelves?from=z', 200, /from z/],
    ['names a question that it does not understand', '/en/shelves?from=x', 400, /ui.parameterNotUnderstood from x/],
    ['passes over questions that no page asked for', '/en/shelves?utm=1', 200, /from a/],
    ['names a day that it does not understand', '/en/shelves?asof=soon', 400, /platform.dateNotUnderstood soon/],
    ['names what is not there', '/en/shelves/east', 404, /shelves.noSuchShelf east/],
    ['names an address that is none', '/en/attic', 404, /platform.noSuchAddress \/en\/attic/],
    ['refuses what this reader may not see', '/en/cellar', 403, /refused/],
    ['tells of a failure without its words', '/en/shelves/fire', 500, /^(?!.*on fire).*failed/],
    ['gives a file', '/en/shelves.csv', 200, /^a,b\r\n$/],
    ['says that it lives', '/health/live', 200, /true/],
    ['says that it is ready', '/health/ready', 200, /"revision":"0"/],
    ['gives an asset', '/assets/look-1.css', 200, /a\{\}/],
  ]
  for (const [name, path, status, body] of answers)
    it(name, async () => {
      const response = await ask(path)
      assert.equal(response.status, status)
      assert.match(await response.text(), body)
    })

  it('names a language that is none of ours', async () => {
    const response = await ask('/xx/shelves')
    assert.equal(response.status, 404)
    assert.match(await response.text(), /platform.noSuchLanguage xx/)
  })

  const spellings: readonly [asked: string, answered: string][] = [
    ['/EN/shelves', '/en/shelves'],
    ['/en/shelves/?asof=2026-05-01', '/en/shelves?asof=2026-05-01'],
  ]
  for (const [asked, answered] of spellings)
    it(`sends ${asked} on to the one address of that page`, async () => {
      const response = await ask(asked)
      assert.equal(response.status, 301)
      assert.equal(response.headers.get('location'), answered)
    })

  it('sends nobody on to an address that is none', async () => {
    assert.equal((await ask('/en/attic/')).status, 404)
  })

  it('sends nobody on to another server', async () => {
    for (const path of [
      '//elsewhere.example/en/shelves/',
      '/\\elsewhere.example/en/shelves/',
      '//elsewhere.example/EN/',
    ])
      assert.equal((await ask(path)).headers.get('location'), null, path)
  })

  it('sends a reader to their language', async () => {
    const response = await ask('/?asof=2026-05-01', { 'accept-language': 'ar' })
    assert.equal(response.status, 302)
    assert.equal(response.headers.get('location'), '/ar/?asof=2026-05-01')
  })

  it('answers what has not changed with nothing, and makes it once', async () => {
    const before = asked
    const first = await ask('/es/shelves')
    const tag = first.headers.get('etag') ?? ''
    await ask('/es/shelves?utm=2')
    const again = await ask('/es/shelves', { 'if-none-match': tag })
    assert.equal(again.status, 304)
    assert.equal(await again.text(), '')
    assert.equal(asked - before, 1)
  })

  const tags: readonly (readonly [how: string, header: (tag: string) => string, status: number])[] = [
    ['among several', (tag) => `"an.older.one", ${tag}, W/"another"`, 304],
    ['without a space between', (tag) => `"one",${tag}`, 304],
    ['as a strong one', (tag) => tag.replace('W/', ''), 304],
    ['behind one with a comma inside', (tag) => `"a,b", ${tag}`, 304],
    ['only in part', (tag) => tag.replace(/^W\/"/, '"x'), 200],
    ['without its quotes', (tag) => tag.replaceAll(/W\/|"/g, ''), 200],
    ['not at all', () => '"one", W/"two"', 200],
  ]
  for (const [how, header, status] of tags)
    it(`answers ${status} where its tag is named ${how}`, async () => {
      const tag = (await ask('/es/shelves')).headers.get('etag') ?? ''
      assert.equal((await ask('/es/shelves', { 'if-none-match': header(tag) })).status, status)
    })

  it('makes it anew after a deed', async () => {
    const tag = (await ask('/en/shelves')).headers.get('etag') ?? ''
    await db.given(`insert into platform.event (person, event) values ('ada', 'shelves.tidied')`)
    const after = await ask('/en/shelves', { 'if-none-match': tag })
    assert.equal(after.status, 200)
    assert.match(await after.text(), /1 deeds/)
  })

  it('sends little', async () => {
    const response = await ask('/en/shelves', { 'accept-encoding': 'gzip' })
    assert.equal(response.headers.get('content-encoding'), 'gzip')
    assert.match(gunzipSync(Buffer.from(await response.arrayBuffer())).toString(), /deeds/)
  })

  it('lets nothing run and nothing come from elsewhere', async () => {
    for (const path of ['/en/shelves', '/en/attic', '/assets/look-1.css', '/health/live']) {
      const { headers } = await ask(path)
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/)
      assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f]{8}$/)
    }
  })

  it('lets any site frame what is made for frames, whatever comes of it, and nothing else', async () => {
    const first = await ask('/en/embed/shelves/north')
    const again = { 'if-none-match': first.headers.get('etag') ?? '' }
    const framed = [first, await ask('/en/embed/shelves/attic'), await ask('/en/embed/shelves/north', again)]
    assert.deepEqual(
      framed.map(({ status }) => status),
      [200, 404, 304],
    )
    for (const { headers } of framed) {
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*; frame-ancestors \*$/)
      assert.equal(headers.get('x-frame-options'), null)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
    }
    const others = ['/en/shelves', '/en/embed', '/en/embed/attic', '/en/cellar', '/en/shelves.csv', '/', '/robots.txt']
    for (const path of [...others, '/assets/look-1.css', '/api', '/sitemap.xml', '/health/live']) {
      const { headers } = await ask(path)
      assert.match(headers.get('content-security-policy') ?? '', /; frame-ancestors 'self'$/, path)
      assert.equal(headers.get('x-frame-options'), 'SAMEORIGIN', path)
    }
  })

  it('gives the files of the look to a page in a sandbox, which has no origin', async () => {
    assert.equal((await ask('/assets/look-1.css')).headers.get('access-control-allow-origin'), '*')
    assert.equal((await ask('/en/shelves')).headers.get('access-control-allow-origin'), null)
  })

  it('lists its pages for those who index them, in every language', async () => {
    assert.match(
      await (await ask('/robots.txt')).text(),
      /^User-agent: \*\n[\s\S]*Sitemap: http:\/\/localhost\/sitemap\.xml\n$/,
    )
    assert.match(await (await ask('/sitemap.xml')).text(), /<loc>http:\/\/localhost\/sitemaps\/zh-1\.xml<\/loc>/)
    const french = await (await ask('/sitemaps/fr-1.xml')).text()
    assert.match(
      french,
      /<url><loc>http:\/\/localhost\/fr\/shelves\/a&amp;b<\/loc>.*hreflang="ar" href="http:\/\/localhost\/ar\//,
    )
    assert.match(french, /hreflang="x-default" href="http:\/\/localhost\/en\/shelves\/a&amp;b"/)
    assert.doesNotMatch(french, /embed/)
    for (const name of ['fr-2', 'xx-1', 'fr-0']) assert.equal((await ask(`/sitemaps/${name}.xml`)).status, 404)
  })

  it('tells programs what is wrong as a problem, not as a page', async () => {
    const missing = await ask('/api/v1/shelves')
    assert.deepEqual([missing.status, missing.headers.get('content-type')], [404, 'application/problem+json'])
    assert.equal((await ask('/api', { 'accept-language': 'ru' })).headers.get('location'), '/ru/api')
    assert.equal((await ask('/api/v1', {}, 'PUT')).status, 405)
    const long = await ask('/api/v1/shelves', { 'content-length': '9999999' })
    assert.deepEqual([long.status, long.headers.get('content-type')], [413, 'application/problem+json'])
    const strict = (await serverOf({ ...serving, rate: 1 })) as unknown as Hono<never>
    for (let nth = 0; nth < 10; nth += 1) await strict.request('http://localhost/api/v1')
    const last = await strict.request('http://localhost/api/v1')
    assert.deepEqual([last.status, last.headers.get('ratelimit')?.slice(0, 12)], [429, '"reader";r=0'])
    assert.ok(Number(last.headers.get('retry-after')) >= 1)
  })

  it('takes no other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) assert.equal((await ask('/en/shelves', {}, method)).status, 405)
    const head = await ask('/en/shelves', {}, 'HEAD')
    assert.equal(head.status, 200)
    assert.equal(await head.text(), '')
  })

  it('asks a reader who asks too often to wait, and nobody else', async () => {
    const strict = (await serverOf({ ...serving, rate: 1, proxies: 1 })) as unknown as Hono<never>
    const from = (address: string) =>
      strict.request('http://localhost/en/shelves', { headers: { 'x-forwarded-for': address } })
    const statuses: number[] = []
    for (let nth = 0; nth < 12; nth += 1) statuses.push((await from('192.0.2.1')).status)
    assert.deepEqual([statuses[0], statuses[9], statuses[11]], [200, 200, 429])
    const last = await from('192.0.2.1')
    assert.ok(Number(last.headers.get('retry-after')) >= 1)
    assert.match(await last.text(), /tooMany/)
    assert.equal((await from('192.0.2.2')).status, 200)
    assert.equal((await strict.request('http://localhost/health/live')).status, 200)
  })

  it('believes as many proxies as it is told, the last one first', async () => {
    const strict = (await serverOf({ ...serving, rate: 1, proxies: 1 })) as unknown as Hono<never>
    const statuses: number[] = []
    for (let nth = 0; nth < 12; nth += 1) {
      const headers = { 'x-forwarded-for': `198.51.100.${nth}, 192.0.2.1` }
      statuses.push((await strict.request('http://localhost/en/shelves', { headers })).status)
    }
    assert.equal(statuses.at(-1), 429)
  })

  it('keeps a page apart for each day and each name by which readers know it', async () => {
    const on = async (path: string, host: string) => (await ask(path, { host })).text()
    assert.match(await on('/en/origin', 'one.example'), /http:\/\/one\.example/)
    assert.match(await on('/en/origin', 'two.example'), /http:\/\/two\.example/)
    assert.match(await on('/en/shelves?asof=2026-05-01', 'one.example'), /2026-05-01/)
    assert.match(await on('/en/shelves?asof=2026-05-02', 'one.example'), /2026-05-02/)
  })

  it('writes no name of a host that is none into its links', async () => {
    const headers = { host: 'a"><script>' }
    assert.match(await (await ask('/en/origin', headers)).text(), /^<!doctype html>http:\/\/localhost$/)
  })

  it('asks readers to come again while the database is away', async () => {
    there = false
    const response = await ask('/en/shelves')
    const ready = await ask('/health/ready')
    there = true
    assert.deepEqual([response.status, response.headers.get('retry-after'), ready.status], [503, '2', 503])
  })
})
