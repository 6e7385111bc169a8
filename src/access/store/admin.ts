import type { Held } from '#access/core'
import type { PersonId } from '#kernel'
import { type ReadDb, type Row, sql, text, textOrNull, truth, type WriteDb, whole } from '#platform'
import { heldFrom } from './people.ts'

/** A role that was given to somebody or taken back, when and by whom. The role is null where this program knows it no more. */
export type RoleChange = {
  readonly held: Held | null
  readonly name: string
  readonly isHeld: boolean
  readonly on: string
  readonly by: string
}

/** Every role that somebody was given and that was taken back, the latest first. */
export const roleHistory = (db: ReadDb, person: PersonId): Promise<readonly RoleChange[]> =>
  db.all(
    sql`-- access.roleHistory
      select role, scope, code, is_held, to_char(at at time zone 'UTC', 'YYYY-MM-DD') as on_day, by
      from access.role_state where person::text = ${person} order by access.role_state.n desc`,
    (row) => ({
      held: heldFrom(text(row, 'role'), text(row, 'scope'), text(row, 'code')),
      name: text(row, 'role'),
      isHeld: truth(row, 'is_held'),
      on: text(row, 'on_day'),
      by: text(row, 'by'),
    }),
  )

/** How somebody stood from a day on. */
export type PersonChange = {
  readonly name: string
  readonly isProven: boolean
  readonly isClosed: boolean
  readonly on: string
  readonly by: string
}

/** Every state of somebody, the latest first. */
export const personHistory = (db: ReadDb, person: PersonId): Promise<readonly PersonChange[]> =>
  db.all(
    sql`-- access.personHistory
      select name, is_proven, is_closed, to_char(at at time zone 'UTC', 'YYYY-MM-DD') as on_day, by
      from access.person_state where person::text = ${person} order by access.person_state.n desc`,
    (row) => ({
      name: text(row, 'name'),
      isProven: truth(row, 'is_proven'),
      isClosed: truth(row, 'is_closed'),
      on: text(row, 'on_day'),
      by: text(row, 'by'),
    }),
  )

/** A token of anybody. `id` is its number, never its secret. */
export type AnyToken = {
  readonly id: string
  readonly person: string
  readonly whose: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly madeOn: string
  readonly expiresOn: string
  readonly standing: 'live' | 'over' | 'revoked'
  readonly revokedOn: string | null
}

const readToken = (row: Row): AnyToken => ({
  id: text(row, 'id'),
  person: text(row, 'person'),
  whose: text(row, 'whose'),
  name: text(row, 'name'),
  scopes: row['scopes'] as readonly string[],
  madeOn: text(row, 'made_on'),
  expiresOn: text(row, 'expires_on'),
  standing: text(row, 'standing') as AnyToken['standing'],
  revokedOn: textOrNull(row, 'revoked_on'),
})

/** Tokens of everybody: those that are live first, then the latest. */
export const tokensOfAll = (db: ReadDb): Promise<readonly AnyToken[]> =>
  db.all(
    sql`-- access.tokensOfAll
      select t.id::text, t.person::text, p.name as whose, t.name, t.scopes,
        to_char(t.made_at at time zone 'UTC', 'YYYY-MM-DD') as made_on,
        to_char(t.expires_at at time zone 'UTC', 'YYYY-MM-DD') as expires_on,
        case when v.token is not null then 'revoked' when t.expires_at <= now() then 'over' else 'live' end as standing,
        to_char(v.at at time zone 'UTC', 'YYYY-MM-DD') as revoked_on
      from access.token t join access.person_now p on p.id = t.person left join access.token_revocation v on v.token = t.id
      order by v.token is not null or t.expires_at <= now(), t.made_at desc, t.id`,
    readToken,
  )

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** One token by its number; null where there is none. */
export const anyTokenOf = async (db: ReadDb, id: string): Promise<AnyToken | null> =>
  uuid.test(id)
    ? db.one(
        sql`-- access.anyTokenOf
          select t.id::text, t.person::text, p.name as whose, t.name, t.scopes,
            to_char(t.made_at at time zone 'UTC', 'YYYY-MM-DD') as made_on,
            to_char(t.expires_at at time zone 'UTC', 'YYYY-MM-DD') as expires_on,
            case when v.token is not null then 'revoked' when t.expires_at <= now() then 'over' else 'live' end as standing,
            to_char(v.at at time zone 'UTC', 'YYYY-MM-DD') as revoked_on
          from access.token t cross join lateral (
            select name from access.person_state where person = t.person order by n desc limit 1
          ) p left join access.token_revocation v on v.token = t.id
          where t.id = ${id}::uuid`,
        readToken,
      )
    : null

/** Revokes a token, whosever it is; answers how many that were: none when it was revoked already. */
export const revokeToken = (db: WriteDb, by: PersonId, token: string): Promise<number> =>
  db.run(sql`-- access.revokeToken
    insert into access.token_revocation (token, by) values (${token}::uuid, ${by})
    on conflict (token) do nothing`)

/** What there is to administer, in numbers. */
export type AdminCounts = {
  readonly there: number
  readonly invited: number
  readonly closed: number
  readonly roles: number
  readonly tokens: number
}

export const adminCounts = async (db: ReadDb): Promise<AdminCounts> => {
  const found = await db.one(
    sql`-- access.adminCounts
      select count(*) filter (where is_proven and not is_closed)::integer as there,
        count(*) filter (where not is_proven and not is_closed)::integer as invited,
        count(*) filter (where is_closed)::integer as closed,
        (select count(*)::integer from access.role_now r) as roles,
        (select count(*)::integer from access.token t where t.expires_at > now()
          and not exists (select from access.token_revocation v where v.token = t.id)) as tokens
      from access.person_now`,
    (row) => ({
      there: whole(row, 'there'),
      invited: whole(row, 'invited'),
      closed: whole(row, 'closed'),
      roles: whole(row, 'roles'),
      tokens: whole(row, 'tokens'),
    }),
  )
  return found ?? { there: 0, invited: 0, closed: 0, roles: 0, tokens: 0 }
}
