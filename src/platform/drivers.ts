import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { ReadDb, Row, Sql, WriteDb } from './db.ts'
import { connected, unlessGone } from './gone.ts'
import { hangUp, rowStream } from './row-stream.ts'
import { written } from './written.ts'

/** One name for one text: PostgreSQL keeps the plan of a statement under it. */
const prepared = new Map<string, string>()
const nameOf = (statement: Sql): string => {
  const standing = prepared.get(statement.text)
  if (standing !== undefined) return standing
  const name = `${statement.name.slice(0, 50)}#${prepared.size}`
  prepared.set(statement.text, name)
  return name
}

const asked = (client: pg.ClientBase, statement: Sql): Promise<pg.QueryResult<Row>> =>
  client.query<Row>({ name: nameOf(statement), text: statement.text, values: [...statement.values] })

/** A transaction has one connection, which answers one statement at a time: who asks several at once waits here. */
const inTurn = (): (<T>(ask: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve()
  return (ask) => {
    const next = last.then(ask, ask)
    last = next.catch(() => {})
    return next
  }
}

const readOn = (client: pg.ClientBase, turn = inTurn()): ReadDb => ({
  all: async (statement, read) => (await turn(() => asked(client, statement))).rows.map(read),
  one: async (statement, read) => {
    const [first, second] = (await turn(() => asked(client, statement))).rows
    if (second !== undefined) throw new Error(`${statement.name} found more than one row`)
    return first === undefined ? null : read(first)
  },
  stream: (statement) => rowStream(client, turn, statement),
})

const writeOn = (client: pg.ClientBase, last: Sql[], turn = inTurn()): WriteDb => ({
  ...readOn(client, turn),
  run: (statement) => turn(async () => (await asked(client, statement)).rowCount ?? 0),
  atEnd: (statement) => {
    last.push(statement)
  },
  copy: (statement, rows) =>
    turn(async () => {
      if (statement.values.length > 0) throw new Error(`${statement.name}: a copy takes no values`)
      const sink = client.query(copyFrom(statement.text))
      await pipeline(rows, sink)
      return sink.rowCount
    }),
})

/** A GET's transaction: one picture of the database from its first statement to its last, and no writing. */
export const inReadTransaction = async <T>(client: pg.ClientBase, body: (db: ReadDb) => Promise<T>): Promise<T> => {
  await client.query('begin isolation level repeatable read read only')
  try {
    return await body(readOn(client))
  } finally {
    await client.query('commit').catch(() => {})
  }
}

/** A deed's transaction: committed when `keep` says so, else rolled back. */
export const inWriteTransaction = async <T>(
  client: pg.ClientBase,
  body: (db: WriteDb) => Promise<T>,
  keep: (answer: T) => boolean,
): Promise<T> => {
  await client.query('begin')
  try {
    const last: Sql[] = []
    const answer = await body(writeOn(client, last))
    await client.query(keep(answer) ? [...last.map(written), 'commit'].join(';\n') : 'rollback')
    return answer
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** Connections that broke, whether somebody had them or not. */
const broken = new WeakSet<pg.ClientBase>()

/**
 * A pool that hears of its connections breaking from their first moment on: PostgreSQL's last word can come in one piece with its
 * first, before whoever asked for the connection has it, and nobody would listen.
 */
export const listened = (pool: pg.Pool): pg.Pool =>
  pool
    .on('connect', (client) => client.on('error', () => broken.add(client)))
    // One that breaks while nobody uses it is made anew by the pool; who uses one hears of it from the query.
    .on('error', () => {})

/**
 * Lends a connection of a pool that is listened to; one that broke meanwhile is not given back. When `gone` says so, what it does is
 * ended with it: PostgreSQL is told, because it would notice by itself only when it has a row to send.
 */
export const onClient = async <T>(
  from: pg.Pool,
  body: (client: pg.PoolClient) => Promise<T>,
  gone?: AbortSignal,
): Promise<T> => {
  const client = await connected(() => from.connect())
  const leave = (): void => {
    const { processID } = client as unknown as { readonly processID: number }
    hangUp(client)
    from.query('select pg_terminate_backend($1)', [processID]).catch(() => {})
  }
  gone?.addEventListener('abort', leave, { once: true })
  try {
    return await unlessGone(
      () => body(client),
      () => broken.has(client),
    )
  } finally {
    gone?.removeEventListener('abort', leave)
    client.release(broken.has(client))
  }
}
