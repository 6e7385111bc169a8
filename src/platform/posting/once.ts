import { sql, text, type WriteDb } from '../db.ts'

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The number of a form, if it has one that is a number of ours. */
export const onceIn = (value: unknown): string | null => (typeof value === 'string' && uuid.test(value) ? value : null)

/** Where the deed of this form went when it was done before; null when it was not. Who sends it at the same moment waits. */
export const wentBefore = async (db: WriteDb, once: string, person: string): Promise<string | null> => {
  await db.run(sql`-- platform.lockOnce
    select pg_advisory_xact_lock(hashtextextended(${once}, 0))`)
  return db.one(
    sql`-- platform.wentBefore
      select went_to from platform.submission where once = ${once}::uuid and person = ${person}`,
    (row) => text(row, 'went_to'),
  )
}

export const addSubmission = (db: WriteDb, once: string, person: string, wentTo: string): Promise<number> =>
  db.run(sql`-- platform.addSubmission
    insert into platform.submission (once, person, went_to) values (${once}::uuid, ${person}, ${wentTo})`)
