import assert from 'node:assert/strict'
import type { Hono } from 'hono'
import { access, declareUnits, equip, keepHouse, operatorActor, publicActor, sessionCookie, whoIs } from '#access'
import { type Held, heldRoles, scopesOf } from '#access/core'
import { Day, EconomyCode, type Scope, UnitCode } from '#kernel'
import {
  addEvent,
  type Fields,
  type Serving,
  searchTrail,
  serverOf,
  type TrailEntry,
  type Work,
  wholeTrail,
} from '#platform'
import { aServing, testDb } from '#platform/testing'
import { aUnit } from './index.ts'
import { type SignedIn, someoneSignedIn, tokenOf } from './signed-in.ts'

export const today = Day.trusted('2026-11-26')
export const everywhere: Scope = { kind: 'everywhere' }
export const water: Scope = { kind: 'unit', code: UnitCode.trusted('water') }
const scopes: Readonly<Record<string, Scope>> = {
  everywhere,
  unit: water,
  economy: { kind: 'economy', code: EconomyCode.trusted('KEN') },
}

/** Everybody that there can be: each role, for each thing that it can be held for; and nobody. */
export const everybody: readonly (Held | null)[] = [
  null,
  ...heldRoles.flatMap((role) => scopesOf[role].map((kind) => ({ role, scope: scopes[kind] ?? everywhere }))),
]

export const named = (held: Held | null): string =>
  held === null ? 'nobody' : `${held.role} (${held.scope.kind === 'everywhere' ? 'all' : held.scope.kind})`

/** A house with two units, everybody in it, Eve who plans for one unit and has a token, and one deed of hers in the trail. */
export const administered = async () => {
  const db = await testDb()
  const write = <T>(body: (work: Work) => Promise<T>): Promise<T> => db.work(operatorActor, today, body)
  equip({ origin: 'http://localhost', house: 'Meridian', key: () => Buffer.alloc(32, 7), openid: null })
  keepHouse({
    settings: [{ name: 'MERIDIAN_KEY', isSet: true, value: null }],
    version: '1.2.3',
    build: 'abc',
    runtime: 'Node',
    startedAt: '2026-11-26T08:00:00.000Z',
    checks: async () => [{ about: 'a.check', well: false, seen: { code: 'a.fault', facts: { count: 3 } } }],
  })
  const readers = new Map<string, SignedIn>()
  const { eve, token } = await write(async (work) => {
    await declareUnits(work, [aUnit('water'), aUnit('roads')])
    for (const held of everybody)
      if (held !== null) readers.set(named(held), await someoneSignedIn(work.db, named(held), [held]))
    const planner = await someoneSignedIn(work.db, 'Eve Example', [{ role: 'planner', scope: water }])
    addEvent(work.db, {
      person: planner.person,
      event: 'shelves.bookMoved',
      way: 'page',
      unit: 'water',
      reason: 'a leak',
      facts: { page: '/books/7' },
      before: { shelf: 'north', floor: 1 },
      after: { shelf: 'south', floor: 1 },
    })
    return { eve: planner, token: await tokenOf(work.db, planner.person, 'Nightly', ['plan.see']) }
  })
  const admin = readers.get('administrator (all)') ?? assert.fail('no administrator')
  const serverWith = async (some: Partial<Serving>): Promise<Hono<never>> =>
    (await serverOf(
      aServing(db, [access], publicActor, today, { whoIs, ticket: sessionCookie, rate: 100_000, ...some }),
    )) as unknown as Hono<never>
  const app = await serverWith({})
  const cookieOf = (who: SignedIn | null): Record<string, string> =>
    who === null ? {} : { cookie: `__Host-session=${who.secret}` }
  const read = (path: string, who: SignedIn | null = admin) =>
    app.request(`http://localhost/en${path}`, { headers: cookieOf(who) })
  const trail = (): Promise<readonly TrailEntry[]> =>
    db.look(operatorActor, today, (look) => searchTrail(look.db, wholeTrail, null, 1000))
  return {
    db,
    write,
    readers,
    admin,
    eve,
    token,
    serverWith,
    cookieOf,
    read,
    trail,
    /** A page that is there, and that nobody keeps. */
    page: async (path: string, who: SignedIn | null = admin): Promise<string> => {
      const answer = await read(path, who)
      assert.equal(answer.status, 200, path)
      assert.equal(answer.headers.get('cache-control'), 'private, no-store', path)
      return answer.text()
    },
    send: (path: string, fields: Fields, who: SignedIn | null = admin) =>
      app.request(`http://localhost/en${path}`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', ...cookieOf(who) },
        body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])),
      }),
    lastDeed: async (): Promise<TrailEntry> => (await trail())[0] ?? assert.fail('nothing was done'),
  }
}
