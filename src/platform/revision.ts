import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { rootFolder } from './config.ts'
import { type ReadDb, sql, text, type WriteDb } from './db.ts'

/** The number of the latest deed: a page made under it stays true until the next. */
export const revisionOf = async (db: ReadDb): Promise<string> =>
  (await db.one(
    sql`-- platform.revisionOf
      select coalesce(max(n), 0)::text as n from platform.event`,
    (row) => text(row, 'n'),
  )) ?? '0'

/** Written in the deed's transaction: both or neither. */
export const addEvent = (db: WriteDb, person: string, event: string, facts: unknown): Promise<number> =>
  db.run(sql`-- platform.addEvent
    insert into platform.event (person, event, facts)
    values (${person}, ${event}, ${JSON.stringify(facts ?? {}, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}::jsonb)`)

/** What this program is: pages made by another version are other pages. */
export const buildOf = (): string => {
  const digest = createHash('sha1')
  const files = globSync('src/**/*.{ts,tsx,json,css}', { cwd: rootFolder }).toSorted()
  for (const file of files) digest.update(file).update(readFileSync(path.join(rootFolder, file)))
  return digest.digest('hex').slice(0, 10)
}
