import { type ReadDb, sql, text, textOrNull } from '#platform'
import { AreaCode, DatasetCode, type Rules, SeriesCode } from '#statistics/core'

const numberOrNull = (value: string | null): number | null => (value === null ? null : Number(value))

/** What the rows of a file are read against: the reference data in force, and the newest definitions. */
export const rulesInForce = async (db: ReadDb): Promise<Rules> => {
  const series = await db.all(
    sql`-- statistics.seriesRules
      select distinct on (s.code) s.code, s.dataset, d.unit, d.lowest::text, d.highest::text
      from statistics.series s join statistics.definition d on d.series = s.code
      order by s.code, d.known_on desc nulls last, d.id desc`,
    (row) => ({
      code: SeriesCode.trusted(text(row, 'code')),
      dataset: DatasetCode.trusted(text(row, 'dataset')),
      unit: text(row, 'unit'),
      lowest: numberOrNull(textOrNull(row, 'lowest')),
      highest: numberOrNull(textOrNull(row, 'highest')),
    }),
  )
  const areas = await db.all(
    sql`-- statistics.areaRules
      select code, m49 from statistics.area where reference = (select max(id) from statistics.reference)
      union all
      select scheme || '/' || code, null from statistics.grouping where reference = (select max(id) from statistics.reference)`,
    (row) => ({ code: AreaCode.trusted(text(row, 'code')), m49: textOrNull(row, 'm49') }),
  )
  const aliases = await db.all(
    sql`-- statistics.aliasRules
      select lower(alias) as alias, min(area) as area from statistics.alias
      where reference = (select max(id) from statistics.reference) group by lower(alias) having count(distinct area) = 1`,
    (row) => [text(row, 'alias'), text(row, 'area')] as const,
  )
  const codes = await db.all(
    sql`-- statistics.codeRules
      select c.list, c.code, d.file_column, array_to_string(d.series, ' ') as series
      from statistics.code c left join statistics.dimension d on d.reference = c.reference and d.code = c.list
      where c.reference = (select max(id) from statistics.reference) order by c.list, c.position`,
    (row) => ({
      list: text(row, 'list'),
      code: text(row, 'code'),
      column: textOrNull(row, 'file_column'),
      series: textOrNull(row, 'series'),
    }),
  )
  const dimensions = [...Map.groupBy(codes, ({ list }) => list)].flatMap(([code, own]) => {
    const [first] = own
    if (first?.column == null) return []
    const of = first.series === null ? null : first.series.split(' ')
    return [{ code, column: first.column, series: of, codes: new Set(own.map((one) => one.code)) }]
  })
  return {
    series: new Map(series.map((one) => [one.code, one])),
    areas: new Map(areas.map((one) => [one.code, one])),
    aliases: new Map(aliases),
    dimensions,
    natures: new Set(codes.filter(({ list }) => list === 'NATURE').map(({ code }) => code)),
  }
}
