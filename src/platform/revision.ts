import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { rootFolder } from './config.ts'
import { type ReadDb, sql, text, textOrNull, truth } from './db.ts'

/** The number of the latest deed that changed what pages show: a page made under it stays true until the next. */
export const revisionOf = async (db: ReadDb): Promise<string> =>
  (await db.one(
    sql`-- platform.revisionOf
      select coalesce(max(n), 0)::text as n from platform.event where not is_quiet`,
    (row) => text(row, 'n'),
  )) ?? '0'

/** The program that looked last whether the search index is what it would make; null before the first. */
export const indexedBy = (db: ReadDb): Promise<string | null> =>
  db.one(
    sql`-- platform.indexedBy
      select facts->>'build' as build from platform.event where event = 'platform.indexed' order by n desc limit 1`,
    (row) => textOrNull(row, 'build'),
  )

/** Whether anybody ever did this. */
export const wasDone = async (db: ReadDb, event: string): Promise<boolean> =>
  (await db.one(
    sql`-- platform.wasDone
      select exists (select from platform.event where event = ${event}) as was`,
    (row) => truth(row, 'was'),
  )) ?? false

/** What this program is: pages made by another version are other pages. */
export const buildOf = (): string => {
  const digest = createHash('sha1')
  const files = globSync('src/**/*.{ts,tsx,json,css}', { cwd: rootFolder }).toSorted()
  for (const file of files) digest.update(file).update(readFileSync(path.join(rootFolder, file)))
  return digest.digest('hex').slice(0, 10)
}
