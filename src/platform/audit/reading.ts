import type { Told } from '../command.ts'
import { type ReadDb, type Row, sql, text, textOrNull } from '../db.ts'
import type { Way } from './event.ts'

/** A deed as the trail has it. Digests are hexadecimal; `at` is a moment in UTC, to the microsecond. */
export type TrailEntry = {
  readonly n: string
  readonly at: string
  readonly person: string
  readonly event: string
  readonly way: Way
  readonly unit: string | null
  readonly reason: string | null
  readonly facts: Told
  /** Null where nothing stood. */
  readonly before: Told
  readonly after: Told
  readonly previous: string
  readonly digest: string
}

/** What is looked for; null asks for all of it. */
export type TrailQuestion = {
  /** Any of these. */
  readonly people: readonly string[] | null
  readonly event: string | null
  readonly unit: string | null
  /** Days in UTC, the last one with all of its hours. */
  readonly from: string | null
  readonly to: string | null
  /** Each word stands somewhere in what was told, why, before or after, in whatever case. */
  readonly words: string | null
}

export const wholeTrail: TrailQuestion = { people: null, event: null, unit: null, from: null, to: null, words: null }

const readEntry = (row: Row): TrailEntry => ({
  n: text(row, 'n'),
  at: text(row, 'at'),
  person: text(row, 'person'),
  event: text(row, 'event'),
  way: text(row, 'way') as Way,
  unit: textOrNull(row, 'unit'),
  reason: textOrNull(row, 'reason'),
  facts: row['facts'] as Told,
  before: row['before'] as Told,
  after: row['after'] as Told,
  previous: text(row, 'previous'),
  digest: text(row, 'digest'),
})

/** Words as a pattern finds them: its own signs are letters like others. */
const patternsOf = (words: string | null): readonly string[] =>
  (words ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 12)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)

/** The latest deeds that answer, from the one below `below` on. */
export const searchTrail = (
  db: ReadDb,
  { people, event, unit, from, to, words }: TrailQuestion,
  below: string | null,
  most: number,
): Promise<readonly TrailEntry[]> =>
  db.all(
    sql`-- platform.searchTrail
      select n::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, person, event, way, unit, reason,
        facts, before, after, encode(previous, 'hex') as previous, encode(digest, 'hex') as digest
      from platform.event e
      where (${below}::bigint is null or e.n < ${below}::bigint)
        and (${people}::text[] is null or person = any(${people}::text[]))
        and (${event}::text is null or event = ${event}::text) and (${unit}::text is null or unit = ${unit}::text)
        and (${from}::date is null or e.at >= ${from}::date::timestamp at time zone 'UTC')
        and (${to}::date is null or e.at < (${to}::date + 1)::timestamp at time zone 'UTC')
        and concat_ws(' ', facts, reason, before, after, unit) ilike all (${patternsOf(words)}::text[])
      order by e.n desc limit ${most}::integer`,
    readEntry,
  )

export const trailEntry = (db: ReadDb, n: string): Promise<TrailEntry | null> =>
  db.one(
    sql`-- platform.trailEntry
      select n::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, person, event, way, unit, reason,
        facts, before, after, encode(previous, 'hex') as previous, encode(digest, 'hex') as digest
      from platform.event e where e.n = ${n}::bigint`,
    readEntry,
  )

/** The columns of `streamTrail`, in their order. */
export const trailColumns = [
  'n',
  'at',
  'person',
  'event',
  'unit',
  'reason',
  'way',
  'facts',
  'before',
  'after',
  'previous',
  'digest',
] as const

/** Every deed that answers, the first one first, as texts; never all in memory. */
export const streamTrail = (
  db: ReadDb,
  { people, event, unit, from, to, words }: TrailQuestion,
): AsyncIterable<readonly (readonly (string | null)[])[]> =>
  db.stream(sql`-- platform.streamTrail
    select n, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), person, event, unit, reason, way,
      facts, before, after, encode(previous, 'hex'), encode(digest, 'hex')
    from platform.event e
    where (${people}::text[] is null or person = any(${people}::text[]))
      and (${event}::text is null or event = ${event}::text) and (${unit}::text is null or unit = ${unit}::text)
      and (${from}::date is null or e.at >= ${from}::date::timestamp at time zone 'UTC')
      and (${to}::date is null or e.at < (${to}::date + 1)::timestamp at time zone 'UTC')
      and concat_ws(' ', facts, reason, before, after, unit) ilike all (${patternsOf(words)}::text[])
    order by e.n`)

/** The names of the deeds that were ever done. It looks into the index once for each and reads no trail. */
export const trailEvents = (db: ReadDb): Promise<readonly string[]> =>
  db.all(
    sql`-- platform.trailEvents
      with recursive names as (
        (select event from platform.event e order by e.event limit 1)
        union all
        select (select e.event from platform.event e where e.event > names.event order by e.event limit 1)
        from names where names.event is not null
      )
      select event from names where event is not null`,
    (row) => text(row, 'event'),
  )

/** The last deed of this name; null when it was never done. */
export const lastOf = (db: ReadDb, event: string): Promise<TrailEntry | null> =>
  db.one(
    sql`-- platform.lastOf
      select n::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, person, event, way, unit, reason,
        facts, before, after, encode(previous, 'hex') as previous, encode(digest, 'hex') as digest
      from platform.event e where e.event = ${event} order by e.n desc limit 1`,
    readEntry,
  )
