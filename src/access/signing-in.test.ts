import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { access, firstLink } from '#access'
import { publicActor } from '#access/core'
import {
  aHouse,
  goodPassword,
  lettersIn,
  sessionName,
  signedIn,
  somebody,
  type TestHouse,
  today,
} from '#access/testing'
import { type TestDb, testDb } from '#platform/testing'

const linkIn = (path: string): string => new URL(path, 'http://localhost').searchParams.get('link') ?? ''

describe('The first administrator', () => {
  let db: TestDb
  let house: TestHouse
  beforeAll(async () => {
    db = await testDb()
    house = await aHouse(db, [access])
  })
  afterAll(() => db.close())
  const first = () => db.work(publicActor, today, firstLink)

  it('GET /sign-in/first shows a form only behind the latest link of the terminal', async () => {
    const earlier = await first()
    const latest = await first()
    const visitor = house.visitor()
    assert.match((await visitor.get(`/en${latest}`)).text, /access\.first\.lede/)
    assert.match((await visitor.get(`/en${earlier}`)).text, /access\.first\.over/)
    assert.match((await visitor.get('/en/sign-in/first')).text, /access\.first\.over/)
    assert.equal((await visitor.get(`/en${latest}`)).headers.get('cache-control'), 'private, no-store')
  })

  it('POST /sign-in/first makes one person administrator, once, however many try at once', async () => {
    const link = linkIn((await first()) ?? '')
    const bad = await house.visitor().post('/en/sign-in/first', { link, name: ' ', email: 'nobody', language: 'en' })
    assert.equal(bad.status, 422)
    assert.match(bad.text, /access\.notAnAddress/)
    const answers = await Promise.all(
      [1, 2, 3, 4].map(async (n) => {
        const visitor = house.visitor()
        const once = `00000000-0000-4000-8000-00000000000${n}`
        const fields = { link, once, name: `Ada ${n}`, email: `ada${n}@water.example`, language: 'en' }
        return { visitor, answer: await visitor.post('/en/sign-in/first', fields) }
      }),
    )
    const winners = answers.filter(({ answer }) => answer.status === 303)
    assert.equal(winners.length, 1)
    assert.equal(winners[0]?.answer.location, '/en/account/password')
    assert.equal((await winners[0]?.visitor.get('/en/admin/people'))?.status, 200)
    assert.equal(await first(), null)
    // Who pressed the button twice hears the second answer alone, and is in.
    const n = answers.findIndex(({ answer }) => answer.status === 303) + 1
    const again = house.visitor()
    const once = `00000000-0000-4000-8000-00000000000${n}`
    const fields = { link, once, name: `Ada ${n}`, email: `ada${n}@water.example`, language: 'en' }
    assert.equal((await again.post('/en/sign-in/first', fields)).status, 303)
    assert.equal((await again.get('/en/admin/people')).status, 200)
  })
})

/** The number under which the forms of this page are done once. */
const onceIn = (text: string): string => /name="once" value="([^"]+)"/.exec(text)?.[1] ?? assert.fail('no number')

describe('Signing in', () => {
  let db: TestDb
  let house: TestHouse
  beforeAll(async () => {
    db = await testDb()
    house = await aHouse(db, [access])
    await somebody(db, 'Ada', [], goodPassword)
    await somebody(db, 'Ben')
  })
  afterAll(() => db.close())
  const aNumber = async () => onceIn((await house.visitor().get('/en/sign-in')).text)

  const ada = { email: 'ada@water.example', password: goodPassword }

  it('GET /sign-in offers the ways that there are, and says in words why somebody was sent there', async () => {
    const { text } = await house.visitor().get('/en/sign-in?to=%2Fen%2Faccount&ended=kept')
    assert.match(text, /access\.signIn\.byPassword/)
    assert.match(text, /access\.signIn\.byLink/)
    assert.doesNotMatch(text, /access\.signIn\.byOpenid/)
    assert.match(text, /access\.signIn\.ended\.kept/)
    assert.match((await house.visitor().get('/en/sign-in?ended=lost')).text, /access\.signIn\.ended\.lost/)
    assert.equal((await house.visitor().get('/en/sign-in?ended=maybe')).status, 400)
  })

  it('frame.account shows the way in to the public, and name and way out to who is in', async () => {
    const visitor = house.visitor()
    assert.match((await visitor.get('/en/units')).text, /\/en\/sign-in\?to=%2Fen%2Funits/)
    await visitor.post('/en/sign-in', ada)
    assert.match((await visitor.get('/en/units')).text, /Ada<\/a>.*access\.signOut/s)
  })

  it('POST /sign-in takes address and password, in whatever case the address is, and goes where somebody wanted to', async () => {
    const visitor = house.visitor()
    const answer = await visitor.post('/en/sign-in', { ...ada, email: ' ADA@Water.example', to: '/fr/account?done=x' })
    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/en/account?done=x')
    assert.equal((await visitor.get('/en/account')).status, 200)
    assert.equal((await visitor.get('/en/sign-in')).location, '/en/account')
  })

  it('is in the trail as what its person did, with how and without where from', async () => {
    await house.visitor().post('/en/sign-in', ada)
    const { rows } = (await db.given(
      `select e.person, n.name, e.facts from platform.event e join access.person_now n on n.id::text = e.person order by e.n desc limit 1`,
    )) as { rows: unknown[] }
    const [last] = rows as { name: string; facts: unknown }[]
    assert.equal(last?.name, 'Ada')
    assert.deepEqual(last?.facts, { way: 'password', awaitsCode: false })
  })

  it('goes on with a form whose writer’s session had ended, as it was', async () => {
    await db.given('delete from platform.try')
    await somebody(db, 'Root', [{ role: 'administrator', scope: { kind: 'everywhere' } }])
    const visitor = await signedIn(db, house, { id: '' as never, email: 'root@water.example' })
    await db.given(`update access.session set expires_at = now() - interval '1 minute'`)
    const sent = await visitor.post('/en/admin/people/new', { name: 'Zoë', email: 'zoe@water.example', language: 'fr' })
    assert.match(sent.location, /^\/en\/sign-in\?to=%2Fen%2Fadmin%2Fpeople%2Fnew%3Fkept%3D[\w-]{43}&ended=kept$/)
    assert.match((await visitor.get(sent.location)).text, /access\.signIn\.ended\.kept/)
    const to = new URL(sent.location, 'http://localhost').searchParams.get('to') ?? ''
    await visitor.post('/en/sign-in/letter', { email: 'root@water.example', language: 'en', to })
    const link = linkIn((await lettersIn(db)).at(-1)?.path ?? '')
    const back = await visitor.post('/en/sign-in/link', { link })
    const form = await visitor.get(back.location)
    assert.match(form.text, /value="Zoë"/)
    assert.match(form.text, /ui\.form\.kept/)
    const other = await signedIn(db, house, { id: '' as never, email: ada.email })
    assert.doesNotMatch((await other.get(back.location)).text, /Zoë/)
  })

  const wrong: readonly [name: string, fields: Record<string, string>][] = [
    ['a wrong password', { ...ada, password: 'x8!kQz2mLw9p' }],
    ['an address that nobody has', { email: 'nobody@water.example', password: goodPassword }],
    ['somebody without a password', { email: 'ben@water.example', password: goodPassword }],
    ['what is no address', { email: 'ada', password: goodPassword }],
  ]
  for (const [name, fields] of wrong)
    it(`refuses ${name} in the same words, and keeps the address and not the password`, async () => {
      const visitor = house.visitor()
      const answer = await visitor.post('/en/sign-in', fields)
      assert.equal(answer.status, 422)
      assert.match(answer.text, /access\.notSignedIn/)
      assert.ok(answer.text.includes(`value="${fields['email']}"`))
      assert.ok(!answer.text.includes(fields['password'] ?? ''))
      assert.equal(visitor.cookies.size, 0)
    })

  it('POST /sign-in/letter answers the same for an address that somebody has and one that nobody has', async () => {
    const before = (await lettersIn(db)).length
    const known = await house.visitor().post('/en/sign-in/letter', { email: ada.email, language: 'fr' })
    const unknown = await house.visitor().post('/en/sign-in/letter', { email: 'no@water.example', language: 'fr' })
    for (const answer of [known, unknown]) {
      assert.equal(answer.status, 303)
      assert.equal(answer.location, '/en/sign-in/sent')
    }
    const letters = (await lettersIn(db)).slice(before)
    assert.deepEqual(
      letters.map(({ to, language, kind }) => [to, language, kind]),
      [
        [ada.email, 'fr', 'signIn'],
        [null, 'fr', 'signIn'],
      ],
    )
  })

  it('GET /sign-in/sent says how long a link works, and nothing about anybody', async () => {
    assert.match((await house.visitor().get('/en/sign-in/sent')).text, /access\.sent\.lede 10/)
  })

  it('GET /sign-in/link uses no link up: mail programs look behind them', async () => {
    await house.visitor().post('/en/sign-in/letter', { email: ada.email, language: 'en', to: '/en/units' })
    const path = (await lettersIn(db)).at(-1)?.path ?? ''
    for (const _ of [1, 2]) {
      const page = await house.visitor().get(`/en${path}`)
      assert.match(page.text, /access\.link\.lede Ada/)
      assert.equal(page.headers.get('cache-control'), 'private, no-store')
      assert.equal(page.headers.get('etag'), null)
    }
    const visitor = house.visitor()
    const answer = await visitor.post('/en/sign-in/link', { link: linkIn(path) })
    assert.equal(answer.location, '/en/units')
    assert.match((await visitor.get('/en/account')).text, /Ada/)
    assert.match((await house.visitor().get(`/en${path}`)).text, /access\.linkOver/)
  })

  it('POST /sign-in/link lets one in of ten who use a link at once', async () => {
    await house.visitor().post('/en/sign-in/letter', { email: ada.email, language: 'en' })
    const link = linkIn((await lettersIn(db)).at(-1)?.path ?? '')
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => house.visitor().post('/en/sign-in/link', { link })),
    )
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, ...Array.from({ length: 9 }, () => 422)])
  })

  it('lets in whoever presses the button of a link twice, and nobody with another form or another browser', async () => {
    await house.visitor().post('/en/sign-in/letter', { email: ada.email, language: 'en' })
    const fields = { link: linkIn((await lettersIn(db)).at(-1)?.path ?? ''), once: await aNumber() }
    const sessions = async (): Promise<unknown> =>
      ((await db.given('select count(*)::int as n from access.session')) as { rows: { n: number }[] }).rows[0]?.n
    const before = Number(await sessions())
    // The browser hears the second answer alone: it brings no cookie of the first.
    const visitors = [house.visitor(), house.visitor(), house.visitor()]
    const together = await Promise.all(visitors.slice(0, 2).map((one) => one.post('/en/sign-in/link', fields)))
    const later = await visitors[2]?.post('/en/sign-in/link', fields)
    assert.deepEqual(
      [...together, later].map((answer) => answer?.status),
      [303, 303, 303],
    )
    for (const one of visitors) assert.equal((await one.get('/en/account')).status, 200)
    assert.equal(await sessions(), before + 1)
    const other = { ...fields, once: '00000000-0000-4000-8000-0000000000aa' }
    assert.equal((await house.visitor().post('/en/sign-in/link', other)).status, 422)
    assert.equal((await house.visitor().post('/en/sign-in/link', { link: fields.link })).status, 422)
    const stranger = await signedIn(db, house, await somebody(db, 'Eve'))
    assert.equal((await stranger.post('/en/sign-in/link', fields)).status, 422)
  })

  it('stays in who presses the button of a new password twice', async () => {
    const visitor = await signedIn(db, house, await somebody(db, 'Fay'))
    const once = onceIn((await visitor.get('/en/account/password')).text)
    const fields = { password: 'another set of good words', passwordAgain: 'another set of good words', once }
    const twin = house.visitor(undefined, new Map(visitor.cookies))
    const answers = await Promise.all([visitor, twin].map((one) => one.post('/en/account/password', fields)))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    )
    for (const one of [visitor, twin]) assert.equal((await one.get('/en/account')).status, 200)
  })

  it('writes one letter to whoever asks for it twice with one form', async () => {
    await db.given('delete from platform.try')
    const before = (await lettersIn(db)).length
    const fields = { email: ada.email, language: 'en', once: await aNumber() }
    const answers = await Promise.all([1, 2].map(() => house.visitor().post('/en/sign-in/letter', fields)))
    assert.deepEqual(
      answers.map(({ location }) => location),
      ['/en/sign-in/sent', '/en/sign-in/sent'],
    )
    assert.equal((await lettersIn(db)).length, before + 1)
  })

  it('refuses a link whose time is over', async () => {
    await house.visitor().post('/en/sign-in/letter', { email: ada.email, language: 'en' })
    const link = linkIn((await lettersIn(db)).at(-1)?.path ?? '')
    await db.given(`update access.link set expires_at = now() - interval '1 second'`)
    const answer = await house.visitor().post('/en/sign-in/link', { link })
    assert.equal(answer.status, 422)
    assert.match(answer.text, /access\.linkOver/)
  })

  it('POST /sign-out ends the session at once, here and for whoever copied it', async () => {
    await db.given('delete from platform.try')
    const visitor = await signedIn(db, house, { id: '' as never, email: ada.email })
    const copied = house.visitor(undefined, new Map(visitor.cookies))
    assert.equal((await copied.get('/en/account')).status, 200)
    assert.equal((await visitor.post('/en/sign-out')).location, '/en/')
    assert.equal(visitor.cookies.get(sessionName), undefined)
    assert.equal((await copied.get('/en/account')).status, 403)
  })
})
