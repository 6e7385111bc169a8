import type { HeldRole, Person } from '#access/core'
import { type Held, heldRoles } from '#access/core'
import { EconomyCode, type Language, PersonId, type Scope, UnitCode } from '#kernel'
import { type ReadDb, type Row, sql, text, truth, type WriteDb } from '#platform'

export const readPerson = (row: Row): Person => ({
  id: PersonId.trusted(text(row, 'id')),
  name: text(row, 'name'),
  email: text(row, 'email'),
  language: text(row, 'language') as Language,
  isProven: truth(row, 'is_proven'),
  isClosed: truth(row, 'is_closed'),
})

const scopeFrom = (scope: string, code: string): Scope => {
  switch (scope) {
    case 'everywhere':
      return { kind: 'everywhere' }
    case 'unit':
      return { kind: 'unit', code: UnitCode.trusted(code) }
    case 'economy':
      return { kind: 'economy', code: EconomyCode.trusted(code) }
    default:
      throw new Error(`A role is held for ${scope}, which is no scope`)
  }
}

/** Null for a role that this program does not know any more: it gives nothing. */
export const heldFrom = (role: string, scope: string, code: string): Held | null => {
  const known = heldRoles.find((one) => one === role)
  return known === undefined ? null : { role: known, scope: scopeFrom(scope, code) }
}

export const codeOf = (scope: Scope): string => (scope.kind === 'everywhere' ? '' : scope.code)

/** Everybody there is or was, by name. */
export const peopleOf = (db: ReadDb): Promise<readonly Person[]> =>
  db.all(
    sql`-- access.peopleOf
      select id::text, name, email, language, is_proven, is_closed from access.person_now order by lower(name), id`,
    readPerson,
  )

export const personOf = (db: ReadDb, id: PersonId): Promise<Person | null> =>
  db.one(
    sql`-- access.personOf
      select id::text, name, email, language, is_proven, is_closed from access.person_now where id::text = ${id}`,
    readPerson,
  )

/** Names for lists of who did what: the latest of each, also of those who have left. */
export const namesOf = async (db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.all(
    sql`-- access.namesOf
      select id::text, name from access.person_now where id::text = any(${ids})`,
    (row) => [text(row, 'id'), text(row, 'name')] as const,
  )
  return new Map(rows)
}

/** Whoever is there under this address and has not left. */
export const personByEmail = (db: ReadDb, email: string): Promise<Person | null> =>
  db.one(
    sql`-- access.personByEmail
      select id::text, name, email, language, is_proven, is_closed
      from access.person_now where email = ${email} and not is_closed`,
    readPerson,
  )

export const isAnybodyThere = async (db: ReadDb): Promise<boolean> =>
  (await db.one(
    sql`-- access.isAnybodyThere
      select exists (select from access.person) as there`,
    (row) => truth(row, 'there'),
  )) === true

/** Nobody else adds or changes a person until the transaction ends: an address is one person's. */
export const lockPeople = (db: WriteDb): Promise<number> =>
  db.run(sql`-- access.lockPeople
    select pg_advisory_xact_lock(hashtext('access.person'))`)

export const addPerson = async (db: WriteDb): Promise<PersonId> => {
  const id = await db.one(
    sql`-- access.addPerson
      insert into access.person default values returning id::text`,
    (row) => text(row, 'id'),
  )
  if (id === null) throw new Error('A person got no number')
  return PersonId.trusted(id)
}

export const addPersonState = (db: WriteDb, by: PersonId, one: Person): Promise<number> =>
  db.run(sql`-- access.addPersonState
    insert into access.person_state (person, name, email, language, is_proven, is_closed, by)
    values (${one.id}::uuid, ${one.name}, ${one.email}, ${one.language}, ${one.isProven}, ${one.isClosed}, ${by})`)

type PersonHeld = { readonly person: PersonId; readonly held: Held; readonly since: string }

/** The roles in force of these people, with the day since when. */
export const rolesOf = async (db: ReadDb, people: readonly PersonId[]): Promise<readonly PersonHeld[]> => {
  const rows = await db.all(
    sql`-- access.rolesOf
      select person::text, role, scope, code, to_char(at at time zone 'UTC', 'YYYY-MM-DD') as since
      from access.role_now where person::text = any(${people}) order by person, role, scope, code`,
    (row) => ({
      person: PersonId.trusted(text(row, 'person')),
      held: heldFrom(text(row, 'role'), text(row, 'scope'), text(row, 'code')),
      since: text(row, 'since'),
    }),
  )
  return rows.flatMap(({ person, held, since }) => (held === null ? [] : [{ person, held, since }]))
}

export const addRoleState = (
  db: WriteDb,
  by: PersonId,
  person: PersonId,
  role: HeldRole,
  scope: Scope,
  isHeld: boolean,
): Promise<number> =>
  db.run(sql`-- access.addRoleState
    insert into access.role_state (person, role, scope, code, is_held, by)
    values (${person}::uuid, ${role}, ${scope.kind}, ${codeOf(scope)}, ${isHeld}, ${by})`)

/** Whoever administers and has not left. */
export const administratorsOf = (db: ReadDb): Promise<readonly PersonId[]> =>
  db.all(
    sql`-- access.administratorsOf
      select distinct r.person::text from access.role_now r join access.person_now p on p.id = r.person
      where r.role = 'administrator' and not p.is_closed`,
    (row) => PersonId.trusted(text(row, 'person')),
  )
