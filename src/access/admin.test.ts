import assert from 'node:assert/strict'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { access, declareUnits, equip, keepHouse, operatorActor, publicActor, whoIs } from '#access'
import { gives, type Held, heldRoles, isPermission, type Permission, scopesOf } from '#access/core'
import { aSession, aToken, aUnit, type SignedIn, someoneSignedIn } from '#access/testing'
import { Day, EconomyCode, PersonId, type Scope, UnitCode } from '#kernel'
import { diceOf } from '#kernel/testing'
import { addEvent, type Fields, logAt, searchTrail, serverOf, type TrailEntry, wholeTrail } from '#platform'
import { aServing, type TestDb, testDb } from '#platform/testing'
import { toldPerson, toldRole } from './deeds/people.ts'
import { personOf, rolesOf } from './store/people.ts'

const today = Day.trusted('2026-11-26')
const everywhere: Scope = { kind: 'everywhere' }
const scopes: Readonly<Record<string, Scope>> = {
  everywhere,
  unit: { kind: 'unit', code: UnitCode.trusted('water') },
  economy: { kind: 'economy', code: EconomyCode.trusted('KEN') },
}
const seed = 20261126

/** Everybody that there can be: each role, for each thing that it can be held for; and nobody. */
const everybody: readonly (Held | null)[] = [
  null,
  ...heldRoles.flatMap((role) => scopesOf[role].map((kind) => ({ role, scope: scopes[kind] ?? everywhere }))),
]
const named = (held: Held | null): string =>
  held === null ? 'nobody' : `${held.role} (${held.scope.kind === 'everywhere' ? 'all' : held.scope.kind})`

/** Pages that belong to administration, as the routes have them. */
const adminRoutes = access.routes.filter(({ path }) => path === '/admin' || path.startsWith('/admin/'))

describe('Administration', () => {
  let db: TestDb
  let app: Hono<never>
  const readers = new Map<string, SignedIn>()
  let admin: SignedIn
  let eve: SignedIn
  let token: { readonly id: string; readonly secret: string }

  const write = <T>(
    body: Parameters<TestDb['work']>[2] extends (work: infer W) => unknown ? (work: W) => Promise<T> : never,
  ) => db.work(operatorActor, today, body)

  beforeAll(async () => {
    db = await testDb()
    equip({ origin: 'http://localhost', house: 'Meridian', key: () => Buffer.alloc(32, 7), openid: null })
    keepHouse({
      settings: [{ name: 'MERIDIAN_KEY', isSet: true, value: null }],
      version: '1.2.3',
      build: 'abc',
      runtime: 'Node',
      startedAt: '2026-11-26T08:00:00.000Z',
      checks: async () => [{ about: 'a.check', well: false, seen: { code: 'a.fault', facts: { count: 3 } } }],
    })
    await write(async (work) => {
      await declareUnits(work, [aUnit('water'), aUnit('roads')])
      for (const held of everybody)
        if (held !== null) readers.set(named(held), await someoneSignedIn(work.db, named(held), [held]))
      eve = await someoneSignedIn(work.db, 'Eve Example', [{ role: 'planner', scope: scopes['unit'] ?? everywhere }])
      token = await aToken(work.db, eve.person, 'Nightly', ['plan.see'])
      await addEvent(work.db, {
        person: eve.person,
        event: 'shelves.bookMoved',
        way: 'page',
        unit: 'water',
        reason: 'a leak',
        facts: { page: '/books/7' },
        before: { shelf: 'north', floor: 1 },
        after: { shelf: 'south', floor: 1 },
      })
    })
    admin = readers.get('administrator (all)') ?? assert.fail('no administrator')
    app = (await serverOf(
      aServing(db, [access], publicActor, today, { whoIs, rate: 100_000 }),
    )) as unknown as Hono<never>
  })
  afterAll(() => db.close())

  const cookieOf = (who: SignedIn | null): Record<string, string> =>
    who === null ? {} : { cookie: `__Host-session=${who.secret}` }
  const read = (path: string, who: SignedIn | null = admin) =>
    app.request(`http://localhost/en${path}`, { headers: cookieOf(who) })
  const page = async (path: string, who: SignedIn | null = admin): Promise<string> => {
    const answer = await read(path, who)
    assert.equal(answer.status, 200, path)
    assert.equal(answer.headers.get('cache-control'), 'private, no-store', path)
    return answer.text()
  }
  const send = (path: string, fields: Fields, who: SignedIn | null = admin) =>
    app.request(`http://localhost/en${path}`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', ...cookieOf(who) },
      body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])),
    })
  const trail = (): Promise<readonly TrailEntry[]> =>
    db.look(operatorActor, today, (look) => searchTrail(look.db, wholeTrail, null, 1000))
  const lastDeed = async (): Promise<TrailEntry> => (await trail())[0] ?? assert.fail('nothing was done')

  const filledPath = (path: string): string =>
    path.replace(':person', eve.person).replace(':token', token.id).replace(':n', '1')

  describe('is for those who may, by the one table', () => {
    for (const held of everybody)
      it(`and refuses everything else: ${named(held)}`, async () => {
        const who = held === null ? null : (readers.get(named(held)) ?? null)
        const before = (await trail()).length
        for (const { kind, path, may } of adminRoutes) {
          assert.ok(isPermission(may), may)
          const mayPermission: Permission = may
          const isAllowed = held !== null && gives(held.role, held.scope.kind, mayPermission)
          if (isAllowed && kind !== 'get') continue
          const answer = await (kind === 'get' ? read(filledPath(path), who) : send(filledPath(path), {}, who))
          const expected = isAllowed
            ? // Whoever asks to take a role that is not named there finds nothing to take.
              path.endsWith('/take')
              ? 404
              : 200
            : kind !== 'get' && held === null
              ? 303
              : 403
          assert.equal(answer.status, expected, `${kind} ${path}`)
          if (who !== null) assert.equal(answer.headers.get('cache-control'), 'private, no-store', path)
          const body = await answer.text()
          if (!isAllowed) assert.ok(!body.includes('Eve') && !body.includes('leak'), `${path} says what is behind it`)
        }
        assert.equal((await trail()).length, before, 'a refused deed left something in the trail')
      })
  })

  it('GET /admin says how much there is of everything, and that there is no backup', async () => {
    const html = await page('/admin')
    assert.match(html, /access\.admin\.noBackup/)
    assert.match(html, /access\.admin\.tokensLive/)
    const approver = await page('/admin', readers.get('approver (all)') ?? null)
    assert.doesNotMatch(approver, /access\.admin\.tokensLive|access\.admin\.noBackup/)
  })

  it('GET /admin/people finds somebody by name, address, role and standing, in pages', async () => {
    const found = async (question: string) => {
      const html = await page(`/admin/people?${question}`)
      return [...html.matchAll(/href="\/en\/admin\/people\/[0-9a-f-]{36}"[^>]*><bdi>([^<]+)/g)].map(([, name]) => name)
    }
    assert.deepEqual(await found('name=eve'), ['Eve Example'])
    assert.deepEqual(await found('name=EVE.EXAMPLE@'), ['Eve Example'])
    assert.deepEqual(await found('role=planner'), ['Eve Example', 'planner (all)', 'planner (unit)'])
    assert.deepEqual(await found('role=planner&standing=closed'), [])
    assert.equal((await found('')).length, 14)
    assert.equal((await found('page=99')).length, 14)
    assert.equal((await read('/admin/people?page=none')).status, 400)
  })

  it('GET /admin/people/:person/history shows every role that was held, and how somebody stood', async () => {
    const html = await page(`/admin/people/${eve.person}/history`)
    assert.match(html, /access\.role\.planner[\s\S]*water[\s\S]*access\.admin\.wasGiven/)
    assert.match(html, /access\.admin\.isThere/)
    assert.equal((await read(`/admin/people/${PersonId.trusted('nobody')}/history`)).status, 404)
  })

  it('GET /admin/people/:person/roles/take asks why', async () => {
    const html = await page(`/admin/people/${eve.person}/roles/take?role=planner&scope=water`)
    assert.match(html, /name="reason"[^>]*required/)
    assert.equal((await read(`/admin/people/${eve.person}/roles/take?role=planner&scope=roads`)).status, 404)
  })

  it('POST /admin/people/:person/roles/take takes the role back at the next request, and keeps why', async () => {
    const [mo, given] = await write(async ({ db: on }) => {
      const one = await someoneSignedIn(on, 'Mo', [{ role: 'administrator', scope: everywhere }])
      return [one, { role: 'administrator', scope: '' }] as const
    })
    assert.equal((await read('/admin/settings', mo)).status, 200)
    const empty = await send(`/admin/people/${mo.person}/roles/take`, { ...given, reason: ' ' })
    assert.equal(empty.status, 422)
    assert.match(await empty.text(), /ui\.form\.empty[\s\S]*name="role" value="administrator"/)
    assert.equal((await read('/admin/settings', mo)).status, 200)
    const taken = await send(`/admin/people/${mo.person}/roles/take`, { ...given, reason: 'moved on' })
    assert.equal(taken.headers.get('location'), `/en/admin/people/${mo.person}?done=taken`)
    assert.equal((await read('/admin/settings', mo)).status, 403)
    const { event, person, reason, before, after } = await lastDeed()
    assert.deepEqual(
      [event, person, reason, before, after],
      ['access.roleTaken', admin.person, 'moved on', { role: 'administrator', scope: 'everywhere', code: '' }, null],
    )
  })

  it('GET /admin/tokens lists those of everybody, without a secret', async () => {
    const html = await page('/admin/tokens?person=eve&standing=live')
    assert.match(html, /Nightly[\s\S]*Eve Example[\s\S]*access\.may\.plan\.see/)
    assert.ok(!html.includes(token.secret))
    assert.match(await page('/admin/tokens?person=nobody'), /access\.admin\.noTokens/)
  })

  it('GET /admin/tokens/:token shows one, with the form that takes it', async () => {
    const html = await page(`/admin/tokens/${token.id}`)
    assert.match(html, /name="reason"/)
    assert.ok(!html.includes(token.secret))
    assert.equal((await read('/admin/tokens/none')).status, 404)
  })

  it('POST /admin/tokens/:token takes a token from whoever made it, once, with a reason', async () => {
    const lost = await write(({ db: on }) => aToken(on, eve.person, 'Lost', ['plan.see']))
    assert.equal((await send(`/admin/tokens/${lost.id}`, { reason: '' })).status, 422)
    assert.equal((await send(`/admin/tokens/${lost.id}`, { reason: 'lying around' })).status, 303)
    const { event, reason, facts, before, after } = await lastDeed()
    assert.deepEqual(
      [event, reason, facts],
      ['access.tokenWithdrawn', 'lying around', { person: eve.person, token: lost.id }],
    )
    assert.deepEqual(
      [(before as Record<string, unknown>)['standing'], (after as Record<string, unknown>)['standing']],
      ['live', 'revoked'],
    )
    assert.ok(!JSON.stringify(await trail()).includes(lost.secret))
    const again = await send(`/admin/tokens/${lost.id}`, { reason: 'again' })
    assert.equal(again.status, 422)
    assert.match(await again.text(), /access\.admin\.tokenIsOver Lost/)
    const now = await db.look(operatorActor, today, (look) =>
      whoIs(look.db, { cookies: {}, bearer: lost.secret, address: '', agent: '', origin: '' }, today),
    )
    assert.equal(now.name, null)
  })

  it('GET /admin/settings shows what is set, and no secret', async () => {
    assert.match(await page('/admin/settings'), /MERIDIAN_KEY[\s\S]*access\.admin\.isSecret/)
  })

  it('GET /admin/backup says plainly when there is none, and else when, how large and where', async () => {
    assert.match(await page('/admin/backup'), /note bad[^>]*>access\.admin\.noBackup/)
    const facts = { file: '/safe/m.backup', tables: 7, rows: 900, bytes: 12345 }
    await write(({ db: on }) =>
      addEvent(on, { person: operatorActor.person, event: 'platform.backedUp', way: 'command', facts }),
    )
    assert.match(
      await page('/admin/backup'),
      /\/safe\/m\.backup[\s\S]*access\.admin\.bytes 12345[\s\S]*rowsOfTables 900 7/,
    )
  })

  it('GET /admin/health shows the checks of doctor, what is ill first', async () => {
    assert.match(await page('/admin/health'), /access\.admin\.ill 1[\s\S]*a\.check[\s\S]*a\.fault 3/)
  })

  it('GET /admin/audit searches by person, deed, unit, day and words, and goes on by a number', async () => {
    const found = async (question: string) =>
      [...(await page(`/admin/audit?${question}`)).matchAll(/<tr id="n(\d+)"/g)].map(([, n]) => n)
    const all = (await trail()).map(({ n }) => n)
    assert.deepEqual(await found(''), all.slice(0, 50))
    assert.deepEqual(await found('event=shelves.bookMoved&unit=water&words=LEAK'), ['1'])
    assert.deepEqual(await found('person=eve+ex'), ['1'])
    assert.deepEqual(await found(`person=${eve.person}`), ['1'])
    assert.deepEqual(await found('person=nobody'), [])
    assert.deepEqual(await found('to=2000-01-01'), [])
    assert.deepEqual(await found('below=2'), ['1'])
    assert.equal((await read('/admin/audit?from=tomorrow')).status, 400)
    assert.equal((await read('/admin/audit?below=x')).status, 400)
  })

  it('GET /admin/audit/:n shows one deed, before and after side by side, with a way to what it was about', async () => {
    const html = await page('/admin/audit/1')
    assert.match(html, /<del><bdi>north<\/bdi><\/del>[\s\S]*<ins><bdi>south<\/bdi><\/ins>/)
    assert.doesNotMatch(html, /<del><bdi>1<\/bdi>/)
    assert.match(html, /href="\/en\/books\/7"/)
    assert.match(html, /a leak[\s\S]*access\.admin\.first/)
    for (const none of ['0', '999999', 'x']) assert.equal((await read(`/admin/audit/${none}`)).status, 404)
  })

  it('GET /admin/audit/chain shows the head, and holds a place that was noted against the trail', async () => {
    const html = await page('/admin/audit/chain')
    const [, head = ''] = /(\d+:[0-9a-f]{64})/.exec(html) ?? []
    assert.match(html, /access\.admin\.chainWhole/)
    const other = head.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    const cases: readonly [head: string, says: string][] = [
      [head, 'stands'],
      [other, 'other'],
      [head.replace(/^\d+/, '999999'), 'short'],
      ['17:abc', 'notUnderstood'],
    ]
    for (const [noted, says] of cases)
      assert.match(
        await page(`/admin/audit/chain?head=${noted}`),
        new RegExp(`access\\.admin\\.noted\\.${says}`),
        noted,
      )
  })

  it('names on its page a deed that was changed behind its back', async () => {
    await db.given(`update platform.event set reason = 'a flood' where n = 1`)
    assert.match(
      await page('/admin/audit/chain'),
      /access\.admin\.chainChanged 1 \d{4}-\d\d-\d\d \d\d:\d\d shelves\.bookMoved/,
    )
    await db.given(`update platform.event set reason = 'a leak' where n = 1`)
    assert.match(await page('/admin/audit/chain'), /access\.admin\.chainWhole/)
  })

  const kinds: readonly [test: string, kind: string, starts: RegExp][] = [
    [
      'GET /admin/audit/entries.csv streams what was asked for',
      'csv',
      /(?:^|\n)\ufeff?"?.*access\.column\.at|^\ufeff?n,/,
    ],
    ['GET /admin/audit/entries.json streams it with its columns', 'json', /"rows":\[/],
    ['GET /admin/audit/entries.ndjson streams it a deed a line', 'ndjson', /^\{"n":1,/],
    ['GET /admin/audit/entries.xlsx streams it as a workbook', 'xlsx', /^PK/],
  ]
  for (const [name, kind, starts] of kinds)
    it(name, async () => {
      const answer = await read(`/admin/audit/entries.${kind}?event=shelves.bookMoved`)
      assert.equal(answer.status, 200)
      assert.equal(answer.headers.get('cache-control'), 'private, no-store')
      assert.equal(answer.headers.get('etag'), null)
      const body = await answer.text()
      assert.match(body, starts)
      if (kind !== 'xlsx') assert.match(body, /Eve Example/)
      assert.doesNotMatch(body, /tokenWithdrawn/)
    })

  it('tells the log no name, no address, no secret and nothing that was asked', async () => {
    const lines: string[] = []
    const log = {
      ...logAt('silent'),
      info: (facts: unknown) => lines.push(JSON.stringify(facts)),
      error: (facts: unknown) => lines.push(JSON.stringify(facts)),
    }
    const logged = (await serverOf(
      aServing(db, [access], publicActor, today, { whoIs, log: log as never }),
    )) as unknown as Hono<never>
    for (const path of ['/admin/people?name=eve', '/admin/audit?person=eve&words=leak', '/admin/tokens?person=eve'])
      await logged.request(`http://localhost/en${path}`, { headers: cookieOf(admin) })
    const said = lines.join('\n')
    assert.equal(lines.length, 3)
    for (const secret of ['eve', 'leak', 'example.org', admin.secret, admin.person])
      assert.ok(!said.includes(secret), said)
  })

  /** People and what they hold, as the trail tells of them. */
  const stood = (id: PersonId) =>
    db.look(operatorActor, today, async (look) => {
      const person = await personOf(look.db, id)
      const roles = await rolesOf(look.db, [id])
      return {
        person: person === null ? null : toldPerson(person),
        roles: new Set(roles.map(({ held }) => JSON.stringify(toldRole(held)))),
      }
    })

  it(`says of every deed what stood before and what stands after (seed ${seed})`, async () => {
    const dice = diceOf(seed)
    const pick = <T>(all: readonly T[]): T => all[dice(all.length)] ?? assert.fail('nothing to pick')
    const people: PersonId[] = []
    for (const name of ['Kit', 'Lee', 'Max'])
      people.push((await write(({ db: on }) => someoneSignedIn(on, name, []))).person)
    let done = 0
    for (let turn = 0; turn < 120; turn += 1) {
      const id = pick(people)
      const role = pick(['planner', 'risk-officer', 'delegate', 'statistician'])
      const scope =
        role === 'delegate' ? pick(['KEN', 'FJI']) : role === 'statistician' ? '' : pick(['', 'water', 'roads'])
      const at = `/admin/people/${id}`
      const deeds: readonly (readonly [path: string, fields: Fields])[] = [
        [`${at}/roles`, { role, scope, economy: '' }],
        [`${at}/roles`, { role, scope, economy: '' }],
        [`${at}/roles/take`, { role, scope, reason: `turn ${turn}` }],
        [
          at,
          { name: `Name ${turn}`, email: `p${people.indexOf(id)}.${turn}@example.org`, language: pick(['en', 'ar']) },
        ],
        [`${at}/close`, { sure: 'yes' }],
        [`${at}/reopen`, {}],
      ]
      const [path, fields] = pick(deeds)
      const before = await stood(id)
      const count = (await trail()).length
      const answer = await send(path, fields)
      const after = await stood(id)
      const now = await trail()
      if (answer.status !== 303) {
        assert.equal(answer.status, 422, path)
        assert.deepEqual([after, now.length], [before, count], 'a refused deed changed something')
        continue
      }
      done += 1
      const entry = now[0] ?? assert.fail('no trail')
      assert.equal(now.length, count + 1)
      assert.deepEqual([entry.person, (entry.facts as Record<string, unknown>)['person']], [admin.person, id])
      assert.match(entry.at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
      if (path.includes('/roles')) {
        const told = JSON.stringify(toldRoleOf(entry.before ?? entry.after))
        const isGiven = entry.event === 'access.roleGiven'
        assert.deepEqual([before.roles.has(told), after.roles.has(told)], [!isGiven, isGiven])
        assert.equal(entry.unit, scope === '' ? null : scope)
        assert.equal(entry.reason, isGiven ? null : `turn ${turn}`)
      } else assert.deepEqual([entry.before, entry.after], [before.person, after.person], entry.event)
    }
    assert.ok(done > 40, `${done} deeds were done`)
  })

  const toldRoleOf = (told: unknown) => {
    const { role, scope, code } = told as Record<string, unknown>
    return { role, scope, code }
  }

  it('ends with a session: another one of somebody does not open what the first may not', async () => {
    const secret = await write(({ db: on }) => aSession(on, eve.person))
    assert.equal((await read('/admin', { person: eve.person, secret })).status, 403)
  })
})
