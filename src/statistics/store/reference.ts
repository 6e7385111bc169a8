import type { Day } from '#kernel'
import { onceIn, type ReadDb, sql, text, type WriteDb, whole } from '#platform'

/** The tables of a reference load, each with rows whose properties are its columns. */
export type ReferenceRows = Readonly<
  Record<
    | 'datasets'
    | 'dimensions'
    | 'codes'
    | 'areas'
    | 'aliases'
    | 'schemes'
    | 'groups'
    | 'memberships'
    | 'seen'
    | 'aggregations'
    | 'shapes'
    | 'portraits',
    readonly object[]
  >
>

/**
 * The reference data of a day: the load in force then, and before the first load the first, so that a load changes nothing
 * that was said for an earlier day. Equal pictures mean the same load, in this database and in no other. Without any: 0, ''.
 */
export type ReferenceOn = { readonly id: number; readonly picture: string }

export const referenceOn = onceIn(
  async (db: ReadDb, asOf: Day): Promise<ReferenceOn> =>
    (await db.one(
      sql`-- statistics.referenceOn
        select id, concat(id, ' ', loaded_at) as picture from statistics.reference
        where id = coalesce((select max(id) from statistics.reference where loaded_on <= ${asOf}::date),
          (select min(id) from statistics.reference))`,
      (row) => ({ id: whole(row, 'id'), picture: text(row, 'picture') }),
    )) ?? { id: 0, picture: '' },
)

export const referenceByDigest = (db: ReadDb, digest: string): Promise<number | null> =>
  db.one(
    sql`-- statistics.referenceByDigest
      select id from statistics.reference where digest = ${digest}`,
    (row) => whole(row, 'id'),
  )

export const nextReference = async (db: WriteDb): Promise<number> =>
  (await db.one(
    sql`-- statistics.nextReference
      select coalesce(max(id), 0) + 1 as id from statistics.reference`,
    (row) => whole(row, 'id'),
  )) ?? 1

export const addReference = async (
  db: WriteDb,
  load: { readonly id: number; readonly digest: string; readonly on: Day; readonly author: string },
  rows: ReferenceRows,
): Promise<void> => {
  const { id } = load
  const json = (table: keyof ReferenceRows): string => JSON.stringify(rows[table])
  await db.run(sql`-- statistics.addReference
    insert into statistics.reference (id, digest, loaded_on, author)
    values (${id}, ${load.digest}, ${load.on}, ${load.author})`)
  await db.run(sql`-- statistics.addDatasets
    insert into statistics.dataset
      (reference, code, names, publisher, address, licence, licence_name, licence_address, credit, caveat)
    select ${id}::integer, code, names, publisher, address, licence, licence_name, licence_address, credit, nullif(caveat, 'null')
    from jsonb_to_recordset(${json('datasets')}::jsonb) as t (code text, names jsonb, publisher jsonb, address text,
      licence text, licence_name text, licence_address text, credit text, caveat jsonb)`)
  await db.run(sql`-- statistics.addDimensions
    insert into statistics.dimension (reference, code, file_column, series, names, position)
    select ${id}::integer, code, file_column, series, names, position
    from jsonb_to_recordset(${json('dimensions')}::jsonb)
      as t (code text, file_column text, series text[], names jsonb, position smallint)`)
  await db.run(sql`-- statistics.addCodes
    insert into statistics.code (reference, list, code, names, position)
    select ${id}::integer, list, code, names, position
    from jsonb_to_recordset(${json('codes')}::jsonb) as t (list text, code text, names jsonb, position smallint)`)
  await db.run(sql`-- statistics.addAreas
    insert into statistics.area (reference, code, m49, iso2, names, latitude, longitude, kind)
    select ${id}::integer, code, m49, iso2, names, latitude, longitude, kind
    from jsonb_to_recordset(${json('areas')}::jsonb)
      as t (code text, m49 text, iso2 text, names jsonb, latitude numeric, longitude numeric, kind text)`)
  await db.run(sql`-- statistics.addAliases
    insert into statistics.alias (reference, alias, kind, area, source)
    select distinct on (alias, kind, area) ${id}::integer, alias, kind, area, source
    from jsonb_to_recordset(${json('aliases')}::jsonb) as t (alias text, kind text, area text, source text)`)
  await db.run(sql`-- statistics.addSchemes
    insert into statistics.scheme (reference, code, names, composition_on, dated, world, position)
    select ${id}::integer, code, names, composition_on, dated, world, position
    from jsonb_to_recordset(${json('schemes')}::jsonb)
      as t (code text, names jsonb, composition_on date, dated text, world boolean, position smallint)`)
  await db.run(sql`-- statistics.addGroups
    insert into statistics.grouping (reference, scheme, code, names)
    select ${id}::integer, scheme, code, names
    from jsonb_to_recordset(${json('groups')}::jsonb) as t (scheme text, code text, names jsonb)`)
  await db.run(sql`-- statistics.addMemberships
    insert into statistics.membership
      (reference, scheme, grouping, member, from_on, until_on, precision, status, source, known_on)
    select ${id}::integer, scheme, grouping, member, from_on, until_on, precision, status, source, known_on
    from jsonb_to_recordset(${json('memberships')}::jsonb) as t (scheme text, grouping text, member text, from_on date,
      until_on date, precision text, status text, source text, known_on date)`)
  await db.run(sql`-- statistics.addSeen
    insert into statistics.membership_seen (reference, known_on, scheme, member, event, source)
    select ${id}::integer, known_on, scheme, member, event, source
    from jsonb_to_recordset(${json('seen')}::jsonb)
      as t (known_on date, scheme text, member text, event text, source text)`)
  await db.run(sql`-- statistics.addAggregations
    insert into statistics.aggregation (reference, series, position, codes, method, weight_series, weight_breakdown,
      numerator_series, numerator_breakdown, times, passes, threshold, reason, regions)
    select ${id}::integer, series, position, codes, method, weight_series, weight_breakdown,
      numerator_series, numerator_breakdown, times, passes, threshold, reason, regions
    from jsonb_to_recordset(${json('aggregations')}::jsonb) as t (series text, position smallint, codes jsonb, method text,
      weight_series text, weight_breakdown text, numerator_series text, numerator_breakdown text, times numeric,
      passes text, threshold numeric, reason jsonb, regions text)`)
  await db.run(sql`-- statistics.addPortraits
    insert into statistics.portrait (reference, position, scheme, series, breakdown)
    select ${id}::integer, position, scheme, series, breakdown
    from jsonb_to_recordset(${json('portraits')}::jsonb) as t (position smallint, scheme text, series text, breakdown text)`)
  await db.run(sql`-- statistics.addShapes
    insert into statistics.shape (reference, position, dataset, code, geometry)
    select ${id}::integer, position, dataset, code, geometry
    from jsonb_to_recordset(${json('shapes')}::jsonb) as t (position smallint, dataset text, code text, geometry jsonb)`)
}

/** A series with its data set; one that is there already stays as it is. */
export const addSeries = (db: WriteDb, series: readonly { readonly code: string; readonly dataset: string }[]) =>
  db.run(sql`-- statistics.addSeries
    insert into statistics.series (code, dataset)
    select code, dataset from jsonb_to_recordset(${JSON.stringify(series)}::jsonb) as t (code text, dataset text)
    on conflict do nothing`)

/** In which data set each series is, once and for ever. */
export const datasetOfSeries = async (db: ReadDb): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await db.all(
      sql`-- statistics.datasetOfSeries
        select code, dataset from statistics.series order by code`,
      (row) => [text(row, 'code'), text(row, 'dataset')] as const,
    ),
  )

export const addDefinitions = (db: WriteDb, reference: number, definitions: readonly object[]): Promise<number> =>
  db.run(sql`-- statistics.addDefinitions
    insert into statistics.definition (series, reference, known_on, since_year, frame, names, unit, lowest, highest, decimals,
      better, aggregation)
    select series, ${reference}::integer, "knownOn", "sinceYear", frame, names, unit, lowest, highest, decimals, better, aggregation
    from jsonb_to_recordset(${JSON.stringify(definitions)}::jsonb) as t (series text, "knownOn" date, "sinceYear" smallint,
      frame text, names jsonb, unit text, lowest numeric, highest numeric, decimals smallint, better text, aggregation text)`)
