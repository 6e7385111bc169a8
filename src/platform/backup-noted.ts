import { addEvent } from './audit/event.ts'
import { lastOf } from './audit/reading.ts'
import type { BackupFacts } from './backup.ts'
import type { Database } from './database.ts'
import type { ReadDb } from './db.ts'
import { migrations, ranAlready } from './migrating.ts'

/** The deed of a backup in the trail. */
const backedUp = 'platform.backedUp'

/** A backup as it was noted when it was made: the moment in UTC, where it was written, what it holds, in bytes of the file. */
export type BackupNoted = {
  readonly n: string
  readonly at: string
  readonly file: string
  readonly tables: number
  readonly rows: number
  readonly bytes: number
}

/**
 * Notes a backup in the trail, so that the house can say when the last one was made. The note is not in the backup itself. A
 * database that an older program made, before the next start brings it forward, takes no note: false.
 */
export const noteBackup = async (
  database: Pick<Database, 'write' | 'asOwner'>,
  person: string,
  facts: BackupFacts & { readonly file: string },
): Promise<boolean> => {
  const ran = await database.asOwner(ranAlready)
  if (migrations().some(({ name }) => !ran.has(name))) return false
  await database.write(
    async (db) => addEvent(db, { person, event: backedUp, way: 'command', facts }),
    () => true,
  )
  return true
}

/** The last backup that `meridian backup` made of this database; null when it made none. What others make is not known here. */
export const lastBackup = async (db: ReadDb): Promise<BackupNoted | null> => {
  const found = await lastOf(db, backedUp)
  if (found === null) return null
  const facts = found.facts as Omit<BackupNoted, 'n' | 'at'>
  return { ...facts, n: found.n, at: found.at }
}
