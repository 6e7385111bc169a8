import type { Day } from '#kernel'
import { type ReadDb, sql, text, whole } from '#platform'
import type { Observation } from '#statistics/core'
import { readObservation } from './observations.ts'
import { referenceOn } from './reference.ts'

/** How far a series reaches: how many economies have a figure, of any year and breakdown. */
export const economiesOf = async (db: ReadDb, asOf: Day): Promise<ReadonlyMap<string, number>> =>
  new Map(
    await db.all(
      sql`-- statistics.economiesOf
        select series, (count(*) filter (where strpos(area, '/') = 0))::integer as economies
        from (
          select o.series, o.area from statistics.observation o
          where o.known_on <= ${asOf}::date and o.missing is null group by o.series, o.area
        ) reached group by series`,
      (row) => [text(row, 'series'), whole(row, 'economies')] as const,
    ),
  )

/** All that the releases known by a day said of one area, year by year, the oldest release first. */
export const historyOf = (
  db: ReadDb,
  { series, breakdown, area }: Pick<Observation, 'series' | 'breakdown' | 'area'>,
  asOf: Day,
): Promise<readonly Observation[]> =>
  db.all(
    sql`-- statistics.historyOf
      select o.series, o.breakdown, o.area, o.year, o.release, o.published, o.bound, o.missing, o.unit, o.nature, o.status,
        o.note, o.source, o.flag
      from statistics.series s
      join statistics.observation o on o.dataset = s.dataset and o.series = s.code
      where s.code = ${series} and o.breakdown = ${breakdown} and o.area = ${area} and o.known_on <= ${asOf}::date
      order by o.year, o.known_on, o.release`,
    readObservation,
  )

/** What the list of areas remarks on those that are no plain area of M49, in its own words. */
export const areaRemarks = async (db: ReadDb, areas: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await db.all(
      sql`-- statistics.areaRemarks
        select code, kind from statistics.area
        where reference = (select max(id) from statistics.reference) and code = any(${areas}::text[])
          and kind not in ('', 'area')`,
      (row) => [text(row, 'code'), text(row, 'kind')] as const,
    ),
  )

/** Where a scheme of groups is from, in the reference data of a day: each source it names, and how much of it. */
export type SchemeSource = { readonly scheme: string; readonly source: string; readonly members: number }

export const schemeSources = async (db: ReadDb, asOf: Day): Promise<readonly SchemeSource[]> => {
  const { id } = await referenceOn(db, asOf)
  return db.all(
    sql`-- statistics.schemeSources
      select scheme, source, count(distinct member)::integer as members from statistics.membership
      where reference = ${id} group by scheme, source order by scheme, 3 desc, source`,
    (row) => ({ scheme: text(row, 'scheme'), source: text(row, 'source'), members: whole(row, 'members') }),
  )
}

/** How many areas there are, and where their other names are from. */
export const areaCount = async (db: ReadDb): Promise<number> =>
  (await db.one(
    sql`-- statistics.areaCount
      select count(*)::integer as areas from statistics.area where reference = (select max(id) from statistics.reference)`,
    (row) => whole(row, 'areas'),
  )) ?? 0

/** Every series with every area that it has a figure for. */
export const reachOf = (db: ReadDb): Promise<readonly { readonly series: string; readonly area: string }[]> =>
  db.all(
    sql`-- statistics.reachOf
      select series, area from statistics.observation group by series, area order by series, area`,
    (row) => ({ series: text(row, 'series'), area: text(row, 'area') }),
  )
