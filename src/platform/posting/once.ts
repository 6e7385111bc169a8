import { createHash } from 'node:crypto'
import { sql, text, type WriteDb } from '../db.ts'
import { onceField, type Sent } from './form.ts'

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/**
 * The number under which what was sent is done once, if its page had one of ours. All forms of a page have its number, and somebody
 * may go back and write something else: that is another deed, so the address and what was written are part of it.
 */
export const onceOf = (path: string, { fields, files }: Sent): string | null => {
  const once = fields[onceField]
  if (typeof once !== 'string' || !uuid.test(once)) return null
  const hash = createHash('sha256').update(JSON.stringify([path, fields]))
  for (const [name, { bytes }] of Object.entries(files)) hash.update(name).update(bytes)
  return hash.digest('hex').slice(0, 32)
}

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
