import type { Day } from '#kernel'
import { type ReadDb, sql, text, textOrNull } from '#platform'
import { type Membership, type Selection, SeriesCode } from '#statistics/core'
import { readMembership } from './areas.ts'
import { referenceOn } from './reference.ts'

/** What a page about an area says of it first, in the reference data of a day: selections, and schemes of groups. */
export type Portrait = { readonly series: readonly Selection[]; readonly beside: readonly string[] }

export const portraitOf = async (db: ReadDb, asOf: Day): Promise<Portrait> => {
  const { id } = await referenceOn(db, asOf)
  const rows = await db.all(
    sql`-- statistics.portraitOf
      select scheme, series, breakdown from statistics.portrait where reference = ${id} order by position`,
    (row) => ({
      scheme: textOrNull(row, 'scheme'),
      series: textOrNull(row, 'series'),
      breakdown: textOrNull(row, 'breakdown'),
    }),
  )
  return {
    series: rows.flatMap(({ series, breakdown }) =>
      series === null || breakdown === null ? [] : [{ series: SeriesCode.trusted(series), breakdown }],
    ),
    beside: rows.flatMap(({ scheme }) => scheme ?? []),
  }
}

/** What an area is or was called and coded elsewhere. `kind` is `name-fr`, `code-…`; `source` says who calls it so. */
export type Alias = {
  readonly alias: string
  readonly kind: string
  readonly area: string
  readonly source: string
}

/** The aliases of these areas, or with null of all, the two letters of ISO 3166 among them as `code-iso2`. */
export const aliasesOf = (db: ReadDb, areas: readonly string[] | null): Promise<readonly Alias[]> =>
  db.all(
    sql`-- statistics.aliasesOf
      select alias, kind, area, source from statistics.alias
      where reference = (select max(id) from statistics.reference)
        and (${areas}::text[] is null or area = any(${areas}::text[]))
      union all
      select iso2, 'code-iso2', code, 'ISO 3166' from statistics.area
      where reference = (select max(id) from statistics.reference) and iso2 <> ''
        and (${areas}::text[] is null or code = any(${areas}::text[]))
      order by 3, 2, 1`,
    (row) => ({
      alias: text(row, 'alias'),
      kind: text(row, 'kind'),
      area: text(row, 'area'),
      source: text(row, 'source'),
    }),
  )

/** Every spell of belonging of one economy, in the order of the schemes and of time. */
export const spellsOf = async (db: ReadDb, member: string, asOf: Day): Promise<readonly Membership[]> => {
  const { id } = await referenceOn(db, asOf)
  return db.all(
    sql`-- statistics.spellsOf
      select m.scheme, m.grouping, m.member, m.from_on::text, m.until_on::text, m.precision, m.status, m.source, m.known_on::text
      from statistics.membership m
      join statistics.scheme s on s.reference = m.reference and s.code = m.scheme
      where m.reference = ${id} and m.member = ${member} order by s.position, m.from_on nulls first, m.grouping`,
    readMembership,
  )
}
