import { type ReadDb, sql } from '#platform'
import type { Release } from '#statistics/core'

type Rows = ReturnType<ReadDb['stream']>

/**
 * Every figure that a release brought, as texts: series, area, year, breakdown, value, bound, missing, published, unit, nature,
 * status, flag, note, source. The value has the digits of the cell in the file. In the order of the key, so that the first row need
 * not wait for the last.
 */
export const rowsOfRelease = (db: ReadDb, { number, dataset }: Pick<Release, 'number' | 'dataset'>): Rows =>
  db.stream(
    sql`-- statistics.rowsOfRelease
      select series, area, year, breakdown, case when missing is null then btrim(published, ' <>	') end, bound, missing,
        published, unit, nature, status, flag, note, source
      from statistics.observation
      where dataset = ${dataset} and release = ${number}::integer
      order by dataset, series, breakdown, area, year`,
  )
