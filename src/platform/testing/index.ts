import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import { type Actor, Day, type Facts, type Language, languages } from '#kernel'
import {
  answeringOf,
  anybody,
  apiOf,
  type Command,
  type Database,
  type Feature,
  gathered,
  givenBy,
  type Here,
  type Look,
  logAt,
  printed,
  type Say,
  type Serving,
  sitemapOf,
  type Work,
} from '#platform'
import { inReadTransaction, inWriteTransaction, listened, onClient } from '../drivers.ts'

export { type AtomEntry, atomIn } from './atom-read.ts'
export { inEveryKind } from './kinds.ts'
export { catalogueShape, datasetShape, structuredIn } from './structured.ts'
export { entriesOf } from './unzipped.ts'

/** Where the databases of this run live: `setup.ts` opens the cluster and makes the template before the first test. */
export type TestServer = {
  readonly owner: pg.ClientConfig
  /** The role that serves. */
  readonly serving: { readonly user: string; readonly password: string }
  readonly template: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    server: TestServer
  }
}

export type TestDb = {
  /** Runs a deed in one transaction as the serving role, as a POST does; it is kept when it is not refused. */
  work: <T>(by: Actor, today: string, deed: (work: Work) => Promise<T>) => Promise<T>
  /** Asks in a READ ONLY transaction, as a GET does, as of that day. */
  look: <T>(by: Actor, today: string, question: (look: Look) => Promise<T>) => Promise<T>
  /** What a server reads and writes with. */
  database: Pick<Database, 'read' | 'write'>
  /** Rows of other features that a test stands on, written as the owner. */
  given: (statement: string) => Promise<unknown>
  close: () => Promise<void>
}

let made = 0

/** A real, empty database with all migrations: a copy of a template, in a fraction of a second. */
export const testDb = async (): Promise<TestDb> => {
  const server = inject('server')
  made += 1
  const name = `t_${process.pid}_${made}_${Math.floor(performance.now())}`
  const admin = new pg.Client(server.owner)
  await admin.connect()
  // One at a time: a template is copied only while nobody else does.
  await admin.query('select pg_advisory_lock(4242009)')
  await admin.query(`create database ${name} template ${server.template}`)
  await admin.end()
  const config = { ...server.owner, database: name }
  // The database is dropped at the end: a connection that has not quite ended then has nobody left to tell.
  const owner = listened(new pg.Pool({ ...config, max: 1 }))
  const serving = listened(new pg.Pool({ ...config, ...server.serving, max: 2 }))
  const using = <T>(body: (client: pg.PoolClient) => Promise<T>): Promise<T> => onClient(serving, body)
  const isRefused = (answer: unknown): boolean => (answer as { kind?: unknown } | null)?.kind === 'refused'
  return {
    work: (by, today, deed) =>
      using((client) =>
        inWriteTransaction(
          client,
          (db) => deed({ db, by, today: Day.trusted(today) }),
          (answer) => !isRefused(answer),
        ),
      ),
    look: (by, today, question) =>
      using((client) =>
        inReadTransaction(client, (db) => question({ db, by, today: Day.trusted(today), asOf: Day.trusted(today) })),
      ),
    database: {
      read: (body, gone) => onClient(serving, (client) => inReadTransaction(client, body), gone),
      write: (body, keep) => onClient(serving, (client) => inWriteTransaction(client, body, keep)),
    },
    given: (statement) => owner.query(statement),
    close: async () => {
      await Promise.all([owner.end(), serving.end()])
      const last = new pg.Client(server.owner)
      await last.connect()
      await last.query(`drop database if exists ${name} with (force)`)
      await last.end()
    },
  }
}

/** Says the key and the facts, so that what a test expects does not change with its wording. */
export const sayKey: Say = Object.assign(
  (key: string, facts: Facts = {}): string => [key, ...Object.values(facts)].join(' '),
  {
    rich: (key: string, facts: Readonly<Record<string, unknown>> = {}) =>
      [key, ...Object.values(facts).map(String)].join(' '),
    has: () => true,
  },
)

/** The same in every language. */
const sayKeys = Object.fromEntries(languages.map((language) => [language, sayKey])) as Record<Language, Say>

/** Runs what was typed, as the command line would, on that day: the exit status, and what is printed as keys. */
export const terminalOf =
  (commands: readonly Command[], today: string) => async (db: TestDb, by: Actor, typed: string) => {
    const [first, second, ...words] = typed.split(' ')
    const command = commands.find(({ name }) => name === `${first} ${second}`) ?? assert.fail(typed)
    const { given, json } = givenBy(command, words)
    const answer =
      command.kind === 'look'
        ? await db.look(by, today, (look) => command.answer(look, given))
        : await db.work(by, today, (work) => command.answer(work, given))
    return printed(answer, sayKey, json)
  }

/** Follows an address as a browser would, on that day: the status, and the markup, the file, or where to go. */
export const visitorOf = (features: readonly Feature[], by: Actor, today: Day, voices = sayKeys) => {
  const answering = answeringOf(features, voices, (trouble) => () => {
    if (trouble.kind !== 'absent') return trouble.kind as never
    const nearby = trouble.nearby.map(({ to, words }) => `${to} (${words.en})`)
    return `${sayKey(trouble.code, trouble.facts)} → ${nearby.join(', ')}` as never
  })
  const { origin } = aHere()
  return async (db: TestDb, address: string): Promise<readonly [status: number, body: string]> => {
    const asked = answering.understood(new URL(address, origin), 'en', today)
    return db.look(by, today, async (look) => {
      const answer = await answering.answered(look.db, by, asked, today, origin)
      if (answer.kind === 'page') return [answer.status, answer.html]
      if (answer.kind === 'go') return [302, answer.to]
      // Latin-1 keeps the bytes of what is no text; what is one is read as it is written.
      if (typeof answer.body === 'string') return [200, answer.body]
      const bytes = Symbol.asyncIterator in answer.body ? await gathered(answer.body) : Buffer.from(answer.body)
      return [200, bytes.toString(/^(text|application\/(json|x-ndjson))/.test(answer.type) ? 'utf8' : 'latin1')]
    })
  }
}

/** A server on that database, for readers who are `by`; what a test is about it says itself. */
export const aServing = (
  db: TestDb,
  features: readonly Feature[],
  by: Actor,
  today: Day,
  some: Partial<Serving> = {},
): Serving => ({
  database: db.database as Database,
  features,
  answering: answeringOf(
    features,
    sayKeys,
    (trouble) => () => (trouble.kind === 'absent' ? sayKey(trouble.code, trouble.facts) : trouble.kind) as never,
  ),
  api: apiOf([]),
  sitemap: sitemapOf([]),
  voices: sayKeys,
  assets: [],
  by,
  whoIs: async () => anybody(by),
  ticket: 'ticket',
  signIn: '/sign-in',
  index: async () => null,
  build: 'b1',
  origin: null,
  rate: 1000,
  proxies: 0,
  log: logAt('silent'),
  today: () => today,
  isThere: () => true,
  ...some,
})

/** A reader on a page, today, with an empty head and foot. */
export const aHere = (some: Partial<Here> = {}): Here => ({
  path: '/',
  query: {},
  asOf: null,
  today: Day.trusted('2026-11-26'),
  origin: 'https://plan.example.org',
  sections: [],
  context: [],
  foot: [],
  account: [],
  reader: null,
  once: null,
  filled: null,
  ...some,
})

/**
 * A page is what it was, to the letter. `GOLDEN=write` writes the file anew;
 * the difference is then read by a person, in the same change.
 */
export const assertGolden = (html: string, file: string): void => {
  const lines = `${html.replaceAll(/></g, '>\n<')}\n`
  if (process.env['GOLDEN'] === 'write') writeFileSync(file, lines)
  assert.ok(existsSync(file), `${file} does not exist; run the test with GOLDEN=write and read what it writes`)
  assert.equal(lines, readFileSync(file, 'utf8'))
}
