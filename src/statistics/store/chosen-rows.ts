import type { Day } from '#kernel'
import { type ReadDb, sql } from '#platform'
import type { DatasetCode, Selection } from '#statistics/core'

type Rows = ReturnType<ReadDb['stream']>

/** Lines of figures with the data set that each is of, for whom and when; null stands for every economy and for every year. */
export type Chosen = {
  readonly lines: readonly (Selection & { readonly dataset: DatasetCode })[]
  readonly areas: readonly string[] | null
  readonly from: number | null
  readonly to: number | null
}

/**
 * Every figure of these lines as known on a day, as texts, however many: series, area, year, breakdown, value, bound, missing, published,
 * unit, nature, status, flag, note, source, release, the day on which it was known. The value has the digits of the cell in the file.
 * Line by line in the order asked, and in each by area and year: a line is read by its key while the one before is on its way, so that
 * the first row need not wait for the last.
 */
export const rowsOfChosen = (db: ReadDb, { lines, areas, from, to }: Chosen, asOf: Day): Rows =>
  db.stream(
    sql`-- statistics.rowsOfChosen
      select o.series, o.area, o.year, o.breakdown, case when o.missing is null then btrim(o.published, ' <>	') end, o.bound,
        o.missing, o.published, o.unit, o.nature, o.status, o.flag, o.note, o.source, o.release, o.known_on::text
      from unnest(${lines.map(({ dataset }) => dataset)}::text[], ${lines.map(({ series }) => series)}::text[],
        ${lines.map(({ breakdown }) => breakdown)}::text[]) as asked (dataset, series, breakdown)
      cross join lateral (
        select k.* from (
          select distinct on (o.area, o.year) o.series, o.area, o.year, o.breakdown, o.published, o.bound, o.missing, o.unit,
            o.nature, o.status, o.flag, o.note, o.source, o.release, o.known_on
          from statistics.observation o
          where o.dataset = asked.dataset and o.series = asked.series and o.breakdown = asked.breakdown
            and o.known_on <= ${asOf}::date
            and case when ${areas}::text[] is null then strpos(o.area, '/') = 0 else o.area = any(${areas}::text[]) end
            and o.year between coalesce(${from}::integer, o.year) and coalesce(${to}::integer, o.year)
          order by o.area desc, o.year desc, o.known_on desc, o.release desc
        ) k
        order by k.area, k.year
      ) o`,
  )
