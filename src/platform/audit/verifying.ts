import { type ReadDb, sql, text, textOrNull, whole } from '../db.ts'
import type { Check } from '../feature.ts'

/** A place in the trail: the number of a deed and its digest, in hexadecimal. */
export type TrailHead = { readonly n: string; readonly digest: string }

/** The whole trail: how many deeds it has, the digest of the last, and the first that does not follow from the one before it. */
export type Verified = {
  readonly entries: number
  /** To be noted elsewhere: a trail that was cut short or made anew has another. Null where nothing was done yet. */
  readonly head: TrailHead | null
  readonly broken: {
    readonly n: string
    readonly at: string
    readonly event: string
    readonly why: 'changed' | 'gap'
  } | null
}

/** The last deed, to be noted elsewhere; null where nothing was done yet. */
export const trailHead = (db: ReadDb): Promise<TrailHead | null> =>
  db.one(
    sql`-- platform.trailHead
      select n::text, encode(digest, 'hex') as digest from platform.event e order by e.n desc limit 1`,
    (row) => ({ n: text(row, 'n'), digest: text(row, 'digest') }),
  )

/** A head as it was noted: `1204:9f86d0…`, the number and 64 hexadecimal digits. Null for what is none. */
export const headFrom = (noted: string): TrailHead | null => {
  const [, n, digest] = /^([1-9]\d{0,17}):([0-9a-f]{64})$/.exec(noted.trim().toLowerCase()) ?? []
  return n === undefined || digest === undefined ? null : { n, digest }
}

/** Does the trail still hold what was noted? `short`: it ends before that number; `other`: another deed stands there. */
export const headStands = async (db: ReadDb, { n, digest }: TrailHead): Promise<'stands' | 'short' | 'other'> => {
  const now = await db.one(
    sql`-- platform.headStands
      select encode(digest, 'hex') as digest from platform.event e where e.n = ${n}::bigint`,
    (row) => text(row, 'digest'),
  )
  if (now === null) return 'short'
  return now === digest ? 'stands' : 'other'
}

/** The first deed whose digest is not that of what stands there. Not in order, so that several processors share the reckoning. */
const firstChanged = (db: ReadDb): Promise<string | null> =>
  db.one(
    sql`-- platform.firstChanged
      select min(e.n + 0)::text as n from platform.event e
      where digest <> sha256(previous || convert_to(jsonb_build_array(n, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        person, event, unit, reason, way, facts, before, after)::text, 'UTF8'))`,
    (row) => textOrNull(row, 'n'),
  )

/** The first deed that does not follow from the one before it: by its number, or by the digest that it has of it. */
const firstGap = (db: ReadDb): Promise<string | null> =>
  db.one(
    sql`-- platform.firstGap
      select n::text from (
        select n, n <> coalesce(lag(n) over w, 0) + 1 or previous <> coalesce(lag(digest) over w, ''::bytea) as gap
        from platform.event window w as (order by n)
      ) linked
      where gap order by linked.n limit 1`,
    (row) => text(row, 'n'),
  )

const brokenAt = (db: ReadDb, n: string, why: 'changed' | 'gap'): Promise<Verified['broken']> =>
  db.one(
    sql`-- platform.brokenAt
      select n::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at, event from platform.event e where e.n = ${n}::bigint`,
    (row) => ({ n: text(row, 'n'), at: text(row, 'at'), event: text(row, 'event'), why }),
  )

/**
 * Computes every digest anew, in the database, from what stands there. The text that is digested is written out here and not asked
 * of the function that the database has for it: whoever can change rows could change that as well.
 */
export const verified = async (db: ReadDb): Promise<Verified> => {
  const counted = await db.one(
    sql`-- platform.trailLength
      select count(*)::integer as entries from platform.event`,
    (row) => whole(row, 'entries'),
  )
  const head = await trailHead(db)
  const changed = await firstChanged(db)
  const gap = await firstGap(db)
  const isGap = gap !== null && (changed === null || BigInt(gap) <= BigInt(changed))
  const first = isGap ? gap : changed
  const broken = first === null ? null : await brokenAt(db, first, isGap ? 'gap' : 'changed')
  return { entries: counted ?? 0, head, broken }
}

/** The trail as `doctor` sees it. */
export const trailCheck = async (db: ReadDb): Promise<Check> => {
  const { entries, head, broken } = await verified(db)
  const about = 'platform.doctor.trail'
  if (broken !== null) {
    const { n, at, event, why } = broken
    const code = why === 'gap' ? 'platform.doctor.trailGap' : 'platform.doctor.trailChanged'
    return { about, well: false, seen: { code, facts: { n, at, event } } }
  }
  if (head === null) return { about, well: true, seen: { code: 'platform.doctor.trailEmpty', facts: {} } }
  return { about, well: true, seen: { code: 'platform.doctor.trailWhole', facts: { count: entries, ...head } } }
}
