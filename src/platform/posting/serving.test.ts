import assert from 'node:assert/strict'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { z } from 'zod'
import { Day, done, PersonId, refused, refusedFields } from '#kernel'
import { anActor } from '#kernel/testing'
import { anybody, type Feature, type Fields, post, serverOf, sql, text, type WhoIs } from '#platform'
import { aServing, type TestDb, testDb } from '#platform/testing'
import { get } from '../route.ts'

const today = Day.trusted('2026-11-26')
const everybody = { ...anActor({ kind: 'everywhere' }, 'shelves.see'), person: PersonId.trusted('public') }
const keeper = { ...anActor({ kind: 'everywhere' }, 'shelves.see', 'shelves.write'), person: PersonId.trusted('ada') }

const typed = (fields: Fields | undefined): string => JSON.stringify(fields ?? null)

const shelves: Feature = {
  name: 'shelves',
  permissions: ['shelves.see', 'shelves.write'],
  commands: [],
  panels: [],
  routes: [
    get({
      path: '/books/new',
      may: 'shelves.see',
      load: async () => ({}),
      page: ({ here }) =>
        `${here.reader?.name ?? 'public'} ${typed(here.filled?.fields)} ${JSON.stringify(here.filled?.refusal ?? null)} ${here.once === null ? 'no number' : 'a number'}` as never,
    }),
    get({
      path: '/books/:book',
      may: 'shelves.see',
      load: async (_, { book }) => ({ book }),
      page: ({ book }) => `book ${book}` as never,
    }),
    post({
      path: '/books/new',
      may: 'shelves.write',
      event: 'shelves.bookAdded',
      order: z.object({
        title: z.string().min(1),
        pages: z.coerce.number().int().positive(),
        password: z.string().optional(),
      }),
      throttle: (caller) => [{ what: 'books', who: caller.address, most: 40, seconds: 60 }],
      deed: async (_, { title, pages }) => {
        if (title === 'banned') return refused('shelves.banned', { title })
        if (title === 'twice') return refusedFields([{ field: 'title', code: 'shelves.twice', facts: {} }])
        if (title === 'fire') throw new Error('on fire')
        return done({ title, pages })
      },
      trail: ({ title, pages }) => ({ facts: { title }, reason: 'a reader asked', after: { pages } }),
      goTo: ({ title }) => `/books/${title}`,
    }),
    post({
      path: '/books/weighed',
      may: 'shelves.write',
      event: 'shelves.bookWeighed',
      form: () => '/books/new',
      order: z.object({ title: z.string().min(1) }),
      ready: async ({ title }, asking) => {
        weighed += 1
        return `${await asking(async (_, { person }) => person)}-${title.length}`
      },
      deed: async (_, { title }, __, ___, weight) => done({ title: `${title}-${weight}` }),
      trail: () => ({ facts: {} }),
      goTo: ({ title }) => `/books/${title}`,
    }),
  ],
}

/** How often something was weighed: not for a form that nobody understands. */
let weighed = 0

describe('A form', () => {
  let db: TestDb
  let app: Hono<never>
  let isSignedIn = true
  const whoIs: WhoIs = async (_, { cookies }) =>
    cookies['ticket'] === 'ada' && isSignedIn
      ? { by: keeper, name: 'Ada', signIn: 'a-1', was: null }
      : { ...anybody(everybody), was: cookies['ticket'] === 'ada' ? keeper.person : null }
  beforeAll(async () => {
    db = await testDb()
    app = (await serverOf(
      aServing(db, [shelves], everybody, today, { whoIs, ticket: 'ticket' }),
    )) as unknown as Hono<never>
  })
  afterAll(() => db.close())

  const ours = { 'sec-fetch-site': 'same-origin', cookie: '__Host-ticket=ada' }
  const send = (
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = ours,
    path = '/en/books/new',
  ) => app.request(`http://localhost${path}`, { method: 'POST', headers, body: new URLSearchParams(fields) })
  const read = (path: string, headers: Readonly<Record<string, string>> = ours) =>
    app.request(`http://localhost${path}`, { headers })
  const events = () =>
    db.look(everybody, today, (look) =>
      look.db.all(
        sql`-- platform.eventsOf
          select person || ' ' || event || ' ' || facts || ' ' || coalesce(reason, '') || ' ' || coalesce(after::text, '') as one
          from platform.event order by n`,
        (row) => text(row, 'one'),
      ),
    )

  it('does its deed, and is written into the trail with who, why and what', async () => {
    const answer = await send({ title: 'Emma', pages: '300' })
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), '/en/books/Emma')
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    assert.deepEqual(await events(), ['ada shelves.bookAdded {"title": "Emma"} a reader asked {"pages": 300}'])
  })

  const again: readonly [name: string, fields: Record<string, string>, words: RegExp][] = [
    [
      'that lacks a field',
      { title: '', pages: '3' },
      /Ada {"title":"","pages":"3"} .*"field":"title","code":"ui.form.empty"/,
    ],
    [
      'with a field nobody understands',
      { title: 'A', pages: 'many' },
      /"field":"pages","code":"ui.form.notUnderstood"/,
    ],
    ['that the rules refuse', { title: 'banned', pages: '3' }, /"code":"shelves.banned","facts":{"title":"banned"}/],
    ['with a field that the rules refuse', { title: 'twice', pages: '3' }, /"field":"title","code":"shelves.twice"/],
    [
      'with a secret, which is not shown again',
      { title: '', pages: '3', password: 'x' },
      /^Ada {"title":"","pages":"3"} /,
    ],
  ]
  for (const [name, fields, words] of again)
    it(`${name} comes back as it was filled in`, async () => {
      const before = await events()
      const answer = await send(fields)
      assert.equal(answer.status, 422)
      assert.match((await answer.text()).replace('<!doctype html>', ''), words)
      assert.deepEqual(await events(), before)
    })

  it('that came back as it was filled in has a number as well', async () => {
    assert.match(await (await send({ title: '', pages: '3' })).text(), /a number$/)
  })

  it('is another one when something else is written into it, whatever number its page had', async () => {
    const once = '7f1a2c34-0000-4000-8000-0000000000bb'
    for (const title of ['Silas', 'Romola', 'Silas'])
      assert.equal((await send({ title, pages: '1', once })).headers.get('location'), `/en/books/${title}`)
    assert.equal((await events()).filter((one) => /Silas|Romola/.test(one)).length, 2)
  })

  it('waits for what is long before its deed begins, as whoever sends it', async () => {
    const answer = await send({ title: 'Adam' }, ours, '/en/books/weighed')
    assert.equal(answer.headers.get('location'), '/en/books/Adam-ada-4')
    assert.equal((await send({ title: '' }, ours, '/en/books/weighed')).status, 422)
    assert.equal(weighed, 1)
  })

  it('is done once, however often and however fast it is sent', async () => {
    const form = await (await read('/en/books/new')).text()
    assert.match(form, /a number$/)
    const once = '7f1a2c34-0000-4000-8000-0000000000aa'
    const answers = await Promise.all([1, 2, 3].map(() => send({ title: 'Middlemarch', pages: '800', once })))
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.get('location')]),
      Array.from({ length: 3 }, () => [303, '/en/books/Middlemarch']),
    )
    assert.equal((await events()).filter((one) => one.includes('Middlemarch')).length, 1)
  })

  const strangers: readonly [name: string, headers: Record<string, string>][] = [
    ['from a page of another site', { ...ours, 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { ...ours, 'sec-fetch-site': 'same-site' }],
    ['from another origin', { cookie: ours.cookie, origin: 'https://elsewhere.example' }],
    ['from nowhere', { cookie: ours.cookie }],
  ]
  for (const [name, headers] of strangers)
    it(`${name} is not taken`, async () => {
      const before = await events()
      assert.equal((await send({ title: 'Forged', pages: '3' }, headers)).status, 403)
      assert.deepEqual(await events(), before)
    })

  it('is taken by its origin where the browser says no more', async () => {
    assert.equal(
      (await send({ title: 'Plain', pages: '3' }, { cookie: ours.cookie, origin: 'http://localhost' })).status,
      303,
    )
  })

  it('waits for its writer to sign in again, and for nobody else', async () => {
    isSignedIn = false
    const answer = await send({ title: 'Persuasion', pages: '250', password: 'secret' })
    isSignedIn = true
    assert.equal(answer.status, 303)
    const to = new URL(answer.headers.get('location') ?? '', 'http://localhost')
    assert.equal(to.pathname, '/en/sign-in')
    const kept = to.searchParams.get('to') ?? ''
    assert.match(kept, /^\/en\/books\/new\?kept=[\w-]{43}$/)
    assert.match(await (await read(kept)).text(), /^<!doctype html>Ada {"pages":"250","title":"Persuasion"} null/)
    assert.match(await (await read(kept, {})).text(), /public null null/)
    assert.match(await (await read(kept.replace('new', 'old'))).text(), /book old/)
  })

  it('of somebody who never signed in is not kept', async () => {
    const answer = await send({ title: 'A', pages: '3' }, { 'sec-fetch-site': 'same-origin' })
    assert.equal(answer.headers.get('location'), '/en/sign-in?to=%2Fen%2Fbooks%2Fnew&ended=lost')
  })

  it('that is too long is not read', async () => {
    assert.equal((await send({ title: 'x'.repeat(300_000), pages: '3' })).status, 413)
    const flood = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(64 * 1024))),
    })
    const request = new Request('http://localhost/en/books/new', {
      method: 'POST',
      headers: { ...ours, 'content-type': 'application/x-www-form-urlencoded' },
      body: flood,
      duplex: 'half',
    } as RequestInit)
    assert.equal((await app.request(request)).status, 413)
  })

  it('at an address without a deed is not taken', async () => {
    assert.equal((await send({}, ours, '/en/books/Emma')).status, 405)
    assert.equal((await send({}, ours, '/books/new')).status, 405)
  })

  it('whose deed fails changes nothing, and says so with a number', async () => {
    const before = await events()
    assert.equal((await send({ title: 'fire', pages: '1' })).status, 500)
    assert.deepEqual(await events(), before)
  })

  it('is counted, done or not, and told when to come again', async () => {
    let last = await send({ title: '', pages: '3' })
    for (let times = 0; times < 45 && last.status !== 429; times += 1) last = await send({ title: '', pages: '3' })
    assert.equal(last.status, 429)
    assert.ok(Number(last.headers.get('retry-after')) > 0)
  })

  it('has pages that nobody keeps', async () => {
    const page = await read('/en/books/Emma')
    assert.equal(page.headers.get('cache-control'), 'private, no-store')
    assert.equal(page.headers.get('etag'), null)
    const open = await read('/en/books/Emma', {})
    assert.equal(open.headers.get('cache-control'), 'public, no-cache')
    assert.equal(
      (await read('/en/books/Emma', { ...ours, 'if-none-match': open.headers.get('etag') ?? '' })).status,
      200,
    )
  })
})
