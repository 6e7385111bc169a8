import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { access } from '#access'
import {
  type Answer,
  aHouse,
  equipTest,
  goodPassword,
  lettersIn,
  sessionName,
  signedIn,
  somebody,
  type TestHouse,
} from '#access/testing'
import { type TestDb, testDb } from '#platform/testing'
import { codeAt, stepAt } from './totp.ts'

const keyOn = (page: Answer): string =>
  (/class="addr key">([A-Z2-7 ]{32,})</.exec(page.text)?.[1] ?? assert.fail(page.text)).replaceAll(' ', '')
const codesOn = (page: Answer): readonly string[] => page.text.match(/[0-9a-f]{4}(?:-[0-9a-f]{4}){3}/g) ?? []
const nowCode = (key: string, shift = 0): string => codeAt(key, stepAt(Date.now()) + shift)

describe('An account', () => {
  let db: TestDb
  let house: TestHouse
  beforeAll(async () => {
    db = await testDb()
    house = await aHouse(db, [access])
  })
  afterAll(() => db.close())
  const forget = () => db.given('delete from platform.try')

  it('GET /account shows roles, sessions and ways in, to its person alone', async () => {
    const ada = await somebody(db, 'Ada', [{ role: 'administrator', scope: { kind: 'everywhere' } }])
    const visitor = await signedIn(db, house, ada)
    const { text } = await visitor.get('/en/account')
    assert.match(text, /access\.role\.heldEverywhere access\.role\.administrator/)
    assert.match(text, /Test\/1/)
    assert.match(text, /access\.sessions\.thisOne access\.sessions\.by\.link/)
    assert.equal((await house.visitor().get('/en/account')).status, 403)
  })

  it('GET /account/data.json is all that is kept about its person, without secrets', async () => {
    const ben = await somebody(db, 'Ben', [], goodPassword)
    const visitor = await signedIn(db, house, ben)
    const answer = await visitor.get('/en/account/data.json')
    const data = JSON.parse(answer.text) as Record<string, unknown>
    assert.deepEqual(data['person'], { id: ben.id, name: 'Ben', email: ben.email, language: 'en', emailIsProven: true })
    assert.deepEqual(data['signIn'], { hasPassword: true, hasFactor: false, openid: [] })
    assert.equal((data['sessions'] as readonly unknown[]).length, 1)
    assert.deepEqual(
      (data['deeds'] as readonly { event: string }[]).map(({ event }) => event),
      ['access.signedInByLink'],
    )
    assert.doesNotMatch(answer.text, /scrypt/)
    assert.equal((await house.visitor().get('/en/account/data.json')).status, 403)
  })

  it('POST /account/sessions/end ends one of one’s own, and nobody else’s', async () => {
    const cai = await somebody(db, 'Cai')
    const dee = await somebody(db, 'Dee')
    const [first, second, other] = [
      await signedIn(db, house, cai),
      await signedIn(db, house, cai),
      await signedIn(db, house, dee),
    ]
    const numbers = (page: Answer) =>
      [...page.text.matchAll(/name="which" value="([0-9a-f-]{36})"/g)].map(([, id = '']) => id)
    const ids = numbers(await first.get('/en/account'))
    assert.equal(ids.length, 2)
    const [theirs = ''] = numbers(await other.get('/en/account'))
    assert.equal((await first.post('/en/account/sessions/end', { which: theirs })).status, 422)
    assert.equal((await other.get('/en/account')).status, 200)
    assert.equal((await first.post('/en/account/sessions/end', { which: ids[0] ?? '' })).status, 303)
    const left = [await first.get('/en/account'), await second.get('/en/account')].map(({ status }) => status)
    assert.deepEqual(left.toSorted(), [200, 403])
  })

  it('POST /account/sessions/end-others leaves this one alone', async () => {
    const eli = await somebody(db, 'Eli')
    const [here, there] = [await signedIn(db, house, eli), await signedIn(db, house, eli)]
    await here.post('/en/account/sessions/end-others')
    assert.equal((await here.get('/en/account')).status, 200)
    assert.equal((await there.get('/en/account')).status, 403)
  })

  it('GET /account/password asks for the password until now only where there is one', async () => {
    const none = await signedIn(db, house, await somebody(db, 'Fay'))
    assert.doesNotMatch((await none.get('/en/account/password')).text, /currentPassword/)
    const some = await signedIn(db, house, await somebody(db, 'Gil', [], goodPassword))
    assert.match((await some.get('/en/account/password')).text, /currentPassword/)
  })

  it('POST /account/password ends every session, gives this browser a new one, and tells by letter', async () => {
    const hal = await somebody(db, 'Hal', [], goodPassword)
    const other = await signedIn(db, house, hal)
    const visitor = house.visitor()
    await visitor.post('/en/sign-in', { email: hal.email, password: goodPassword })
    const before = visitor.cookies.get(sessionName)
    const next = 'a quite different phrase'
    const fields = { currentPassword: goodPassword, password: next, passwordAgain: next }
    const faults: readonly [Record<string, string>, RegExp][] = [
      [{ ...fields, currentPassword: 'wrong' }, /access\.passwordNotCurrent/],
      [{ ...fields, passwordAgain: 'another' }, /access\.passwordNotTheSame/],
      [{ ...fields, password: 'password1234', passwordAgain: 'password1234' }, /access\.passwordCommon/],
      [{ ...fields, password: 'hal@water.example', passwordAgain: 'x' }, /access\.passwordAboutYou/],
    ]
    for (const [wrong, words] of faults) {
      const answer = await visitor.post('/en/account/password', wrong)
      assert.equal(answer.status, 422)
      assert.match(answer.text, words)
      assert.doesNotMatch(answer.text, /value="(?:wrong|another|password1234|a quite different phrase)"/)
    }
    const answer = await visitor.post('/en/account/password', fields)
    assert.equal(answer.location, '/en/account?done=password')
    assert.notEqual(visitor.cookies.get(sessionName), before)
    assert.equal((await visitor.get('/en/account')).status, 200)
    assert.equal((await other.get('/en/account')).status, 403)
    assert.equal((await lettersIn(db)).at(-1)?.kind, 'passwordChanged')
    assert.equal((await house.visitor().post('/en/sign-in', { email: hal.email, password: next })).status, 303)
    assert.equal((await house.visitor().post('/en/sign-in', { email: hal.email, password: goodPassword })).status, 422)
  })

  it('lets a link stand for a forgotten password, for a quarter of an hour', async () => {
    const ida = await somebody(db, 'Ida', [], goodPassword)
    const next = { password: 'a quite different phrase', passwordAgain: 'a quite different phrase' }
    const early = await signedIn(db, house, ida)
    assert.equal((await early.post('/en/account/password', next)).status, 303)
    const late = await signedIn(db, house, ida)
    await db.given(`update access.session set started_at = now() - interval '20 minutes'`)
    assert.match((await late.post('/en/account/password', next)).text, /access\.passwordNotCurrent/)
  })

  it('asks to sign in again for what is delicate, after an hour', async () => {
    const visitor = await signedIn(db, house, await somebody(db, 'Jan'))
    await db.given(`update access.session set started_at = now() - interval '61 minutes'`)
    const fields = { password: 'a quite different phrase', passwordAgain: 'a quite different phrase' }
    for (const answer of [
      await visitor.post('/en/account/password', fields),
      await visitor.post('/en/account/second-factor'),
      await visitor.post('/en/account/tokens', { name: 'x', scopes: 'plan.see', days: '7' }),
    ])
      assert.match(answer.text, /access\.signInAgain/)
  })

  it('GET /account/second-factor shows the next step, and the key only while it waits to be confirmed', async () => {
    const visitor = await signedIn(db, house, await somebody(db, 'Ott'))
    assert.match((await visitor.get('/en/account/second-factor')).text, /access\.factor\.lede\.none/)
    assert.equal((await visitor.post('/en/account/second-factor')).location, '/en/account/second-factor')
    const key = keyOn(await visitor.get('/en/account/second-factor'))
    await visitor.post('/en/account/second-factor/confirm', { code: nowCode(key) })
    assert.ok(!(await visitor.get('/en/account/second-factor')).text.includes(key.slice(0, 4)))
  })

  it('POST /account/second-factor makes another key while none is confirmed, and none after', async () => {
    const visitor = await signedIn(db, house, await somebody(db, 'Pia'))
    await visitor.post('/en/account/second-factor')
    const first = keyOn(await visitor.get('/en/account/second-factor'))
    await visitor.post('/en/account/second-factor')
    const key = keyOn(await visitor.get('/en/account/second-factor'))
    assert.notEqual(key, first)
    await visitor.post('/en/account/second-factor/confirm', { code: nowCode(key) })
    assert.match((await visitor.post('/en/account/second-factor')).text, /access\.factorThere/)
  })

  it('POST /account/second-factor/confirm makes it count: a picture, a code, and it counts', async () => {
    const kim = await somebody(db, 'Kim', [], goodPassword)
    const visitor = await signedIn(db, house, kim)
    assert.match((await visitor.get('/en/account/second-factor')).text, /access\.factor\.lede\.none/)
    await visitor.post('/en/account/second-factor')
    const page = await visitor.get('/en/account/second-factor')
    assert.match(page.text, /<svg class="qr" role="img"/)
    const key = keyOn(page)
    // Not yet: nobody has shown that an authenticator has the key.
    assert.equal(
      (await house.visitor().post('/en/sign-in', { email: kim.email, password: goodPassword })).location,
      '/en/',
    )
    assert.match(
      (await visitor.post('/en/account/second-factor/confirm', { code: '000000' })).text,
      /access\.codeWrong/,
    )
    const codes = await visitor.post('/en/account/second-factor/confirm', { code: nowCode(key, -1) })
    assert.equal(codesOn(codes).length, 10)
    assert.match((await visitor.get('/en/account/second-factor')).text, /access\.factor\.lede\.on/)
    assert.equal((await lettersIn(db)).at(-1)?.kind, 'factorOn')

    await forget()
    const half = house.visitor()
    const asked = await half.post('/en/sign-in', { email: kim.email, password: goodPassword, to: '/en/units' })
    assert.equal(asked.location, '/en/sign-in/code?to=%2Funits')
    assert.equal((await half.get('/en/account')).status, 403, 'half a session is nobody’s')
    const before = half.cookies.get(sessionName)
    assert.match((await half.get('/en/sign-in/code?to=%2Funits')).text, /value="\/units"/)
    const used = await half.post('/en/sign-in/code', { code: nowCode(key, -1), to: '/units' })
    assert.match(used.text, /access\.codeWrong/, 'the step was used up when it was confirmed')
    const code = nowCode(key)
    assert.equal((await half.post('/en/sign-in/code', { code, to: '/units' })).location, '/en/units')
    assert.notEqual(half.cookies.get(sessionName), before)
    assert.equal((await half.get('/en/account')).status, 200)
    const twice = house.visitor()
    await twice.post('/en/sign-in', { email: kim.email, password: goodPassword })
    assert.match((await twice.post('/en/sign-in/code', { code })).text, /access\.codeWrong/)
    // A link is asked for a code as well, and a recovery code does, once.
    const [recovery = ''] = codesOn(codes)
    const byLink = house.visitor()
    await byLink.post('/en/sign-in/letter', { email: kim.email, language: 'en' })
    const path = (await lettersIn(db)).at(-1)?.path ?? ''
    const link = new URL(path, 'http://localhost').searchParams.get('link') ?? ''
    assert.match((await byLink.post('/en/sign-in/link', { link })).location, /sign-in\/code/)
    assert.equal((await byLink.post('/en/sign-in/code', { code: ` ${recovery.toUpperCase()} ` })).status, 303)
    assert.match((await twice.post('/en/sign-in/code', { code: recovery })).text, /access\.codeWrong/)
  })

  it('GET /sign-in/code carries where somebody wanted to', async () => {
    assert.match((await house.visitor().get('/en/sign-in/code?to=%2Funits')).text, /name="to" value="\/units"/)
  })

  it('POST /sign-in/code takes no more than five tries for a person in ten minutes, however many sessions wait', async () => {
    await forget()
    const lea = await somebody(db, 'Lea', [], goodPassword)
    const visitor = await signedIn(db, house, lea)
    await visitor.post('/en/account/second-factor')
    const key = keyOn(await visitor.get('/en/account/second-factor'))
    await visitor.post('/en/account/second-factor/confirm', { code: nowCode(key, -1) })
    const halves = [house.visitor(), house.visitor()]
    for (const half of halves) await half.post('/en/sign-in', { email: lea.email, password: goodPassword })
    const answers: number[] = []
    for (const n of [0, 1, 2, 3, 4, 5])
      answers.push((await (halves[n % 2] ?? assert.fail()).post('/en/sign-in/code', { code: '123456' })).status)
    assert.deepEqual(answers, [422, 422, 422, 422, 422, 429])
    assert.equal((await halves[0]?.post('/en/sign-in/code', { code: nowCode(key) }))?.status, 429)
    await forget()
    await db.given(`update access.session set expires_at = now() - interval '1 second' where awaits_code`)
    assert.match((await halves[0]?.post('/en/sign-in/code', { code: nowCode(key) }))?.text ?? '', /access\.codeTooLate/)
  })

  it('POST /account/second-factor/codes is not for who has no second factor', async () => {
    const visitor = await signedIn(db, house, await somebody(db, 'Qin'))
    const answer = await visitor.post('/en/account/second-factor/codes', { code: '123456', form: 'codes' })
    assert.equal(answer.status, 422)
  })

  it('POST /account/second-factor/off comes after new recovery codes, and gives the factor up, each for a code', async () => {
    await forget()
    const mia = await somebody(db, 'Mia', [], goodPassword)
    const visitor = await signedIn(db, house, mia)
    await visitor.post('/en/account/second-factor')
    const key = keyOn(await visitor.get('/en/account/second-factor'))
    const [old = ''] = codesOn(await visitor.post('/en/account/second-factor/confirm', { code: nowCode(key, -1) }))
    assert.match(
      (await visitor.post('/en/account/second-factor/codes', { code: '000000', form: 'codes' })).text,
      /access\.codeWrong/,
    )
    const renewed = codesOn(
      await visitor.post('/en/account/second-factor/codes', { code: nowCode(key), form: 'codes' }),
    )
    assert.equal(renewed.length, 10)
    assert.match(
      (await visitor.post('/en/account/second-factor/off', { code: old, form: 'off' })).text,
      /access\.codeWrong/,
    )
    assert.equal(
      (await visitor.post('/en/account/second-factor/off', { code: renewed[0] ?? '', form: 'off' })).status,
      303,
    )
    assert.equal(
      (await house.visitor().post('/en/sign-in', { email: mia.email, password: goodPassword })).location,
      '/en/',
    )
  })

  it('stands when the sealing key is lost: the recovery codes still let in', async () => {
    await forget()
    const nia = await somebody(db, 'Nia', [], goodPassword)
    const visitor = await signedIn(db, house, nia)
    await visitor.post('/en/account/second-factor')
    const key = keyOn(await visitor.get('/en/account/second-factor'))
    const [recovery = ''] = codesOn(await visitor.post('/en/account/second-factor/confirm', { code: nowCode(key, -1) }))
    equipTest({ key: () => Buffer.alloc(32, 8) })
    const half = house.visitor()
    await half.post('/en/sign-in', { email: nia.email, password: goodPassword })
    assert.match((await half.post('/en/sign-in/code', { code: nowCode(key) })).text, /access\.codeWrong/)
    assert.equal((await half.post('/en/sign-in/code', { code: recovery })).status, 303)
    equipTest()
  })
})
