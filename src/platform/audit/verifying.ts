import { type ReadDb, type Row, sql, text, truth, whole } from '../db.ts'

/** The whole trail: how many deeds it has, the digest of the last, and the first that does not follow from the one before it. */
export type Verified = {
  readonly entries: number
  /** To be noted elsewhere: a trail that was cut short or made anew has another. Null where nothing was done yet. */
  readonly head: { readonly n: string; readonly digest: string } | null
  readonly broken: {
    readonly n: string
    readonly at: string
    readonly event: string
    readonly why: 'changed' | 'gap'
  } | null
}

const readBroken = (row: Row) => ({
  n: text(row, 'n'),
  at: text(row, 'at'),
  event: text(row, 'event'),
  why: truth(row, 'gap') ? ('gap' as const) : ('changed' as const),
})

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
  const head = await db.one(
    sql`-- platform.trailHead
      select n::text, encode(digest, 'hex') as digest from platform.event e order by e.n desc limit 1`,
    (row) => ({ n: text(row, 'n'), digest: text(row, 'digest') }),
  )
  const broken = await db.one(
    sql`-- platform.firstBroken
      select n::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at, event, gap
      from (
        select n, at, event,
          n <> coalesce(lag(n) over w, 0) + 1 or previous <> coalesce(lag(digest) over w, ''::bytea) as gap,
          digest <> sha256(previous || convert_to(jsonb_build_array(n, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
            person, event, unit, reason, way, facts, before, after)::text, 'UTF8')) as changed
        from platform.event window w as (order by n)
      ) linked
      where gap or changed order by linked.n limit 1`,
    readBroken,
  )
  return { entries: counted ?? 0, head, broken }
}
