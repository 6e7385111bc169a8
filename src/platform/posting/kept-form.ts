import { createHash, randomBytes } from 'node:crypto'
import { PersonId } from '#kernel'
import { type ReadDb, type Row, sql, text, type WriteDb } from '../db.ts'
import type { Fields } from './form.ts'

/** A form longer than this does not wait: its writer is told so. In characters of JSON. */
const longest = 100_000

/** How long it waits, in minutes. */
const minutes = 60

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Keeps what was typed until its writer has signed in; answers the secret of its link, or null when it is too long to wait. */
export const keepForm = async (db: WriteDb, person: PersonId, path: string, fields: Fields): Promise<string | null> => {
  const written = JSON.stringify(fields)
  if (written.length > longest) return null
  const secret = randomBytes(32).toString('base64url')
  await db.run(sql`-- platform.keepForm
    insert into platform.kept_form (digest, person, path, fields, expires_at)
    values (decode(${digestOf(secret)}, 'hex'), ${person}, ${path}, ${written}::jsonb, now() + make_interval(mins => ${minutes}))`)
  return secret
}

const read = (row: Row): { readonly person: PersonId; readonly fields: Fields } => ({
  person: PersonId.trusted(text(row, 'person')),
  fields: row['fields'] as Fields,
})

/** What was typed on that page, for who typed it; null for anybody else, and after its time. */
export const keptForm = async (db: ReadDb, by: PersonId, path: string, secret: string): Promise<Fields | null> => {
  const found = await db.one(
    sql`-- platform.keptForm
      select person, fields from platform.kept_form
      where digest = decode(${digestOf(secret)}, 'hex') and path = ${path} and expires_at > now()`,
    read,
  )
  return found?.person === by ? found.fields : null
}
