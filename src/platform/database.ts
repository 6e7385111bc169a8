import path from 'node:path'
import pg from 'pg'
import { CannotGoOn } from './cannot-go-on.ts'
import type { Config } from './config.ts'
import type { ReadDb, WriteDb } from './db.ts'
import { inReadTransaction, inWriteTransaction, listened, onClient } from './drivers.ts'
import { type Cluster, openCluster, owner, port } from './embedded.ts'
import { connected, saidBy, unlessGone } from './gone.ts'
import { allowServing, migrate } from './migrating.ts'

/** The role that serves: it reads and adds rows, and can change or remove none. */
const serving = 'meridian_serve'
const databaseName = 'meridian'

/** The key of the lock that one server on a folder holds for its whole life. */
const serverLock = 4_242_002
const startLock = 4_242_004

export type Database = {
  /** When `gone` says that nobody waits any more, what is being asked is ended with its connection. */
  readonly read: <T>(body: (db: ReadDb) => Promise<T>, gone?: AbortSignal) => Promise<T>
  readonly write: <T>(body: (db: WriteDb) => Promise<T>, keep: (answer: T) => boolean) => Promise<T>
  /** As the owner of the tables, outside every rule: migrations, backup and restore. */
  readonly asOwner: <T>(body: (client: pg.Client) => Promise<T>) => Promise<T>
  /** Servers that start at once on one database bring it forward one after the other. */
  readonly inTurn: <T>(body: () => Promise<T>) => Promise<T>
  /** Names of the migrations that ran now. */
  readonly migrate: () => Promise<readonly string[]>
  /** One server a folder: null when another holds it. The promise of `gone` is kept when the database dies under us. */
  readonly hold: () => Promise<{ readonly gone: Promise<void>; readonly release: () => Promise<void> } | null>
  /** Opens the embedded database anew after it died. */
  readonly revive: () => Promise<void>
  readonly close: () => Promise<void>
  readonly describe: () => { readonly kind: 'embedded' | 'server'; readonly where: string; readonly adopted: boolean }
}

/** Whoever does not answer in so long is not there. */
const connectionTimeoutMillis = 5000

const once = async <T>(config: pg.ClientConfig, body: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionTimeoutMillis, ...config })
  let broken = false
  client.on('error', () => {
    broken = true
  })
  try {
    await connected(() => client.connect())
    return await unlessGone(
      () => body(client),
      () => broken,
    )
  } finally {
    await client.end().catch(() => {})
  }
}

const pool = (config: pg.PoolConfig, max: number): pg.Pool =>
  listened(new pg.Pool({ ...config, max, connectionTimeoutMillis, idleTimeoutMillis: 30_000 }))

/** Makes the role and the database of an embedded cluster, the first time. */
const prepare = (socket: string): Promise<void> =>
  once({ host: socket, port, user: owner, database: 'postgres' }, async (client) => {
    await client.query('select pg_advisory_lock(4242003)')
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [serving])
    if (roles.rowCount === 0) await client.query(`create role ${serving} login`)
    const databases = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (databases.rowCount === 0) await client.query(`create database ${databaseName} owner ${owner}`)
  })

type Roles = { readonly owner: pg.ClientConfig; readonly serve: pg.PoolConfig; readonly read: pg.PoolConfig | null }

const embeddedRoles = (socket: string): Roles => ({
  owner: { host: socket, port, user: owner, database: databaseName },
  serve: { host: socket, port, user: serving, database: databaseName },
  read: null,
})

const on = (
  kind: 'embedded' | 'server',
  where: string,
  roles: Roles,
  cluster: Cluster | null,
  reopen: () => Promise<unknown>,
): Database => {
  const writers = pool(roles.serve, 8)
  const readers = roles.read === null ? writers : pool(roles.read, 8)
  return {
    read: (body, gone) => onClient(readers, (client) => inReadTransaction(client, body), gone),
    write: (body, keep) => onClient(writers, (client) => inWriteTransaction(client, body, keep)),
    asOwner: (body) => once(roles.owner, body),
    inTurn: (body) =>
      once(roles.owner, async (client) => {
        await client.query('select pg_advisory_lock($1)', [startLock])
        return body()
      }),
    migrate: () =>
      once(roles.owner, async (client) => {
        await client.query('begin')
        const ran = await migrate(client)
        const role = String(roles.serve.user ?? new URL(roles.serve.connectionString ?? '').username)
        const asked = await client.query<{ me: string }>('select current_user as me')
        const me = asked.rows[0]?.me ?? ''
        if (role !== '' && role !== me) await allowServing(client, role)
        await client.query('commit')
        return ran
      }),
    hold: async () => {
      const client = new pg.Client({ connectionTimeoutMillis, ...roles.owner })
      const gone = new Promise<void>((resolve) => {
        client.on('error', () => resolve())
        client.on('end', () => resolve())
      })
      await connected(() => client.connect())
      const asked = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [serverLock])
      if (asked.rows[0]?.held === true) return { gone, release: () => client.end().catch(() => {}) }
      await client.end()
      return null
    },
    revive: async () => {
      await reopen()
    },
    close: async () => {
      await writers.end()
      if (readers !== writers) await readers.end()
      await cluster?.stop()
    },
    describe: () => ({ kind, where, adopted: cluster?.adopted ?? false }),
  }
}

/** Opens the database that the settings name: the embedded one in the data folder, or a server. */
export const openDatabase = async (config: Config): Promise<Database> => {
  if (config.server !== null) {
    const { serve, owner: ownerUrl, read } = config.server
    const roles: Roles = {
      owner: { connectionString: ownerUrl },
      serve: { connectionString: serve },
      read: read === null ? null : { connectionString: read },
    }
    const where = new URL(serve).host
    const version = await once(roles.owner, async (client) => {
      const { rows } = await client.query<{ v: string }>("select current_setting('server_version_num') as v")
      return Number(rows[0]?.v ?? 0)
    }).catch((error: Error) => {
      throw new CannotGoOn(
        { code: 'platform.serverSilent', facts: { where, said: saidBy(error.cause ?? error) } },
        error,
      )
    })
    if (version > 0 && version < 150_000) {
      const facts = { where, version: String(Math.floor(version / 10_000)), needed: '15' }
      throw new CannotGoOn({ code: 'platform.serverTooOld', facts })
    }
    return on('server', where, roles, null, async () => {})
  }
  const folder = path.join(config.data, 'pg')
  const open = async (): Promise<Cluster> => {
    const cluster = await openCluster(folder)
    await prepare(cluster.socket)
    return cluster
  }
  const cluster = await open()
  return on('embedded', folder, embeddedRoles(cluster.socket), cluster, open)
}
