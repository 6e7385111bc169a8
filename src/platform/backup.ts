import { createHash, type Hash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { type Attempt, done, refused } from '#kernel'
import { CannotGoOn } from './cannot-go-on.ts'
import { migrate, ranAlready, schemasOf } from './migrating.ts'
import type { Progress } from './work.ts'

/**
 * A backup is one gzip file of frames. A frame is a length (four bytes, big endian) and that many bytes. The first holds
 * JSON: what this is and which migrations made the tables. For each table follow a JSON frame with its name and columns,
 * frames of PostgreSQL's COPY text, and an empty frame; the last frame holds the digest of all before it. Text, because it
 * is read by any later version of PostgreSQL.
 */
const magic = 'meridian-backup/1'
const largestFrame = 64 * 2 ** 20

export type BackupFacts = { readonly tables: number; readonly rows: number; readonly bytes: number }

type Table = { readonly name: string; readonly columns: readonly string[] }

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const tablesOf = async (client: pg.ClientBase): Promise<readonly Table[]> => {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name,
       array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and n.nspname = any($1) group by 1 order by 1`,
    [await schemasOf(client)],
  )
  return inOrderOfKeys(client, rows)
}

/** Tables that others point at come first, so that foreign keys hold at every moment of a restore. */
const inOrderOfKeys = async (client: pg.ClientBase, tables: readonly Table[]): Promise<readonly Table[]> => {
  const { rows } = await client.query<{ child: string; parent: string }>(
    `select quote_ident(cn.nspname) || '.' || quote_ident(cc.relname) as child,
       quote_ident(pn.nspname) || '.' || quote_ident(pc.relname) as parent
     from pg_constraint k join pg_class cc on cc.oid = k.conrelid join pg_namespace cn on cn.oid = cc.relnamespace
       join pg_class pc on pc.oid = k.confrelid join pg_namespace pn on pn.oid = pc.relnamespace
     where k.contype = 'f' and k.conrelid <> k.confrelid`,
  )
  const placed = new Set<string>()
  const order: Table[] = []
  while (order.length < tables.length) {
    const next = tables.filter(
      ({ name }) => !placed.has(name) && rows.every(({ child, parent }) => child !== name || placed.has(parent)),
    )
    if (next.length === 0) throw new Error('Foreign keys make a circle')
    for (const table of next) {
      placed.add(table.name)
      order.push(table)
    }
  }
  return order
}

const lengthOf = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return length
}

/** About how many bytes of rows there are: the tables' own size on the disk, for a bar. */
const sizeOf = async (client: pg.ClientBase): Promise<number> => {
  const { rows } = await client.query<{ bytes: string }>(
    `select coalesce(sum(pg_relation_size(c.oid)), 0)::text as bytes
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = any($1)`,
    [await schemasOf(client)],
  )
  return Number(rows[0]?.bytes ?? 0)
}

async function* framesOf(
  client: pg.ClientBase,
  counted: { tables: number; rows: number },
  progress?: Progress,
): AsyncGenerator<Buffer> {
  const size = await sizeOf(client)
  let told = 0
  const digest = createHash('sha256')
  const frame = (bytes: Buffer): Buffer => {
    const whole = Buffer.concat([lengthOf(bytes), bytes])
    digest.update(whole)
    return whole
  }
  const ran = await ranAlready(client)
  const head = { is: magic, made: new Date().toISOString(), migrations: [...ran.keys()] }
  yield frame(Buffer.from(JSON.stringify(head)))
  for (const table of await tablesOf(client)) {
    yield frame(Buffer.from(JSON.stringify({ table: table.name, columns: table.columns })))
    const rows = client.query(copyTo(`copy ${table.name} (${table.columns.join(', ')}) to stdout`))
    for await (const chunk of rows) {
      told += (chunk as Buffer).length
      progress?.(told, size)
      if ((chunk as Buffer).length > 0) yield frame(chunk as Buffer)
    }
    yield frame(Buffer.alloc(0))
    counted.tables += 1
    counted.rows += rows.rowCount
  }
  const last = Buffer.from(JSON.stringify({ digest: digest.digest('hex'), rows: counted.rows }))
  yield Buffer.concat([lengthOf(last), last])
}

/** Writes one file while others go on reading and writing: it holds what was committed when it began, whole. */
export const backUp = async (client: pg.ClientBase, file: string, progress?: Progress): Promise<BackupFacts> => {
  const counted = { tables: 0, rows: 0 }
  const part = `${file}.part`
  // Opened before anything else is waited for: what cannot be written is an answer then, and no error that nobody hears.
  const sink = (await open(part, 'w', 0o600)).createWriteStream()
  await client.query('begin isolation level repeatable read read only')
  try {
    await pipeline(Readable.from(framesOf(client, counted, progress)), createGzip({ level: 4 }), sink)
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await client.query('rollback').catch(() => {})
  }
  return { ...counted, bytes: sink.bytesWritten }
}

const notABackup = (
  code: 'platform.backupCutShort' | 'platform.backupDamaged' | 'platform.backupNotOurs',
  file: string,
): CannotGoOn => new CannotGoOn({ code, facts: { file } })

/** Reads frame after frame, never more than one in memory. */
async function* framesIn(file: string, digest: Hash, progress?: Progress): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  let last: Buffer | null = null
  const source = createReadStream(file)
  const size = statSync(file).size
  const bytes = source.pipe(createGunzip())
  source.on('error', (error) => bytes.destroy(error))
  for await (const chunk of bytes) {
    progress?.(source.bytesRead, size)
    held = held.length === 0 ? (chunk as Buffer) : Buffer.concat([held, chunk as Buffer])
    while (held.length >= 4) {
      const length = held.readUInt32BE(0)
      if (length > largestFrame)
        throw notABackup(last === null ? 'platform.backupNotOurs' : 'platform.backupDamaged', file)
      if (held.length < 4 + length) break
      // One is held back: the last holds the digest of all before it.
      if (last !== null) {
        digest.update(lengthOf(last)).update(last)
        yield last
      }
      last = Buffer.from(held.subarray(4, 4 + length))
      held = held.subarray(4 + length)
    }
  }
  if (last === null || held.length > 0) throw notABackup('platform.backupCutShort', file)
  const { digest: written } = JSON.parse(last.toString()) as { digest?: string }
  if (written !== digest.digest('hex')) throw notABackup('platform.backupDamaged', file)
}

const isEmpty = async (client: pg.ClientBase): Promise<boolean> => {
  for (const { name } of await tablesOf(client)) {
    const { rowCount } = await client.query(`select 1 from ${name} limit 1`)
    if ((rowCount ?? 0) > 0) return false
  }
  return true
}

const setNumbers = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as table, a.attname as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attidentity <> '' and n.nspname = any($1)`,
    [await schemasOf(client)],
  )
  for (const { table, column } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${quoted(column)}), 0) + 1, false) from ${table}`,
      [table, column],
    )
}

/**
 * Puts a backup in place of what is there, in one transaction: all of it or nothing. A database that holds rows is only
 * replaced when `force` says so. Tables are made by the migrations the backup names, then brought forward.
 */
export const restore = async (
  client: pg.ClientBase,
  file: string,
  force: boolean,
  progress?: Progress,
): Promise<Attempt<{ readonly tables: number; readonly rows: number }>> => {
  await client.query('begin')
  try {
    if (!force && !(await isEmpty(client))) {
      await client.query('rollback')
      return refused('platform.restoreNotEmpty', { file })
    }
    for (const schema of await schemasOf(client)) await client.query(`drop schema ${quoted(schema)} cascade`)
    await client.query('drop table if exists public.platform_migration')
    const frames = framesIn(file, createHash('sha256'), progress)
    const next = async (): Promise<Buffer | null> => (await frames.next()).value ?? null
    const head = JSON.parse(((await next()) ?? Buffer.from('{}')).toString()) as { is?: string; migrations?: string[] }
    if (head.is !== magic) throw notABackup('platform.backupNotOurs', file)
    await migrate(client, new Set(head.migrations ?? []))
    let tables = 0
    let rows = 0
    for (let frame = await next(); frame !== null; frame = await next()) {
      const { table, columns } = JSON.parse(frame.toString()) as { table: string; columns: string[] }
      if (!/^[a-z_"]+\.[a-z_"]+$/.test(table)) throw notABackup('platform.backupDamaged', file)
      const sink = client.query(copyFrom(`copy ${table} (${columns.map(quotedOnce).join(', ')}) from stdin`))
      const through = new PassThrough()
      const writing = pipeline(through, sink)
      try {
        for (let part = await next(); part !== null && part.length > 0; part = await next())
          if (!through.write(part)) await new Promise((resolve) => through.once('drain', resolve))
        through.end()
      } catch (error) {
        // The copy is told to fail, or the rollback would wait for it for ever.
        through.destroy(error as Error)
        await writing.catch(() => {})
        throw error
      }
      await writing
      tables += 1
      rows += sink.rowCount
    }
    await setNumbers(client)
    await migrate(client)
    await client.query('commit')
    return done({ tables, rows })
  } catch (error) {
    await client.query('rollback').catch(() => {})
    if ((error as { code?: string }).code === 'Z_BUF_ERROR') return refused('platform.backupCutShort', { file })
    if (error instanceof CannotGoOn) return { kind: 'refused', refusal: error.refusal }
    return refused('platform.restoreNotRead', { file, why: (error as Error).message })
  }
}

const quotedOnce = (name: string): string => quoted(name.replace(/^"(.*)"$/, '$1'))
