import type { Day } from '#kernel'
import { type ReadDb, sql, text, whole } from '#platform'

/** What a release brought about one series: cells nobody had said anything about, and cells that it says otherwise. */
export type Brought = {
  readonly release: number
  readonly series: string
  readonly first: number
  readonly revised: number
}

/** Of some series, or of one area, or of both, release by release as known on a day, the newest first. */
export const broughtAbout = (
  db: ReadDb,
  { series, area }: { readonly series: readonly string[] | null; readonly area: string | null },
  asOf: Day,
): Promise<readonly Brought[]> =>
  db.all(
    sql`-- statistics.broughtAbout
      select c.release, c.series,
        (count(*) filter (where c.before is null))::integer as first,
        (count(*) filter (where c.before is not null and c.is_other))::integer as revised
      from statistics.series s
      cross join lateral (
        select o.release, o.series, o.known_on, lag(o.release) over cell as before,
          (o.value, o.bound, o.missing) is distinct from (lag(o.value) over cell, lag(o.bound) over cell, lag(o.missing) over cell)
            as is_other
        from statistics.observation o
        where o.dataset = s.dataset and o.series = s.code and o.known_on <= ${asOf}::date
          and (${area}::text is null or o.area = ${area}::text)
        window cell as (partition by o.breakdown, o.area, o.year order by o.known_on, o.release)
      ) c
      where ${series}::text[] is null or s.code = any(${series}::text[])
      group by c.release, c.series, c.known_on
      having count(*) filter (where c.before is null or c.is_other) > 0
      order by c.known_on desc, c.release desc, c.series`,
    (row) => ({
      release: whole(row, 'release'),
      series: text(row, 'series'),
      first: whole(row, 'first'),
      revised: whole(row, 'revised'),
    }),
  )
