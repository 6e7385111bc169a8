import assert from 'node:assert/strict'
import { beforeAll, describe, it } from 'vitest'
import { publicActor } from '#access'
import { Day } from '#kernel'
import { type TestDb, testDb } from '#platform/testing'
import { featureList } from './opened.ts'
import { kindsOf } from './testing/kinds.ts'
import { filledFrom, servedOn } from './testing/served.ts'
import { type Fault, type Walked, walked } from './testing/walk.ts'

const today = Day.trusted('2026-11-26')

/** What no link leads to, and why it is there. */
const typed: readonly (readonly [address: string, why: string])[] = [
  ['/outcomes', 'for who leaves the edition out of an address'],
  ['/outcomes/2.1', 'for who knows a number and not the edition'],
]
/** Routes that nobody comes to without something that a walk does not have, and what that is. Each has its own tests. */
const closed: readonly (readonly [route: string, lacks: string])[] = [
  ['/sign-in/sent', 'an address to which a letter was sent'],
  ['/sign-in/link', 'the secret of a letter'],
  ['/sign-in/code', 'half a sign-in'],
  ['/sign-in/first', 'the secret that a first start prints'],
  ['/risks/:risk', 'a risk: the shipped register has none'],
  ...['csv', 'xlsx', 'json', 'ndjson'].map(
    (kind) => [`/risks/register.${kind}`, 'a risk: an empty register offers no file'] as const,
  ),
  ['/risks/reviews/:year', 'a frozen review: the shipped register has none'],
  ['/risks/reviews/:year/frozen.json', 'a frozen review: the shipped register has none'],
]

/** What programs ask for first. */
const beside = ['/robots.txt', '/sitemap.xml', '/api/openapi.json', '/api/v1']

let walk: Walked
let listed: readonly string[]

beforeAll(async () => {
  const db: TestDb = await testDb()
  await filledFrom(db, 'content/itu', today)
  const ask = await servedOn(db, today)
  listed = await db.look(publicActor, today, async (look) => {
    const all = ['/']
    for (const { addresses } of featureList) all.push(...((await addresses?.(look.db)) ?? []))
    return [...new Set(all)]
  })
  walk = await walked(ask, featureList, [
    ...[...listed, ...typed.map(([path]) => path)].flatMap((path) => [`/en${path}`, `/ar${path}`]),
    ...beside,
  ])
  await db.close()
}, 900_000)

const lines = (faults: readonly Fault[]): string =>
  faults.map(({ address, on, what }) => `${address}\n  ${what}\n  found on ${on}`).join('\n')

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** What was seen, for whoever reads the output of the test. */
const told = (): string => {
  const { visits, found, elsewhere, validated, rounds, milliseconds } = walk
  const each = [...Map.groupBy(visits, ({ kind }) => kind.name)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const kinds = each.map(([name, all]) => {
    const there = [...found].reduce((sum, [one, count]) => (one.split(' ')[0] === name ? sum + count : sum), 0)
    return `${String(all.length).padStart(6)} of ${String(there).padStart(6)}  ${name}`
  })
  const pages = visits.filter(({ kind }) => kind.is === 'page')
  const largest = pages.toSorted((a, b) => b.bytes - a.bytes).slice(0, 5)
  const slowest = visits.toSorted((a, b) => b.ms - a.ms).slice(0, 5)
  return [
    `${visits.length} addresses in ${rounds} rounds and ${Math.round(milliseconds / 1000)} s; ${validated} pages validated; ${elsewhere} links to elsewhere not followed`,
    'visited of found, by kind; fewer: a sample of a kind without end',
    ...kinds,
    'largest pages, compressed',
    ...largest.map(({ address, bytes }) => `${kilobytes(bytes).padStart(10)}  ${address}`),
    'slowest answers',
    ...slowest.map(({ address, ms }) => `${ms.toFixed(0).padStart(7)} ms  ${address}`),
  ].join('\n')
}

describe('A walk over the shipped site in English and Arabic', () => {
  it('finds nothing broken: no dead link, page too large, sentence that is a key, invalid markup', () => {
    process.stdout.write(`${told()}\n`)
    assert.equal(walk.faults.length, 0, `\n${lines(walk.faults.slice(0, 40))}\n${walk.faults.length} in all`)
  })

  it('comes to every route of every feature, by a link or by what people type', () => {
    const reached = new Set(walk.visits.map(({ kind }) => kind.path))
    const kept = new Set(closed.map(([route]) => route))
    const missed = kindsOf(featureList).patterns.filter((path) => !reached.has(path) && !kept.has(path))
    assert.deepEqual(missed, [])
  })

  it('is told by the features of pages that there are', () => {
    const kinds = kindsOf(featureList)
    assert.deepEqual(
      listed.filter((path) => (kinds.of(`/en${path}`)?.is ?? 'other') !== 'page'),
      [],
    )
    assert.ok(listed.length > 4000, String(listed.length))
  })
})
