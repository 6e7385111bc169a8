import type { Words } from '#kernel'
import { type ReadDb, type Row, sql, text, textOrNull, truth } from '#platform'
import { type Area, AreaCode, type Dimension, type Membership, type Scheme } from '#statistics/core'
import { day, dayOrNull, oneOf, oneOfOrNull, words } from './reading.ts'

const readArea = (row: Row): Area => {
  const latitude = textOrNull(row, 'latitude')
  const longitude = textOrNull(row, 'longitude')
  return {
    code: AreaCode.trusted(text(row, 'code')),
    names: words(row, 'names'),
    m49: textOrNull(row, 'm49'),
    kind: oneOf(row, 'kind', ['economy', 'group']),
    point:
      latitude === null || longitude === null ? null : { latitude: Number(latitude), longitude: Number(longitude) },
  }
}

/**
 * These areas, or with null all of them, by code: economies, and groups as `scheme/code`. A code that is none is absent; a
 * group that a later load leaves out keeps its last name, for the days on which it was one.
 */
export const areasOf = async (db: ReadDb, codes: readonly string[] | null): Promise<ReadonlyMap<string, Area>> => {
  const areas = await db.all(
    sql`-- statistics.areasOf
      select code, names::text, m49, latitude::text, longitude::text, 'economy' as kind
      from statistics.area
      where reference = (select max(id) from statistics.reference)
        and (${codes}::text[] is null or code = any(${codes}::text[]))
      union all
      select area, names, m49, null, null, 'group'
      from (
        select distinct on (scheme, code) scheme || '/' || code as area, names::text,
          case when scheme like 'M49-%' then code end as m49
        from statistics.grouping
        where ${codes}::text[] is null or scheme || '/' || code = any(${codes}::text[])
        order by scheme, code, reference desc
      ) named
      order by 1`,
    readArea,
  )
  return new Map(areas.map((area) => [area.code, area]))
}

const readScheme = (row: Row): Scheme => ({
  code: text(row, 'code'),
  names: words(row, 'names'),
  compositionOn: day(row, 'composition_on'),
  dated: oneOf(row, 'dated', ['all', 'some', 'none']),
  world: truth(row, 'world'),
})

export const readMembership = (row: Row): Membership => ({
  scheme: text(row, 'scheme'),
  group: text(row, 'grouping'),
  member: text(row, 'member'),
  from: dayOrNull(row, 'from_on'),
  until: dayOrNull(row, 'until_on'),
  precision: oneOfOrNull(row, 'precision', ['day', 'year']),
  status: textOrNull(row, 'status'),
  source: text(row, 'source'),
  knownOn: dayOrNull(row, 'known_on'),
})

/** These schemes of groups of a load of reference data, or with null all of them, in their order. */
export const schemesOf = (db: ReadDb, reference: number, codes: readonly string[] | null): Promise<readonly Scheme[]> =>
  db.all(
    sql`-- statistics.schemesOf
      select code, names::text, composition_on::text, dated, world from statistics.scheme
      where reference = ${reference} and (${codes}::text[] is null or code = any(${codes}::text[])) order by position`,
    readScheme,
  )

/** Every group of these schemes, or with null of all of them; also one that nobody belongs to. */
export const groupNamesOf = (
  db: ReadDb,
  reference: number,
  schemes: readonly string[] | null,
): Promise<readonly { readonly scheme: string; readonly code: string; readonly names: Words }[]> =>
  db.all(
    sql`-- statistics.groupNamesOf
      select scheme, code, names::text from statistics.grouping
      where reference = ${reference} and (${schemes}::text[] is null or scheme = any(${schemes}::text[]))
      order by scheme, code`,
    (row) => ({ scheme: text(row, 'scheme'), code: text(row, 'code'), names: words(row, 'names') }),
  )

/** Every spell of belonging to a group of these schemes, or with null of all of them. */
export const membershipsOf = (
  db: ReadDb,
  reference: number,
  schemes: readonly string[] | null,
): Promise<readonly Membership[]> =>
  db.all(
    sql`-- statistics.membershipsOf
      select scheme, grouping, member, from_on::text, until_on::text, precision, status, source, known_on::text
      from statistics.membership
      where reference = ${reference} and (${schemes}::text[] is null or scheme = any(${schemes}::text[]))
      order by scheme, grouping, member, from_on`,
    readMembership,
  )

/** Every spell of belonging to one group, by member and time. */
export const groupSpellsOf = (
  db: ReadDb,
  reference: number,
  scheme: string,
  group: string,
): Promise<readonly Membership[]> =>
  db.all(
    sql`-- statistics.groupSpellsOf
      select scheme, grouping, member, from_on::text, until_on::text, precision, status, source, known_on::text
      from statistics.membership
      where reference = ${reference} and scheme = ${scheme} and grouping = ${group} order by member, from_on`,
    readMembership,
  )

/** All dimensions, and the lists UNIT and NATURE, with their codes in the order of the lists. */
export const dimensions = async (db: ReadDb): Promise<readonly Dimension[]> => {
  const rows = await db.all(
    sql`-- statistics.dimensions
      select c.list, coalesce(d.names, jsonb_build_object('en', c.list))::text as list_names, c.code, c.names::text
      from statistics.code c
      left join statistics.dimension d on d.reference = c.reference and d.code = c.list
      where c.reference = (select max(id) from statistics.reference)
      order by d.position nulls last, c.list, c.position`,
    (row) => ({
      list: text(row, 'list'),
      listNames: words(row, 'list_names'),
      code: text(row, 'code'),
      names: words(row, 'names'),
    }),
  )
  return [...Map.groupBy(rows, ({ list }) => list)].map(([code, codes]) => ({
    code,
    names: codes[0]?.listNames ?? { en: code },
    codes: codes.map((one) => ({ code: one.code, names: one.names })),
  }))
}
