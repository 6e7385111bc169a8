import { type ReadDb, sql, text, type WriteDb } from '#platform'

export type WaitingLetter = { readonly n: string; readonly sealed: Buffer; readonly tries: number }

export const addLetter = (db: WriteDb, sealed: Buffer): Promise<number> =>
  db.run(sql`-- access.addLetter
    insert into access.letter (sealed) values (${sealed})`)

/** The letter that waits longest, for this sender alone until its transaction ends. */
export const nextLetter = (db: WriteDb): Promise<WaitingLetter | null> =>
  db.one(
    sql`-- access.nextLetter
      select n::text, sealed, tries from access.letter where next_at <= now() order by access.letter.n limit 1
      for update skip locked`,
    (row) => ({ n: text(row, 'n'), sealed: row['sealed'] as Buffer, tries: row['tries'] as number }),
  )

export const dropLetter = (db: WriteDb, n: string): Promise<number> =>
  db.run(sql`-- access.dropLetter
    delete from access.letter where n = ${n}::bigint`)

/** It is tried again, each time after twice as long. */
export const putOffLetter = (db: WriteDb, n: string): Promise<number> =>
  db.run(sql`-- access.putOffLetter
    update access.letter set tries = tries + 1, next_at = now() + make_interval(secs => 30 * 2 ^ tries) where n = ${n}::bigint`)

/** Every letter that waits, sealed, in the order in which they were written. */
export const waitingLetters = (db: ReadDb): Promise<readonly Buffer[]> =>
  db.all(
    sql`-- access.waitingLetters
      select sealed from access.letter order by n`,
    (row) => row['sealed'] as Buffer,
  )
