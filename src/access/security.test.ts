import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { access } from '#access'
import { operatorActor } from '#access/core'
import { aHouse, goodPassword, sessionName, signedIn, somebody, type TestHouse, today } from '#access/testing'
import type { Log } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { close, giveRole, takeRole } from './deeds/people.ts'

describe('Whoever attacks the way in', () => {
  let db: TestDb
  let house: TestHouse
  const logged: string[] = []
  const note = (...words: readonly unknown[]): void => {
    logged.push(JSON.stringify(words, (_, one: unknown) => (one instanceof Error ? String(one.stack) : one)))
  }
  const log = { info: note, warn: note, error: note, debug: note } as unknown as Log
  beforeAll(async () => {
    db = await testDb()
    house = await aHouse(db, [access], { log })
    await somebody(db, 'Ada', [], goodPassword)
    await somebody(db, 'Eve', [], 'another long staple horse')
    await somebody(db, 'Tim', [], 'another long staple river')
  })
  afterAll(() => db.close())
  const ada = { email: 'ada@water.example', password: goodPassword }

  it('has five guesses for one address in five minutes, wherever they come from, also twenty at once; links stay open', async () => {
    const eve = 'eve@water.example'
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        house.visitor(`198.51.100.${n}`).post('/en/sign-in', { email: eve, password: `guess number ${n} of many` }),
      ),
    )
    assert.equal(answers.filter(({ status }) => status === 422).length, 5)
    assert.equal(answers.filter(({ status }) => status === 429).length, 15)
    const right = await house.visitor().post('/en/sign-in', { email: eve, password: 'another long staple horse' })
    assert.equal(right.status, 429)
    assert.ok(Number(right.headers.get('retry-after')) > 0)
    assert.equal((await house.visitor().post('/en/sign-in/letter', { email: eve, language: 'en' })).status, 303)
  })

  it('has fifty guesses from one place, whomever they are about', async () => {
    await db.given(`insert into platform.try values ('password from', '203.0.113.9', now(), 49)`)
    const visitor = house.visitor('203.0.113.9')
    assert.equal((await visitor.post('/en/sign-in', { email: 'a@b.example', password: 'x' })).status, 422)
    assert.equal((await visitor.post('/en/sign-in', { email: 'c@d.example', password: 'x' })).status, 429)
    // One household has 64 bits of addresses.
    await db.given(`insert into platform.try values ('password from', '2001:db8:1:2::/64', now(), 50)`)
    const other = house.visitor('2001:db8:1:2:ffff::1')
    assert.equal((await other.post('/en/sign-in', { email: 'e@f.example', password: 'x' })).status, 429)
  })

  it('learns by no answer whether somebody has an address', async () => {
    const tries = await Promise.all(
      ['ada@water.example', 'zoe@water.example'].map(async (email) => {
        const answer = await house.visitor().post('/en/sign-in', { email, password: 'not the right password' })
        const names = [...answer.headers.keys()].filter((name) => name !== 'x-request-id')
        const text = answer.text.replaceAll(email, 'them').replaceAll(/name="once" value="[\w-]{36}"/g, '')
        return { status: answer.status, names, text }
      }),
    )
    assert.deepEqual(tries[0], tries[1])
  })

  it('learns by no clock whether somebody has an address', async () => {
    const timeOf = async (email: string, n: number): Promise<number> => {
      const visitor = house.visitor(`192.0.2.${n}`)
      const began = performance.now()
      await visitor.post('/en/sign-in', { email, password: 'not the right password' })
      return performance.now() - began
    }
    await db.given(`delete from platform.try`)
    const known: number[] = []
    const unknown: number[] = []
    for (const n of [1, 2, 3, 4]) {
      known.push(await timeOf('tim@water.example', n))
      unknown.push(await timeOf('una@water.example', n))
    }
    // Without the same work it would be a fiftieth. How near they are is measured on a quiet machine, in bench/.
    const ratio = Math.min(...known) / Math.min(...unknown)
    assert.ok(ratio > 0.3 && ratio < 3, `known ${known}, unknown ${unknown}`)
  })

  it('cannot give somebody a session that they know', async () => {
    const evil = await signedIn(db, house, { id: '' as never, email: 'eve@water.example' })
    const planted = evil.cookies.get(sessionName) ?? assert.fail()
    const victim = house.visitor(undefined, new Map([[sessionName, planted]]))
    assert.equal((await victim.post('/en/sign-in', ada)).status, 303)
    assert.notEqual(victim.cookies.get(sessionName), planted)
    assert.equal((await evil.get('/en/account')).status, 403)
    const invented = house.visitor(undefined, new Map([[sessionName, 'invented']]))
    await invented.post('/en/sign-in', ada)
    assert.notEqual(invented.cookies.get(sessionName), 'invented')
  })

  it('gets nobody sent to another site', async () => {
    for (const to of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/en//evil.example',
      'javascript:a',
    ]) {
      await db.given(`delete from platform.try`)
      const answer = await house.visitor().post('/en/sign-in', { ...ada, to })
      assert.equal(answer.location, '/en/', to)
    }
    const visitor = house.visitor()
    await visitor.post('/en/sign-in', ada)
    assert.equal((await visitor.get('/en/sign-in?to=//evil.example')).location, '/en/account')
  })

  it('finds a cookie that no script reads, no other site brings and no plain connection carries', async () => {
    const answer = await house.visitor().post('/en/sign-in', ada)
    const [cookie = ''] = answer.headers.getSetCookie()
    for (const part of [
      /^__Host-session=[\w-]{43};/,
      /HttpOnly/,
      /Secure/,
      /SameSite=Lax/,
      /Path=\//,
      /Max-Age=1209600/,
    ])
      assert.match(cookie, part)
    assert.doesNotMatch(cookie, /Domain/i)
  })

  it('finds no page of a person kept by anybody', async () => {
    const visitor = house.visitor()
    await visitor.post('/en/sign-in', ada)
    for (const path of [
      '/en/account',
      '/en/account/password',
      '/en/account/tokens',
      '/en/account/data.json',
      '/en/units',
    ]) {
      const { headers } = await visitor.get(path)
      assert.equal(headers.get('cache-control'), 'private, no-store', path)
      assert.equal(headers.get('etag'), null, path)
      assert.match(headers.get('vary') ?? '', /cookie/, path)
    }
    for (const path of ['/en/sign-in', '/en/sign-in/code', '/en/sign-in/link?link=x', '/en/sign-in/first?link=x'])
      assert.equal((await house.visitor().get(path)).headers.get('cache-control'), 'private, no-store', path)
  })

  it('cannot send a form from another site, the one that signs in neither', async () => {
    const answer = await house.visitor().post('/en/sign-in', ada, { 'sec-fetch-site': 'cross-site' })
    assert.equal(answer.status, 403)
    assert.deepEqual(answer.headers.getSetCookie(), [])
  })

  it('finds no secret in the database', async () => {
    const visitor = await signedIn(db, house, { id: '' as never, email: ada.email })
    const secret = visitor.cookies.get(sessionName) ?? assert.fail()
    const { rows } = (await db.given(
      `select string_agg(t, ' ') as all_of_it from (
        select row_to_json(s)::text as t from access.session s union all select row_to_json(l)::text from access.link l
        union all select row_to_json(p)::text from access.password p union all select row_to_json(f)::text from access.letter f
        union all select row_to_json(e)::text from platform.event e union all select row_to_json(t)::text from platform.try t
        union all select row_to_json(k)::text from platform.kept_form k) x`,
    )) as { rows: { all_of_it: string }[] }
    const all = rows[0]?.all_of_it ?? ''
    assert.ok(all.length > 1000)
    for (const one of [secret, goodPassword]) assert.ok(!all.includes(one))
    const hex = Buffer.from(secret).toString('hex')
    assert.ok(!all.includes(hex))
  })

  it('holds a role no longer than it is held: at the next request it is there, and gone', async () => {
    const tim = await somebody(db, 'Tom')
    const visitor = await signedIn(db, house, tim)
    const held = { role: 'administrator', scope: '' }
    const root = await somebody(db, 'Root', [{ role: 'administrator', scope: { kind: 'everywhere' } }])
    assert.equal((await visitor.get('/en/admin/people')).status, 403)
    await db.work(operatorActor, today, (work) => giveRole(work, tim.id, held))
    assert.equal((await visitor.get('/en/admin/people')).status, 200)
    const gone = await db.work(operatorActor, today, (work) => takeRole(work, tim.id, held))
    assert.equal(gone.kind, 'done')
    assert.equal((await visitor.get('/en/admin/people')).status, 403)
    assert.equal((await visitor.post(`/en/admin/people/${root.id}/close`, { reason: 'x' })).status, 403)
  })

  it('makes nobody’s kept page untrue by signing in, and so no work for everybody else', async () => {
    const before = (await house.visitor().get('/en/units')).headers.get('etag')
    await db.given(`delete from platform.try`)
    await house.visitor().post('/en/sign-in', ada)
    await house.visitor().post('/en/sign-in/letter', { email: ada.email, language: 'en' })
    assert.ok(before !== null)
    assert.equal((await house.visitor().get('/en/units')).headers.get('etag'), before)
  })

  it('is out at the next request when they are deactivated, and has no way in', async () => {
    const una = await somebody(db, 'Una', [], goodPassword)
    const visitor = await signedIn(db, house, una)
    assert.equal((await db.work(operatorActor, today, (work) => close(work, una.id))).kind, 'done')
    assert.equal((await visitor.get('/en/account')).status, 403)
    const again = await house.visitor().post('/en/sign-in', { email: una.email, password: goodPassword })
    assert.match(again.text, /access\.notSignedIn/)
  })

  it('reads nothing private in the log', () => {
    const all = logged.join('\n')
    assert.ok(logged.length > 50)
    for (const secret of [
      goodPassword,
      'staple horse',
      'water.example',
      'not the right password',
      '__Host-session',
      'link=',
    ])
      assert.ok(!all.includes(secret), secret)
    assert.doesNotMatch(all, /[\w-]{43}/)
  })
})
