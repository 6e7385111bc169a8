import type { Database } from './database.ts'
import type { Check } from './feature.ts'
import { migrations, ranAlready, schemasOf } from './migrating.ts'

const one = async (database: Database, question: string): Promise<string> =>
  database.asOwner(async (client) => {
    const { rows } = await client.query<{ a: unknown }>(question)
    return String(rows[0]?.a ?? '')
  })

/** What must be true of any database that Meridian stands on. */
export const databaseChecks = async (database: Database): Promise<readonly Check[]> => {
  const { kind, where } = database.describe()
  const version = await one(database, `select current_setting('server_version') as a`)
  const encoding = await one(
    database,
    `select pg_encoding_to_char(encoding) as a from pg_database where datname = current_database()`,
  )
  const ctype = await one(database, `select datctype as a from pg_database where datname = current_database()`)
  const ran = await database.asOwner(ranAlready)
  const due = migrations().filter(({ name }) => !ran.has(name))
  const schemas = await database.asOwner(schemasOf)
  const changeable =
    schemas.length === 0
      ? ''
      : await one(
          database,
          `select coalesce(string_agg(distinct grantee, ', '), '') as a from information_schema.role_table_grants
           where privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE') and grantee <> (select current_user)
             and table_schema not in ('pg_catalog', 'information_schema')`,
        )
  return [
    { name: 'database', well: Number.parseInt(version, 10) >= 15, seen: `PostgreSQL ${version}, ${kind}, ${where}` },
    { name: 'encoding', well: encoding === 'UTF8', seen: encoding },
    { name: 'character classes', well: !/^(C|POSIX)$/.test(ctype), seen: `LC_CTYPE ${ctype}` },
    {
      name: 'schema',
      well: true,
      seen: due.length === 0 ? `${ran.size} migrations, none due` : `${due.length} migrations due at the next start`,
    },
    {
      name: 'append only',
      well: changeable === '',
      seen:
        changeable === ''
          ? 'no role but the owner may change or remove rows'
          : `these roles may change rows: ${changeable}`,
    },
  ]
}
