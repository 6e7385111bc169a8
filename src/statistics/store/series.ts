import type { Day } from '#kernel'
import { onceIn, type ReadDb, type Row, sql, text, textOrNull, whole, wholeOrNull } from '#platform'
import { type Dataset, DatasetCode, type Definition, type Series, SeriesCode } from '#statistics/core'
import { dayOrNull, oneOfOrNull, words, wordsOrNull } from './reading.ts'

type Defined = Definition & Pick<Series, 'code' | 'dataset' | 'unitNames'>

const readDefined = (row: Row): Defined => ({
  code: SeriesCode.trusted(text(row, 'code')),
  dataset: DatasetCode.trusted(text(row, 'dataset')),
  knownOn: dayOrNull(row, 'known_on'),
  sinceYear: wholeOrNull(row, 'since_year'),
  frame: textOrNull(row, 'frame'),
  names: words(row, 'names'),
  unit: text(row, 'unit'),
  unitNames: wordsOrNull(row, 'unit_names') ?? { en: text(row, 'unit') },
  lowest: textOrNull(row, 'lowest'),
  highest: textOrNull(row, 'highest'),
  decimals: whole(row, 'decimals'),
  better: oneOfOrNull(row, 'better', ['up', 'down']),
  aggregation: text(row, 'aggregation'),
  aggregationNames: wordsOrNull(row, 'aggregation_names') ?? { en: text(row, 'aggregation') },
})

/** Of one series, the newest first, and what it is on each day: made once, so that one definition is one object. */
type Definitions = { readonly rows: readonly Defined[]; readonly made: Map<number, Series> }

/** The newest definition known by the day; where all are later, the first there ever was. */
const inForce = ({ rows, made }: Definitions, asOf: Day): Series | null => {
  const at = rows.findIndex(({ knownOn }) => knownOn === null || knownOn <= asOf)
  const standing = made.get(at)
  if (standing !== undefined) return standing
  const found = rows[at === -1 ? rows.length - 1 : at]
  if (found === undefined) return null
  const series = { ...found, earlier: at === -1 ? [] : rows.slice(at + 1) }
  made.set(at, series)
  return series
}

type BySeries = ReadonlyMap<string, Definitions>

const readDefinitions = async (db: ReadDb): Promise<BySeries> => {
  const rows = await db.all(
    sql`-- statistics.readDefinitions
      select s.code, s.dataset, d.known_on::text, d.since_year, d.frame, d.names::text, d.unit, u.names::text as unit_names,
        d.lowest::text, d.highest::text, d.decimals, d.better, d.aggregation,
        g.names::text as aggregation_names
      from statistics.series s
      join statistics.definition d on d.series = s.code
      left join statistics.code u on u.reference = (select max(id) from statistics.reference) and u.list = 'UNIT' and u.code = d.unit
      left join statistics.code g on g.reference = (select max(id) from statistics.reference) and g.list = 'AGGREGATION'
        and g.names->>'en' = d.aggregation
      order by s.code, d.known_on desc nulls last, d.id desc`,
    readDefined,
  )
  return new Map(
    [...Map.groupBy(rows, ({ code }) => code as string)].map(([code, own]) => [code, { rows: own, made: new Map() }]),
  )
}

/** Equal pictures mean equal definitions, in this database and in no other: rows are added, and named by the newest load. */
const definitionsPicture = async (db: ReadDb): Promise<string> =>
  (await db.one(
    sql`-- statistics.definitionsPicture
      select concat((select max(id) from statistics.definition), ' ', id, ' ', loaded_at) as picture
      from statistics.reference order by id desc limit 1`,
    (row) => text(row, 'picture'),
  )) ?? ''

/** The newest few pictures: several databases in one process each have their own. */
const most = 4
const kept = new Map<string, BySeries>()
const definitionsIn = onceIn(async (db: ReadDb): Promise<BySeries> => {
  // What is written may be taken back, and is kept by nobody.
  if ('run' in db) return readDefinitions(db)
  const picture = await definitionsPicture(db)
  const found = kept.get(picture)
  if (found !== undefined) return found
  const made = await readDefinitions(db)
  kept.set(picture, made)
  if (kept.size > most) kept.delete(kept.keys().next().value ?? '')
  return made
})

/**
 * These series, or with null all of them, each as it was defined on that day. A code that is none is absent. As long as nothing
 * else is known of a series it is the same object.
 */
export const seriesOf = async (
  db: ReadDb,
  codes: readonly string[] | null,
  asOf: Day,
): Promise<ReadonlyMap<string, Series>> => {
  const definitions = await definitionsIn(db)
  const asked = codes === null ? null : new Set(codes)
  return new Map(
    [...definitions].flatMap(([code, own]) => {
      const series = asked === null || asked.has(code) ? inForce(own, asOf) : null
      return series === null ? [] : [[code, series] as const]
    }),
  )
}

/** All data sets of the reference data in force. */
export const datasets = (db: ReadDb): Promise<readonly Dataset[]> =>
  db.all(
    sql`-- statistics.datasets
      select code, names::text, publisher::text, address, licence, licence_name, licence_address, credit, caveat::text
      from statistics.dataset where reference = (select max(id) from statistics.reference) order by code`,
    (row) => ({
      code: DatasetCode.trusted(text(row, 'code')),
      names: words(row, 'names'),
      publisher: words(row, 'publisher'),
      address: text(row, 'address'),
      licence: { code: text(row, 'licence'), name: text(row, 'licence_name'), address: text(row, 'licence_address') },
      credit: text(row, 'credit'),
      caveat: wordsOrNull(row, 'caveat'),
    }),
  )

/** How much there is of each series over all releases. */
export type Extent = {
  readonly series: string
  readonly releases: number
  /** Rows of all releases: a cell that was revised counts twice. */
  readonly rows: number
  readonly firstYear: number
  readonly lastYear: number
}

export const extents = (db: ReadDb, asOf: Day): Promise<readonly Extent[]> =>
  db.all(
    sql`-- statistics.extents
      select s.series, count(*)::integer as releases, sum(s.observations)::integer as rows, min(s.first_year)::integer as first_year,
        max(s.last_year)::integer as last_year
      from statistics.release_series s join statistics.release r on r.id = s.release
      where r.known_on <= ${asOf}::date group by s.series order by s.series`,
    (row) => ({
      series: text(row, 'series'),
      releases: whole(row, 'releases'),
      rows: whole(row, 'rows'),
      firstYear: whole(row, 'first_year'),
      lastYear: whole(row, 'last_year'),
    }),
  )
