import { type ReadDb, sql, type WriteDb, whole } from '../db.ts'
import type { Fields } from './form.ts'
import type { Caller } from './who.ts'

/** So many tries within so many seconds, of one thing by one person or address. */
export type Throttle = {
  readonly what: string
  readonly who: string
  readonly most: number
  readonly seconds: number
}

/**
 * What of a form is counted, and how much of it is taken. It may look up whose form it is; it is asked before the deed, and whatever
 * it answers takes the same time for somebody and for nobody.
 */
export type Throttling = (
  caller: Caller,
  fields: Fields,
  db: ReadDb,
) => readonly Throttle[] | Promise<readonly Throttle[]>

/**
 * Counts a try and answers in how many seconds the next may come; null when this one may go on. It is counted before the deed and
 * in a transaction of its own: a deed that is refused would take its count back with it.
 */
export const tried = async (db: WriteDb, { what, who, most, seconds }: Throttle): Promise<number | null> => {
  const counted = await db.one(
    sql`-- platform.tried
      insert into platform.try as t (what, who, since, tries) values (${what}, ${who}, now(), 1)
      on conflict (what, who) do update set
        tries = case when t.since < now() - make_interval(secs => ${seconds}) then 1 else t.tries + 1 end,
        since = case when t.since < now() - make_interval(secs => ${seconds}) then now() else t.since end
      returning tries, ceil(extract(epoch from since + make_interval(secs => ${seconds}) - now()))::integer as rest`,
    (row) => ({ tries: whole(row, 'tries'), rest: whole(row, 'rest') }),
  )
  return counted === null || counted.tries <= most ? null : Math.max(1, counted.rest)
}

/** All of them are counted, so that none is learned of by the order in which they refuse. */
export const triedAll = async (db: WriteDb, all: readonly Throttle[]): Promise<number | null> => {
  const rests: number[] = []
  for (const one of all) rests.push((await tried(db, one)) ?? 0)
  const rest = Math.max(0, ...rests)
  return rest === 0 ? null : rest
}
