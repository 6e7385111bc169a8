import { PersonId } from '#kernel'
import { type ReadDb, type Row, sql, text, textOrNull, truth, type WriteDb } from '#platform'

export type Candidate = { readonly person: PersonId; readonly hash: string | null }

/** Whoever has this address, with their password's hash; one statement, whether there is somebody or not. */
export const candidateOf = (db: ReadDb, email: string): Promise<Candidate | null> =>
  db.one(
    sql`-- access.candidateOf
      select n.id::text, p.hash from access.person_now n left join access.password p on p.person = n.id
      where n.email = ${email} and not n.is_closed`,
    (row) => ({ person: PersonId.trusted(text(row, 'id')), hash: textOrNull(row, 'hash') }),
  )

export const passwordOf = (db: ReadDb, person: PersonId): Promise<string | null> =>
  db.one(
    sql`-- access.passwordOf
      select hash from access.password where person::text = ${person}`,
    (row) => text(row, 'hash'),
  )

export const putPassword = (db: WriteDb, person: PersonId, hash: string): Promise<number> =>
  db.run(sql`-- access.putPassword
    insert into access.password (person, hash) values (${person}::uuid, ${hash})
    on conflict (person) do update set hash = excluded.hash, set_at = now()`)

export const dropPassword = (db: WriteDb, person: PersonId): Promise<number> =>
  db.run(sql`-- access.dropPassword
    delete from access.password where person = ${person}::uuid`)

export type LinkPurpose = 'invitation' | 'sign-in' | 'password' | 'first'
export type Link = { readonly purpose: LinkPurpose; readonly person: PersonId | null; readonly landing: string }

const readLink = (row: Row): Link => {
  const person = textOrNull(row, 'person')
  return {
    purpose: text(row, 'purpose') as LinkPurpose,
    person: person === null ? null : PersonId.trusted(person),
    landing: text(row, 'landing'),
  }
}

export const addLink = (
  db: WriteDb,
  digest: Buffer,
  { purpose, person, landing }: Link,
  minutes: number,
): Promise<number> =>
  db.run(sql`-- access.addLink
    insert into access.link (digest, purpose, person, landing, expires_at)
    values (${digest}, ${purpose}, ${person}::uuid, ${landing}, now() + make_interval(mins => ${minutes}))`)

/** What is behind a link that still works; it stays. */
export const linkOf = (db: ReadDb, digest: Buffer): Promise<Link | null> =>
  db.one(
    sql`-- access.linkOf
      select purpose, person::text, landing from access.link where digest = ${digest} and expires_at > now()`,
    readLink,
  )

/** Takes a link: it is gone, and of any number at once one gets it. */
export const takeLink = (db: WriteDb, digest: Buffer, purposes: readonly LinkPurpose[]): Promise<Link | null> =>
  db.one(
    sql`-- access.takeLink
      delete from access.link where digest = ${digest} and purpose = any(${purposes}) and expires_at > now()
      returning purpose, person::text, landing`,
    readLink,
  )

/** Links that were given out for the same and were not used. */
export const dropLinks = (db: WriteDb, person: PersonId | null, purposes: readonly LinkPurpose[]): Promise<number> =>
  db.run(sql`-- access.dropLinks
    delete from access.link where person is not distinct from ${person}::uuid and purpose = any(${purposes})`)

export const identityOf = (db: ReadDb, issuer: string, subject: string): Promise<PersonId | null> =>
  db.one(
    sql`-- access.identityOf
      select i.person::text from access.identity i join access.person_now n on n.id = i.person
      where i.issuer = ${issuer} and i.subject = ${subject} and not n.is_closed`,
    (row) => PersonId.trusted(text(row, 'person')),
  )

export const addIdentity = (db: WriteDb, issuer: string, subject: string, person: PersonId): Promise<number> =>
  db.run(sql`-- access.addIdentity
    insert into access.identity (issuer, subject, person) values (${issuer}, ${subject}, ${person}::uuid)`)

export type IdentityRow = { readonly issuer: string; readonly subject: string; readonly linkedOn: string }

export const identitiesOf = (db: ReadDb, person: PersonId): Promise<readonly IdentityRow[]> =>
  db.all(
    sql`-- access.identitiesOf
      select issuer, subject, to_char(linked_at at time zone 'UTC', 'YYYY-MM-DD') as linked_on
      from access.identity where person::text = ${person} order by linked_at`,
    (row) => ({ issuer: text(row, 'issuer'), subject: text(row, 'subject'), linkedOn: text(row, 'linked_on') }),
  )

/** Does this person have a password, a second factor? */
export const waysOf = async (
  db: ReadDb,
  person: PersonId,
): Promise<{ readonly hasPassword: boolean; readonly hasFactor: boolean }> =>
  (await db.one(
    sql`-- access.waysOf
      select exists (select from access.password where person::text = ${person}) as password,
        exists (select from access.second_factor where person::text = ${person} and confirmed_at is not null) as factor`,
    (row) => ({ hasPassword: truth(row, 'password'), hasFactor: truth(row, 'factor') }),
  )) ?? { hasPassword: false, hasFactor: false }
