import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { z } from 'zod'
import { access } from '#access'
import { operatorActor } from '#access/core'
import { type Answer, aHouse, signedIn, somebody, type TestHouse, today, type Visitor } from '#access/testing'
import { apiOf, type Feature, gives } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { close, takeRole } from './deeds/people.ts'

/** Tells a program who it is. */
const endpoint = gives({
  path: '/who',
  name: 'Who',
  may: 'access.units',
  about: 'access.units.title',
  params: z.object({}),
  item: z.object({ person: z.string(), may: z.array(z.string()) }),
  example: async () => ({}),
  load: async ({ by }) => ({ person: by.person as string, may: by.grants.map(({ permission }) => permission) }),
})
const shown: Feature = { name: 'shown', permissions: [], routes: [], panels: [], commands: [], api: [endpoint] }
const told = ({ text }: Answer) => (JSON.parse(text) as { data: { person: string; may: readonly string[] } }).data
const tokenOn = ({ text }: Answer): string => /mrd_[\w-]{43}/.exec(text)?.[0] ?? assert.fail(text)

describe('A token', () => {
  let db: TestDb
  let house: TestHouse
  let ada: Awaited<ReturnType<typeof somebody>>
  let visitor: Visitor
  beforeAll(async () => {
    db = await testDb()
    house = await aHouse(db, [access, shown], { api: apiOf([endpoint]) })
    await somebody(db, 'Root', [{ role: 'administrator', scope: { kind: 'everywhere' } }])
    ada = await somebody(db, 'Ada', [{ role: 'administrator', scope: { kind: 'everywhere' } }])
    visitor = await signedIn(db, house, ada)
  })
  afterAll(() => db.close())
  const asking = (token: string | null, more: Record<string, string> = {}) =>
    house.visitor().get('/api/v1/who', { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...more })
  const make = async (scopes: readonly string[], days = '7') =>
    visitor.post(
      '/en/account/tokens',
      new URLSearchParams([['name', 'report'], ['days', days], ...scopes.map((one) => ['scopes', one])] as string[][]),
    )

  it('GET /account/tokens offers only what its person may do', async () => {
    const { text } = await visitor.get('/en/account/tokens')
    assert.match(text, /value="access\.people"/)
    assert.doesNotMatch(text, /value="(?:access\.account|access\.signIn|risks\.enter)"/)
  })

  it('POST /account/tokens shows it once, and it asks as its person, no further than it says', async () => {
    const made = await make(['access.units', 'access.people'])
    assert.equal(made.status, 200)
    assert.equal(made.headers.get('cache-control'), 'private, no-store')
    const token = tokenOn(made)
    const answer = await asking(token)
    assert.deepEqual(told(answer), { person: ada.id, may: ['access.units', 'access.people'] })
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    assert.equal(answer.headers.get('etag'), null)
    assert.ok(!(await visitor.get('/en/account/tokens')).text.includes(token))
  })

  it('without the permission of what it asks is refused', async () => {
    const token = tokenOn(await make(['access.people']))
    assert.equal((await asking(token)).status, 403)
  })

  it('is not made for what its person may not do, for nothing, or for ever', async () => {
    for (const answer of [
      await make(['risks.enter']),
      await make(['access.account']),
      await make([]),
      await make(['access.units'], '9999'),
    ])
      assert.equal(answer.status, 422)
  })

  it('is all that counts below /api: a cookie is nobody there, and a token is nobody on a page', async () => {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await house.visitor(undefined, new Map(visitor.cookies)).get('/api/v1/who')
    assert.ok(cookie !== '' && told(answer).person === 'public')
    assert.equal(answer.headers.get('cache-control'), 'public, no-cache')
    const token = tokenOn(await make(['access.people']))
    assert.equal((await house.visitor().get('/en/admin/people', { authorization: `Bearer ${token}` })).status, 403)
    const posted = await house
      .visitor()
      .post(
        '/en/admin/people/new',
        { name: 'X', email: 'x@y.example', language: 'en' },
        { authorization: `Bearer ${token}` },
      )
    assert.match(posted.location, /sign-in/)
  })

  const strange: readonly [name: string, token: string][] = [
    ['that nobody has made', `mrd_${'a'.repeat(43)}`],
    ['without end', `mrd_${'a'.repeat(4000)}`],
    ['of another kind', 'secret'],
    ['that is empty', ''],
  ]
  for (const [name, token] of strange)
    it(`${name} is refused, and not taken for nobody`, async () => {
      const answer = await asking(token)
      assert.equal(answer.status, 401)
      assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer/)
      assert.equal(answer.headers.get('cache-control'), 'no-store')
    })

  it('POST /account/tokens/revoke ends it at once, and only one’s own', async () => {
    const token = tokenOn(await make(['access.units']))
    assert.equal((await asking(token)).status, 200)
    const ids = async () =>
      [...(await visitor.get('/en/account/tokens')).text.matchAll(/name="which" value="([0-9a-f-]{36})"/g)].map(
        ([, id = '']) => id,
      )
    const [latest = ''] = await ids()
    const other = await signedIn(db, house, await somebody(db, 'Eve'))
    assert.equal((await other.post('/en/account/tokens/revoke', { which: latest })).status, 422)
    assert.equal((await asking(token)).status, 200)
    assert.equal((await visitor.post('/en/account/tokens/revoke', { which: latest })).status, 303)
    assert.equal((await asking(token)).status, 401)
    assert.equal((await visitor.post('/en/account/tokens/revoke', { which: latest })).status, 422)
  })

  it('whose time is over is refused', async () => {
    const token = tokenOn(await make(['access.units']))
    await db.given(
      `alter table access.token disable trigger all; update access.token set expires_at = now() - interval '1 second'`,
    )
    assert.equal((await asking(token)).status, 401)
  })

  it('does less when its person may do less, and nothing when they have left', async () => {
    const token = tokenOn(await make(['access.units', 'access.people']))
    await db.work(operatorActor, today, (work) => takeRole(work, ada.id, { role: 'administrator', scope: '' }))
    assert.deepEqual(told(await asking(token)).may, ['access.units'])
    await db.work(operatorActor, today, (work) => close(work, ada.id))
    assert.equal((await asking(token)).status, 401)
  })
})
