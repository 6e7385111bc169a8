export { type AskedCase, casesAsContent } from './aggregate-cases.ts'
export { aDbFilledBy, aShippedDb } from './filled.ts'
export { casesOf, caseTables, differenceFrom, methodsFolder } from './methods.ts'

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Actor, known } from '#kernel'
import { anActor } from '#kernel/testing'
import type { TestDb } from '#platform/testing'
import { AreaCode, DatasetCode, type Observation, type Rules, SeriesCode, type SeriesRule } from '#statistics/core'
import { content } from '../content.ts'
import { aDbFilledBy } from './filled.ts'

/** Whoever sees everything and may load files. */
export const statistician: Actor = anActor({ kind: 'everywhere' }, 'statistics.see', 'statistics.load')

/** Whoever may only look. */
export const statisticsReader: Actor = anActor({ kind: 'everywhere' }, 'statistics.see')

/** A plain observed value; a test names only what it is about. */
export const anObservation = (but: Partial<Observation> = {}): Observation => ({
  series: SeriesCode.trusted('USE'),
  breakdown: 'SEX=_T',
  area: AreaCode.trusted('FJI'),
  year: 2020,
  value: known({ decimal: '65.4', bound: null }),
  published: '65.4',
  unit: 'PT',
  nature: null,
  status: null,
  note: '',
  source: 'Census office',
  flag: null,
  release: 1,
  ...but,
})

/** How the rows of a series are checked: per cent, from 0 to 100. */
export const aSeries = (but: Partial<SeriesRule> = {}): SeriesRule => ({
  code: SeriesCode.trusted('USE'),
  dataset: DatasetCode.trusted('SURVEY'),
  unit: 'PT',
  lowest: 0,
  highest: 100,
  ...but,
})

/** Two series in one data set and one in another; Fiji, Namibia, Tonga and Albania, and a world. */
export const someRules = (): Rules => {
  const series = [
    aSeries(),
    aSeries({ code: SeriesCode.trusted('PEOPLE'), unit: 'PS', highest: null }),
    aSeries({ code: SeriesCode.trusted('PRICE'), dataset: DatasetCode.trusted('MARKET'), unit: 'USD' }),
  ]
  const areas = ['FJI 242', 'NAM 516', 'TON 776', 'LIST/W ', 'ALB 008']
  return {
    series: new Map(series.map((one) => [one.code, one])),
    areas: new Map(
      areas.map((one) => {
        const [code = '', m49 = ''] = one.split(' ')
        return [code, { code: AreaCode.trusted(code), m49: m49 === '' ? null : m49 }]
      }),
    ),
    aliases: new Map([['fidji', 'FJI']]),
    dimensions: [
      { code: 'SEX', column: 'sex', series: null, codes: new Set(['_T', 'F', 'M']) },
      { code: 'SKILL', column: 'breakdown', series: ['USE'], codes: new Set(['COPY', 'MAIL']) },
    ],
    natures: new Set(['C', 'E', 'F', 'N', 'NA']),
  }
}

export const tidyColumns = 'series,iso3,m49,year,sex,breakdown,value,unit,nature,note,source,vintage'

/** A file in the tidy layout, without what a test is not about: rows are of the series USE, both sexes, in per cent. */
export const anObservationFile = (
  rows: readonly Readonly<Record<string, string>>[],
  common: Readonly<Record<string, string>> = {},
): string => {
  const plain = {
    series: 'USE',
    iso3: 'FJI',
    year: '2020',
    sex: '_T',
    value: '65.4',
    unit: 'PT',
    source: 'Census office',
  }
  const columns = [...new Set([...tidyColumns.split(','), ...rows.flatMap((row) => Object.keys(row))])]
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const lines = rows.map((row) => {
    const cells: Readonly<Record<string, string>> = { ...plain, ...common, ...row }
    return columns.map((column) => quoted(cells[column] ?? '')).join(',')
  })
  return `${[columns.join(','), ...lines].join('\n')}\n`
}

const names = (english: string) => `${english},${english} (fr),,,,`
const nameColumns = 'name_en,name_fr,name_es,name_ru,name_zh,name_ar'

/** The reference data of a small organization, file by file; `someRules` are what it comes to. */
export const someReference: Readonly<Record<string, string>> = {
  'datasets.json': JSON.stringify({
    datasets: [
      ['SURVEY', ['USE', 'PEOPLE']],
      ['MARKET', ['PRICE']],
    ].map(([code, series]) => ({
      code,
      names: { en: `The ${code}` },
      publisher: { en: 'Office of numbers' },
      url: 'https://numbers.example.org',
      licence: { code: 'CC0-1.0', name: 'Public domain', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
      credit: 'Office of numbers',
      caveat: null,
      series,
    })),
    files: [],
    dimensions: [
      { code: 'SEX', column: 'sex', names: { en: 'Sex' } },
      { code: 'SKILL', column: 'breakdown', series: ['USE'], names: { en: 'Skill' } },
    ],
    schemes: [
      { code: 'LIST', names: { en: 'World' }, compositionAsOf: '2025-01-01', dated: 'none', world: true },
      { code: 'CLUB', names: { en: 'Clubs' }, compositionAsOf: '2025-01-01', dated: 'all', world: false },
    ],
  }),
  'aggregation.json': JSON.stringify({
    regions: null,
    rules: [
      { series: 'USE', method: 'weighted-mean', weight: { series: 'PEOPLE', breakdown: 'SEX=_T' } },
      { series: 'PEOPLE', method: 'sum' },
      { series: 'PRICE', method: 'none', reason: { en: 'Prices are of markets' } },
    ],
  }),
  'series.csv': `series,indicator,${nameColumns},unit,min,max,display_decimals,better,aggregation
USE,SDG 1.2.3,${names('Use')},PT,0,100,1,up,mean
PEOPLE,,${names('People')},PS,0,,0,,sum
PRICE,,${names('Price')},USD,0,,2,down,none\n`,
  'codes.csv': `column,series,code,${nameColumns}
${[
  ['sex,,_T', 'Both'],
  ['sex,,F', 'Female'],
  ['sex,,M', 'Male'],
  ['breakdown,USE,COPY', 'Copying'],
  ['breakdown,USE,MAIL', 'Mailing'],
  ['nature,,C', 'Country data'],
  ['nature,,E', 'Estimate'],
  ['nature,,F', 'Projection'],
  ['nature,,N', 'Not relevant'],
  ['nature,,NA', 'Not available'],
  ['unit,,PT', 'Per cent'],
]
  .map(([start, name = '']) => `${start},${names(name)}`)
  .join('\n')}\n`,
  'areas.csv': `m49,iso2,iso3,itu,kind,${nameColumns}
242,FJ,FJI,FJI,area,${names('Fiji')}
516,NA,NAM,NMB,area,${names('Namibia')}
776,TO,TON,TON,area,${names('Tonga')}\n`,
  'aliases.csv': 'alias,kind,iso3,source\nFidji,name-fr,FJI,M49\n',
  'group_names.csv': `group,scheme,${nameColumns}\nW,LIST,${names('World')}\nA,CLUB,${names('Club A')}\n`,
  'groups.csv': `group,scheme,member_iso3,member_m49,from,to,precision,status,source
W,LIST,FJI,242,,,,in force,List
W,LIST,TON,776,,,,in force,List
A,CLUB,TON,776,2000-01-01,2015-07-01,day,left,List
A,CLUB,FJI,242,2010-01-01,,year,in force,List\n`,
  'groups_snapshots.csv': 'known_on,scheme,member_iso3,event,commit\n2016-01-01,CLUB,TON,removed,abc\n',
  'geo/points.csv': 'iso3,lat,lon,source\nFJI,-17.8,178.0,atlas\n',
}

/** Writes files into a new folder; `remove` takes it away. */
export const aFolder = (files: Readonly<Record<string, string>>) => {
  const path = mkdtempSync(join(tmpdir(), 'meridian-statistics-'))
  const put = (name: string, text: string | Buffer): string => {
    const file = join(path, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    return file
  }
  for (const [name, text] of Object.entries(files)) put(name, text)
  return { path, put, remove: () => rmSync(path, { recursive: true }) }
}

/** An organization's folder with the small statistics, these releases of them in their order, and what lies beside. */
export const aContentFolder = (
  releases: readonly (readonly [file: string, knownOn: string, rows: string])[] = [],
  reference: Readonly<Record<string, string>> = someReference,
  beside: Readonly<Record<string, string>> = {},
) => {
  const inside = [...Object.entries(reference), ...releases.map(([file, _, rows]) => [file, rows] as const)]
  const listed = releases.map(([file, knownOn]) => `${file},${knownOn},,seen then\n`)
  return aFolder({
    ...Object.fromEntries(inside.map(([name, text]) => [`statistics/${name}`, text])),
    'statistics/releases.csv': `file,known_on,vintage_text,basis\n${listed.join('')}`,
    ...beside,
  })
}

/** Loads what a content folder holds, as the start of a server does; answers the names of the steps. */
export const loadContentOf = async (db: TestDb, folder: string, today = '2026-11-26'): Promise<readonly string[]> => {
  const steps = await db.look(statistician, today, (look) => content(look, folder))
  for (const step of steps) {
    const attempt = await db.work(statistician, today, step.deed)
    if (attempt.kind === 'refused') throw new Error(`${step.name}: ${JSON.stringify(attempt.refusal)}`)
  }
  return steps.map(({ name }) => name)
}

/** A database for the tests of a `describe`, filled from the folder before the first; both are gone after the last. */
export const aDbWith = (folder: ReturnType<typeof aFolder>, today?: string): TestDb =>
  aDbFilledBy((db) => loadContentOf(db, folder.path, today), folder.remove)
