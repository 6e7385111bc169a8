import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { access } from '#access'
import { aHouse, anIssuer, equipTest, issuerClient, somebody, type TestHouse, type Visitor } from '#access/testing'
import { type TestDb, testDb } from '#platform/testing'
import { sealed, unsealed } from './secrets.ts'

/** A browser at the provider: follows its redirects, signs in there and agrees, until it is sent back to us. */
const throughProvider = async (from: string, login: string): Promise<string> => {
  const cookies = new Map<string, string>()
  let url = from
  let init: RequestInit = {}
  for (let step = 0; step < 12; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', ...init, headers: { cookie, ...(init.headers as object) } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    init = {}
    if (location !== null) {
      url = new URL(location, url).href
      if (url.startsWith('http://localhost/')) return url
      continue
    }
    const page = await answer.text()
    const action =
      /<form[^>]* action="([^"]+)"/.exec(page)?.[1] ?? assert.fail(`${answer.status} ${page.slice(0, 300)}`)
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? 'login'
    url = new URL(action, url).href
    init = { method: 'POST', body: new URLSearchParams({ prompt, login, password: 'x' }) }
  }
  return assert.fail('The provider sends in circles')
}

describe('Signing in at an OpenID provider', () => {
  let db: TestDb
  let house: TestHouse
  let server: Server
  let issuer = ''
  beforeAll(async () => {
    db = await testDb()
    house = await aHouse(db, [access])
    for (const name of ['Ada', 'Ben']) await somebody(db, name)
    const made = await anIssuer()
    made.knows('http://localhost')
    server = made.server
    issuer = made.issuer
    equip()
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await db.close()
  })
  const equip = (some: Readonly<Record<string, string>> = {}) =>
    equipTest({
      openid: { issuer, ...issuerClient, name: 'Water SSO', ...some },
    })

  /** Leaves for the provider; where to, as the page says. */
  const leave = async (visitor: Visitor, to = '/en/account'): Promise<string> => {
    const page = await visitor.post('/en/sign-in/openid', { language: 'en', to })
    assert.equal(page.status, 200)
    const [, address = ''] = /<meta http-equiv="refresh" content="0;url=([^"]+)"/.exec(page.text) ?? []
    return address.replaceAll('&amp;', '&')
  }
  const back = (visitor: Visitor, url: string) => visitor.get(url.replace('http://localhost', ''))

  it('is offered where it is set, by the name that it has here', async () => {
    assert.match((await house.visitor().get('/en/sign-in')).text, /access\.signIn\.byOpenid Water SSO/)
  })

  it('POST /sign-in/openid leads there by a page, and keeps what it needs to know again in a sealed cookie', async () => {
    const visitor = house.visitor()
    const address = new URL(await leave(visitor))
    assert.equal(address.origin, issuer)
    for (const name of ['state', 'nonce', 'code_challenge'])
      assert.ok((address.searchParams.get(name) ?? '').length > 20, name)
    assert.equal(address.searchParams.get('code_challenge_method'), 'S256')
    assert.equal(address.searchParams.get('redirect_uri'), 'http://localhost/en/sign-in/openid/return')
    const cookie = visitor.cookies.get('__Host-departure') ?? assert.fail()
    assert.ok(!Buffer.from(cookie, 'base64url').toString('latin1').includes('state'))
  })

  it('ARRIVE /sign-in/openid/return signs in whoever was invited under an address that the provider has verified', async () => {
    const visitor = house.visitor()
    const answer = await back(visitor, await throughProvider(await leave(visitor), 'ada'))
    assert.equal(answer.status, 303, answer.text.slice(0, 400))
    assert.equal(answer.location, '/en/account')
    assert.match((await visitor.get('/en/account')).text, /access\.sessions\.by\.openid/)
    assert.equal(visitor.cookies.get('__Host-departure'), undefined)
    // The second time they are known by what the provider calls them, whatever their address is.
    await db.given(`update access.person_state set email = 'other@water.example' where name = 'Ada'`)
    const again = house.visitor()
    assert.equal((await back(again, await throughProvider(await leave(again), 'ada'))).status, 303)
  })

  for (const [name, login] of [
    ['a stranger', 'stranger'],
    ['an address that is not verified', 'ben'],
  ] as const)
    it(`refuses ${name}`, async () => {
      const visitor = house.visitor()
      const answer = await back(visitor, await throughProvider(await leave(visitor), login))
      assert.equal(answer.status, 422)
      assert.match(answer.text, /access\.openidStranger Water SSO/)
      assert.equal((await visitor.get('/en/account')).status, 403)
    })

  it('refuses another state, another browser, another code, and what was used already', async () => {
    const visitor = house.visitor()
    const url = await throughProvider(await leave(visitor), 'ada')
    const kept = visitor.cookies.get('__Host-departure') ?? ''
    const changed = new URL(url)
    changed.searchParams.set('state', 'x'.repeat(43))
    assert.match((await back(visitor, changed.href)).text, /access\.openidRefused/)
    assert.match((await back(house.visitor(), url)).text, /access\.openidRefused/)
    const other = new URL(url)
    other.searchParams.set('code', 'x'.repeat(43))
    assert.match((await back(visitor, other.href)).text, /access\.openidRefused/)
    const broken = house.visitor(undefined, new Map([['__Host-departure', `${kept.slice(0, -4)}AAAA`]]))
    assert.match((await back(broken, url)).text, /access\.openidRefused/)
    assert.equal((await back(visitor, url)).status, 303)
    const replay = house.visitor(undefined, new Map([['__Host-departure', kept]]))
    assert.match((await back(replay, url)).text, /access\.openidRefused/)
  })

  it('refuses an answer with another nonce, whatever else of it fits', async () => {
    const visitor = house.visitor()
    const url = await throughProvider(await leave(visitor), 'ada')
    const cookie = Buffer.from(visitor.cookies.get('__Host-departure') ?? '', 'base64url')
    const key = Buffer.alloc(32, 7)
    const left = JSON.parse(unsealed(key, 'departure', cookie) ?? '') as { nonce: string }
    const other = sealed(key, 'departure', JSON.stringify({ ...left, nonce: 'x'.repeat(43) }))
    visitor.cookies.set('__Host-departure', other.toString('base64url'))
    assert.match((await back(visitor, url)).text, /access\.openidRefused/)
  })

  it('says so when somebody changes their mind there', async () => {
    const visitor = house.visitor()
    const state = new URL(await leave(visitor)).searchParams.get('state') ?? ''
    const answer = await visitor.get(
      `/en/sign-in/openid/return?error=access_denied&state=${state}&iss=${encodeURIComponent(issuer)}`,
    )
    assert.equal(answer.status, 422)
    assert.match(answer.text, /access\.openidRefused/)
  })

  it('says so when the provider does not answer, and asks again the next time', async () => {
    equip({ issuer: 'http://127.0.0.1:1' })
    const answer = await house.visitor().post('/en/sign-in/openid', { language: 'en' })
    assert.equal(answer.status, 422)
    assert.match(answer.text, /access\.openidSilent Water SSO/)
    equip()
    assert.match(await leave(house.visitor()), /^http:\/\/127/)
  })

  it('goes nowhere where none is set', async () => {
    equipTest()
    assert.match((await house.visitor().post('/en/sign-in/openid', { language: 'en' })).text, /access\.openidNone/)
    assert.match((await house.visitor().get('/en/sign-in/openid/return?code=x')).text, /access\.openidNone/)
    equip()
  })
})
