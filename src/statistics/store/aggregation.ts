import { type Day, unreachable } from '#kernel'
import { type ReadDb, type Row, sql, text, textOrNull, whole } from '#platform'
import { type AggregationRule, type Method, type Selection, selectionKey } from '#statistics/core'
import { oneOf, words } from './reading.ts'

const methods = ['weighted-mean', 'mean', 'sum', 'ratio-of-sums', 'median', 'count', 'share', 'none'] as const

const selection = (row: Row, part: 'weight' | 'numerator'): Selection => ({
  series: text(row, `${part}_series`),
  breakdown: text(row, `${part}_breakdown`),
})

const readMethod = (row: Row): Method => {
  const kind = oneOf(row, 'method', methods)
  switch (kind) {
    case 'weighted-mean':
      return { kind, weight: selection(row, 'weight') }
    case 'mean':
    case 'median':
      return { kind }
    case 'sum':
      return { kind, weight: row['weight_series'] === null ? null : selection(row, 'weight') }
    case 'ratio-of-sums':
      return {
        kind,
        numerator: selection(row, 'numerator'),
        denominator: selection(row, 'weight'),
        times: Number(text(row, 'times')),
      }
    case 'count':
    case 'share':
      return {
        kind,
        passes: oneOf(row, 'passes', ['at-least', 'above', 'at-most', 'below']),
        threshold: Number(text(row, 'threshold')),
      }
    case 'none':
      return { kind, reason: words(row, 'reason') }
    default:
      return unreachable(kind)
  }
}

const readRule = (row: Row): AggregationRule => {
  const codes: unknown = JSON.parse(text(row, 'codes'))
  if (typeof codes !== 'object' || codes === null) throw new Error('Column codes holds no codes')
  return {
    series: text(row, 'series'),
    when: Object.fromEntries(Object.entries(codes).map(([dimension, code]) => [dimension, String(code)])),
    method: readMethod(row),
    regions: textOrNull(row, 'regions'),
  }
}

/** The rules of a load of reference data, in the order in which they are tried. */
export const aggregationRules = (db: ReadDb, reference: number): Promise<readonly AggregationRule[]> =>
  db.all(
    sql`-- statistics.aggregationRules
      select series, codes::text, method, weight_series, weight_breakdown, numerator_series, numerator_breakdown, times::text,
        passes, threshold::text, reason::text, regions
      from statistics.aggregation where reference = ${reference} order by series, position`,
    readRule,
  )

/**
 * What "as known on that day" depends on for each series: the releases that brought figures of it. Equal answers mean equal
 * observations; a release of other series changes none of them. A series without a release is absent.
 */
export const picturesOf = async (
  db: ReadDb,
  series: readonly string[],
  asOf: Day,
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await db.all(
      sql`-- statistics.picturesOf
        select b.series, concat(string_agg(r.id::text, ' ' order by r.id), ' ', max(r.loaded_at)) as picture
        from statistics.release_series b join statistics.release r on r.id = b.release
        where b.series = any(${series}::text[]) and r.known_on <= ${asOf}::date group by b.series`,
      (row) => [text(row, 'series'), text(row, 'picture')] as const,
    ),
  )

/** The observed values of one economy, year by year. */
export type ObservedPath = {
  readonly area: string
  readonly years: readonly number[]
  readonly values: readonly number[]
  /** Those that the publisher estimated or modelled. */
  readonly estimated: ReadonlySet<number> | 'all'
}

const noYears: ReadonlySet<number> = new Set()
const semicolon = 59
const isEstimated = 69

/**
 * `2007E11.356284;2008 14.133525;2009x`: a year, what is to be known about its value, and the value. A year comes once for
 * each release that had it, the newest last, and only that one counts.
 */
const readPath = (packed: string): Omit<ObservedPath, 'area'> => {
  const years: number[] = []
  const values: number[] = []
  const estimated: number[] = []
  for (let from = 0; from < packed.length; ) {
    let to = from + 5
    while (to < packed.length && packed.charCodeAt(to) !== semicolon) to += 1
    const year = Number(packed.slice(from, from + 4))
    const mark = packed.charCodeAt(from + 4)
    if (years.at(-1) === year) {
      years.pop()
      values.pop()
      if (estimated.at(-1) === year) estimated.pop()
    }
    if (to > from + 5) {
      years.push(year)
      values.push(Number(packed.slice(from + 5, to)))
      if (mark === isEstimated) estimated.push(year)
    }
    from = to + 1
  }
  const some = estimated.length === 0 ? noYears : new Set(estimated)
  return { years, values, estimated: estimated.length === years.length ? 'all' : some }
}

/**
 * Of each selection, by `selectionKey`, what was observed of every economy as known on that day. Left out, since nothing may
 * be computed from them: what is missing, only a bound, or flagged; and projections, unless they are weights, which may be.
 * A row is a whole path packed into one text, as the index has it: a million rows would cost more to carry than to read.
 */
export const observedOf = async (
  db: ReadDb,
  selections: readonly Selection[],
  asOf: Day,
  alsoProjected: boolean,
): Promise<ReadonlyMap<string, readonly ObservedPath[]>> => {
  const rows = await db.all(
    sql`-- statistics.observedOf
      select asked.nth::integer, p.area, p.path
      from unnest(${selections.map(({ series }) => series)}::text[], ${selections.map(({ breakdown }) => breakdown)}::text[])
        with ordinality as asked (series, breakdown, nth)
      join statistics.series s on s.code = asked.series
      cross join lateral (
        select o.area, string_agg(o.year || case
            when o.missing is not null or o.bound is not null or o.flag is not null or (o.nature = 'F' and not ${alsoProjected}) then 'x'
            when o.nature in ('E', 'M') then 'E' || o.published
            else ' ' || o.published end, ';' order by o.year, o.known_on, o.release) as path
        from statistics.observation o
        where o.dataset = s.dataset and o.series = s.code and o.breakdown = asked.breakdown
          and o.known_on <= ${asOf}::date and strpos(o.area, '/') = 0
        group by o.area
      ) p`,
    (row) => ({ nth: whole(row, 'nth'), area: text(row, 'area'), path: text(row, 'path') }),
  )
  const found = new Map<string, ObservedPath[]>()
  for (const { nth, area, path } of rows) {
    const asked = selections[nth - 1]
    if (asked === undefined) continue
    const key = selectionKey(asked)
    const paths = found.get(key) ?? []
    found.set(key, paths)
    const read = readPath(path)
    // Economies mostly have the same years: once in memory.
    const before = paths.at(-1)?.years
    const isAlike = before?.length === read.years.length && before.every((year, at) => year === read.years[at])
    paths.push({ area, ...read, ...(isAlike ? { years: before } : {}) })
  }
  return found
}
