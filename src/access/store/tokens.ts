import type { Held } from '#access/core'
import { PersonId } from '#kernel'
import { type ReadDb, sql, text, textOrNull, truth, type WriteDb } from '#platform'
import { heldIn } from './sessions.ts'

export type TokenStanding = {
  readonly person: PersonId
  readonly name: string
  readonly scopes: readonly string[]
  readonly held: readonly Held[]
}

/** The person behind a token, with their roles now; null for one that has passed its time, was revoked or whose person has left. */
export const tokenOf = (db: ReadDb, digest: Buffer): Promise<TokenStanding | null> =>
  db.one(
    sql`-- access.tokenOf
      select t.person::text, p.name, t.scopes,
        coalesce((
          select jsonb_agg(jsonb_build_array(r.role, r.scope, r.code)) from access.role_now r where r.person = t.person
        ), '[]') as held
      from access.token t cross join lateral (
        select name, is_closed from access.person_state where person = t.person order by n desc limit 1
      ) p
      where t.digest = ${digest} and t.expires_at > now() and not p.is_closed
        and not exists (select from access.token_revocation v where v.token = t.id)`,
    (row) => ({
      person: PersonId.trusted(text(row, 'person')),
      name: text(row, 'name'),
      scopes: row['scopes'] as readonly string[],
      held: heldIn(row),
    }),
  )

export type TokenRow = {
  readonly id: string
  readonly person: PersonId
  readonly name: string
  readonly scopes: readonly string[]
  readonly madeOn: string
  readonly expiresOn: string
  readonly isOver: boolean
  readonly revokedOn: string | null
}

/** The tokens of these people, the latest first; those that are over as well. */
export const tokensOf = (db: ReadDb, people: readonly PersonId[]): Promise<readonly TokenRow[]> =>
  db.all(
    sql`-- access.tokensOf
      select t.id::text, t.person::text, t.name, t.scopes, to_char(t.made_at at time zone 'UTC', 'YYYY-MM-DD') as made_on,
        to_char(t.expires_at at time zone 'UTC', 'YYYY-MM-DD') as expires_on, t.expires_at <= now() as is_over,
        to_char(v.at at time zone 'UTC', 'YYYY-MM-DD') as revoked_on
      from access.token t left join access.token_revocation v on v.token = t.id
      where t.person::text = any(${people}) order by t.made_at desc, t.id`,
    (row) => ({
      id: text(row, 'id'),
      person: PersonId.trusted(text(row, 'person')),
      name: text(row, 'name'),
      scopes: row['scopes'] as readonly string[],
      madeOn: text(row, 'made_on'),
      expiresOn: text(row, 'expires_on'),
      isOver: truth(row, 'is_over'),
      revokedOn: textOrNull(row, 'revoked_on'),
    }),
  )

export const addToken = (
  db: WriteDb,
  person: PersonId,
  digest: Buffer,
  name: string,
  scopes: readonly string[],
  days: number,
): Promise<number> =>
  db.run(sql`-- access.addToken
    insert into access.token (digest, person, name, scopes, expires_at)
    values (${digest}, ${person}::uuid, ${name}, ${scopes}, now() + make_interval(days => ${days}))`)

/** Revokes somebody's own token; answers how many that were: none when it is another's or revoked already. */
export const addRevocation = (db: WriteDb, by: PersonId, person: PersonId, token: string): Promise<number> =>
  db.run(sql`-- access.addRevocation
    insert into access.token_revocation (token, by)
    select id, ${by} from access.token where id::text = ${token} and person = ${person}::uuid
    on conflict (token) do nothing`)

export const revokeAll = (db: WriteDb, by: PersonId, person: PersonId): Promise<number> =>
  db.run(sql`-- access.revokeAll
    insert into access.token_revocation (token, by)
    select id, ${by} from access.token where person = ${person}::uuid and expires_at > now()
    on conflict (token) do nothing`)
