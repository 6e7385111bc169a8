import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { operatorActor, publicActor } from '#access/core'
import { Day, languages } from '#kernel'
import { plan } from '#plan'
import { voices } from '#platform'
import { entriesOf, inEveryKind, visitorOf } from '#platform/testing'
import { statistics } from '#statistics'
import { aShippedDb } from '#statistics/testing'
import { content } from './content.ts'
import { progress } from './index.ts'

const today = Day.trusted('2026-11-26')
const keys = visitorOf([statistics, plan, progress], publicActor, today)
const spoken = visitorOf([statistics, plan, progress], publicActor, today, voices())
const at = '/en/outlook/2028-2031/targets/2.1'

describe('The outlook of a target for any area, number and year', () => {
  const db = aShippedDb(operatorActor, today, [statistics.content, plan.content, content])

  const get = (address: string, by = keys) => by(db, address)
  const page = async (address: string, by = keys): Promise<string> => {
    const [status, html] = await get(address, by)
    assert.equal(status, 200, html.slice(0, 400))
    return html
  }
  /** A section of the page, up to the next one. */
  const section = (html: string, id: string): string =>
    html.slice(html.indexOf(`id="${id}"`)).split('<section class="sec')[0] ?? ''
  const has = (html: string, words: RegExp) => assert.ok(words.test(html), `${words} is not there`)
  const hasNot = (html: string, words: RegExp) => assert.ok(!words.test(html), `${words} is there`)

  it('begins with the gap where a gap is asked for, and holds a typed number against the line', async () => {
    const address = '/en/outlook/2024-2027/targets/2.1'
    const plain = await page(address, spoken)
    const read = (html: string) => html.replaceAll(/<svg[\s\S]*?<\/svg>|<[^>]*>/g, '').replaceAll(/\s+/g, ' ')
    has(
      read(plain),
      /gap between women and men, world: 4\.0 points in 2023, computed here\. For 2030, .* reaching 0 points is unlikely/,
    )
    has(plain, /status is that of the distance between women and men/)
    hasNot(plain, /The scale of these figures is unknown/)
    const typed = await page(`${address}?number=90`, spoken)
    has(read(typed), /world: 67\.4% in 2023\. For 2030, .* 90% is/)
    hasNot(typed, /status is that of the distance between women and men/)
  })

  it('GET /outlook/:edition/:segment/:tail says where the world stands towards the plan’s own number', async () => {
    const html = await page(at, spoken)
    has(html, /67\.4%/)
    has(html, /unlikely/)
    has(html, /name="number"[^>]*placeholder="95"/)
  })

  it('GET /outlook/:edition/:segment/:tail answers another number, year and area at once, beside the plan’s benchmarks', async () => {
    const html = await page(`${at}?area=KEN&number=50&by=2030`, spoken)
    has(html, /the number that you typed/)
    for (const number of ['50%', '95%', '100%']) assert.ok(html.includes(`>${number}<`), number)
    has(html, /<option value="KEN" selected/)
    has(html, /name="number" value="50"/)
    has(html, /name="by" value="2030"/)
    has(html, /as typed by you/)
    has(html, /areas\.csv\?area=KEN&amp;number=50&amp;by=2030/)
  })

  const named = ['KEN', 'ken', 'Kenya', 'Кения', '肯尼亚', 'كينيا']
  for (const name of named)
    it(`GET /outlook/:edition/:segment/:tail finds an area by its code or its name in any language: ${name}`, async () =>
      has(await page(`${at}?area=${encodeURIComponent(name)}`), /<option value="KEN" selected/))

  it('GET /outlook/:edition/:segment/:tail takes a group, and counts who is missing in it alone', async () => {
    const html = section(await page(`${at}?area=M49-region/002`, spoken), 'where')
    has(html, /Nigeria/)
    hasNot(html, />India</)
  })

  const faults: readonly [question: string, key: RegExp, box: string][] = [
    ['area=Kenia', /progress\.asking\.noArea .*Kenya/, 'area'],
    ['area=qqqqqq', /progress\.asking\.noAreaAtAll/, 'area'],
    ['number=all', /progress\.asking\.numberNot /, 'number'],
    ['number=180', /progress\.asking\.numberOutside/, 'number'],
    ['number=-1', /progress\.asking\.numberOutside/, 'number'],
    ['by=2020', /progress\.asking\.yearPast/, 'by'],
    ['by=2040', /progress\.asking\.yearFar/, 'by'],
    ['by=soon', /progress\.asking\.yearNot/, 'by'],
    ['line=NOTHING', /progress\.asking\.noLine/, 'line'],
  ]
  for (const [question, why, box] of faults)
    it(`GET /outlook/:edition/:segment/:tail says at the box why it cannot answer, and keeps what was typed: ${question}`, async () => {
      const html = await page(`${at}?${question}`)
      has(html, why)
      has(html, new RegExp(`class="err" id="${box}-why"`))
      has(html, /role="alert"/)
      const [, value = ''] = question.split('=')
      assert.ok(html.includes(`value="${value}"`) || box === 'line', value)
    })

  const silent: readonly [what: string, address: string, reason: string][] = [
    ['values that are too old', '/en/outlook/2028-2031/targets/2.2?area=KOR&number=90', 'stale'],
    [
      'too few observations',
      '/en/outlook/2028-2031/targets/2.1?area=IRN&line=IT.NET.USER.FE.ZS%7CLOCATION%3D_T%3BSEX%3DF',
      'too-few-observations',
    ],
    ['no figure', '/en/outlook/2028-2031/targets/2.2?area=KEN&number=90', 'no-data'],
    ['no number in the text', '/en/outlook/2028-2031/targets/2.5?area=DEU', 'no-target'],
    ['nothing that measures it', '/en/outlook/2028-2031/targets/1.2', 'no-open-series'],
  ]
  for (const [what, address, reason] of silent)
    it(`GET /outlook/:edition/:segment/:tail is not assessed with ${what}, and says so`, async () =>
      has(await page(address), new RegExp(`progress\\.(?:reason|short)\\.${reason}`)))

  it('GET /outlook/:edition/:segment/:tail says where it must happen: people missing, the most first, adding up', async () => {
    const html = section(await page(at, spoken), 'where')
    const names = [...html.matchAll(/<th scope="row"><a[^>]*><bdi[^>]*>([^<]+)</g)].map(([, name]) => name)
    assert.deepEqual(names.slice(0, 3), ['India', 'Pakistan', 'Nigeria'])
    has(html, /million people are missing to/)
    has(html, /Economies with a figure hold <bdi class="f">(?:>|&gt;)99\.9%/)
  })

  it('GET /outlook/:edition/:segment/:tail leads from each economy to its outlook, and from each figure to its cell', async () => {
    const html = section(await page(`${at}?number=90&by=2030`, spoken), 'where')
    has(html, /href="\/en\/outlook\/2028-2031\/targets\/2\.1\?area=IND&amp;number=90&amp;by=2030"/)
    has(
      html,
      /href="\/en\/observations\?series=IT\.NET\.USER\.ZS&amp;area=IND&amp;year=2022[^"]*"><bdi class="f">55\.9</,
    )
    has(html, /href="\/en\/observations\?series=SP\.POP\.TOTL&amp;area=IND&amp;year=\d{4}/)
    has(html, /older than five years/)
  })

  it('GET /outlook/:edition/:segment/:tail sorts those who are missing as the address says', async () => {
    const html = section(await page(`${at}?sort=latest`, spoken), 'where')
    const latest = [...html.matchAll(/observations\?series=IT[^>]*><bdi class="f">([\d.]+)</g)].map(([, value]) =>
      Number(value),
    )
    assert.ok(latest.length > 10)
    assert.deepEqual(
      latest,
      latest.toSorted((a, b) => a - b),
    )
    has(html, /aria-sort="ascending"/)
    hasNot(html, /Together/)
    assert.equal((await get(`${at}?sort=size`))[0], 400)
  })

  it('GET /outlook/:edition/:segment/:tail says that no weight exists for schools, and why', async () => {
    const html = section(await page('/en/outlook/2028-2031/targets/2.3', spoken), 'where')
    has(html, /cannot be said/)
    has(html, /number of schools/)
    hasNot(html, /million people/)
  })

  it('GET /outlook/:edition/:segment/:tail lists economies by status', async () => {
    const html = section(await page(`${at}?status=met`), 'everywhere')
    has(html, /Denmark/)
    hasNot(html, /Kenya/)
    assert.equal((await get(`${at}?status=loud`))[0], 400)
  })

  it('GET /outlook/:edition/:segment/:tail shows gaps between women and men as questions of their own', async () => {
    const html = section(await page(at, spoken), 'apart')
    has(html, /women/)
    has(html, /0\.93/)
    has(html, /No open series tells places apart/)
  })

  it('GET /outlook/:edition/:segment/:tail says what was known on a past day', async () => {
    const html = await page(`${at}?asof=2025-05-01`, spoken)
    has(html, /type="hidden" name="asof" value="2025-05-01"/)
  })

  it('GET /outlook/:edition/:segment/:tail is there in every language', async () => {
    for (const language of languages) {
      const html = await page(`/${language}/outlook/2028-2031/targets/2.1?number=90&by=2030&area=KEN`, spoken)
      has(`${language} ${/progress\.[a-z]+\.[a-zA-Z]+/.test(html)}`, /false/)
    }
  })

  it('GET /outlook/:edition/:segment/:tail names what there is no outlook of, and offers the nearest', async () => {
    for (const [address, code] of [
      ['targets/2.9', /progress\.asking\.noElement.*→ \/outlook\//],
      ['goals/1', /progress\.asking\.notMeasured/],
    ] as const) {
      const [status, words] = await get(`/en/outlook/2028-2031/${address}`)
      assert.equal(status, 404)
      has(words, code)
    }
    assert.deepEqual(await get('/en/outlook/2028-2031/TARGETS/2.1'), [302, '/outlook/2028-2031/targets/2.1'])
  })

  it('GET /outlook/:edition/:segment/:tail/areas.csv has a row for the world, each group and each economy with a figure', async () => {
    const [status, csv] = await get(`${at}/areas.csv?number=90&by=2030`)
    const rows = csv.trim().split('\r\n')
    assert.equal(status, 200)
    assert.ok(rows.length > 200)
    has(rows[1] ?? '', /,world,custodian,IT\.NET\.USER\.ZS,/)
    assert.ok(rows.some((row) => /^KEN,Kenya,economy,/.test(row)))
    assert.equal((await get(`${at}/areas.csv?number=180`))[0], 400)
  })

  it('GET /outlook/:edition/:segment/:tail/missing.csv adds up to everybody who is missing', async () => {
    const [, csv] = await get(`${at}/missing.csv`)
    const [head = '', ...rows] = csv.trim().split('\r\n')
    const column = head.split(',').indexOf('cumulative_share')
    const last = rows.map((row) => row.split(',').at(column - head.split(',').length)).findLast((share) => share !== '')
    assert.ok(Math.abs(Number(last) - 1) < 1e-9, last)
    assert.match(head, /estimated,older_than_five_years,to,points_short,people,people_year,people_series/)
    has(rows[0] ?? '', /^IND,India,2022,55\.9,no,no,95,.*,SP\.POP\.TOTL,/)
  })

  it('GET /outlook/:edition/:segment/:tail/areas.ndjson has the same rows, years and values as numbers', async () => {
    const rows = (await get(`${at}/areas.csv?number=90&by=2030`))[1].trim().split('\r\n')
    const lines = (await get(`${at}/areas.ndjson?number=90&by=2030`))[1].trim().split('\n')
    assert.equal(lines.length + 1, rows.length)
    const { area, number, by } = JSON.parse(lines[0] ?? '')
    assert.deepEqual([area, number, by], [rows[1]?.split(',')[0], 90, 2030])
    assert.equal((await get(`${at}/areas.ndjson?area=Kenia`))[0], 400)
  })

  it('GET /outlook/:edition/:segment/:tail/areas.xlsx says whose the figures are, and leads to what was asked', async () => {
    const files = await entriesOf(Buffer.from((await get(`${at}/areas.xlsx?number=90&by=2030`))[1], 'latin1'))
    has(files.get('xl/worksheets/sheet2.xml') ?? '', /CC-BY-4\.0/)
    has(files.get('xl/worksheets/sheet2.xml') ?? '', /number=90/)
  })

  it('GET /outlook/:edition/:segment/:tail/missing.ndjson has the same rows', async () => {
    const rows = (await get(`${at}/missing.csv`))[1].trim().split('\r\n')
    const lines = (await get(`${at}/missing.ndjson`))[1].trim().split('\n')
    assert.equal(lines.length + 1, rows.length)
  })

  it('GET /outlook/:edition/:segment/:tail/missing.xlsx counts in its notes who has no figure', async () => {
    const lines = (await get(`${at}/missing.ndjson`))[1].trim().split('\n')
    const without = lines.map((line) => JSON.parse(line)).filter(({ latest }) => latest === null).length
    const files = await entriesOf(Buffer.from((await get(`${at}/missing.xlsx`))[1], 'latin1'))
    has(files.get('xl/worksheets/sheet2.xml') ?? '', new RegExp(`progress\\.taking\\.withoutFigure ${without}`))
  })

  for (const [name, table] of [
    ['GET /outlook/:edition/:segment/:tail/areas.json has the rows of the CSV', 'areas'],
    ['GET /outlook/:edition/:segment/:tail/missing.json has the rows of the CSV', 'missing'],
  ] as const)
    it(name, async () => {
      const said = await inEveryKind(async (address) => (await get(address))[1], `${at}/${table}`, 'area')
      assert.ok(said.length > 3)
    })

  it('GET /outlook/:edition/:segment/:tail/chart.svg is another chart of the page when one is asked for', async () => {
    const [, html] = await get(at)
    const found = [...html.matchAll(/href="[^"]*\/chart\.svg\?([^"]*chart=[^"]*)"/g)].map(([, asked = '']) =>
      asked.replaceAll('&amp;', '&'),
    )
    assert.ok(found.length > 0)
    for (const asked of found) {
      const [status, svg] = await get(`${at}/chart.svg?${asked}`)
      assert.equal(status, 200, asked)
      assert.match(svg, /^<svg xmlns/)
    }
    assert.equal((await get(`${at}/chart.svg?chart=pie`))[0], 400)
  })

  it('GET /outlook/:edition/:segment/:tail/outlook.json tells all of it in full', async () => {
    const told = JSON.parse((await get(`${at}/outlook.json?number=90&by=2030`))[1])
    assert.equal(told.outlooks.at(-1).held, 'typed')
    assert.deepEqual(told.outlooks.at(-1).target, { year: 2030, value: 90 })
    assert.equal(told.where.rows[0].area, 'IND')
    assert.equal(told.apart[0].by, 'sex')
  })

  it('GET /outlook/:edition/:segment/:tail/chart.svg is the drawing alone, with whose errors its bands are made of', async () => {
    const [status, svg] = await get(`${at}/chart.svg?area=KEN&number=50&by=2030`, spoken)
    assert.equal(status, 200)
    has(svg, /^<svg [^>]*xmlns=/)
    for (const words of [
      /Kenya/,
      /bands calibrated on this indicator/,
      /calibration no\. 1, method version 1/,
      /50% by 2030/,
    ])
      has(svg, words)
    hasNot(svg, / class="| style=/)
    assert.equal((await get('/en/outlook/2028-2031/targets/1.2/chart.svg'))[0], 404)
    assert.equal((await get(`${at}/chart.svg?number=180`))[0], 400)
  })

  it('GET /embed/outlook/:edition/:segment/:tail is the fan alone, with what was asked of it', async () => {
    const html = await page('/en/embed/outlook/2028-2031/targets/2.1?area=KEN&number=50&by=2030', spoken)
    has(html, /<h1>[^<]*Kenya[^<]*<\/h1>/)
    has(html, /rel="canonical" href="[^"]*\/en\/outlook\/2028-2031\/targets\/2\.1\?area=KEN&amp;number=50&amp;by=2030"/)
    has(html, /<svg class="narrow"[\s\S]*calibration no\./)
    hasNot(html, /<nav|<form|ui\.|progress\./)
    assert.equal((await get('/en/embed/outlook/2028-2031/targets/1.2'))[0], 404)
  })

  it('plan.picture says in words how it stands, on the picture that stands in the head of its page', async () => {
    const [status, bytes] = await get('/ar/editions/2028-2031/targets/2.1/picture', spoken)
    assert.equal(status, 200)
    assert.equal(Buffer.from(bytes, 'latin1').readUInt32BE(16), 1200)
  })

  it('GET /outlook/:edition/:segment/:tail/chart.png is the same drawing as a picture', async () => {
    const [status, bytes] = await get(`${at}/chart.png?area=KEN&number=50&by=2030`, spoken)
    assert.equal(status, 200)
    assert.equal(Buffer.from(bytes, 'latin1').toString('latin1', 1, 4), 'PNG')
    assert.equal((await get('/en/outlook/2028-2031/targets/1.2/chart.png'))[0], 404)
  })

  it('GET /outlook/:edition/:segment/:tail shows why in a paragraph, the official labels, and leads to the methods', async () => {
    const html = await page(at, spoken)
    has(html, /id="labels"/)
    has(html, /<summary>Why<\/summary>/)
    has(html, /Method version 1: <a href="\/en\/methods\/statuses">/)
    has(html, /<a href="\/en\/methods">how good/)
  })

  it('GET /outlook/:edition/:segment/:tail draws the deadlines of both editions on one axis', async () => {
    const html = await page('/en/outlook/2024-2027/targets/1.7', spoken)
    has(html, /95% by 2030/)
    has(html, /2031 in/)
    has(html, /world, 2005 to 2031/)
  })

  it('GET /outlook/:edition/:segment/:tail says of what nothing measures why, what it would take, and leads on', async () => {
    const html = section(await page('/en/outlook/2028-2031/targets/1.2', spoken), 'nothing')
    has(html, /What it would take/)
    has(html, /open series whose licence/)
    has(html, /fixed-broadband basket/)
    has(html, /href="\/en\/editions\/2028-2031\/targets\/1\.2#measures"/)
  })

  it('plan.entry says where it must happen, with the ten first and a link to the whole', async () => {
    const html = section(await page('/en/editions/2028-2031/targets/2.1'), 'where')
    assert.equal([...html.matchAll(/<th scope="row">/g)].length, 10)
    has(html, /href="\/en\/outlook\/2028-2031\/targets\/2\.1"/)
  })
})
