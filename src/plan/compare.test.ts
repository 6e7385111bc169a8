import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor, publicActor } from '#access/core'
import { Day, languages } from '#kernel'
import { voices } from '#platform'
import { inEveryKind, type TestDb, testDb, visitorOf } from '#platform/testing'
import { statistics } from '#statistics'
import { loadPlan } from './deeds/load-plan.ts'
import { plan } from './index.ts'

const today = Day.trusted('2026-11-26')
const visit = visitorOf([statistics, plan], publicActor, today, voices())
const keys = visitorOf([statistics, plan], publicActor, today)
const path = '/compare/2024-2027/2028-2031'

const textOf = (html: string): string =>
  html
    .replaceAll(/<\/?(?:bdi|b|a|ins|del)\b[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/[\u2066\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')

describe('The comparison of two editions', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
    const file = 'content/itu/plan.json'
    await db.work(operatorActor, today, (work) => loadPlan(work, { file, reason: 'a test' }))
    const steps = await db.look(
      operatorActor,
      today,
      async (look) => (await statistics.content?.(look, 'content/itu')) ?? [],
    )
    for (const { deed } of steps) await db.work(operatorActor, today, deed)
  }, 60_000)
  afterAll(() => db.close())
  const get = async (address: string): Promise<string> => {
    const [status, body] = await visit(db, address)
    assert.equal(status, 200, `${address}: ${body.slice(0, 200)}`)
    return body
  }

  it('GET /compare goes to the two editions that there are', async () => {
    assert.deepEqual(await visit(db, '/en/compare'), [302, path])
    const [status, said] = await visit(db, '/en/compare?asof=2020-01-01')
    assert.equal(status, 404)
    assert.match(said, /plan\.compare\.nothing/)
  })

  it('GET /compare/:old/:new says what lived on, ended and began, and draws where each went (S11, V3)', async () => {
    const html = await get(`/en${path}`)
    const text = textOf(html)
    assert.match(text, /Targets: from 12 to 14/)
    assert.match(text, /10 of the old live on in 9 of the new; 2 are dropped, 5 are new\./)
    assert.match(text, /the series goes on in 4, goes on with a note in 4, and ends in 1\./)
    assert.equal(html.match(/<path class="fl" /g)?.length, 2 * 5)
    assert.equal(html.match(/<path class="fl fb" /g)?.length, 2 * 4)
    assert.equal(html.match(/<path class="ft" /g)?.length, 2)
    assert.equal(html.match(/<path class="cross" /g)?.length, 2 * 2)
    assert.equal(html.match(/<circle class="ring" /g)?.length, 2 * 5)
  })

  it('GET /compare/:old/:new marks the words of each row (S11)', async () => {
    const html = await get(`/en${path}`)
    assert.match(html, /id="words-x041"[\s\S]*?<del>[\s\S]*?Majority of individuals to have digital[\s\S]*?<\/del>/)
    assert.match(textOf(html), /As printed:/)
  })

  it('GET /compare/:old/:new says which series goes on, and leads to its figures (V3)', async () => {
    const html = await get(`/en${path}`)
    assert.match(html, /id="series"[\s\S]*href="\/en\/series\/IT\.NET\.USER\.ZS"/)
  })

  it('GET /compare/:old/:new filters by kind, relation and continuity, which stay in the address', async () => {
    const html = await get(`/en${path}?kind=all&relation=moved&continuity=yes-with-note`)
    assert.match(html, /<option value="moved" selected/)
    assert.match(html, /crosswalk\.csv\?kind=all&amp;relation=moved&amp;continuity=yes-with-note/)
    assert.ok(html.includes('id="x038"'))
    assert.ok(!html.includes('id="x034"'))
  })

  it('GET /compare/:old/:new shows the rest where a word is not understood, and offers the nearest', async () => {
    const html = await get(`/en${path}?relation=movd&kind=targts&edition=2024`)
    const text = textOf(html)
    assert.match(text, /“movd” is not understood as “relation”/)
    assert.match(text, /“targts” is not understood as “kind”/)
    assert.match(text, /“2024” is not understood as “edition”/)
    assert.match(html, /href="[^"]*relation=moved"/)
  })

  it('GET /compare/:old/:new says so where a contradiction leaves no row', async () => {
    const text = textOf(await get(`/en${path}?kind=vision&relation=dropped`))
    assert.match(text, /No row of the crosswalk is of this kind/)
  })

  const asked: readonly [query: string, says: RegExp][] = [
    ['of=target/1.7&edition=2024-2027', /It was merged with others; in 2028–2031 it is part of: Target 2\.1/],
    ['of=1.7', /It is new: nothing in 2024–2027 was there before it\./],
    ['of=target/1.3&edition=2024-2027', /It was dropped: nothing in 2028–2031 follows it\./],
    ['of=Target%202.3&edition=2028-2031', /It stood in another place or on another level in 2024–2027: Target 1\.5/],
    ['of=1.97', /Nothing in these editions is called “1\.97”/],
    ['of=number', /\d+ more elements have these words/],
  ]
  for (const [query, says] of asked)
    it(`GET /compare/:old/:new answers what happened to ${query} (S11)`, async () => {
      assert.match(textOf(await get(`/en${path}?${query}`)), says)
    })

  it('GET /compare/:old/:new goes to the one address, and names what it does not know', async () => {
    assert.deepEqual(await visit(db, '/en/compare/2028-2031/2024-2027?of=1.7'), [302, `${path}?of=1.7`])
    const [status, said] = await keys(db, '/en/compare/2024-2027/2029')
    assert.equal(status, 404)
    assert.match(said, /plan\.noSuchEdition 2029 .*→ \/compare\/2024-2027\/2028-2031/)
    assert.match((await keys(db, '/en/compare/2024-2027/2024-2027'))[1], /plan\.compare\.noCrosswalk/)
  })

  it('GET /compare/:old/:new is whole in every language', async () => {
    for (const language of languages)
      for (const query of ['', '?kind=all', '?of=1.7', '?of=zzz&relation=q'])
        assert.doesNotMatch(
          await get(`/${language}${path}${query}`),
          /\bundefined\b|\bNaN\b|\[object |\bplan\.(?!example)[a-z]+\.[a-zA-Z]/,
          `${language} ${query}`,
        )
  })

  it('GET /compare/:old/:new stays below 200 kB as it travels with every row', async () => {
    const { gzipSync } = await import('node:zlib')
    assert.ok(gzipSync(await get(`/ru${path}?kind=all`)).length < 200_000)
  })

  it('GET /compare/:old/:new/crosswalk.csv has the rows that are shown, and no formula', async () => {
    const body = await get(`/en${path}/crosswalk.csv?kind=target`)
    assert.equal(body.trimEnd().split('\r\n').length, 17)
    assert.match(body, /\r\nx040,target,merged,2024-2027,target\/1\.7 target\/2\.1,/)
    assert.doesNotMatch(await get(`/en${path}/crosswalk.csv?kind=all`), /(?:^|[,\n])"?[=@+]/)
  })

  it('GET /compare/:old/:new/crosswalk.json has the words of both sides and their change (S11)', async () => {
    const told = JSON.parse(await get(`/en${path}/crosswalk.json`))
    assert.equal(told.rows.length, 16)
    const words = told.more.words.rows.filter(
      ({ id, part }: Record<string, string>) => id === 'x041' && part === 'title',
    )
    assert.ok(words.length > 0)
    for (const { before, after, change } of words) {
      assert.match(change, /\[-[\s\S]*\{\+/)
      assert.equal(change.replaceAll(/\{\+.*?\+\}/gs, '').replaceAll(/\[-|-\]/g, ''), before)
      assert.equal(change.replaceAll(/\[-.*?-\]/gs, '').replaceAll(/\{\+|\+\}/g, ''), after)
    }
    assert.ok(told.more.series.rows.length > 0)
  })

  for (const name of [
    'GET /compare/:old/:new/crosswalk.xlsx has the rows of the CSV',
    'GET /compare/:old/:new/crosswalk.ndjson has the rows of the CSV',
  ])
    it(name, async () => {
      const of = (address: string) => get(`/en${address}`)
      assert.equal((await inEveryKind(of, `${path}/crosswalk?kind=target`, 'id')).length, 16)
      assert.equal((await visit(db, `/en${path}/crosswalk.csv?relation=lost`))[0], 400)
    })

  it('GET /compare/:old/:new/flow.png is a picture of it', async () => {
    assert.equal((await get(`/zh${path}/flow.png`)).slice(1, 4), 'PNG')
  })

  it('GET /compare/:old/:new/flow.svg is the drawing alone, and none where there is none', async () => {
    assert.match(await get(`/en${path}/flow.svg`), /^<svg xmlns/)
    assert.equal((await visit(db, `/en${path}/flow.svg?kind=all`))[0], 404)
  })

  it('GET /embed/compare/:old/:new/flow is the drawing in a frame, with the way to the comparison', async () => {
    const html = await get(`/ar/embed${path}/flow`)
    assert.match(html, /<svg class="wide"[\s\S]*<figcaption>/)
    assert.match(html, new RegExp(`rel="canonical" href="https://plan\\.example\\.org/ar${path}`))
    assert.match(await get(`/en${path}`), new RegExp(`&lt;iframe src=&quot;[^&]*/en/embed${path}/flow`))
    assert.equal((await visit(db, `/en/embed${path}/flow?kind=all`))[0], 404)
  })

  it('GET /frameworks lists the outside frameworks with the links of either edition (S5)', async () => {
    const html = await get('/en/frameworks')
    for (const slug of ['wsis', 'sdg', 'gdc', 'agenda-2030', 'un-sustainability'])
      assert.ok(html.includes(`href="/en/frameworks/${slug}"`), slug)
  })

  it('GET /frameworks/:slug lists links by code, flags contradictions, and leads to the series here (S5)', async () => {
    const html = await get('/en/frameworks/sdg')
    assert.match(html, /id="code-5\.c\.1"[\s\S]*?Contradiction in the print[\s\S]*?\/en\/findings#sdg-5\.c\.1/)
    assert.match(html, /id="code-17\.6\.2"[\s\S]*?\/en\/findings#sdg-17\.6\.2/)
    assert.match(html, /id="code-17\.8\.1"[\s\S]*?href="\/en\/series\/IT\.NET\.USER\.ZS"/)
    assert.match(textOf(html), /Codes that series here serve, and the text does not print/)
  })

  it('GET /frameworks/:slug lists by element what has no code, in every language (S5)', async () => {
    for (const language of languages)
      for (const slug of ['wsis', 'sdg', 'gdc', 'agenda-2030', 'un-sustainability'])
        assert.doesNotMatch(
          await get(`/${language}/frameworks/${slug}`),
          /\bundefined\b|\bNaN\b|\[object |\bplan\.(?!example)[a-z]+\.[a-zA-Z]/,
          `${language} ${slug}`,
        )
    assert.match(await get('/en/frameworks/wsis'), /href="\/en\/editions\/2028-2031\/sections\/2\.4"/)
  })

  it('GET /frameworks/:slug offers the nearest for one that there is not, and one address for each', async () => {
    const [status, said] = await keys(db, '/en/frameworks/gcd')
    assert.equal(status, 404)
    assert.match(said, /plan\.frameworks\.unknown gcd .*\/frameworks\/gdc/)
    assert.deepEqual(await visit(db, '/en/frameworks/SDG'), [302, '/frameworks/sdg'])
  })

  it('GET /frameworks/:slug/links.csv has a row for each code, and one without a code for the others (S5)', async () => {
    const body = await get('/en/frameworks/sdg/links.csv')
    assert.match(body, /\r\nsdg,2028-2031,5\.c\.1,framework-link\/indicator\.1\.3\.a,/)
    assert.match(body, /\r\nsdg,2024-2027,,framework-link\/targets-sdg,/)
  })

  it('GET /frameworks/:slug/links.json has the same with the series that serve each code', async () => {
    const told = JSON.parse(await get('/en/frameworks/sdg/links.json'))
    assert.equal(new Set(told.rows.map(({ link, edition }: Record<string, string>) => `${edition}/${link}`)).size, 15)
    assert.ok(
      told.more.series.rows.some(
        ({ code, series }: Record<string, string>) => code === '17.8.1' && series === 'IT.NET.USER.ZS',
      ),
    )
  })

  for (const name of [
    'GET /frameworks/:slug/links.xlsx has the rows of the CSV',
    'GET /frameworks/:slug/links.ndjson has the rows of the CSV',
  ])
    it(name, async () => {
      const codes = await inEveryKind((address) => get(`/en${address}`), '/frameworks/sdg/links', 'code')
      assert.ok(codes.includes('5.c.1'))
    })

  it('GET /frameworks/:slug/links.json is not there for a framework that there is not', async () => {
    assert.equal((await visit(db, '/en/frameworks/gcd/links.json'))[0], 404)
  })
})
