import type { PersonId } from '#kernel'
import { type ReadDb, sql, truth, type WriteDb, whole } from '#platform'

export type Factor = { readonly secret: Buffer; readonly isConfirmed: boolean }

export const factorOf = (db: ReadDb, person: PersonId): Promise<Factor | null> =>
  db.one(
    sql`-- access.factorOf
      select secret, confirmed_at is not null as is_confirmed from access.second_factor where person::text = ${person}`,
    (row) => ({ secret: row['secret'] as Buffer, isConfirmed: truth(row, 'is_confirmed') }),
  )

/** A factor that is not confirmed yet; one that is confirmed stays as it is. Answers how many were put. */
export const putFactor = (db: WriteDb, person: PersonId, secret: Buffer): Promise<number> =>
  db.run(sql`-- access.putFactor
    insert into access.second_factor as f (person, secret) values (${person}::uuid, ${secret})
    on conflict (person) do update set secret = excluded.secret, added_at = now(), last_step = 0 where f.confirmed_at is null`)

/** Uses up a step: once, and none that is older than the last. Answers how many were used: of any number at once, one. */
export const useStep = (db: WriteDb, person: PersonId, step: number): Promise<number> =>
  db.run(sql`-- access.useStep
    update access.second_factor set last_step = ${step}, confirmed_at = coalesce(confirmed_at, now())
    where person = ${person}::uuid and last_step < ${step}`)

export const dropFactor = async (db: WriteDb, person: PersonId): Promise<number> => {
  await dropRecoveryCodes(db, person)
  return db.run(sql`-- access.dropFactor
    delete from access.second_factor where person = ${person}::uuid`)
}

export const dropRecoveryCodes = (db: WriteDb, person: PersonId): Promise<number> =>
  db.run(sql`-- access.dropRecoveryCodes
    delete from access.recovery_code where person = ${person}::uuid`)

export const addRecoveryCodes = (db: WriteDb, person: PersonId, digests: readonly Buffer[]): Promise<number> =>
  db.run(sql`-- access.addRecoveryCodes
    insert into access.recovery_code (person, digest) select ${person}::uuid, unnest(${digests}::bytea[])`)

/** Uses up a recovery code; answers how many that were. */
export const useRecoveryCode = (db: WriteDb, person: PersonId, digest: Buffer): Promise<number> =>
  db.run(sql`-- access.useRecoveryCode
    delete from access.recovery_code where person = ${person}::uuid and digest = ${digest}`)

export const recoveryCodesLeft = async (db: ReadDb, person: PersonId): Promise<number> =>
  (await db.one(
    sql`-- access.recoveryCodesLeft
      select count(*)::integer as left from access.recovery_code where person::text = ${person}`,
    (row) => whole(row, 'left'),
  )) ?? 0

/** Those of confirmed factors, for `doctor`: can they be read with the key that is there? */
export const factorsOfAll = (db: ReadDb): Promise<readonly Buffer[]> =>
  db.all(
    sql`-- access.factorsOfAll
      select secret from access.second_factor where confirmed_at is not null`,
    (row) => row['secret'] as Buffer,
  )
