import type pg from 'pg'
import type { Database } from './database.ts'
import type { Check } from './feature.ts'
import { migrations, ranAlready, schemasOf } from './migrating.ts'

type Standing = { readonly version: string; readonly encoding: string; readonly ctype: string; readonly roles: string }

/** Roles that may change or remove rows of ours, besides who owns them. What else stands in the database is not our business. */
const changers = `
  select coalesce(string_agg(distinct case granted.grantee when 0 then 'PUBLIC' else pg_get_userbyid(granted.grantee) end, ', '), '')
  from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) as granted
  where (n.nspname = any($1) or (n.nspname = 'public' and c.relname = 'platform_migration')) and c.relkind in ('r', 'p')
    and granted.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE') and granted.grantee <> c.relowner
    and (coalesce(obj_description(c.oid, 'pg_class'), '') not like 'changeable: %' or granted.grantee = 0
      or granted.privilege_type = 'TRUNCATE')`

/** Whether misspelt words can be searched for: what measures their distance stands here, or may be put here. */
const spellingOn = async (client: pg.ClientBase): Promise<Check> => {
  const { rows } = await client.query<{ version: string; there: boolean; may: boolean; owner: string }>(
    `select coalesce(installed_version, default_version) as version, installed_version is not null as there,
       has_database_privilege(current_database(), 'CREATE') as may, current_user as owner
     from pg_available_extensions where name = 'fuzzystrmatch'`,
  )
  const [one] = rows
  const about = 'platform.doctor.spelling'
  if (one === undefined) return { about, well: false, seen: { code: 'platform.doctor.spellingMissing', facts: {} } }
  return one.there || one.may
    ? { about, well: true, seen: { code: 'platform.doctor.spellingSeen', facts: { version: one.version } } }
    : { about, well: false, seen: { code: 'platform.doctor.spellingNotAllowed', facts: { owner: one.owner } } }
}

/** What must be true of any database that Meridian stands on. */
export const databaseChecks = async (database: Pick<Database, 'asOwner' | 'describe'>): Promise<readonly Check[]> => {
  const { kind, where } = database.describe()
  const ran = await database.asOwner(ranAlready)
  const due = migrations().filter(({ name }) => !ran.has(name)).length
  const standing = await database.asOwner(async (client) => {
    const { rows } = await client.query<Standing>(
      `select current_setting('server_version') as version, pg_encoding_to_char(encoding) as encoding, datctype as ctype,
         (${changers}) as roles
       from pg_database where datname = current_database()`,
      [await schemasOf(client)],
    )
    return rows[0]
  })
  const { version = '', encoding = '', ctype = '', roles = '' } = standing ?? {}
  const spelling = await database.asOwner(spellingOn)
  const isNew = Number.parseInt(version, 10) >= 15
  const holdsAll = encoding === 'UTF8'
  const knowsLetters = !/^(C|POSIX)$/.test(ctype)
  return [
    {
      about: 'platform.doctor.database',
      well: isNew,
      seen: isNew
        ? { code: 'platform.doctor.databaseSeen', facts: { version, kind, where } }
        : { code: 'platform.doctor.databaseTooOld', facts: { version, where, needed: '15' } },
    },
    {
      about: 'platform.doctor.encoding',
      well: holdsAll,
      seen: holdsAll
        ? { code: 'platform.doctor.encodingSeen', facts: { encoding } }
        : { code: 'platform.doctor.encodingWrong', facts: { encoding } },
    },
    {
      about: 'platform.doctor.letters',
      well: knowsLetters,
      seen: knowsLetters
        ? { code: 'platform.doctor.lettersSeen', facts: { ctype } }
        : { code: 'platform.doctor.lettersWrong', facts: { ctype } },
    },
    spelling,
    {
      about: 'platform.doctor.tables',
      well: true,
      seen:
        due === 0
          ? { code: 'platform.doctor.tablesCurrent', facts: { count: ran.size } }
          : { code: 'platform.doctor.tablesDue', facts: { count: due } },
    },
    {
      about: 'platform.doctor.appendOnly',
      well: roles === '',
      seen:
        roles === ''
          ? { code: 'platform.doctor.appendOnlyHolds', facts: {} }
          : { code: 'platform.doctor.appendOnlyBroken', facts: { roles } },
    },
  ]
}
