import { type ReadDb, sql, text, textOrNull } from '../db.ts'

export type DeedBy = { readonly at: string; readonly event: string; readonly way: string; readonly unit: string | null }

/** All that somebody did here, in its order; times are UTC. For them: what a deed was about is in the trail. */
export const deedsBy = (db: ReadDb, person: string): Promise<readonly DeedBy[]> =>
  db.all(
    sql`-- platform.deedsBy
      select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, event, way, unit
      from platform.event where person = ${person} order by n`,
    (row) => ({ at: text(row, 'at'), event: text(row, 'event'), way: text(row, 'way'), unit: textOrNull(row, 'unit') }),
  )
