import { emailFrom, type Held, type HeldRole, heldRoles, nameFrom, type Person, scopesOf } from '#access/core'
import {
  type Attempt,
  done,
  EconomyCode,
  type FieldFault,
  type Language,
  mayDo,
  PersonId,
  refused,
  refusedFields,
  type Scope,
  UnitCode,
} from '#kernel'
import type { ReadDb, Told, Work } from '#platform'
import { writeLetter } from '../letters.ts'
import { digestOf, newSecret } from '../secrets.ts'
import { dropFactor } from '../store/factors.ts'
import {
  addPerson,
  addPersonState,
  addRoleState,
  administratorsOf,
  codeOf,
  lockPeople,
  personByEmail,
  personOf,
  rolesOf,
} from '../store/people.ts'
import { endSessions } from '../store/sessions.ts'
import { addLink, dropLinks, dropPassword } from '../store/sign-in.ts'
import { revokeAll } from '../store/tokens.ts'
import { unitsOf } from '../store.ts'
import { linkMinutes, linkPath } from './sign-in.ts'

const everywhere: Scope = { kind: 'everywhere' }

export type PersonOrder = { readonly name: string; readonly email: string; readonly language: Language }
type Given = { readonly name: string; readonly email: string; readonly language: Language }

/** A name and an address as they are kept, and nobody else's. */
const understood = async (db: ReadDb, order: PersonOrder, self: PersonId | null): Promise<Attempt<Given>> => {
  const name = nameFrom(order.name)
  const email = emailFrom(order.email)
  const taken = email === null ? null : await personByEmail(db, email)
  const faults: readonly FieldFault[] = [
    ...(name === null ? [{ field: 'name', code: 'access.notAName', facts: {} }] : []),
    ...(email === null ? [{ field: 'email', code: 'access.notAnAddress', facts: {} }] : []),
    ...(taken !== null && taken.id !== self
      ? [{ field: 'email', code: 'access.addressTaken', facts: { name: taken.name } }]
      : []),
  ]
  if (name === null || email === null || faults.length > 0) return refusedFields(faults)
  return done({ name, email, language: order.language })
}

const addLinkFor = async (
  { db }: Work,
  person: Person,
  purpose: 'invitation' | 'password',
): Promise<{ readonly path: string }> => {
  await dropLinks(db, person.id, ['invitation', 'password', 'sign-in'])
  const secret = newSecret()
  await addLink(
    db,
    digestOf(secret),
    { purpose, person: person.id, landing: '/account/password' },
    linkMinutes[purpose],
  )
  const path = linkPath(secret)
  const kind = purpose === 'invitation' ? 'invitation' : 'reset'
  await writeLetter(db, { to: person.email, language: person.language, kind, name: person.name, path })
  return { path }
}

/** Somebody, and where their letter leads: for the operator alone. A page never shows it. */
export type Invited = { readonly person: Person; readonly path: string }

/** Adds a person and writes them a letter. Nothing else makes a person but this and the first link. */
export const invite = async (work: Work, order: PersonOrder): Promise<Attempt<Invited>> => {
  const { db, by } = work
  if (!mayDo(by, 'access.people', everywhere)) return refused('access.notYours')
  await lockPeople(db)
  const given = await understood(db, order, null)
  if (given.kind === 'refused') return given
  const person: Person = { id: await addPerson(db), ...given.value, isProven: false, isClosed: false }
  await addPersonState(db, by.person, person)
  return done({ person, ...(await addLinkFor(work, person, 'invitation')) })
}

/** Whoever administers people decides about this one. */
const decidedAbout = async ({ db, by }: Work, id: string, may = 'access.people'): Promise<Attempt<Person>> => {
  if (!mayDo(by, may, everywhere)) return refused('access.notYours')
  await lockPeople(db)
  const parsed = PersonId.parse(id)
  const person = parsed === null ? null : await personOf(db, parsed)
  return person === null ? refused('access.noSuchPerson', { who: id }) : done(person)
}

export type Changed = { readonly before: Person; readonly after: Person }

/** Another name, address or language of letters. A new address is proven anew. */
export const changePerson = async (work: Work, id: string, order: PersonOrder): Promise<Attempt<Changed>> => {
  const found = await decidedAbout(work, id)
  if (found.kind === 'refused') return found
  const before = found.value
  const given = await understood(work.db, order, before.id)
  if (given.kind === 'refused') return given
  const after = { ...before, ...given.value, isProven: before.isProven && given.value.email === before.email }
  await addPersonState(work.db, work.by.person, after)
  if (after.email !== before.email) await dropLinks(work.db, before.id, ['invitation', 'password', 'sign-in'])
  return done({ before, after })
}

/** Somebody who has not come yet, or has forgotten how, gets a letter; what they could come with before is over. */
export const reset = async (work: Work, id: string, withFactor: boolean): Promise<Attempt<Invited>> => {
  const found = await decidedAbout(work, id)
  if (found.kind === 'refused') return found
  const person = found.value
  if (person.isClosed) return refused('access.hasLeft', { name: person.name })
  if (withFactor) await dropFactor(work.db, person.id)
  await endSessions(work.db, person.id, null)
  return done({ person, ...(await addLinkFor(work, person, person.isProven ? 'password' : 'invitation')) })
}

/** There must be somebody who administers. */
const isLastAdministrator = async (db: ReadDb, person: PersonId): Promise<boolean> => {
  const all = await administratorsOf(db)
  return all.length === 1 && all[0] === person
}

/** They sign in no more: sessions, tokens, links, password and second factor are over at once. What they did stays theirs. */
export const close = async (work: Work, id: string): Promise<Attempt<Changed>> => {
  const found = await decidedAbout(work, id)
  if (found.kind === 'refused') return found
  const { db, by } = work
  const before = found.value
  if (before.isClosed) return refused('access.hasLeft', { name: before.name })
  if (await isLastAdministrator(db, before.id)) return refused('access.lastAdministrator', { name: before.name })
  const after = { ...before, isClosed: true }
  await addPersonState(db, by.person, after)
  await endSessions(db, before.id, null)
  await revokeAll(db, by.person, before.id)
  await dropLinks(db, before.id, ['invitation', 'password', 'sign-in'])
  await dropPassword(db, before.id)
  await dropFactor(db, before.id)
  return done({ before, after })
}

/** Somebody who had left is back, and gets a letter. They hold the roles that they held. */
export const reopen = async (work: Work, id: string): Promise<Attempt<Changed & Invited>> => {
  const found = await decidedAbout(work, id)
  if (found.kind === 'refused') return found
  const before = found.value
  if (!before.isClosed) return refused('access.isThere', { name: before.name })
  const taken = await personByEmail(work.db, before.email)
  if (taken !== null) return refused('access.addressTaken', { name: taken.name })
  const after = { ...before, isClosed: false, isProven: false }
  await addPersonState(work.db, work.by.person, after)
  return done({ before, after, person: after, ...(await addLinkFor(work, after, 'invitation')) })
}

/** What a role is held for, as it is written in a form and at the terminal: nothing, a unit's code, an economy's three letters. */
export const scopeFor = async (db: ReadDb, role: HeldRole, text: string): Promise<Attempt<Scope>> => {
  const kinds = scopesOf[role]
  const fault = (code: string, facts = {}) => refusedFields([{ field: 'scope', code, facts }])
  if (text === '' || text === 'everywhere')
    return kinds.includes('everywhere') ? done(everywhere) : fault('access.roleNeedsEconomy')
  if (kinds.includes('economy')) {
    const economy = EconomyCode.parse(text.toUpperCase())
    return economy === null ? fault('access.roleNeedsEconomy') : done({ kind: 'economy', code: economy })
  }
  if (!kinds.includes('unit')) return fault('access.roleEverywhere')
  const unit = UnitCode.parse(text)
  const isKnown = (await unitsOf(db)).some(({ code }) => code === unit)
  return unit === null || !isKnown ? fault('access.noSuchUnit', { code: text }) : done({ kind: 'unit', code: unit })
}

export type RoleOrder = { readonly role: string; readonly scope: string }
export type RoleChanged = { readonly person: Person; readonly held: Held }

const roleChange = async (work: Work, id: string, { role: named, scope: text }: RoleOrder) => {
  const found = await decidedAbout(work, id, 'access.roles')
  if (found.kind === 'refused') return found
  const role = heldRoles.find((one) => one === named)
  if (role === undefined) return refusedFields([{ field: 'role', code: 'access.noSuchRole', facts: { role: named } }])
  const scope = await scopeFor(work.db, role, text)
  if (scope.kind === 'refused') return scope
  const all = await rolesOf(work.db, [found.value.id])
  const isHeld = all.some(
    ({ held }) =>
      held.role === role && held.scope.kind === scope.value.kind && codeOf(held.scope) === codeOf(scope.value),
  )
  return done({ person: found.value, held: { role, scope: scope.value }, isHeld })
}

/** It holds at their next request. */
export const giveRole = async (work: Work, id: string, order: RoleOrder): Promise<Attempt<RoleChanged>> => {
  const change = await roleChange(work, id, order)
  if (change.kind === 'refused') return change
  const { person, held, isHeld } = change.value
  if (person.isClosed) return refused('access.hasLeft', { name: person.name })
  if (isHeld) return refused('access.roleHeld', { name: person.name })
  await addRoleState(work.db, work.by.person, person.id, held.role, held.scope, true)
  return done({ person, held })
}

/** From their next request on they hold it no more. */
export const takeRole = async (work: Work, id: string, order: RoleOrder): Promise<Attempt<RoleChanged>> => {
  const change = await roleChange(work, id, order)
  if (change.kind === 'refused') return change
  const { person, held, isHeld } = change.value
  if (!isHeld) return refused('access.roleNotHeld', { name: person.name })
  if (held.role === 'administrator' && (await isLastAdministrator(work.db, person.id)))
    return refused('access.lastAdministrator', { name: person.name })
  await addRoleState(work.db, work.by.person, person.id, held.role, held.scope, false)
  return done({ person, held })
}

export const toldRole = ({ role, scope }: Held): Told => ({ role, scope: scope.kind, code: codeOf(scope) })

/** What the trail keeps of a person: not their address. */
export const toldPerson = ({ name, language, isClosed }: Person): Told => ({ name, language, isClosed })
