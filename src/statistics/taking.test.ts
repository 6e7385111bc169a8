import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { z } from 'zod'
import { Day } from '#kernel'
import { entriesOf, inEveryKind, type TestDb, testDb, visitorOf } from '#platform/testing'
import { aContentFolder, anObservationFile, loadContentOf, statisticsReader } from '#statistics/testing'
import { statistics } from './index.ts'

const visit = visitorOf([statistics], statisticsReader, Day.trusted('2026-11-26'))

const early = anObservationFile([
  { year: '2018', value: '132.8' },
  { value: '77.50' },
  { iso3: 'NAM', value: '.5', nature: 'E', note: '=HYPERLINK("https://elsewhere.example")' },
  { iso3: 'TON', year: '2019', value: '>95' },
  { iso3: 'TON', value: '..' },
])
const late = anObservationFile([
  { value: '90.6' },
  { iso3: 'NAM', year: '2021', value: '9.17E-05', nature: 'E' },
  ...['2020', '2021'].flatMap((year) => [
    { series: 'PEOPLE', unit: 'PS', year, value: '900' },
    { series: 'PEOPLE', unit: 'PS', year, iso3: 'TON', value: '100' },
  ]),
])

type Cells = Readonly<Record<string, string>>

const slug = z.string().regex(/^[a-z0-9._/-]+$/)
const fieldTypes = ['string', 'number', 'integer', 'boolean', 'date', 'year', 'datetime', 'any'] as const
/** What Data Package 2.0 and Table Schema ask of a descriptor (datapackage.org/standard), and nothing beside it. */
const packageOf = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: slug,
  id: z.url(),
  title: z.string().min(1),
  description: z.string().min(1),
  homepage: z.url(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  created: z.iso.datetime(),
  licenses: z.array(z.strictObject({ name: z.string().min(1), path: z.url(), title: z.string().min(1) })).min(1),
  sources: z.array(z.strictObject({ title: z.string().min(1), path: z.url() })).min(1),
  resources: z
    .array(
      z.strictObject({
        name: slug,
        path: z.string().regex(/^data\/[a-z]+\.csv$/),
        title: z.string().min(1),
        type: z.literal('table'),
        format: z.literal('csv'),
        mediatype: z.literal('text/csv'),
        encoding: z.literal('utf-8'),
        bytes: z.int().positive(),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
        dialect: z.strictObject({
          header: z.literal(true),
          delimiter: z.literal(','),
          lineTerminator: z.literal('\r\n'),
          quoteChar: z.literal('"'),
          doubleQuote: z.literal(true),
        }),
        schema: z.strictObject({
          fields: z
            .array(
              z.strictObject({
                name: z.string().min(1),
                type: z.enum(fieldTypes),
                title: z.string().min(1),
                missingValues: z.array(z.string()).optional(),
              }),
            )
            .min(1),
          missingValues: z.array(z.string()),
          primaryKey: z.array(z.string()).min(1),
          foreignKeys: z
            .array(
              z.strictObject({
                fields: z.array(z.string()).min(1),
                reference: z.strictObject({ resource: slug, fields: z.array(z.string()).min(1) }),
              }),
            )
            .optional(),
        }),
      }),
    )
    .min(1),
})

describe('What is taken away of statistics', () => {
  const folder = aContentFolder([
    ['early.csv', '2020-05-01', early],
    ['late.csv', '2024-06-01', late],
  ])
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
    await loadContentOf(db, folder.path)
  })
  afterAll(async () => {
    await db.close()
    folder.remove()
  })

  const taken = async (address: string, language = 'en'): Promise<string> => {
    const [status, body] = await visit(db, `/${language}${address}`)
    assert.equal(status, 200, body)
    return body
  }
  const csv = async (address: string): Promise<readonly Cells[]> =>
    parse(await taken(address), { columns: true }) as Cells[]
  const lines = async (address: string): Promise<readonly Record<string, unknown>[]> =>
    (await taken(address))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  const sheet = async (address: string, language = 'en') => {
    const bytes = Buffer.from(await taken(address, language), 'latin1')
    const [first] = (await readXlsx(bytes)).sheets
    return { rows: first?.rows ?? [], xml: (await entriesOf(bytes)).get('xl/worksheets/sheet1.xml') ?? '' }
  }
  /** The digits of every number in a column of a sheet, as they are written. */
  const digitsIn = (xml: string, column: number): readonly (string | null)[] =>
    [...xml.matchAll(/<row>(.*?)<\/row>/g)]
      .slice(1)
      .map(([, row = '']) => [...row.matchAll(/<c\b[^>]*?(?:\/>|>(.*?)<\/c>)/g)][column]?.[1] ?? '')
      .map((cell) => /<v>(.*)<\/v>/.exec(cell)?.[1] ?? null)

  const figures = '/series/USE/figures'
  const same = ['0.5', '9.17e-05', '132.8', '90.6']

  it('GET /series/:code/figures.xlsx has the digits of the CSV, and a formula in it is a text', async () => {
    const rows = await csv(`${figures}.csv?breakdown=SEX%3D_T`)
    const { rows: read, xml } = await sheet(`${figures}.xlsx?breakdown=SEX%3D_T`)
    assert.equal(read.length, rows.length + 1)
    assert.deepEqual(
      digitsIn(xml, 5).map((digits) => (digits === null ? '' : Number(digits))),
      rows.map(({ value = '' }) => (value === '' ? '' : Number(value))),
    )
    for (const digits of same) assert.match(xml, new RegExp(`<v>${digits}</v>`))
    assert.ok(read.some((cells) => cells.includes('=HYPERLINK("https://elsewhere.example")')))
    assert.ok(rows.some(({ note }) => note === '\'=HYPERLINK("https://elsewhere.example")'))
    assert.doesNotMatch(xml, /<f>/)
  })

  it('GET /series/:code/figures.xlsx goes from right to left in Arabic', async () => {
    assert.match((await sheet(`${figures}.xlsx`, 'ar')).xml, /rightToLeft="1"/)
  })

  it('GET /series/:code/figures.ndjson has a figure a line', async () => {
    const rows = await lines(`${figures}.ndjson`)
    assert.equal(rows.length, (await csv(`${figures}.csv`)).length)
    assert.deepEqual(
      rows.flatMap(({ area, year, value }) => (area === 'FJI' ? [[year, value]] : [])),
      [
        [2018, 132.8],
        [2020, 90.6],
      ],
    )
  })

  it('GET /series/series.xlsx lists the series, with years that are numbers', async () => {
    const { rows } = await sheet('/series/series.xlsx')
    const use = rows.find(([code]) => code === 'USE')
    assert.equal(use?.[5], 2018)
  })

  it('GET /series/series.ndjson lists the series', async () => {
    assert.ok((await lines('/series/series.ndjson')).some(({ series }) => series === 'USE'))
  })

  const members = (kind: string) =>
    `/explain/members.${kind}?series=USE&breakdown=SEX%3D_T&group=LIST%2FW&year=2020&asof=2026-11-26`

  it('GET /explain/members.json has the members with their weights, and says what is missing', async () => {
    const all = JSON.parse(await taken(members('json'))) as {
      readonly rows: readonly Record<string, unknown>[]
      readonly notes: Record<string, string>
    }
    assert.deepEqual(all.rows[0], {
      code: 'FJI',
      area_name: 'Fiji',
      tier: 'observed',
      value: 90.6,
      weight: 900,
      share_of_weight: all.rows[0]?.['share_of_weight'],
      contribution: all.rows[0]?.['contribution'],
    })
    assert.match(all.notes['missing'] ?? '', /statistics\.take\.unobserved/)
    assert.match(all.notes['address'] ?? '', /^https:\/\/plan\.example\.org\/en\/explain\?series=USE/)
  })

  it('GET /explain/members.xlsx and GET /explain/members.ndjson have the same members', async () => {
    const { rows } = await sheet(members('xlsx'))
    assert.deepEqual(
      rows.slice(1).map(([code]) => code ?? ''),
      (await lines(members('ndjson'))).map(({ code }) => code),
    )
  })
  it('GET /explain/members.ndjson is not there for what is not aggregated, and says so', async () => {
    const [status, words] = await visit(db, '/en/explain/members.ndjson?series=USE&group=LIST%2FX&year=2020')
    assert.equal(status, 400)
    assert.match(words, /noSuchGroup/)
  })

  it('GET /releases/:number/figures.csv has all that a release brought, each value as it was published', async () => {
    const rows = await csv('/releases/1/figures.csv')
    assert.deepEqual(
      rows.map(({ area, year, value, bound, missing }) => [area, year, value, bound, missing]),
      [
        ['FJI', '2018', '132.8', '', ''],
        ['FJI', '2020', '77.50', '', ''],
        ['NAM', '2020', '.5', '', ''],
        ['TON', '2019', '95', '>', ''],
        ['TON', '2020', '', '', 'not-available'],
      ],
    )
    assert.deepEqual(
      [rows[0]?.['area_name'], rows[0]?.['release'], rows[0]?.['known_on'], rows[0]?.['flag']],
      ['Fiji', '1', '2020-05-01', 'outside-range'],
    )
    assert.equal((await visit(db, '/en/releases/22/figures.csv'))[0], 404)
  })

  it('GET /releases/:number/figures.ndjson has the same rows', async () => {
    const rows = await lines('/releases/1/figures.ndjson')
    assert.equal(rows.length, 5)
    assert.equal(rows[1]?.['value'], 77.5)
  })

  it('GET /releases/:number/figures.json has them with notes, each number with its digits', async () => {
    const text = await taken('/releases/1/figures.json')
    assert.match(text, /"value":77\.50,/)
    assert.equal((JSON.parse(text) as { rows: unknown[] }).rows.length, 5)
    assert.match(text, /"as_of":"2020-05-01"/)
  })

  it('GET /releases/:number/figures.xlsx has them as a workbook', async () => {
    const { rows, xml } = await sheet('/releases/1/figures.xlsx')
    assert.equal(rows.length, 6)
    assert.match(xml, /<v>77\.50<\/v>/)
  })

  it('GET /releases/:number/release.zip is a Data Package: data, licence, notes, and a descriptor that is true', async () => {
    const zip = await entriesOf(Buffer.from(await taken('/releases/1/release.zip'), 'latin1'))
    assert.deepEqual(
      [...zip.keys()],
      [
        'data/observations.csv',
        'data/series.csv',
        'data/areas.csv',
        'data/codes.csv',
        'LICENCE.txt',
        'NOTES.txt',
        'datapackage.json',
      ],
    )
    const about = JSON.parse(zip.get('datapackage.json') ?? '') as {
      readonly licenses: readonly { readonly name: string }[]
      readonly resources: readonly {
        readonly name: string
        readonly path: string
        readonly bytes: number
        readonly hash: string
        readonly schema: {
          readonly fields: readonly { readonly name: string; readonly type: string }[]
          readonly primaryKey: readonly string[]
        }
      }[]
    }
    assert.deepEqual(about.licenses[0]?.name, 'CC0-1.0')
    for (const { path, bytes, hash, schema } of about.resources) {
      const text = zip.get(path) ?? ''
      assert.equal(Buffer.byteLength(text), bytes, path)
      assert.equal(hash, `sha256:${createHash('sha256').update(text).digest('hex')}`, path)
      const rows = parse(text, { columns: true }) as Cells[]
      const names = schema.fields.map(({ name }) => name)
      assert.deepEqual(Object.keys(rows[0] ?? {}), names, path)
      assert.equal(new Set(rows.map((row) => schema.primaryKey.map((one) => row[one]).join())).size, rows.length, path)
      for (const { name, type } of schema.fields)
        for (const row of rows)
          if (row[name] !== '' && type !== 'string')
            assert.match(row[name] ?? '', type === 'year' ? /^\d{4}$/ : type === 'date' ? /^\d{4}-\d\d-\d\d$/ : /\d$/)
    }
    assert.match(zip.get('LICENCE.txt') ?? '', /CC0-1\.0/)
    const described = packageOf.parse(about)
    const rowsOf = (name: string) => parse(zip.get(`data/${name}.csv`) ?? '', { columns: true }) as Cells[]
    for (const { name, schema } of described.resources)
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const there = new Set(rowsOf(reference.resource).map((row) => row[reference.fields[0] ?? '']))
        for (const row of rowsOf(name)) assert.ok(there.has(row[fields[0] ?? '']), `${name} ${JSON.stringify(row)}`)
      }
    assert.match(zip.get('NOTES.txt') ?? '', /statistics\.take\.formulas/)
  })

  const everywhere: readonly [
    names: readonly string[],
    address: string,
    question: string,
    key: string,
    is: readonly string[],
  ][] = [
    [
      [
        'GET /series/:code/:area/figures.csv has the years of an area',
        'GET /series/:code/:area/figures.xlsx has the years of an area',
        'GET /series/:code/:area/figures.json has the years of an area',
        'GET /series/:code/:area/figures.ndjson has the years of an area',
      ],
      '/series/USE/FJI/figures',
      '',
      'year',
      ['2018', '2020'],
    ],
    [
      [
        'GET /observations/revisions.csv has what each release said',
        'GET /observations/revisions.xlsx has what each release said',
        'GET /observations/revisions.json has what each release said',
        'GET /observations/revisions.ndjson has what each release said',
      ],
      '/observations/revisions',
      '?series=USE&area=FJI&year=2020&breakdown=SEX%3D_T',
      'release',
      ['2', '1'],
    ],
    [
      [
        'GET /sources/releases.csv has the releases',
        'GET /sources/releases.xlsx has the releases',
        'GET /sources/releases.json has the releases',
        'GET /sources/releases.ndjson has the releases',
      ],
      '/sources/releases',
      '',
      'known_on',
      ['2024-06-01', '2020-05-01'],
    ],
  ]
  for (const [names, address, question, key, is] of everywhere)
    for (const name of names)
      it(name, async () => {
        assert.deepEqual(await inEveryKind(taken, `${address}${question}`, key), is)
      })

  it('GET /observations/revisions.csv says what was known on the day asked', async () => {
    const asked = '?series=USE&area=FJI&year=2020&breakdown=SEX%3D_T&asof=2021-01-01'
    assert.deepEqual(
      (await csv(`/observations/revisions.csv${asked}`)).map(({ value }) => value),
      ['77.50'],
    )
    assert.equal((await visit(db, `/en/observations/revisions.json${asked.replace('FJI', 'FJX')}`))[0], 400)
  })

  it('GET /series/:code/:area/chart.svg is the line with whose it is', async () => {
    const svg = await taken('/series/USE/FJI/chart.svg')
    assert.match(svg, /statistics\.chart\.title Use Fiji[\s\S]*statistics\.chart\.source/)
  })

  it('GET /series/:code/:area/chart.png is a picture of it', async () => {
    const png = Buffer.from(await taken('/series/USE/FJI/chart.png', 'ar'), 'latin1')
    assert.equal(png.toString('latin1', 1, 4), 'PNG')
    assert.equal((await visit(db, '/en/series/USE/FJX/chart.png'))[0], 404)
  })

  it('GET /embed/series/:code/:area is the line alone, with whose it is and the way to the whole page', async () => {
    const html = await taken('/embed/series/USE/FJI?asof=2025-01-01', 'ar')
    assert.match(html, /<html lang="ar" dir="rtl">/)
    assert.match(html, /<meta name="robots" content="noindex"\/>/)
    assert.match(html, /rel="canonical" href="https:\/\/plan\.example\.org\/ar\/series\/USE\/FJI\?asof=2025-01-01"/)
    assert.match(html, /<svg class="wide"[\s\S]*<svg class="narrow"[\s\S]*statistics\.chart\.source/)
    assert.match(html, /ui\.frame\.knownOn[\s\S]*href="\/ar\/series\/USE\/FJI\?asof=2025-01-01">ui\.embed\.whole/)
    assert.doesNotMatch(html, /<nav|<form|<script/)
    assert.equal((await visit(db, '/en/embed/series/USE/FJX'))[0], 404)
  })

  it('GET /series/:code/:area has the line that shows its chart in another page, on the day that was asked for', async () => {
    const line = async (question: string): Promise<string> =>
      /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(await taken(`/series/USE/FJI${question}`))?.[1] ?? ''
    assert.match(
      await line(''),
      /^&lt;iframe src=&quot;https:\/\/plan\.example\.org\/en\/embed\/series\/USE\/FJI&quot; title=/,
    )
    assert.match(await line('?asof=2025-01-01'), /FJI\?asof=2025-01-01&quot; .* loading=&quot;lazy&quot; .* sandbox=/)
    assert.match(await taken('/series/USE/FJI?asof=2025-01-01'), /ui\.embed\.dated/)
    assert.match(await taken('/series/USE/FJI'), /ui\.embed\.latest/)
  })

  it('GET /series/:code/:area/chart.svg is our line where nobody else has one, and says that it is computed', async () => {
    const [status, svg] = await visit(db, '/en/series/USE/CLUB%2FA/chart.svg')
    const [, page] = await visit(db, '/en/series/USE/CLUB%2FA')
    assert.equal(page.includes('chart.svg'), status === 200)
    assert.match(svg, status === 200 ? /statistics\.chart\.sourceOurs/ : /nothingHere/)
  })
})
