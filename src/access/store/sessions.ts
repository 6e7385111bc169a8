import type { Held } from '#access/core'
import { PersonId } from '#kernel'
import { type ReadDb, type Row, sql, text, truth, type WriteDb } from '#platform'
import { heldFrom } from './people.ts'

/** How a session began. */
export type SignInWay = 'password' | 'link' | 'openid' | 'invitation'

/** Days that a session lasts, and minutes that one lasts which waits for its code. */
export const sessionDays = 14
export const halfMinutes = 10

export type Standing = {
  readonly id: string
  readonly person: PersonId
  readonly name: string
  readonly awaitsCode: boolean
  readonly isLive: boolean
  readonly held: readonly Held[]
}

export const heldIn = (row: Row): readonly Held[] =>
  (row['held'] as readonly (readonly [string, string, string])[]).flatMap(
    ([role, scope, code]) => heldFrom(role, scope, code) ?? [],
  )

const readStanding = (row: Row): Standing => ({
  id: text(row, 'id'),
  person: PersonId.trusted(text(row, 'person')),
  name: text(row, 'name'),
  awaitsCode: truth(row, 'awaits_code'),
  isLive: truth(row, 'is_live'),
  held: heldIn(row),
})

/** The session of this secret with its person and their roles now; one that has passed its time is not live. One statement. */
export const sessionOf = (db: ReadDb, digest: Buffer): Promise<Standing | null> =>
  db.one(
    sql`-- access.sessionOf
      select s.id::text, s.person::text, p.name, s.awaits_code, s.expires_at > now() and not p.is_closed as is_live,
        coalesce((
          select jsonb_agg(jsonb_build_array(r.role, r.scope, r.code)) from access.role_now r where r.person = s.person
        ), '[]') as held
      from access.session s cross join lateral (
        select name, is_closed from access.person_state where person = s.person order by n desc limit 1
      ) p
      where s.digest = ${digest}`,
    readStanding,
  )

export const addSession = (
  db: WriteDb,
  one: {
    readonly digest: Buffer
    readonly person: PersonId
    readonly awaitsCode: boolean
    readonly way: SignInWay
    readonly agent: string
    readonly address: string
  },
): Promise<number> =>
  db.run(sql`-- access.addSession
    insert into access.session (digest, person, expires_at, awaits_code, way, agent, address)
    values (${one.digest}, ${one.person}::uuid,
      now() + case when ${one.awaitsCode} then make_interval(mins => ${halfMinutes}) else make_interval(days => ${sessionDays}) end,
      ${one.awaitsCode}, ${one.way}, ${one.agent}, ${one.address})`)

export type HalfSession = { readonly person: PersonId; readonly way: SignInWay }

/** Ends the session that waits for a code, and says whose it was and how they had come; null when there is none. */
export const takeHalfSession = (db: WriteDb, digest: Buffer): Promise<HalfSession | null> =>
  db.one(
    sql`-- access.takeHalfSession
      delete from access.session where digest = ${digest} and awaits_code and expires_at > now()
      returning person::text, way`,
    (row) => ({ person: PersonId.trusted(text(row, 'person')), way: text(row, 'way') as SignInWay }),
  )

/** Ends the session of this secret; answers whose it was. */
export const endSession = (db: WriteDb, digest: Buffer): Promise<PersonId | null> =>
  db.one(
    sql`-- access.endSession
      delete from access.session where digest = ${digest} returning person::text`,
    (row) => PersonId.trusted(text(row, 'person')),
  )

/** Ends one of somebody's own sessions by its number; answers how many that were. */
export const endOwnSession = (db: WriteDb, person: PersonId, id: string): Promise<number> =>
  db.run(sql`-- access.endOwnSession
    delete from access.session where id::text = ${id} and person = ${person}::uuid`)

/** Ends all of somebody's sessions but the one that is kept; answers how many that were. */
export const endSessions = (db: WriteDb, person: PersonId, kept: Buffer | null): Promise<number> =>
  db.run(sql`-- access.endSessions
    delete from access.session where person = ${person}::uuid and (${kept}::bytea is null or digest <> ${kept}::bytea)`)

/** Sessions and links that are long over go. A form may still name its writer for a day. */
export const purge = async (db: WriteDb): Promise<void> => {
  await db.run(sql`-- access.purgeSessions
    delete from access.session where expires_at < now() - interval '1 day'`)
  await db.run(sql`-- access.purgeLinks
    delete from access.link where expires_at < now() - interval '1 day'`)
}

export type SessionRow = {
  readonly id: string
  readonly startedAt: string
  readonly expiresOn: string
  readonly agent: string
  readonly address: string
  readonly way: SignInWay
}

/** Somebody's sessions that are live, the latest first. */
export const sessionsOf = (db: ReadDb, person: PersonId): Promise<readonly SessionRow[]> =>
  db.all(
    sql`-- access.sessionsOf
      select id::text, to_char(started_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as started_at,
        to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD') as expires_on, agent, address, way
      from access.session where person::text = ${person} and not awaits_code and expires_at > now()
      order by access.session.started_at desc, id`,
    (row) => ({
      id: text(row, 'id'),
      startedAt: text(row, 'started_at'),
      expiresOn: text(row, 'expires_on'),
      agent: text(row, 'agent'),
      address: text(row, 'address'),
      way: text(row, 'way') as SignInWay,
    }),
  )

/** Did this session begin within so many minutes? What is delicate asks for somebody who has just shown who they are. */
export const isFresh = async (db: ReadDb, digest: Buffer, minutes: number): Promise<boolean> =>
  (await db.one(
    sql`-- access.isFresh
      select started_at > now() - make_interval(mins => ${minutes}) as fresh from access.session
      where digest = ${digest} and not awaits_code and expires_at > now()`,
    (row) => truth(row, 'fresh'),
  )) === true

/** How the session of this secret began, if it is live. */
export const sessionWay = (db: ReadDb, digest: Buffer): Promise<SignInWay | null> =>
  db.one(
    sql`-- access.sessionWay
      select way from access.session where digest = ${digest} and not awaits_code and expires_at > now()`,
    (row) => text(row, 'way') as SignInWay,
  )

/** Whose session waits for a code, for the count of tries. */
export const halfSessionOf = (db: ReadDb, digest: Buffer): Promise<PersonId | null> =>
  db.one(
    sql`-- access.halfSessionOf
      select person::text from access.session where digest = ${digest} and awaits_code`,
    (row) => PersonId.trusted(text(row, 'person')),
  )
