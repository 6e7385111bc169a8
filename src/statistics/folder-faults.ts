import type { Facts, Fault } from '#kernel'
import type { Declared, Lined, Tables } from './folder.ts'

/** Rows that say what an earlier row says: the key of each must be its own. */
const twice = <Row extends Lined>(
  file: string,
  rows: readonly Row[],
  keyOf: (row: Row) => readonly string[],
): readonly Fault[] => {
  const first = new Map<string, number>()
  return rows.flatMap((row) => {
    const key = keyOf(row).join(' ')
    const standing = first.get(key)
    if (standing === undefined) {
      first.set(key, row.line)
      return []
    }
    return [{ code: 'statistics.fault.rowTwice', facts: { first: standing, value: key }, at: { file, line: row.line } }]
  })
}

/** Cells that name what no other file declares. */
const strangers = <Row extends Lined>(
  file: string,
  rows: readonly Row[],
  column: keyof Row & string,
  keyOf: (row: Row) => string,
  [where, declared]: readonly [where: string, declared: ReadonlySet<string>],
): readonly Fault[] =>
  rows.flatMap((row) => {
    if (declared.has(keyOf(row))) return []
    const facts: Facts = { column, value: String(row[column]), file: where }
    return [{ code: 'statistics.fault.notDeclared', facts, at: { file, line: row.line, column } }]
  })

/** Codes of a list in `datasets.json` that stand there twice. */
const declaredTwice = (list: string, codes: readonly string[]): readonly Fault[] =>
  codes.flatMap((code, at) => {
    const first = codes.indexOf(code)
    if (first === at) return []
    const where = { file: 'datasets.json', path: `/${list}/${at}/code` }
    return [{ code: 'statistics.fault.notUnderstood', facts: { column: 'code', value: code }, at: where }]
  })

/** What the portrait names and nobody declares. */
const portraitFaults = (
  { portrait }: Declared,
  schemes: ReadonlySet<string>,
  series: ReadonlySet<string>,
): readonly Fault[] => {
  const stranger = (path: string, column: string, value: string): Fault => ({
    code: 'statistics.fault.notDeclared',
    facts: { column, value, file: 'datasets.json' },
    at: { file: 'datasets.json', path },
  })
  return [
    ...portrait.beside.flatMap((one, at) =>
      schemes.has(one) ? [] : [stranger(`/portrait/beside/${at}`, 'beside', one)],
    ),
    ...portrait.series.flatMap((one, at) =>
      series.has(one.series) ? [] : [stranger(`/portrait/series/${at}`, 'series', one.series)],
    ),
  ]
}

/** Everything in which files that are each understood do not agree with themselves or with each other. */
export const disagreements = (declared: Declared, tables: Omit<Tables, 'releases.csv'>): readonly Fault[] => {
  const schemes = new Set(declared.schemes.map(({ code }) => code))
  const groups = new Set(tables['group_names.csv'].map(({ scheme, group }) => `${scheme}/${group}`))
  const inSeries = new Set(declared.datasets.flatMap(({ series }) => series as readonly string[]))
  return [
    ...(['datasets', 'dimensions', 'schemes'] as const).flatMap((list) =>
      declaredTwice(
        list,
        declared[list].map(({ code }) => code),
      ),
    ),
    ...portraitFaults(declared, schemes, inSeries),
    ...strangers('series.csv', tables['series.csv'], 'series', ({ series }) => series, ['datasets.json', inSeries]),
    ...twice('series.csv', tables['series.csv'], ({ series, known_on = '' }) => [series, known_on]),
    ...twice('codes.csv', tables['codes.csv'], ({ column, series, code }) => [column, series, code]),
    ...twice('areas.csv', tables['areas.csv'], ({ iso3 }) => [iso3]),
    ...twice('group_names.csv', tables['group_names.csv'], ({ scheme, group }) => [scheme, group]),
    ...strangers('group_names.csv', tables['group_names.csv'], 'scheme', ({ scheme }) => scheme, [
      'datasets.json',
      schemes,
    ]),
    ...strangers('groups.csv', tables['groups.csv'], 'group', ({ scheme, group }) => `${scheme}/${group}`, [
      'group_names.csv',
      groups,
    ]),
    ...tables['groups.csv'].flatMap(({ from, to, line }): readonly Fault[] =>
      from === '' || to === '' || from < to
        ? []
        : [
            {
              code: 'statistics.fault.notUnderstood',
              facts: { column: 'to', value: to },
              at: { file: 'groups.csv', line, column: 'to' },
            },
          ],
    ),
    ...twice('groups_snapshots.csv', tables['groups_snapshots.csv'], ({ scheme, member_iso3, known_on, event }) => [
      scheme,
      member_iso3,
      known_on,
      event,
    ]),
  ]
}
