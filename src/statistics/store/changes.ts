import { type ReadDb, type Row, type Sql, sql, text, textOrNull, whole } from '#platform'
import type { Cell, Observation, Release } from '#statistics/core'
import { readObservation } from './observations.ts'

/** What a release changed against what was known before it, in cells. */
export type Changes = {
  readonly series: string
  /** A cell that nobody had said anything about. */
  readonly first: number
  readonly same: number
  /** The same value with more or fewer decimals. */
  readonly precision: number
  readonly revised: number
  /** A value where there was a reason. */
  readonly filled: number
  /** A reason where there was a value. */
  readonly withdrawn: number
  /** Another reason than before. */
  readonly reasoned: number
  /** Known before and not in this release: they stay as they were. */
  readonly leftOut: number
}

/**
 * The cells of a release beside the view before it: of each cell the row of the newest release that comes before this
 * one. It is the head of each statement here, and ends where the question begins.
 */
const changesOf = ({ number, dataset, knownOn }: Release): Sql => sql`-- statistics.changesOf
  with own as (
    select o.series, o.breakdown, o.area, o.year, o.value, o.bound, o.missing, o.published
    from statistics.release_series b
    join statistics.observation o on o.dataset = ${dataset} and o.series = b.series and o.release = b.release
    where b.release = ${number}
  ), before as (
    select distinct on (o.series, o.breakdown, o.area, o.year)
      o.series, o.breakdown, o.area, o.year, o.value, o.bound, o.missing, o.published
    from statistics.release_series b
    join statistics.observation o on o.dataset = ${dataset} and o.series = b.series
      and (o.known_on, o.release) < (${knownOn}::date, ${number}::integer)
    where b.release = ${number}
    order by o.series, o.breakdown, o.area, o.year, o.known_on desc, o.release desc
  ), compared as (
    select coalesce(own.series, before.series) as series, own.breakdown, own.area, own.year, own.published,
      before.published as previous, own.value - before.value as difference,
      case
        when own.series is null then 'leftOut'
        when before.series is null then 'first'
        when own.missing is not null then
          case before.missing when own.missing then 'same' else case when before.missing is null then 'withdrawn' else 'reasoned' end end
        when before.missing is not null then 'filled'
        when own.bound is distinct from before.bound then 'revised'
        when own.value = before.value then 'same'
        when scale(own.value) <> scale(before.value)
          and abs(own.value - before.value) * 2 <= 10::numeric ^ (-least(scale(own.value), scale(before.value))) then 'precision'
        else 'revised'
      end as change
    from own full join before on own.series = before.series and own.breakdown = before.breakdown
      and own.area = before.area and own.year = before.year
  )`

const asking = (head: Sql, question: string): Sql => ({ ...head, text: `${head.text}\n${question}` })

export const changeCounts = (db: ReadDb, release: Release): Promise<readonly Changes[]> =>
  db.all(
    asking(
      changesOf(release),
      `select series, ${(
        ['first', 'same', 'precision', 'revised', 'filled', 'withdrawn', 'reasoned', 'leftOut'] as const
      )
        .map((one) => `(count(*) filter (where change = '${one}'))::integer as "${one}"`)
        .join(', ')} from compared group by series order by series`,
    ),
    (row) => ({
      series: text(row, 'series'),
      first: whole(row, 'first'),
      same: whole(row, 'same'),
      precision: whole(row, 'precision'),
      revised: whole(row, 'revised'),
      filled: whole(row, 'filled'),
      withdrawn: whole(row, 'withdrawn'),
      reasoned: whole(row, 'reasoned'),
      leftOut: whole(row, 'leftOut'),
    }),
  )

/** A cell with what it was, what it is, and by how much; no difference where one of them is not exact. */
export type RevisedCell = Cell & {
  readonly before: string
  readonly after: string
  readonly by: string | null
}

const readRevised = (row: Row): RevisedCell => ({
  series: text(row, 'series'),
  breakdown: text(row, 'breakdown'),
  area: text(row, 'area'),
  year: whole(row, 'year'),
  before: text(row, 'previous'),
  after: text(row, 'published'),
  by: textOrNull(row, 'difference'),
})

/** The largest revisions of a release, so many of each series: values of different units are not compared. */
export const largestRevisions = (db: ReadDb, release: Release, most: number): Promise<readonly RevisedCell[]> =>
  db.all(
    asking(
      changesOf(release),
      `select series, breakdown, area, year, previous, published, difference::text from (
        select *, row_number() over (partition by series order by abs(difference) desc nulls last, area, year, breakdown) as nth
        from compared where change = 'revised'
      ) ranked where nth <= ${Math.trunc(most)} order by series, nth`,
    ),
    readRevised,
  )

/** The values of a release outside the plausible range of their series. */
export const flaggedOf = (db: ReadDb, { number, dataset }: Release, most: number): Promise<readonly Observation[]> =>
  db.all(
    sql`-- statistics.flaggedOf
      select o.series, o.breakdown, o.area, o.year, o.release, o.published, o.bound, o.missing, o.unit, o.nature, o.status,
        o.note, o.source, o.flag
      from statistics.release_series b
      join statistics.observation o on o.dataset = ${dataset} and o.series = b.series and o.release = b.release
      where b.release = ${number} and o.flag is not null
      order by o.series, o.area, o.year, o.breakdown limit ${most}`,
    readObservation,
  )

/** What a release brought of each series. */
export type Brought = {
  readonly series: string
  readonly observations: number
  readonly firstYear: number
  readonly lastYear: number
}

export const broughtBy = (db: ReadDb, release: number): Promise<readonly Brought[]> =>
  db.all(
    sql`-- statistics.broughtBy
      select series, observations, first_year, last_year from statistics.release_series where release = ${release} order by series`,
    (row) => ({
      series: text(row, 'series'),
      observations: whole(row, 'observations'),
      firstYear: whole(row, 'first_year'),
      lastYear: whole(row, 'last_year'),
    }),
  )
