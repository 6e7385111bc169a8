import type { Readable } from 'node:stream'
import type { Day } from '#kernel'
import { onceIn, type ReadDb, type Row, sql, text, textOrNull, type WriteDb, whole } from '#platform'
import { DatasetCode, type Reading, type Release } from '#statistics/core'
import { day, wordsOrNull } from './reading.ts'

const readRelease = (row: Row): Release => ({
  number: whole(row, 'id'),
  dataset: DatasetCode.trusted(text(row, 'dataset')),
  knownOn: day(row, 'known_on'),
  loadedAt: text(row, 'loaded_at'),
  author: text(row, 'author'),
  reason: text(row, 'reason'),
  file: text(row, 'file'),
  digest: text(row, 'digest'),
  vintage: text(row, 'vintage'),
  basis: text(row, 'basis'),
  credit: text(row, 'credit'),
  via: textOrNull(row, 'via'),
  caveat: wordsOrNull(row, 'caveat'),
  observations: whole(row, 'observations'),
  missing: whole(row, 'missing'),
  bounded: whole(row, 'bounded'),
  flagged: whole(row, 'flagged'),
  firstYear: whole(row, 'first_year'),
  lastYear: whole(row, 'last_year'),
})

/** Every release known by that day, newest first. */
export const releasesAsOf = (db: ReadDb, asOf: Day): Promise<readonly Release[]> =>
  db.all(
    sql`-- statistics.releasesAsOf
      select id, dataset, known_on::text, to_char(loaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as loaded_at,
        author, reason, file, digest, vintage, basis, credit, via, caveat::text, observations, missing, bounded, flagged,
        first_year, last_year
      from statistics.release where known_on <= ${asOf}::date order by known_on desc, id desc`,
    readRelease,
  )

/** Those of these files, by digest, that are here already. */
export const releasesByDigest = (db: ReadDb, digests: readonly string[]): Promise<readonly Release[]> =>
  db.all(
    sql`-- statistics.releasesByDigest
      select id, dataset, known_on::text, to_char(loaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as loaded_at,
        author, reason, file, digest, vintage, basis, credit, via, caveat::text, observations, missing, bounded, flagged,
        first_year, last_year
      from statistics.release where digest = any(${digests}::text[]) order by id`,
    readRelease,
  )

/** Which releases brought figures of which of these series. */
export const releasesOfSeries = (
  db: ReadDb,
  series: readonly string[],
): Promise<readonly { readonly series: string; readonly release: number }[]> =>
  db.all(
    sql`-- statistics.releasesOfSeries
      select series, release from statistics.release_series where series = any(${series}::text[]) order by series, release`,
    (row) => ({ series: text(row, 'series'), release: whole(row, 'release') }),
  )

/** For deeds: loads take turns, so that the numbers of releases are the order in which they can be seen. */
export const takeTurn = (db: WriteDb): Promise<number> =>
  db.run(sql`-- statistics.takeTurn
    select pg_advisory_xact_lock(hashtext('statistics.load'))`)

export const nextRelease = async (db: WriteDb): Promise<number> =>
  (await db.one(
    sql`-- statistics.nextRelease
      select coalesce(max(id), 0) + 1 as id from statistics.release`,
    (row) => whole(row, 'id'),
  )) ?? 1

export type NewRelease = Omit<Release, 'loadedAt'>

export const addRelease = (db: WriteDb, release: NewRelease): Promise<number> =>
  db.run(sql`-- statistics.addRelease
    insert into statistics.release (id, dataset, known_on, author, reason, file, digest, vintage, basis, credit, via, caveat,
      observations, missing, bounded, flagged, first_year, last_year)
    values (${release.number}, ${release.dataset}, ${release.knownOn}, ${release.author}, ${release.reason},
      ${release.file}, ${release.digest}, ${release.vintage}, ${release.basis}, ${release.credit}, ${release.via},
      ${release.caveat === null ? null : JSON.stringify(release.caveat)}, ${release.observations}, ${release.missing},
      ${release.bounded}, ${release.flagged}, ${release.firstYear}, ${release.lastYear})`)

export type SeriesCount = {
  readonly series: string
  readonly observations: number
  readonly firstYear: number
  readonly lastYear: number
}

export const addReleaseSeries = (db: WriteDb, release: number, counts: readonly SeriesCount[]): Promise<number> =>
  db.run(sql`-- statistics.addReleaseSeries
    insert into statistics.release_series (release, series, observations, first_year, last_year)
    select ${release}::integer, series, observations, "firstYear", "lastYear"
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb)
      as counted (series text, observations integer, "firstYear" smallint, "lastYear" smallint)`)

/** The columns of `observationLine`, in its order. */
export const copyObservations = (db: WriteDb, lines: Readable): Promise<number> =>
  db.copy(
    sql`-- statistics.copyObservations
      copy statistics.observation (dataset, series, breakdown, area, year, known_on, release, value, published, bound, missing, unit,
        nature, status, note, source, flag) from stdin`,
    lines,
  )

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (value: string): string =>
  /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? '') : value
const orNull = (value: string | null): string => (value === null ? '\\N' : escaped(value))

/** A row in PostgreSQL's text format. */
export const observationLine = (dataset: string, knownOn: Day, release: number, one: Reading): string => {
  const { value } = one
  const figure =
    value.kind === 'known'
      ? `${value.value.decimal}\t${escaped(one.published)}\t${value.value.bound ?? '\\N'}\t\\N`
      : `\\N\t${escaped(one.published)}\t\\N\t${value.reason}`
  return `${dataset}\t${one.series}\t${one.breakdown}\t${one.area}\t${one.year}\t${knownOn}\t${release}\t${figure}\t${one.unit}\t${orNull(one.nature)}\t${orNull(one.status)}\t${escaped(one.note)}\t${escaped(one.source)}\t${one.flag ?? '\\N'}\n`
}

/** The number of the newest release and of the reference data in force: what is read under it stays true until the next. */
export const revisionOf = async (db: ReadDb): Promise<string> =>
  (await db.one(
    sql`-- statistics.revisionOf
      select concat(coalesce((select max(id) from statistics.release), 0), '.',
        coalesce((select max(id) from statistics.reference), 0)) as revision`,
    (row) => text(row, 'revision'),
  )) ?? '0.0'

/** Releases whose rows are not as many as they said, and rows of no release: there must be none. */
export const miscounted = (db: ReadDb): Promise<readonly { readonly release: number; readonly rows: number }[]> =>
  db.all(
    sql`-- statistics.miscounted
      select coalesce(r.id, o.release) as id, coalesce(o.rows, 0)::integer as rows
      from statistics.release r
      full join (select release, count(*) as rows from statistics.observation group by release) o on o.release = r.id
      where r.observations is distinct from o.rows order by 1`,
    (row) => ({ release: whole(row, 'id'), rows: whole(row, 'rows') }),
  )

/** What "as known on that day" depends on: equal answers mean equal observations, in this process and in every other. */
export const picture = onceIn(
  async (db: ReadDb, asOf: Day): Promise<string> =>
    (await db.one(
      sql`-- statistics.picture
        select concat(max(known_on) filter (where known_on <= ${asOf}::date), ' ', max(id), ' ', max(loaded_at)) as picture
        from statistics.release`,
      (row) => text(row, 'picture'),
    )) ?? '',
)
