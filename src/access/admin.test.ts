import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { access, operatorActor, whoIs } from '#access'
import { gives, isPermission, type Permission } from '#access/core'
import { sessionOf, someoneSignedIn, tokenOf } from '#access/testing'
import { PersonId } from '#kernel'
import { addEvent, logAt } from '#platform'
import { administered, everybody, everywhere, named, today } from './testing/administered.ts'

/** Pages that belong to administration, as the routes have them. */
const adminRoutes = access.routes.filter(({ path }) => path === '/admin' || path.startsWith('/admin/'))

describe('Administration', () => {
  let house: Awaited<ReturnType<typeof administered>>
  beforeAll(async () => {
    house = await administered()
  })
  afterAll(() => house.db.close())

  const filledPath = (path: string): string =>
    path.replace(':person', house.eve.person).replace(':token', house.token.id).replace(':n', '1')

  describe('is for those who may, by the one table', () => {
    for (const held of everybody)
      it(`and refuses everything else: ${named(held)}`, async () => {
        const who = held === null ? null : (house.readers.get(named(held)) ?? null)
        const before = (await house.trail()).length
        for (const { kind, path, may } of adminRoutes) {
          assert.ok(isPermission(may), may)
          const mayPermission: Permission = may
          const isAllowed = held !== null && gives(held.role, held.scope.kind, mayPermission)
          if (isAllowed && kind !== 'get') continue
          const answer = await (kind === 'get'
            ? house.read(filledPath(path), who)
            : house.send(filledPath(path), {}, who))
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
        assert.equal((await house.trail()).length, before, 'a refused deed left something in the trail')
      })
  })

  it('GET /admin says how much there is of everything, and that there is no backup', async () => {
    const html = await house.page('/admin')
    assert.match(html, /access\.admin\.noBackup/)
    assert.match(html, /access\.admin\.tokensLive/)
    const approver = await house.page('/admin', house.readers.get('approver (all)') ?? null)
    assert.doesNotMatch(approver, /access\.admin\.tokensLive|access\.admin\.noBackup/)
  })

  it('GET /admin/people finds somebody by name, address, role and standing, in pages', async () => {
    const found = async (question: string) => {
      const html = await house.page(`/admin/people?${question}`)
      return [...html.matchAll(/href="\/en\/admin\/people\/[0-9a-f-]{36}"[^>]*><bdi>([^<]+)/g)].map(([, name]) => name)
    }
    assert.deepEqual(await found('name=eve'), ['Eve Example'])
    assert.deepEqual(await found('name=EVE.EXAMPLE@'), ['Eve Example'])
    assert.deepEqual(await found('role=planner'), ['Eve Example', 'planner (all)', 'planner (unit)'])
    assert.deepEqual(await found('role=planner&standing=closed'), [])
    assert.equal((await found('')).length, 14)
    assert.equal((await found('page=99')).length, 14)
    assert.equal((await house.read('/admin/people?page=none')).status, 400)
  })

  it('GET /admin/people/:person/history shows every role that was held, and how somebody stood', async () => {
    const html = await house.page(`/admin/people/${house.eve.person}/history`)
    assert.match(html, /access\.role\.planner[\s\S]*water[\s\S]*access\.admin\.wasGiven/)
    assert.match(html, /access\.admin\.isThere/)
    assert.equal((await house.read(`/admin/people/${PersonId.trusted('nobody')}/history`)).status, 404)
  })

  it('GET /admin/people/:person/roles/take asks why', async () => {
    const html = await house.page(`/admin/people/${house.eve.person}/roles/take?role=planner&scope=water`)
    assert.match(html, /name="reason"[^>]*required/)
    assert.equal(
      (await house.read(`/admin/people/${house.eve.person}/roles/take?role=planner&scope=roads`)).status,
      404,
    )
  })

  it('POST /admin/people/:person/roles/take takes the role back at the next request, and keeps why', async () => {
    const [mo, given] = await house.write(async ({ db: on }) => {
      const one = await someoneSignedIn(on, 'Mo', [{ role: 'administrator', scope: everywhere }])
      return [one, { role: 'administrator', scope: '' }] as const
    })
    assert.equal((await house.read('/admin/settings', mo)).status, 200)
    const empty = await house.send(`/admin/people/${mo.person}/roles/take`, { ...given, reason: ' ' })
    assert.equal(empty.status, 422)
    assert.match(await empty.text(), /ui\.form\.empty[\s\S]*name="role" value="administrator"/)
    assert.equal((await house.read('/admin/settings', mo)).status, 200)
    const taken = await house.send(`/admin/people/${mo.person}/roles/take`, { ...given, reason: 'moved on' })
    assert.equal(taken.headers.get('location'), `/en/admin/people/${mo.person}?done=taken`)
    assert.equal((await house.read('/admin/settings', mo)).status, 403)
    const { event, person, reason, before, after } = await house.lastDeed()
    assert.deepEqual(
      [event, person, reason, before, after],
      [
        'access.roleTaken',
        house.admin.person,
        'moved on',
        { role: 'administrator', scope: 'everywhere', code: '' },
        null,
      ],
    )
  })

  it('GET /admin/tokens lists those of everybody, without a secret', async () => {
    const html = await house.page('/admin/tokens?person=eve&standing=live')
    assert.match(html, /Nightly[\s\S]*Eve Example[\s\S]*access\.may\.plan\.see/)
    assert.ok(!html.includes(house.token.secret))
    assert.match(await house.page('/admin/tokens?person=nobody'), /access\.admin\.noTokens/)
  })

  it('GET /admin/tokens/:token shows one, with the form that takes it', async () => {
    const html = await house.page(`/admin/tokens/${house.token.id}`)
    assert.match(html, /name="reason"/)
    assert.ok(!html.includes(house.token.secret))
    assert.equal((await house.read('/admin/tokens/none')).status, 404)
  })

  it('POST /admin/tokens/:token takes a token from whoever made it, once, with a reason', async () => {
    const lost = await house.write(({ db: on }) => tokenOf(on, house.eve.person, 'Lost', ['plan.see']))
    assert.equal((await house.send(`/admin/tokens/${lost.id}`, { reason: '' })).status, 422)
    assert.equal((await house.send(`/admin/tokens/${lost.id}`, { reason: 'lying around' })).status, 303)
    const { event, reason, facts, before, after } = await house.lastDeed()
    assert.deepEqual(
      [event, reason, facts],
      ['access.tokenWithdrawn', 'lying around', { person: house.eve.person, token: lost.id }],
    )
    assert.deepEqual(
      [(before as Record<string, unknown>)['standing'], (after as Record<string, unknown>)['standing']],
      ['live', 'revoked'],
    )
    assert.ok(!JSON.stringify(await house.trail()).includes(lost.secret))
    const again = await house.send(`/admin/tokens/${lost.id}`, { reason: 'again' })
    assert.equal(again.status, 422)
    assert.match(await again.text(), /access\.admin\.tokenIsOver Lost/)
    const now = await house.db.look(operatorActor, today, (look) =>
      whoIs(look.db, { cookies: {}, bearer: lost.secret, address: '', agent: '', origin: '' }, today),
    )
    assert.equal(now.name, null)
  })

  it('GET /admin/settings shows what is set, and no secret', async () => {
    assert.match(await house.page('/admin/settings'), /MERIDIAN_KEY[\s\S]*access\.admin\.isSecret/)
  })

  it('GET /admin/backup says plainly when there is none, and else when, how large and where', async () => {
    assert.match(await house.page('/admin/backup'), /note bad[^>]*>access\.admin\.noBackup/)
    const facts = { file: '/safe/m.backup', tables: 7, rows: 900, bytes: 12345 }
    await house.write(async ({ db: on }) =>
      addEvent(on, { person: operatorActor.person, event: 'platform.backedUp', way: 'command', facts }),
    )
    assert.match(
      await house.page('/admin/backup'),
      /\/safe\/m\.backup[\s\S]*access\.admin\.bytes 12345[\s\S]*rowsOfTables 900 7/,
    )
  })

  it('GET /admin/health shows the checks of doctor, what is ill first', async () => {
    assert.match(await house.page('/admin/health'), /access\.admin\.ill 1[\s\S]*a\.check[\s\S]*a\.fault 3/)
  })

  it('tells the log no name, no address, no secret and nothing that was asked', async () => {
    const lines: string[] = []
    const log = {
      ...logAt('silent'),
      info: (facts: unknown) => lines.push(JSON.stringify(facts)),
      error: (facts: unknown) => lines.push(JSON.stringify(facts)),
    }
    const logged = await house.serverWith({ log: log as never })
    for (const path of ['/admin/people?name=eve', '/admin/audit?person=eve&words=leak', '/admin/tokens?person=eve'])
      await logged.request(`http://localhost/en${path}`, { headers: house.cookieOf(house.admin) })
    const said = lines.join('\n')
    assert.equal(lines.length, 3)
    for (const secret of ['eve', 'leak', 'example.org', house.admin.secret, house.admin.person])
      assert.ok(!said.includes(secret), said)
  })

  it('ends with a session: another one of somebody does not open what the first may not', async () => {
    const secret = await house.write(({ db: on }) => sessionOf(on, house.eve.person))
    assert.equal((await house.read('/admin', { person: house.eve.person, secret })).status, 403)
  })
})
