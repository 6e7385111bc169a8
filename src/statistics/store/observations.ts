import { type Day, known, missing } from '#kernel'
import { type ReadDb, type Row, sql, text, textOrNull, whole } from '#platform'
import {
  AreaCode,
  type Cell,
  missingReasons,
  type Observation,
  type Selection,
  SeriesCode,
  selectionKey,
} from '#statistics/core'
import { oneOf, oneOfOrNull } from './reading.ts'
import { referenceOn } from './reference.ts'

/** Words that thousands of rows have in common, once in memory: the driver makes a new text for every cell. */
const shared = new Map<string, string>()
const sharedText = (value: string): string => {
  const standing = shared.get(value)
  if (standing !== undefined) return standing
  if (shared.size < 20_000) shared.set(value, value)
  return value
}

export const readObservation = (row: Row): Observation => {
  const published = text(row, 'published')
  const reason = oneOfOrNull(row, 'missing', missingReasons)
  return {
    series: SeriesCode.trusted(sharedText(text(row, 'series'))),
    breakdown: sharedText(text(row, 'breakdown')),
    area: AreaCode.trusted(sharedText(text(row, 'area'))),
    year: whole(row, 'year'),
    release: whole(row, 'release'),
    value:
      reason === null
        ? known({
            decimal: published.replace(/^[\s<>]+|\s+$/g, ''),
            bound: oneOfOrNull(row, 'bound', ['<', '>']),
          })
        : missing(reason),
    published,
    unit: sharedText(text(row, 'unit')),
    nature: textOrNull(row, 'nature'),
    status: textOrNull(row, 'status'),
    note: sharedText(text(row, 'note')),
    source: sharedText(text(row, 'source')),
    flag: row['flag'] === null ? null : oneOf(row, 'flag', ['outside-range']),
  }
}

export type BySelection = ReadonlyMap<string, readonly Observation[]>

const bySelection = (observations: readonly Observation[]): BySelection =>
  Map.groupBy(observations, (one) => selectionKey(one))

const seriesIn = (selections: readonly Selection[]) => selections.map(({ series }) => series)
const breakdownsIn = (selections: readonly Selection[]) => selections.map(({ breakdown }) => breakdown)

/**
 * Of each selection, by `selectionKey`, the last observed value of every economy, as known on that day: projections and
 * missing values are passed over. A selection without any is absent.
 */
export const latestOf = async (db: ReadDb, selections: readonly Selection[], asOf: Day): Promise<BySelection> =>
  bySelection(
    await db.all(
      sql`-- statistics.latestOf
        select l.series, l.breakdown, l.area, l.year, l.release, l.published, l.bound, l.missing, l.unit, l.nature, l.status,
          l.note, l.source, l.flag
        from (select distinct series, breakdown from unnest(${seriesIn(selections)}::text[], ${breakdownsIn(selections)}::text[])
          as asked (series, breakdown)) asked
        join statistics.series s on s.code = asked.series
        cross join lateral (
          select distinct on (k.area) k.*
          from (
            select distinct on (o.area, o.year) o.series, o.breakdown, o.area, o.year, o.release, o.published, o.bound,
              o.missing, o.unit, o.nature, o.status, o.note, o.source, o.flag
            from statistics.observation o
            where o.dataset = s.dataset and o.series = s.code and o.breakdown = asked.breakdown
              and o.known_on <= ${asOf}::date and strpos(o.area, '/') = 0
            order by o.area desc, o.year desc, o.known_on desc, o.release desc
          ) k
          where k.missing is null and k.nature is distinct from 'F'
          order by k.area desc, k.year desc
        ) l
        order by l.series, l.breakdown, l.area`,
      readObservation,
    ),
  )

/**
 * Of each selection, by `selectionKey`, all years of these areas as known on that day, by area and year. With null all
 * areas, groups of published figures among them.
 */
export const pathsOf = async (
  db: ReadDb,
  selections: readonly Selection[],
  areas: readonly string[] | null,
  asOf: Day,
): Promise<BySelection> =>
  bySelection(
    await db.all(
      sql`-- statistics.pathsOf
        select o.series, o.breakdown, o.area, o.year, o.release, o.published, o.bound, o.missing, o.unit, o.nature, o.status,
          o.note, o.source, o.flag
        from (select distinct series, breakdown from unnest(${seriesIn(selections)}::text[], ${breakdownsIn(selections)}::text[])
          as asked (series, breakdown)) asked
        join statistics.series s on s.code = asked.series
        cross join lateral (
          select distinct on (o.area, o.year) o.series, o.breakdown, o.area, o.year, o.release, o.published, o.bound,
            o.missing, o.unit, o.nature, o.status, o.note, o.source, o.flag
          from statistics.observation o
          where o.dataset = s.dataset and o.series = s.code and o.breakdown = asked.breakdown
            and o.known_on <= ${asOf}::date and (${areas}::text[] is null or o.area = any(${areas}::text[]))
          order by o.area desc, o.year desc, o.known_on desc, o.release desc
        ) o
        order by o.series, o.breakdown, o.area, o.year`,
      readObservation,
    ),
  )

/** What every release known by that day said of these areas in one year: by area, the newest first. */
export const historyOfYear = (
  db: ReadDb,
  { series, breakdown }: Selection,
  areas: readonly string[],
  year: number,
  asOf: Day,
): Promise<readonly Observation[]> =>
  db.all(
    sql`-- statistics.historyOfYear
      select o.series, o.breakdown, o.area, o.year, o.release, o.published, o.bound, o.missing, o.unit,
        o.nature, o.status, o.note, o.source, o.flag
      from statistics.series s
      join statistics.observation o on o.dataset = s.dataset and o.series = s.code
      where s.code = ${series} and o.breakdown = ${breakdown} and o.area = any(${areas}::text[]) and o.year = ${year}
        and o.known_on <= ${asOf}::date
      order by o.area, o.known_on desc, o.release desc`,
    readObservation,
  )

/** Groups that are the world in the reference data of a day, as areas of published figures. */
export const worlds = async (db: ReadDb, asOf: Day): Promise<readonly AreaCode[]> => {
  const { id } = await referenceOn(db, asOf)
  return db.all(
    sql`-- statistics.worlds
      select g.scheme || '/' || g.code as area from statistics.grouping g
      join statistics.scheme s on s.reference = g.reference and s.code = g.scheme
      where g.reference = ${id} and s.world order by s.position`,
    (row) => AreaCode.trusted(text(row, 'area')),
  )
}

/** What every release known by that day said about a cell, newest first. */
export const revisionsOfCell = (db: ReadDb, cell: Cell, asOf: Day): Promise<readonly Observation[]> =>
  db.all(
    sql`-- statistics.revisionsOfCell
      select o.series, o.breakdown, o.area, o.year, o.release, o.published, o.bound, o.missing, o.unit, o.nature, o.status,
        o.note, o.source, o.flag
      from statistics.series s
      join statistics.observation o on o.dataset = s.dataset and o.series = s.code
      where s.code = ${cell.series} and o.breakdown = ${cell.breakdown} and o.area = ${cell.area} and o.year = ${cell.year}
        and o.known_on <= ${asOf}::date
      order by o.known_on desc, o.release desc`,
    readObservation,
  )

/** A breakdown that there is of a series, and how much of it. */
export type Breakdown = Selection & {
  readonly economies: number
  /** Groups with a published figure. */
  readonly groups: number
  /** Cells, however often they were revised. */
  readonly observations: number
  readonly firstYear: number
  readonly lastYear: number
}

export const breakdownsOf = (db: ReadDb, series: readonly string[], asOf: Day): Promise<readonly Breakdown[]> =>
  db.all(
    sql`-- statistics.breakdownsOf
      select c.series, c.breakdown,
        (count(distinct c.area) filter (where strpos(c.area, '/') = 0))::integer as economies,
        (count(distinct c.area) filter (where strpos(c.area, '/') > 0))::integer as groups,
        count(distinct (c.area, c.year))::integer as observations,
        min(c.year)::integer as first_year, max(c.year)::integer as last_year
      from statistics.series s
      cross join lateral (
        select o.series, o.breakdown, o.area, o.year from statistics.observation o
        where o.dataset = s.dataset and o.series = s.code and o.known_on <= ${asOf}::date
      ) c
      where s.code = any(${series}::text[]) group by c.series, c.breakdown order by c.series, c.breakdown`,
    (row) => ({
      series: text(row, 'series'),
      breakdown: text(row, 'breakdown'),
      economies: whole(row, 'economies'),
      groups: whole(row, 'groups'),
      observations: whole(row, 'observations'),
      firstYear: whole(row, 'first_year'),
      lastYear: whole(row, 'last_year'),
    }),
  )

/** The same of one area: the key is read backwards, year by year, without a sort. */
export const pathsOfArea = async (
  db: ReadDb,
  selections: readonly Selection[],
  area: string,
  asOf: Day,
): Promise<BySelection> =>
  bySelection(
    await db.all(
      sql`-- statistics.pathsOfArea
        select o.series, o.breakdown, o.area, o.year, o.release, o.published, o.bound, o.missing, o.unit, o.nature, o.status,
          o.note, o.source, o.flag
        from unnest(${seriesIn(selections)}::text[], ${breakdownsIn(selections)}::text[]) with ordinality
          as asked (series, breakdown, nth)
        join statistics.series s on s.code = asked.series
        cross join lateral (
          select distinct on (o.year) o.series, o.breakdown, o.area, o.year, o.release, o.published, o.bound,
            o.missing, o.unit, o.nature, o.status, o.note, o.source, o.flag
          from statistics.observation o
          where o.dataset = s.dataset and o.series = s.code and o.breakdown = asked.breakdown and o.area = ${area}
            and o.known_on <= ${asOf}::date
          order by o.year desc, o.known_on desc, o.release desc
        ) o
        order by asked.nth, o.year`,
      readObservation,
    ),
  )
