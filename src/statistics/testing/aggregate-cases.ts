import {
  type AggregateInput,
  type CaseMember,
  type CaseTables,
  type DatedMember,
  type RealCase,
  realCase,
} from '#statistics/core'
import { casesOf } from './methods.ts'

/**
 * The cases of group figures as the statistics of an organization: a folder of reference data and one of observations, so
 * that the same cases can be asked of a database.
 */
export type AskedCase = {
  readonly id: string
  readonly title: string
  readonly series: string
  readonly group: string
  readonly year: number
  /** The day whose members are meant; null: 1 July of the year. */
  readonly on: string | null
  readonly expected: Readonly<Record<string, unknown>>
  /** What the case calls an area that the database calls otherwise. */
  readonly nameOf: ReadonlyMap<string, string>
}

type Rows = { readonly columns: string; readonly lines: string[] }
const textOf = ({ columns, lines }: Rows): string => `${[columns, ...lines].join('\n')}\n`
const nameColumns = 'name_en,name_fr,name_es,name_ru,name_zh,name_ar'
const slug = (text: string): string => text.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()

/** Three letters each, from ZAA on, that no real economy has. */
const freeCodes = function* (taken: ReadonlySet<string>): Generator<string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (const one of letters)
    for (const other of letters) {
      const code = `Z${one}${other}`
      if (!taken.has(code)) yield code
    }
}

export const casesAsContent = (tables: CaseTables) => {
  const areas: Rows = { columns: `m49,iso2,iso3,itu,kind,${nameColumns}`, lines: [] }
  const names: Rows = { columns: `group,scheme,${nameColumns}`, lines: [] }
  const members: Rows = { columns: 'group,scheme,member_iso3,member_m49,from,to,precision,status,source', lines: [] }
  const rows: Rows = { columns: 'series,iso3,year,value,unit,source,vintage', lines: [] }
  const series: string[] = []
  const asked: AskedCase[] = []
  const groups = new Set<string>()
  const free = freeCodes(new Set(tables.economies.map(({ code }) => code)))

  const group = (scheme: string, code: string): void => {
    if (groups.has(`${scheme}/${code}`)) return
    groups.add(`${scheme}/${code}`)
    names.lines.push(`${code},${scheme},${code},,,,,`)
  }
  const belong = (scheme: string, code: string, member: string, from = '', to = ''): void => {
    group(scheme, code)
    members.lines.push(`${code},${scheme},${member},,${from},${to},${from || to ? 'day' : ''},,List`)
  }
  const area = (code: string, region: string | null | undefined, of: string): void => {
    areas.lines.push(`,,${code},,area,${code},,,,,`)
    if (region) belong('REGIONS', slug(`${of}-${region}`), code)
  }
  const observe = (one: string, code: string, year: number, value: number, unit: string): void => {
    rows.lines.push(`${one},${code},${year},${value},${unit},Case,2026-01-01`)
  }
  const addSeries = (one: string): void => {
    series.push(one)
  }

  const addCase = (id: string, input: AggregateInput): ReadonlyMap<string, string> => {
    const people: readonly CaseMember[] = [...input.members, ...(input.pool ?? [])]
    const codes = new Map(
      people.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(({ code }) => [code, free.next().value ?? '']),
    )
    addSeries(id)
    group('CASES', id)
    for (const { code, region, weight, observations } of people) {
      const own = codes.get(code) ?? ''
      area(own, region, id)
      if (weight != null) observe(`W-${id}`, own, input.year, weight, 'PS')
      for (const [year, value] of observations ?? []) if (value !== null) observe(id, own, year, value, 'PT')
    }
    for (const { code } of input.members) belong('CASES', id, codes.get(code) ?? '')
    if (input.published) observe(id, `CASES/${id}`, input.year, input.published.value, 'PT')
    return new Map([...codes].map(([code, own]) => [own, code]))
  }

  addSeries('REAL')
  for (const { code, region } of tables.economies) area(code, region, 'real')
  for (const { code } of tables.economies) {
    for (const [year, value] of tables.observations.get(code) ?? []) observe('REAL', code, year, value, 'PT')
    for (const [year, value] of tables.weights.get(code) ?? []) observe('W-REAL', code, year, value, 'PS')
  }
  const dated = (one: DatedMember): void => belong('REAL', one.group, one.code, one.from, one.to)
  tables.memberships.forEach(dated)
  for (const { code } of tables.economies) belong('REAL', 'WLD', code)
  for (const [code, path] of tables.published) {
    group('REAL', code)
    for (const [year, value] of path) observe('REAL', `REAL/${code}`, year, value, 'PT')
  }

  for (const { id, title, kind, input, expected = {} } of casesOf('fixtures-aggregates.json')) {
    if (kind === 'aggregates') {
      const given = input as AggregateInput
      const nameOf = addCase(id, given)
      const on = given.membershipDate ?? null
      asked.push({ id, title, series: id, group: `CASES/${id}`, year: given.year, on, expected, nameOf })
    }
    if (kind === 'aggregates-real') {
      const given = input as RealCase
      if (given.drop !== undefined) for (const { code } of realCase(tables, given).members) belong('REAL', id, code)
      const of = given.drop === undefined ? given.group : id
      asked.push({
        id,
        title,
        series: 'REAL',
        group: `REAL/${of}`,
        year: given.year,
        on: given.date,
        expected,
        nameOf: new Map(),
      })
    }
  }

  const scheme = (code: string, world = false) => ({
    code,
    names: { en: code },
    compositionAsOf: '2026-01-01',
    dated: 'some',
    world,
  })
  const weighing = series.map((one) => `W-${one}`)
  const files: Readonly<Record<string, string>> = {
    'datasets.json': JSON.stringify({
      datasets: [
        {
          code: 'CASES',
          names: { en: 'Cases' },
          publisher: { en: 'Method' },
          url: 'https://numbers.example.org',
          licence: {
            code: 'CC0-1.0',
            name: 'Public domain',
            url: 'https://creativecommons.org/publicdomain/zero/1.0/',
          },
          credit: 'Method',
          caveat: null,
          series: [...series, ...weighing],
        },
      ],
      files: [],
      dimensions: [],
      schemes: [scheme('CASES'), scheme('REAL'), scheme('REGIONS')],
    }),
    'aggregation.json': JSON.stringify({
      regions: 'REGIONS',
      rules: series.map((one) => ({
        series: one,
        method: 'weighted-mean',
        weight: { series: `W-${one}`, breakdown: '' },
      })),
    }),
    'series.csv': `series,indicator,${nameColumns},unit,min,max,display_decimals,better,aggregation
${series.map((one) => `${one},,${one},,,,,,PT,0,100,1,up,mean\nW-${one},,Weight,,,,,,PS,0,,0,,sum`).join('\n')}\n`,
    'codes.csv': `column,series,code,${nameColumns}\nunit,,PT,Per cent,,,,,\n`,
    'areas.csv': textOf(areas),
    'aliases.csv': 'alias,kind,iso3,source\n',
    'group_names.csv': textOf(names),
    'groups.csv': textOf(members),
    'groups_snapshots.csv': 'known_on,scheme,member_iso3,event,commit\n',
    'geo/points.csv': 'iso3,lat,lon,source\n',
    'cases.csv': textOf(rows),
    'releases.csv': 'file,known_on,vintage_text,basis\ncases.csv,2026-01-01,2026-01-01,Method\n',
  }
  return { files: Object.fromEntries(Object.entries(files).map(([name, text]) => [`statistics/${name}`, text])), asked }
}
