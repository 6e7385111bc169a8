import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, it } from 'vitest'
import { operatorActor } from '#access/core'
import { Day, languages } from '#kernel'
import { anActor } from '#kernel/testing'
import { riverPlan } from '#plan/testing'
import { voices } from '#platform'
import { assertGolden, atomIn, datasetShape, entriesOf, structuredIn, visitorOf } from '#platform/testing'
import { aContentFolder, aDbWith, anObservationFile, someReference } from '#statistics/testing'
import { loadPlan } from '../deeds/load-plan.ts'
import { plan } from '../index.ts'

const today = Day.trusted('2026-11-26')
const reader = anActor({ kind: 'everywhere' }, 'plan.see')

/** The river's plan, whose banks are measured by a series with two sexes, and held against three things. */
const river = (): string => {
  const whole = riverPlan()
  const sex = (code: string, words: string) => ({ series: 'USE', breakdown: `SEX=${code}`, by: 'sex', words })
  const old = (whole['measures'] as { readonly edition: string }[]).filter(({ edition }) => edition === '2022-2025')
  return JSON.stringify({
    ...whole,
    measures: [
      ...old,
      {
        id: 'measure/use',
        edition: '2026-2029',
        element: 'gauge/A.1.a',
        kind: 'series',
        shown: true,
        words: 'Banks tested',
        unit: '% of banks',
        selection: { series: 'USE', breakdown: 'SEX=_T' },
        others: [sex('F', 'Banks tested'), sex('M', 'Banks tested')],
        fit: 'exact',
      },
      {
        id: 'measure/weirs',
        edition: '2026-2029',
        element: 'gauge/A.2.a',
        kind: 'none',
        words: 'Weirs with a pass',
        unit: '% of weirs',
        reason: 'not-collected-yet',
      },
    ],
    benchmarks: [
      ...(whole['benchmarks'] as { readonly id: string }[]).filter(({ id }) => id !== 'benchmark/new.banks'),
      {
        id: 'benchmark/text',
        edition: '2026-2029',
        target: 'milestone/A.1',
        kind: 'text',
        by: 2029,
        source: 'the text of the strategy',
      },
      {
        id: 'benchmark/companion',
        edition: '2026-2029',
        target: 'milestone/A.1',
        kind: 'companion',
        asks: { comparator: 'at-least', value: 90 },
        unit: '% of banks',
        by: 2029,
        source: 'the text of the strategy',
        dated: '2025-07',
        first: true,
      },
    ],
  })
}

const both = (iso3: string, year: string, women: string, men: string, total: string) => [
  { iso3, year, sex: 'F', value: women },
  { iso3, year, sex: 'M', value: men },
  { iso3, year, value: total },
]
const early = anObservationFile([
  ...both('FJI', '2018', '40', '50', '45'),
  { iso3: 'TON', year: '2019', sex: 'F', value: '92.5' },
  { iso3: 'TON', year: '2019', sex: 'M', value: '91' },
  { iso3: 'TON', year: '2019', value: '>95' },
  { iso3: 'NAM', year: '2019', value: '107.2', note: '=HYPERLINK("x")' },
])
const late = anObservationFile([
  { iso3: 'LIST/W', year: '2010', value: '20.5' },
  { iso3: 'LIST/W', year: '2020', value: '60' },
  { iso3: 'LIST/W', year: '2023', value: '67.4' },
  { iso3: 'CLUB/A', year: '2023', value: '31' },
  { iso3: 'FJI', year: '2023', value: '', nature: 'NA' },
])

const keys = visitorOf([plan], reader, today)
const spoken = visitorOf([plan], reader, today, voices())

const target = '/editions/2026-2029/milestones/A.1'

describe('A measured element', () => {
  const folder = aContentFolder(
    [
      ['early.csv', '2024-05-01', early],
      ['late.csv', '2025-06-01', late],
    ],
    someReference,
    { 'river.json': river() },
  )
  const db = aDbWith(folder)
  beforeAll(async () => {
    const loaded = await db.work(operatorActor, '2026-03-01', (work) =>
      loadPlan(work, { file: `${folder.path}/river.json`, reason: 'a test' }),
    )
    assert.equal(loaded.kind, 'done', JSON.stringify(loaded))
  })

  const get = (address: string, visit = keys) => visit(db, address)

  it('shows the last figure for the world, who published it, and what it is held against', async () => {
    const [status, html] = await get(`/en${target}`)
    assert.equal(status, 200)
    assert.match(html, /plan\.measured\.world/)
    assert.match(html, /href="\/en\/observations\?series=USE&amp;area=LIST%2FW&amp;year=2023&amp;breakdown=SEX%3D_T"/)
    assert.match(html, /plan\.measured\.held/)
    assert.match(html, /plan\.measured\.benchmark\.by/)
  })

  it('says in every language, without a sentence missing', async () => {
    for (const language of languages)
      for (const question of [
        '',
        '?benchmark=text&sort=name',
        '?breakdown=SEX=F',
        '?asof=2024-12-31',
        '?asof=2023-01-01',
      ])
        assert.equal((await get(`/${language}${target}${question}`, spoken))[0], 200, `${language} ${question}`)
  })

  it('is the economies where nothing was published for the world by the day asked', async () => {
    const [, html] = await get(`/en${target}?asof=2024-12-31`)
    assert.match(html, /plan\.measured\.half/)
    assert.match(html, /plan\.measured\.noWorld/)
    assert.match(html, /plan\.measured\.later 1 /)
    assert.doesNotMatch(html, />67\.4/)
  })

  it('is held against nothing on a day before its benchmark was there', async () => {
    const [, html] = await get(`/en${target}?asof=2025-06-30`)
    assert.match(html, />67\.4/)
    assert.doesNotMatch(html, /plan\.measured\.held/)
  })

  it('says when its first figures became known, on a day before', async () => {
    const [, html] = await get(`/en${target}?asof=2023-01-01`)
    assert.match(html, /plan\.measured\.notYetKnown.*1 May 2024/)
    assert.doesNotMatch(html, /figures\.csv/)
  })

  it('names a value outside the plausible range and keeps it out of the median', async () => {
    const [, html] = await get(`/en${target}`)
    assert.match(html, /plan\.measured\.outside 1 /)
    assert.match(html, /plan\.measured\.outsideRange/)
  })

  it('sorts its economies by the address, and says so to those who listen', async () => {
    const [, html] = await get(`/en${target}?sort=name`)
    assert.match(
      html,
      /<th scope="col" aria-sort="ascending"><a href="\/en\/editions\/2026-2029\/milestones\/A\.1\?sort=-name#economies"/,
    )
    const rows = ['Fiji', 'Namibia', 'Tonga'].map((name) => html.indexOf(`<bdi>${name}</bdi></a></th><td class="n">`))
    assert.ok((rows[0] ?? -1) > 0 && (rows[0] ?? 0) < (rows[1] ?? 0) && (rows[1] ?? 0) < (rows[2] ?? 0), rows.join(' '))
  })

  it('shows the gap between the sexes of one year and one source', async () => {
    const [, html] = await get(`/en${target}`)
    assert.match(html, /plan\.measured\.gapSentence 2 /)
    assert.match(html, />\+10\.0</)
    assert.match(html, />\u22121\.5</)
  })

  it('says what its address names and it does not have', async () => {
    const [status, html] = await get(`/en${target}?benchmark=mine`)
    assert.equal(status, 200)
    assert.match(html, /plan\.measured\.strange benchmark mine/)
    assert.equal((await get(`/en${target}?sort=height`))[0], 400)
  })

  it('without a series says why, and shows no figure', async () => {
    const [status, html] = await get('/en/editions/2026-2029/milestones/A.2')
    assert.equal(status, 200)
    assert.match(html, /plan\.measured\.reason\.not-collected-yet/)
    assert.doesNotMatch(html, /<svg class="wide"/)
  })

  it('of another role is not measured at all', async () =>
    assert.doesNotMatch((await get('/en/editions/2026-2029/pillars/A'))[1], /plan\.measured/))

  it('GET /editions/:edition/:segment/:tail/figures.csv gives every value with source, licence and day in its row', async () => {
    const [status, csv] = await get(`/fr${target}/figures.csv`)
    assert.equal(status, 200)
    const [head = '', ...rows] = csv.trimEnd().split('\r\n')
    const columns = head.split(',')
    assert.equal(rows.length, 8)
    const world = rows.find((row) => row.includes('LIST/W') && row.includes(',2023,'))?.split(',') ?? []
    const cell = (name: string) => world[columns.indexOf(name)]
    assert.equal(cell('value'), '67.4')
    assert.equal(cell('area_name'), 'World (fr)')
    assert.equal(cell('publisher'), 'Office of numbers')
    assert.equal(cell('licence'), 'CC0-1.0')
    assert.equal(cell('known_on'), '2025-06-01')
    assert.equal(cell('as_of'), '2026-11-26')
    assert.match(csv, /,95,>,/)
    assert.match(csv, /,not-available,/)
    assert.match(csv, /"'=HYPERLINK/)
  })

  it('GET /editions/:edition/:segment/:tail/figures.csv honours the line and the day that are asked for', async () => {
    const [, csv] = await get(`/en${target}/figures.csv?breakdown=SEX=F&asof=2024-12-31`)
    assert.equal(csv.trimEnd().split('\r\n').length, 3)
    assert.match(csv, /SEX=F/)
    assert.doesNotMatch(csv, /LIST\/W/)
  })

  it('GET /editions/:edition/:segment/:tail/figures.csv is not there where nothing is measured, and says so', async () => {
    assert.equal((await get('/en/editions/2026-2029/milestones/A.2/figures.csv'))[0], 404)
    assert.equal((await get(`/en${target}/figures.csv?asof=2023-01-01`))[0], 404)
    assert.equal((await get(`/en${target}/figures.csv?breakdown=SEX=X`))[0], 400)
    assert.equal((await get('/en/editions/2026-2029/milestones/A.9/figures.csv'))[0], 404)
  })

  it('GET /editions/:edition/:segment/:tail/figures.json gives what stands around the values too', async () => {
    const [status, json] = await get(`/en${target}/figures.json`)
    assert.equal(status, 200)
    const { notes, rows } = JSON.parse(json) as {
      readonly notes: Readonly<Record<string, string>>
      readonly rows: readonly { value: number | null }[]
    }
    assert.equal(notes['as_of'], '2026-11-26')
    assert.equal(notes['address'], `https://plan.example.org/en${target}?asof=2026-11-26`)
    assert.equal(notes['benchmark_fit'], 'same')
    assert.equal(rows.length, 8)
    assert.ok(rows.some(({ value }) => value === 107.2))
  })

  it('GET /editions/:edition/:segment/:tail/figures.ndjson has the values of the CSV, with their digits', async () => {
    const csv = parse((await get(`/en${target}/figures.csv`))[1], { columns: true }) as Record<string, string>[]
    const [status, ndjson] = await get(`/en${target}/figures.ndjson`)
    assert.equal(status, 200)
    assert.deepEqual(
      [...ndjson.matchAll(/"value":([^,]*),/g)].map(([, value]) => value),
      csv.map(({ value }) => value || 'null'),
    )
  })

  it('GET /editions/:edition/:segment/:tail/figures.xlsx has them as a workbook in the language of the reader', async () => {
    const [status, bytes] = await get(`/ar${target}/figures.xlsx`)
    assert.equal(status, 200)
    const sheet = (await entriesOf(Buffer.from(bytes, 'latin1'))).get('xl/worksheets/sheet1.xml') ?? ''
    assert.match(sheet, /rightToLeft="1"/)
    assert.match(sheet, /<v>107\.2<\/v>/)
    assert.equal(sheet.match(/<row>/g)?.length, 9)
  })

  it('GET /editions/:edition/:segment/:tail/chart.svg is the chart on its own, to the letter', async () => {
    const [status, svg] = await get(`/en${target}/chart.svg`, spoken)
    assert.equal(status, 200)
    assertGolden(svg, 'src/plan/routes/golden/chart.svg')
  })

  it('GET /embed/editions/:edition/:segment/:tail is the chart alone, as the page has it, for a frame', async () => {
    const [status, html] = await get(`/en/embed${target}?chart=economies&benchmark=text`, spoken)
    assert.equal(status, 200)
    assert.match(html, new RegExp(`rel="canonical" href="https://plan.example.org/en${target}\\?benchmark=text"`))
    assert.match(html, /<h1>[^<]+<\/h1><figure class="fig"><svg class="wide"[\s\S]*<svg class="narrow"/)
    assert.doesNotMatch(html, /<nav|<form/)
    assert.equal((await get(`/en/embed${target}?chart=pie`))[0], 400)
    assert.equal((await get('/en/embed/editions/2026-2029/milestones/A.2'))[0], 404)
  })

  it('GET /editions/:edition/:segment/:tail has a line for each chart that shows it in another page', async () => {
    const [, html] = await get(`/en${target}?asof=2026-11-01`, spoken)
    const lines = [...html.matchAll(/&lt;iframe src=&quot;([^&]*(?:&amp;amp;[^&]*)*)&quot;/g)].map(([, to = '']) =>
      to.replaceAll('&amp;amp;', '&'),
    )
    assert.ok(lines.length >= 2, html.slice(-2000))
    for (const line of lines) {
      const { pathname, searchParams } = new URL(line)
      assert.equal(searchParams.get('asof'), '2026-11-01')
      assert.equal((await get(`${pathname}?${searchParams}`))[0], 200, line)
    }
  })

  it('GET /editions/:edition/:segment/:tail/picture is 1200 by 630 in every language', async () => {
    for (const language of languages) {
      const [status, bytes] = await get(`/${language}${target}/picture`, spoken)
      assert.equal(status, 200)
      const png = Buffer.from(bytes, 'latin1')
      assert.equal(png.toString('latin1', 1, 4), 'PNG')
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630])
    }
    // Where nothing is measured there is a picture without a figure; what is no target has none.
    assert.equal((await get('/en/editions/2026-2029/milestones/A.2/picture', spoken))[0], 200)
    assert.equal((await get('/en/editions/2026-2029/gauges/A.1.a/picture', spoken))[0], 404)
    assert.equal((await get('/en/editions/2026-2029/milestones/A.9/picture'))[0], 404)
  })

  it('GET /editions/:edition/:segment/:tail says what its picture shows, for those who pass its address on', async () => {
    const [, html] = await get(`/fr${target}`, spoken)
    const said = (name: string) => new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1]
    assert.equal(said('og:image'), `https://plan.example.org/fr${target}/picture`)
    assert.match(said('og:image:alt') ?? '', /67,4/)
    assert.equal(said('twitter:card'), 'summary_large_image')
    assert.equal(said('og:url'), `https://plan.example.org/fr${target}`)
  })

  it('GET /editions/:edition/:segment/:tail says to search engines what its figures are', async () => {
    const about = structuredIn((await get(`/zh${target}`, spoken))[1], datasetShape)
    assert.equal(about['@id'], `https://plan.example.org/zh${target}`)
    assert.equal(about.isPartOf['@id'], 'https://plan.example.org/zh/series/USE')
    assert.doesNotMatch((await get('/en/editions/2026-2029/milestones/A.2'))[1], /ld\+json/)
  })

  it('GET /editions/:edition/:segment/:tail/feed.atom has what each release brought to what measures it', async () => {
    const [status, xml] = await get(`/en${target}/feed.atom`, spoken)
    assert.equal(status, 200)
    const { self, entries } = atomIn(xml)
    assert.equal(self, `https://plan.example.org/en${target}/feed.atom`)
    assert.ok(entries.some(({ to, id }) => to.endsWith('/series/USE') && /#release-\d+-USE$/.test(id)))
    assert.match(
      (await get(`/en${target}`))[1],
      new RegExp(`application/atom\\+xml"[^>]*href="/en${target}/feed.atom"`),
    )
    assert.equal((await get('/en/editions/2026-2029/milestones/A.9/feed.atom'))[0], 404)
    atomIn((await get('/en/editions/2026-2029/milestones/A.2/feed.atom', spoken))[1])
  })

  it('GET /editions/:edition/:segment/:tail/chart.svg is the economies where the world has no figure', async () => {
    const [status, svg] = await get(`/ar${target}/chart.svg?asof=2024-12-31`, spoken)
    assert.equal(status, 200)
    assert.match(svg, /direction="rtl"/)
  })

  it('GET /editions/:edition/:segment/:tail/chart.png is the same drawing as a picture, twice as many pixels', async () => {
    for (const language of ['en', 'ar', 'zh']) {
      const [status, bytes] = await get(`/${language}${target}/chart.png`, spoken)
      const png = Buffer.from(bytes, 'latin1')
      assert.equal(status, 200)
      assert.equal(png.toString('latin1', 1, 4), 'PNG')
      assert.equal(png.readUInt32BE(16), 2 * 892)
    }
    assert.equal((await get('/en/editions/2026-2029/milestones/A.2/chart.png'))[0], 404)
  })

  it('GET /editions/:edition/:segment/:tail/chart.svg is another drawing when one is asked for, and none that is not there', async () => {
    const [status, svg] = await get(`/en${target}/chart.svg?chart=economies`, spoken)
    assert.equal(status, 200)
    assert.doesNotMatch(svg, /class="obs"|id="world/)
    assert.match(svg, /economies-pile/)
    assert.equal((await get(`/en${target}/chart.svg?chart=pie`))[0], 400)
    const [page] = [await get(`/en${target}`)]
    const gaps = page[1].includes('chart.svg?chart=gaps')
    assert.equal((await get(`/en${target}/chart.png?chart=gaps`))[0], gaps ? 200 : 404)
  })
})
