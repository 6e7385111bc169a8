import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { publicActor } from '#access'
import {
  actorOf,
  type HeldRole,
  heldRoles,
  isPermission,
  type Permission,
  permissionKey,
  permissions,
  permissionTable,
  type Role,
  roleKey,
  type ScopeKind,
  scopesOf,
} from '#access/core'
import { aHouse, aSession, aToken, somebody, type TestHouse } from '#access/testing'
import { EconomyCode, mayDo, PersonId, type Scope, UnitCode } from '#kernel'
import { apiOf, type Route, voices } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { features } from './features.ts'
import { endpoints, featureList } from './opened.ts'

const water = UnitCode.trusted('water')
const scopeOf: Readonly<Record<ScopeKind, Scope>> = {
  everywhere: { kind: 'everywhere' },
  unit: { kind: 'unit', code: water },
  economy: { kind: 'economy', code: EconomyCode.trusted('KEN') },
}

/** Everybody there can be: the public, somebody without a role, and each role for each kind of thing it can be held for. */
const everybody: readonly (readonly [role: Role, kind: ScopeKind])[] = [
  ['public', 'everywhere'],
  ['person', 'everywhere'],
  ...heldRoles.flatMap((role) => scopesOf[role].map((kind) => [role, kind] as const)),
]

/** What the table says, read without the code that reads it for the house. */
const maySomewhere = (role: Role, kind: ScopeKind, permission: Permission): boolean => {
  const givers = permissionTable[permission] as readonly string[]
  if (givers.includes('public') || (role !== 'public' && givers.includes('person'))) return true
  return givers.includes(role) || (kind === 'everywhere' && givers.includes(`${role} everywhere`))
}

const isHeld = (role: Role): role is HeldRole => heldRoles.some((one) => one === role)

describe('The table of permissions', () => {
  const routes = featureList.flatMap((feature) => feature.routes.map((route) => ({ feature: feature.name, ...route })))

  it('has the permission of every route, panel, command, section and endpoint', () => {
    const asked = featureList.flatMap(({ routes: all, panels, commands, api = [], sections = [] }) => [
      ...[...all, ...panels, ...commands, ...api].map(({ may }) => may),
      ...sections.flatMap(({ may }) => may ?? []),
    ])
    assert.deepEqual(
      [...new Set(asked)].filter((one) => !isPermission(one)),
      [],
    )
  })

  it('has every permission that a feature declares, and none of a feature that does not declare it', () => {
    const declared = Object.values(features).flatMap((feature) => feature.permissions)
    assert.deepEqual(
      declared.filter((one) => !isPermission(one)),
      [],
    )
    const here = permissions.filter((one) => (one.split('.')[0] ?? '') in features)
    assert.deepEqual(
      here.filter((one) => !declared.includes(one)),
      [],
    )
  })

  it('has words for every permission and role, in six languages', () => {
    const keys = [
      ...permissions.map(permissionKey),
      ...(['public', 'person', 'operator', ...heldRoles] as const).map(roleKey),
    ]
    for (const [language, say] of Object.entries(voices()))
      assert.deepEqual(
        keys.filter((key) => !say.has(key)),
        [],
        language,
      )
  })

  it('is what every actor may do, for each role and each thing it is held for and asked for', () => {
    const asked: readonly Scope[] = [
      scopeOf.everywhere,
      scopeOf.unit,
      scopeOf.economy,
      { kind: 'unit', code: UnitCode.trusted('roads') },
      { kind: 'economy', code: EconomyCode.trusted('FJI') },
    ]
    for (const [role, kind] of everybody)
      for (const permission of permissions)
        for (const scope of asked) {
          const by =
            role === 'public'
              ? publicActor
              : actorOf(PersonId.trusted('ada'), isHeld(role) ? [{ role, scope: scopeOf[kind] }] : [])
          const isForAll = maySomewhere(role === 'public' ? 'public' : 'person', 'everywhere', permission)
          const isCovered =
            kind === 'everywhere' || (scope.kind === kind && JSON.stringify(scope) === JSON.stringify(scopeOf[kind]))
          const expected = isForAll || (maySomewhere(role, kind, permission) && isCovered)
          assert.equal(mayDo(by, permission, scope), expected, `${role} ${kind} ${permission} ${JSON.stringify(scope)}`)
        }
  })

  describe('asked through HTTP', () => {
    let db: TestDb
    let house: TestHouse
    const people = new Map<string, PersonId>()
    beforeAll(async () => {
      db = await testDb()
      house = await aHouse(db, featureList, { api: apiOf(endpoints), rate: 1_000_000 })
      // Somebody administers besides, so that nobody is the last who does.
      await somebody(db, 'Root', [{ role: 'administrator', scope: scopeOf.everywhere }])
      for (const [role, kind] of everybody)
        if (role !== 'public') {
          const held = isHeld(role) ? [{ role, scope: scopeOf[kind] }] : []
          people.set(`${role} ${kind}`, (await somebody(db, `${role}-${kind}`, held)).id)
        }
    }, 60_000)
    afterAll(() => db.close())

    const visitorAs = async (role: Role, kind: ScopeKind) => {
      const person = people.get(`${role} ${kind}`)
      return house.visitor(undefined, person === undefined ? new Map() : await aSession(db, person))
    }
    const addressOf = ({ path }: Route): string => `/en${path.replaceAll(/:[a-zA-Z]+/g, 'x')}`

    for (const [role, kind] of everybody)
      it(`lets ${role} (${kind}) through to what the table gives, and to nothing else`, async () => {
        const wrong: string[] = []
        for (const route of routes) {
          await db.given('delete from platform.try')
          // Each asks with a session of its own: what it does may end it.
          const visitor = await visitorAs(role, kind)
          const address = addressOf(route)
          const { status, location } = route.kind === 'post' ? await visitor.post(address) : await visitor.get(address)
          const isStopped = status === 403 || (status === 303 && location.includes('/sign-in?to='))
          const isGiven = maySomewhere(role, kind, route.may as Permission)
          if (isStopped === isGiven || status >= 500) wrong.push(`${route.kind} ${route.path}: ${status} ${location}`)
        }
        assert.deepEqual(wrong, [])
      }, 120_000)

    it('lets a token through to the endpoints of its permissions, and to nothing else', async () => {
      const person = people.get('administrator everywhere') ?? assert.fail()
      const wrong: string[] = []
      for (const endpoint of endpoints) {
        const path = `/api/v1${endpoint.path.replaceAll(/:[a-zA-Z]+/g, 'x')}`
        for (const scopes of [[], [endpoint.may]]) {
          const token = await aToken(db, person, scopes)
          const { status } = await house.visitor().get(path, { authorization: `Bearer ${token}` })
          const isStopped = status === 401 || status === 403
          // What was not understood is said before anybody looks who asks.
          if ((isStopped === (scopes.length === 1) && ![400, 404].includes(status)) || status >= 500)
            wrong.push(`${endpoint.path} ${scopes}: ${status}`)
        }
      }
      assert.deepEqual(wrong, [])
    })
  })
})
