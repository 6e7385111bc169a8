import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor } from '#access'
import { someoneSignedIn } from '#access/testing'
import type { PersonId } from '#kernel'
import { diceOf } from '#kernel/testing'
import type { Fields } from '#platform'
import { toldPerson, toldRole } from './deeds/people.ts'
import { personOf, rolesOf } from './store/people.ts'
import { administered, today } from './testing/administered.ts'

const seed = 20261126

describe('The pages of the audit trail', () => {
  let house: Awaited<ReturnType<typeof administered>>
  beforeAll(async () => {
    house = await administered()
  })
  afterAll(() => house.db.close())

  it('GET /admin/audit searches by person, deed, unit, day and words, and goes on by a number', async () => {
    const found = async (question: string) =>
      [...(await house.page(`/admin/audit?${question}`)).matchAll(/<tr id="n(\d+)"/g)].map(([, n]) => n)
    const all = (await house.trail()).map(({ n }) => n)
    assert.deepEqual(await found(''), all.slice(0, 50))
    assert.deepEqual(await found('event=shelves.bookMoved&unit=water&words=LEAK'), ['1'])
    assert.deepEqual(await found('person=eve+ex'), ['1'])
    assert.deepEqual(await found(`person=${house.eve.person}`), ['1'])
    assert.deepEqual(await found('person=nobody'), [])
    assert.deepEqual(await found('to=2000-01-01'), [])
    assert.deepEqual(await found('below=2'), ['1'])
    assert.equal((await house.read('/admin/audit?from=tomorrow')).status, 400)
    assert.equal((await house.read('/admin/audit?below=x')).status, 400)
  })

  it('GET /admin/audit/:n shows one deed, before and after side by side, with a way to what it was about', async () => {
    const html = await house.page('/admin/audit/1')
    assert.match(html, /<del><bdi>north<\/bdi><\/del>[\s\S]*<ins><bdi>south<\/bdi><\/ins>/)
    assert.doesNotMatch(html, /<del><bdi>1<\/bdi>/)
    assert.match(html, /href="\/en\/books\/7"/)
    assert.match(html, /a leak[\s\S]*access\.admin\.first/)
    for (const none of ['0', '999999', 'x']) assert.equal((await house.read(`/admin/audit/${none}`)).status, 404)
  })

  it('GET /admin/audit/chain shows the head, and holds a place that was noted against the trail', async () => {
    const html = await house.page('/admin/audit/chain')
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
        await house.page(`/admin/audit/chain?head=${noted}`),
        new RegExp(`access\\.admin\\.noted\\.${says}`),
        noted,
      )
  })

  it('names on its page a deed that was changed behind its back', async () => {
    await house.db.given(`update platform.event set reason = 'a flood' where n = 1`)
    assert.match(
      await house.page('/admin/audit/chain'),
      /access\.admin\.chainChanged 1 \d{4}-\d\d-\d\d \d\d:\d\d shelves\.bookMoved/,
    )
    await house.db.given(`update platform.event set reason = 'a leak' where n = 1`)
    assert.match(await house.page('/admin/audit/chain'), /access\.admin\.chainWhole/)
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
      const answer = await house.read(`/admin/audit/entries.${kind}?event=shelves.bookMoved`)
      assert.equal(answer.status, 200)
      assert.equal(answer.headers.get('cache-control'), 'private, no-store')
      assert.equal(answer.headers.get('etag'), null)
      const body = await answer.text()
      assert.match(body, starts)
      if (kind !== 'xlsx') assert.match(body, /Eve Example/)
      assert.doesNotMatch(body, /tokenWithdrawn/)
    })

  /** People and what they hold, as the trail tells of them. */
  const stood = (id: PersonId) =>
    house.db.look(operatorActor, today, async (look) => {
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
      people.push((await house.write(({ db: on }) => someoneSignedIn(on, name, []))).person)
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
        [`${at}/close`, { reason: `turn ${turn}` }],
        [`${at}/reopen`, { reason: `turn ${turn}` }],
      ]
      const [path, fields] = pick(deeds)
      const before = await stood(id)
      const count = (await house.trail()).length
      const answer = await house.send(path, fields)
      const after = await stood(id)
      const now = await house.trail()
      if (answer.status !== 303) {
        assert.equal(answer.status, 422, path)
        assert.deepEqual([after, now.length], [before, count], 'a refused deed changed something')
        continue
      }
      done += 1
      const entry = now[0] ?? assert.fail('no trail')
      assert.equal(now.length, count + 1)
      assert.deepEqual([entry.person, (entry.facts as Record<string, unknown>)['person']], [house.admin.person, id])
      assert.match(entry.at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
      if (path.includes('/roles')) {
        const told = JSON.stringify(toldRoleOf(entry.before ?? entry.after))
        const isGiven = entry.event === 'access.roleGiven'
        assert.deepEqual([before.roles.has(told), after.roles.has(told)], [!isGiven, isGiven])
        assert.equal(entry.unit, scope === '' ? null : scope)
        assert.equal(entry.reason, isGiven ? null : `turn ${turn}`)
      } else {
        assert.deepEqual([entry.before, entry.after], [before.person, after.person], entry.event)
        assert.equal(entry.reason, path === at ? null : `turn ${turn}`)
      }
    }
    assert.ok(done > 40, `${done} deeds were done`)
    const events = new Set((await house.trail()).map(({ event }) => event))
    for (const event of ['access.closed', 'access.reopened']) assert.ok(events.has(event), event)
  })

  const toldRoleOf = (told: unknown) => {
    const { role, scope, code } = told as Record<string, unknown>
    return { role, scope, code }
  }
})
