import assert from 'node:assert/strict'
import { type Held, operatorActor, type Person, publicActor, type Unit } from '#access/core'
import { Day, type PersonId, UnitCode } from '#kernel'
import { type Feature, type Serving, serverOf } from '#platform'
import { aServing, type TestDb } from '#platform/testing'
import { invite } from '../deeds/people.ts'
import { type Equipment, equip } from '../equipment.ts'
import { keepHouse } from '../housekeeping.ts'
import { type Letter, letterFrom } from '../letters.ts'
import { hashOf } from '../passwords.ts'
import { digestOf, newSecret, tokenPrefix } from '../secrets.ts'
import { waitingLetters } from '../store/letters.ts'
import { addRoleState } from '../store/people.ts'
import { addSession } from '../store/sessions.ts'
import { putPassword } from '../store/sign-in.ts'
import { addToken } from '../store/tokens.ts'
import { sessionCookie, whoIs } from '../who.ts'
import type { Issuer } from './issuer.ts'

export { issuerClient } from './issuer-client.ts'
export { type SignedIn, sessionOf, someoneSignedIn, tokenOf } from './signed-in.ts'

/** An OpenID provider; it is loaded only where it is needed. */
export const anIssuer = async (): Promise<Issuer> => (await import('./issuer.ts')).startIssuer()

export const aUnit = (code: string, some: Partial<Unit> = {}): Unit => ({
  code: UnitCode.trusted(code),
  names: { en: code },
  short: null,
  sort: 'secretariat',
  under: null,
  serves: [],
  advises: [],
  members: [],
  ...some,
})

export const today = Day.trusted('2026-11-26')
const origin = 'http://localhost'

/** What signing in needs, without files. */
export const equipTest = (some: Partial<Equipment> = {}): void =>
  equip({ origin, house: 'Meridian', key: () => Buffer.alloc(32, 7), openid: null, ...some })

/** A password that nobody would guess. */
export const goodPassword = 'correct horse battery staple'

/** Somebody who is there, with what they hold and a password if one is given. */
export const somebody = async (
  db: TestDb,
  name: string,
  held: readonly Held[] = [],
  password: string | null = null,
): Promise<Person> => {
  equipTest()
  const email = `${name.toLowerCase()}@water.example`
  const invited = await db.work(operatorActor, today, (work) => invite(work, { name, email, language: 'en' }))
  assert.ok(invited.kind === 'done', JSON.stringify(invited))
  const { person } = invited.value
  await db.work(operatorActor, today, async (work) => {
    for (const { role, scope } of held) await addRoleState(work.db, work.by.person, person.id, role, scope, true)
    if (password !== null) await putPassword(work.db, person.id, await hashOf(password))
  })
  return person
}

/** Letters that wait, the latest last. */
export const lettersIn = (db: TestDb): Promise<readonly Letter[]> =>
  db.look(publicActor, today, async (look) =>
    (await waitingLetters(look.db)).flatMap((sealed) => letterFrom(sealed) ?? []),
  )

export type Answer = {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  readonly location: string
}

export type Visitor = {
  readonly cookies: Map<string, string>
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string>> | URLSearchParams,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
}

export type TestHouse = { readonly visitor: (address?: string, cookies?: Map<string, string>) => Visitor }

/** A server with people in it, as it runs: who asks is known by their cookie alone. */
export const aHouse = async (
  db: TestDb,
  features: readonly Feature[],
  some: Partial<Serving> = {},
): Promise<TestHouse> => {
  equipTest()
  keepHouse({
    settings: [],
    version: '1',
    build: 'b1',
    runtime: 'Node',
    startedAt: '2026-11-26T08:00:00Z',
    checks: async () => [],
  })
  const app = await serverOf(
    aServing(db, features, publicActor, today, { whoIs, ticket: sessionCookie, origin, proxies: 1, ...some }),
  )
  let visitors = 0
  return {
    visitor: (given, cookies = new Map()) => {
      visitors += 1
      const address = given ?? `192.0.2.${visitors % 250}`
      const asked = async (path: string, init: RequestInit): Promise<Answer> => {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const headers = { 'x-forwarded-for': address, cookie, 'user-agent': 'Test/1', ...(init.headers as object) }
        const answer = await app.request(`${origin}${path}`, { ...init, headers })
        for (const line of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
          else cookies.set(name, value)
        }
        return {
          status: answer.status,
          text: await answer.text(),
          headers: answer.headers,
          location: answer.headers.get('location') ?? '',
        }
      }
      return {
        cookies,
        get: (path, headers = {}) => asked(path, { headers }),
        post: (path, fields = {}, headers = {}) =>
          asked(path, {
            method: 'POST',
            headers: { 'sec-fetch-site': 'same-origin', ...headers },
            body: new URLSearchParams(fields as Record<string, string>),
          }),
      }
    },
  }
}

/** The cookie by which a session is known on this machine. */
export const sessionName = '__Host-session'

/** Signs somebody in by the link of a letter, as they would. */
export const signedIn = async (
  db: TestDb,
  house: TestHouse,
  person: { readonly id: PersonId; readonly email: string },
) => {
  const visitor = house.visitor()
  await visitor.post('/en/sign-in/letter', { email: person.email, language: 'en' })
  const letter = (await lettersIn(db)).findLast(({ to, kind }) => to === person.email && kind === 'signIn')
  const link = new URL(letter?.path ?? assert.fail('no letter'), origin).searchParams.get('link') ?? ''
  const answer = await visitor.post('/en/sign-in/link', { link })
  assert.equal(answer.status, 303, answer.text)
  return visitor
}

/** A session, as a cookie that a browser would bring. */
export const aSession = async (db: TestDb, person: PersonId): Promise<Map<string, string>> => {
  const secret = newSecret()
  const more = { awaitsCode: false, way: 'link', agent: 'Test/1', address: '192.0.2.1' } as const
  await db.work(operatorActor, today, (work) => addSession(work.db, { digest: digestOf(secret), person, ...more }))
  return new Map([[sessionName, secret]])
}

/** A token with these permissions. */
export const aToken = async (db: TestDb, person: PersonId, scopes: readonly string[]): Promise<string> => {
  const token = `${tokenPrefix}${newSecret()}`
  await db.work(operatorActor, today, (work) => addToken(work.db, person, digestOf(token), 'test', scopes, 7))
  return token
}
