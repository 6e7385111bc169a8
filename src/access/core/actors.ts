import { type Actor, PersonId, type Scope } from '#kernel'
import { gives, type HeldRole, type Permission, permissions, type Role } from './roles.ts'

/** A role and what somebody holds it for. */
export type Held = { readonly role: HeldRole; readonly scope: Scope }

type Grants = Actor['grants']

const everywhere: Scope = { kind: 'everywhere' }

const grantsOf = (role: Role, scope: Scope): Grants =>
  permissions.flatMap((permission) => (gives(role, scope.kind, permission) ? [{ permission, scope }] : []))

/** What somebody may do who has signed in: what everybody may, what every person may, and what their roles give. */
export const actorOf = (person: PersonId, held: readonly Held[]): Actor => ({
  person,
  grants: [
    ...grantsOf('public', everywhere),
    ...grantsOf('person', everywhere),
    ...held.flatMap(({ role, scope }) => grantsOf(role, scope)),
  ],
})

/** Who signs in and what is theirs alone: no program does it for them. */
const onlyInPerson: readonly Permission[] = ['access.signIn', 'access.account']

/** The permissions of this actor that a token may carry. */
export const tokenPermissions = (by: Actor): readonly Permission[] =>
  permissions.filter(
    (permission) => !onlyInPerson.includes(permission) && by.grants.some((grant) => grant.permission === permission),
  )

/** A program with somebody's token: of what they may do now, no more than the token names. */
export const limitedTo = (by: Actor, scopes: readonly string[]): Actor => ({
  person: by.person,
  grants: by.grants.filter(
    ({ permission }) => scopes.includes(permission) && !onlyInPerson.includes(permission as Permission),
  ),
})

const everybody = (role: 'public' | 'operator'): Actor => ({
  person: PersonId.trusted(role),
  grants: grantsOf(role, everywhere),
})

/** Everybody who reads without signing in (V5). */
export const publicActor: Actor = everybody('public')

/** Whoever runs the command line on this machine, and the program itself when it loads its content. */
export const operatorActor: Actor = everybody('operator')
