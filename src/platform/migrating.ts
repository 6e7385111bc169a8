import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { CannotGoOn } from './cannot-go-on.ts'
import { rootFolder } from './config.ts'

/** A step of the schema: its file's name without the ending, frozen once it has run anywhere. */
export type Migration = { readonly name: string; readonly digest: string; readonly text: string }

/** Every migration of every feature, in the order of their dates, as on a live database. */
export const migrationFiles = (): readonly string[] =>
  globSync('src/*/migrations/*.sql', { cwd: rootFolder }).toSorted((a, b) =>
    path.basename(a) < path.basename(b) ? -1 : 1,
  )

export const migrations = (): readonly Migration[] =>
  migrationFiles().map((file) => {
    const text = readFileSync(path.join(rootFolder, file), 'utf8')
    return { name: path.basename(file, '.sql'), digest: createHash('sha256').update(text).digest('hex'), text }
  })

export const ranAlready = async (client: pg.ClientBase): Promise<ReadonlyMap<string, string>> => {
  const standing = await client.query<{ there: boolean }>(
    `select to_regclass('platform_migration') is not null or to_regclass('public.platform_migration') is not null as there`,
  )
  if (standing.rows[0]?.there !== true) return new Map()
  const { rows } = await client.query<{ name: string; digest: string }>(
    'select name, digest from public.platform_migration order by name',
  )
  return new Map(rows.map(({ name, digest }) => [name, digest]))
}

/**
 * Brings the schema forward, in the caller's transaction, and answers the names that ran now. With `only`, no further
 * than those: a backup is restored into the schema it was made from, and then brought forward.
 */
export const migrate = async (client: pg.ClientBase, only?: ReadonlySet<string>): Promise<readonly string[]> => {
  await client.query('select pg_advisory_xact_lock(4242001)')
  await client.query(`create table if not exists public.platform_migration
    (name text primary key, digest text not null, ran_at timestamptz not null default now())`)
  const ran = await ranAlready(client)
  const all = migrations()
  const stranger = [...ran.keys()].find((name) => !all.some((one) => one.name === name))
  if (stranger !== undefined) throw new CannotGoOn({ code: 'platform.databaseNewer', facts: { migration: stranger } })
  const edited = all.find(({ name, digest }) => (ran.get(name) ?? digest) !== digest)
  if (edited !== undefined)
    throw new CannotGoOn({ code: 'platform.migrationEdited', facts: { migration: edited.name } })
  const due = all.filter(({ name }) => !ran.has(name) && (only === undefined || only.has(name)))
  for (const { name, digest, text } of due) {
    await client.query(text)
    await client.query('insert into public.platform_migration (name, digest) values ($1, $2)', [name, digest])
  }
  return due.map(({ name }) => name)
}

/**
 * Schemas that migrations made; the serving role may read and add rows there, and change or remove those of the few tables that
 * say so. What else stands in the database is not ours to grant, to back up or to drop.
 */
export const schemasOf = async (client: pg.ClientBase): Promise<readonly string[]> => {
  const ours = migrations().flatMap(({ text }) =>
    [...text.matchAll(/^create schema ([a-z]+)/gm)].map(([, name = '']) => name),
  )
  const { rows } = await client.query<{ name: string }>(
    'select nspname as name from pg_namespace where nspname = any($1) order by 1',
    [ours],
  )
  return rows.map(({ name }) => name)
}

/** Tables whose comment begins with `changeable: ` and says why: what stands for a while, counts. All others are only read and added to. */
const changeableOf = async (client: pg.ClientBase): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1) and obj_description(c.oid, 'pg_class') like 'changeable: %' order by 1`,
    [await schemasOf(client)],
  )
  return rows.map(({ name }) => name)
}

export const allowServing = async (client: pg.ClientBase, role: string): Promise<void> => {
  const name = `"${role.replaceAll('"', '""')}"`
  for (const schema of await schemasOf(client)) {
    await client.query(`grant usage on schema "${schema}" to ${name}`)
    await client.query(`grant select, insert on all tables in schema "${schema}" to ${name}`)
    await client.query(`grant usage on all sequences in schema "${schema}" to ${name}`)
  }
  for (const table of await changeableOf(client)) await client.query(`grant update, delete on ${table} to ${name}`)
}
