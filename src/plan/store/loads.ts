import { Day } from '#kernel'
import { type ReadDb, type Row, sql, text, type WriteDb, whole } from '#platform'

/** Who loaded a plan, when, and why. */
export type Load = {
  readonly n: number
  readonly on: Day
  readonly author: string
  readonly reason: string
  readonly digest: string
}

const readLoad = (row: Row): Load => ({
  n: whole(row, 'n'),
  on: Day.trusted(text(row, 'loaded_on')),
  author: text(row, 'author'),
  reason: text(row, 'reason'),
  digest: text(row, 'digest'),
})

/** Every load, the one in force first. */
export const planLoads = (db: ReadDb): Promise<readonly Load[]> =>
  db.all(
    sql`-- plan.planLoads
      select n, loaded_on::text, author, reason, digest from plan.load order by n desc`,
    readLoad,
  )

/** The load in force, or null before the first. */
export const latestLoad = (db: ReadDb): Promise<Load | null> =>
  db.one(
    sql`-- plan.latestLoad
      select n, loaded_on::text, author, reason, digest from plan.load order by n desc limit 1`,
    readLoad,
  )

/** Whether files with this digest were ever loaded. */
export const wasLoaded = async (db: ReadDb, digest: string): Promise<boolean> =>
  (await db.one(
    sql`-- plan.wasLoaded
      select count(*)::integer as loads from plan.load where digest = ${digest}`,
    (row) => whole(row, 'loads') > 0,
  )) ?? false

/** For the deed that loads: nobody else loads a plan until the transaction ends. */
export const takeTurn = (db: WriteDb): Promise<number> =>
  db.run(sql`-- plan.takeTurn
    select pg_advisory_xact_lock(hashtext('plan.load'))`)
