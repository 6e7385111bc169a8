import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { publicActor, sessionCookie, whoIs } from '#access'
import { someoneSignedIn, tokenOf } from '#access/testing'
import {
  anybody,
  configOf,
  cookieName,
  type Database,
  openDatabase,
  streamTrail,
  verified,
  wholeTrail,
} from '#platform'
import { startMeridian } from '../src/app/browser/server.ts'
import { type Measured, median, quantile } from './measured.ts'
import { got } from './serving.ts'

/** As many deeds as an organization does in some decades. */
const trailLength = 300_000
const people = 20
/** Each of them sends so many forms, one a second. */
const forms = 25

type Person = { readonly cookie: string; readonly tokens: readonly string[] }

const timed = async (body: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await body()
  return performance.now() - began
}

/** Administrators who each take tokens back: a deed with its form, its number, its audit and its redirect. */
const writers = (database: Database, address: string): Promise<readonly Person[]> =>
  database.write(
    async (db) => {
      const all: Person[] = []
      for (let nth = 0; nth < people; nth += 1) {
        const letter = String.fromCharCode(97 + nth)
        const held = [{ role: 'administrator', scope: { kind: 'everywhere' } }] as const
        const { person, secret } = await someoneSignedIn(db, `Writer ${letter}`, held)
        const tokens: string[] = []
        for (let made = 0; made < forms * 2; made += 1)
          tokens.push((await tokenOf(db, person, `T${made}`, ['plan.see'])).id)
        all.push({ cookie: `${cookieName(sessionCookie, address)}=${secret}`, tokens })
      }
      return all
    },
    () => true,
  )

const sent = async (address: string, cookie: string, token: string): Promise<number> => {
  const began = performance.now()
  const answer = await fetch(`${address}/en/admin/tokens/${token}`, {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ reason: 'measured', once: randomUUID() }),
    redirect: 'manual',
  })
  await answer.arrayBuffer()
  if (answer.status !== 303) throw new Error(`A deed was answered with ${answer.status}`)
  return performance.now() - began
}

/** Every person at a moment of their own within each second, whatever the answers take. */
const writing = async (address: string, all: readonly Person[]): Promise<readonly number[]> => {
  const began = performance.now()
  const one = async ({ cookie, tokens }: Person, nth: number): Promise<readonly number[]> => {
    const times: number[] = []
    for (let form = 0; form < forms; form += 1) {
      const wait = began + form * 1000 + (((nth * 7 + form * 3) % people) * 1000) / people - performance.now()
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      times.push(await sent(address, cookie, tokens[form] ?? ''))
    }
    return times
  }
  return (await Promise.all(all.map(one))).flat()
}

/** All of them press at the very same moment, again and again. */
const bursting = async (address: string, all: readonly Person[]): Promise<readonly number[]> => {
  const times: number[] = []
  for (let form = 0; form < forms; form += 1) {
    times.push(
      ...(await Promise.all(all.map(({ cookie, tokens }) => sent(address, cookie, tokens[forms + form] ?? '')))),
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return times
}

/** How much longer a page takes because it asks who reads it, and what they may: beside a house that knows nobody. */
const asking = async (database: Database, cookie: string): Promise<number> => {
  const [, secret = ''] = cookie.split('=')
  const caller = { cookies: { [sessionCookie]: secret }, bearer: null, address: '', agent: '', origin: '' }
  const [known, unknown]: [number[], number[]] = [[], []]
  for (let nth = 0; nth < 1000; nth += 1) {
    unknown.push(await timed(() => database.read(async () => anybody(publicActor))))
    known.push(await timed(() => database.read((db) => whoIs(db, caller, '2026-11-26' as never))))
  }
  return median(known) - median(unknown)
}

export const measureAccess = async (): Promise<readonly Measured[]> => {
  const data = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
  const { address, stop } = await startMeridian(data)
  const config = configOf({ MERIDIAN_DATA: data })
  if (config.kind === 'refused') throw new Error(config.refusal.code)
  const database = await openDatabase(config.value)
  try {
    const all = await writers(database, address)
    const [first] = all
    if (first === undefined) throw new Error('Nobody writes')
    await Promise.all(all.map(({ cookie }) => got(`${address}/en/admin`, { cookie })))
    const written = await writing(address, all)
    const burst = await bursting(address, all)
    const check = await asking(database, first.cookie)
    await database.asOwner((client) =>
      client.query(
        `insert into platform.event (person, event, way, unit, reason, facts, before, after)
         select 'p' || n % 40, 'shelves.bookMoved', 'page', 'unit' || n % 9, 'because of what happened on day ' || n,
           jsonb_build_object('book', n), jsonb_build_object('shelf', n % 70, 'title', 'A title of some words ' || n),
           jsonb_build_object('shelf', n % 71, 'title', 'A title of some words ' || n)
         from generate_series(1, $1::integer) n`,
        [trailLength],
      ),
    )
    await database.asOwner((client) => client.query('vacuum analyze platform.event'))
    const verifying: number[] = []
    const reading: number[] = []
    let entries = 0
    for (let time = 0; time < 3; time += 1) {
      reading.push(
        await timed(() =>
          database.read(async (db) => {
            let rows = 0
            for await (const some of streamTrail(db, wholeTrail)) rows += some.length
            return rows
          }),
        ),
      )
      verifying.push(
        await timed(async () => {
          const chain = await database.read(verified)
          if (chain.broken !== null) throw new Error(`Broken at ${chain.broken.n}`)
          entries = chain.entries
        }),
      )
    }
    const [verify, read] = [median(verifying), median(reading)]
    const search = await got(`${address}/en/admin/audit?words=nothing+says+this`, { cookie: first.cookie })
    const list: number[] = []
    for (let nth = 0; nth < 20; nth += 1)
      list.push((await got(`${address}/en/admin/audit`, { cookie: first.cookie })).ms)
    return [
      {
        what: 'deed with audit, 20 people each one a second, p95',
        unit: 'ms',
        value: quantile(written, 0.95),
        limit: 30,
      },
      { what: 'deed with audit, 20 people each one a second, median', unit: 'ms', value: median(written), limit: null },
      {
        what: 'deed with audit, 20 people at the very same moment, p95',
        unit: 'ms',
        value: quantile(burst, 0.95),
        limit: null,
      },
      { what: 'asking who reads and what they may, a page', unit: 'ms', value: check, limit: 1 },
      {
        what: `audit verify over ${trailLength} deeds`,
        unit: 'deeds/s',
        value: (entries * 1000) / verify,
        limit: 200_000,
        more: true,
      },
      { what: 'audit verify, times the time of reading them', unit: 'x', value: verify / read, limit: 2 },
      { what: 'audit trail, latest deeds, p95', unit: 'ms', value: quantile(list, 0.95), limit: null },
      { what: 'audit trail, words that nothing says, whole trail', unit: 'ms', value: search.ms, limit: null },
    ]
  } finally {
    await database.close()
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
}
