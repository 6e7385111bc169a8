import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { visitorOf } from '#platform/testing'
import { aContentFolder, aDbWith, anObservationFile, statisticsReader } from '#statistics/testing'
import { statistics } from './index.ts'

const today = Day.trusted('2026-11-26')

const early = anObservationFile([
  { year: '2018', value: '132.8' },
  { year: '2019', value: '60.0' },
  { value: '77.5' },
  { sex: 'F', value: '76.1' },
  { iso3: 'NAM', value: '40.0', nature: 'E', note: 'Aged 16-74.' },
  { iso3: 'TON', year: '2019', value: '>95' },
  { iso3: 'TON', value: '..' },
  { iso3: 'LIST/W', value: '50.1' },
])
const late = anObservationFile([
  { value: '90.6' },
  { year: '2031', value: '99', nature: 'F' },
  { iso3: 'NAM', value: '40.02', nature: 'E' },
  { iso3: 'NAM', year: '2021', value: '9.17E-05', nature: 'E' },
])

const visit = visitorOf([statistics], statisticsReader, today)

describe('The pages of statistics', () => {
  const folder = aContentFolder([
    ['early.csv', '2020-05-01', early],
    ['late.csv', '2024-06-01', late],
  ])
  const db = aDbWith(folder)

  const page = async (address: string): Promise<string> => {
    const [status, html] = await visit(db, `/en${address}`)
    assert.equal(status, 200, html)
    return html
  }
  const refusal = async (address: string, status: number): Promise<string> => {
    const [got, words] = await visit(db, `/en${address}`)
    assert.equal(got, status, words)
    return words.replace('<!doctype html>', '')
  }
  const cell = (but: string) => `/observations?series=USE&area=FJI&year=2020&breakdown=SEX%3D_T${but}`

  it('GET /series lists every series with its economies, years and latest release, also those without figures', async () => {
    const html = await page('/series')
    assert.match(html, /href="\/en\/series\/USE"[\s\S]*SDG 1\.2\.3[\s\S]*>3<[\s\S]*2018–2031[\s\S]*\/releases\/2"/)
    assert.match(html, /href="\/en\/series\/PEOPLE"[\s\S]*statistics\.cell\.noFigure/)
  })

  it('GET /series finds words of a name in any language, and says when there is nothing', async () => {
    const html = await page('/series?q=price')
    assert.match(html, /\/series\/PRICE"/)
    assert.doesNotMatch(html, /\/series\/USE"/)
    assert.match(await page('/series?q=weather'), /statistics\.list\.nothing weather/)
  })

  it('GET /series/series.csv gives the list to a spreadsheet', async () => {
    assert.match(
      await page('/series/series.csv'),
      /USE,Use,SDG 1\.2\.3,PT,3,2018,2031,2,2024-06-01,SURVEY,[^\r]*,CC0-1\.0,[^\r]*,2026-11-26\r\n/,
    )
  })

  it('GET /series/series.json gives the list with its data sets to a program', async () => {
    const list = JSON.parse(await page('/series/series.json?asof=2021-01-01'))
    assert.equal(list.notes.as_of, '2021-01-01')
    const use = list.rows.find((one: { series: string }) => one.series === 'USE')
    assert.deepEqual([use.last_year, use.latest_release, use.licence], [2020, 1, 'CC0-1.0'])
  })

  it('GET /series/:code shows economies by year, groups apart, and no projection as the latest value', async () => {
    const html = await page('/series/USE')
    assert.match(html, /statistics\.table\.groups[\s\S]*World[\s\S]*50\.1[\s\S]*statistics\.table\.economies 3/)
    assert.match(html, /href="\/en\/series\/USE\/FJI\?breakdown=SEX%3D_T"/)
    assert.match(html, /<b><a href="[^"]*year=2020[^"]*">90\.6<\/a><\/b><\/td><td class="n"><span class="dim">2020/)
    assert.match(html, /ui\.missing\.not-available/)
    assert.match(html, /&gt;95/)
    assert.match(html, /statistics\.cell\.flagged<\/span> <\/b>132\.8</)
  })

  it('GET /series/:code writes what is too small for its decimals with as many as it needs, never as zero', async () => {
    assert.match(await page('/series/USE?from=2021&to=2021'), />0\.000092</)
  })

  it('GET /series/:code sorts by a year with those who have no figure last', async () => {
    const html = await page('/series/USE?sort=-2020')
    const order = [...html.matchAll(/<tr id="([A-Z]{3})">/g)].map(([, area]) => area)
    assert.deepEqual(order, ['FJI', 'NAM', 'TON'])
    assert.match(html, /aria-sort="descending"/)
  })

  it('GET /series/:code moves with the day asked, and is honest about days before the first release', async () => {
    assert.match(await page('/series/USE?asof=2021-01-01'), />77\.5</)
    const html = await page('/series/USE?asof=2019-01-01')
    assert.match(html, /statistics\.series\.knownFrom 1 January 2019 1 May 2020/)
  })

  it('GET /series/:code names what was not understood and offers the nearest', async () => {
    assert.match(await refusal('/series/USSE', 404), /^statistics\.noSuchSeries USSE → \/series\/USE \(USE · Use\)/)
    assert.match(await refusal('/series/USE?breakdown=SEX%3DX', 400), /^statistics\.noSuchBreakdown SEX=X → .*SEX%3D/)
    assert.match(await refusal('/series/USE?from=May', 400), /^ui\.parameterNotUnderstood from May/)
    assert.match(await refusal('/series/USE?sort=size', 400), /^statistics\.sortNotUnderstood size/)
    assert.match(await refusal('/series/USE?from=2020&to=2010', 400), /^statistics\.yearsNotUnderstood 2020 2010/)
  })

  it('GET /series/:code/figures.csv gives every figure with its release, day and licence', async () => {
    const csv = await page('/series/USE/figures.csv?breakdown=SEX%3D_T')
    assert.match(
      csv,
      /USE,FJI,Fiji,2020,SEX=_T,90\.6,,,90\.6,PT,,,,,Census office,2,2024-06-01,CC0-1\.0,2026-11-26\r\n/,
    )
    assert.match(csv, /USE,TON,Tonga,2019,SEX=_T,95,>,,>95,/)
    assert.match(csv, /USE,TON,Tonga,2020,SEX=_T,,,not-available,\.\.,/)
    assert.match(csv, /132\.8,,,132\.8,PT,,,outside-range,/)
  })

  it('GET /series/:code/figures.json gives the chosen breakdown with its releases', async () => {
    const file = JSON.parse(await page('/series/USE/figures.json?breakdown=SEX%3DF'))
    assert.deepEqual(
      file.rows.map((one: { area: string; value: number; unit: string }) => [one.area, one.value, one.unit]),
      [['FJI', 76.1, 'PT']],
    )
    assert.deepEqual(
      file.more.releases.rows.map((one: { release: number; licence: string }) => [one.release, one.licence]),
      [[1, 'CC0-1.0']],
    )
    assert.match(await refusal('/series/PRICE/figures.json', 404), /^statistics\.noFigures PRICE/)
  })

  it('GET /series/:code/:area shows the line, each year, how often it was revised, and the other breakdowns', async () => {
    const html = await page('/series/USE/FJI')
    assert.match(html, /<svg class="wide"/)
    assert.match(html, /id="y2020"[\s\S]*90\.6[\s\S]*2024-06-01[\s\S]*<td class="n">1<\/td>/)
    assert.match(html, /id="y2022"[\s\S]*statistics\.cell\.notObserved/)
    assert.match(html, /href="\/en\/series\/USE\/FJI\?breakdown=SEX%3DF"/)
    assert.match(html, /statistics\.note\.designations/)
  })

  it('GET /series/:code/:area takes a group with a published figure, and offers the nearest area by code or name', async () => {
    assert.match(await page('/series/USE/LIST%2FW'), /50\.1/)
    assert.match(await refusal('/series/USE/Fidji', 404), /^statistics\.noSuchArea Fidji → \/series\/USE\/FJI/)
  })

  it('GET /observations shows a revision as a revision, with what holds on the day asked (I3)', async () => {
    const html = await page(cell(''))
    assert.match(html, /statistics\.cell\.ledeShare .*90\.6.*1 June 2024/)
    assert.match(html, /2024-06-01[\s\S]*statistics\.change\.revised \+13\.1[\s\S]*statistics\.cell\.inForce/)
    assert.match(html, /2020-05-01[\s\S]*statistics\.change\.first[\s\S]*statistics\.cell\.superseded/)
    assert.match(html, /statistics\.cell\.notProgress 1 2020/)
  })

  it('GET /observations on an earlier day says what was known then, and since when the rest is', async () => {
    const then = await page(cell('&asof=2021-01-01'))
    assert.match(then, /statistics\.cell\.ledeShare .*77\.5/)
    assert.match(then, /statistics\.cell\.later 1 January 2021/)
    assert.doesNotMatch(then, /notProgress/)
    assert.match(await page(cell('&asof=2019-01-01')), /statistics\.cell\.notYet 1 January 2019 1 May 2020/)
  })

  it('GET /observations says the reason of a missing value, a bound, a flag and other decimals in words', async () => {
    assert.match(
      await page(cell('').replace('FJI', 'TON')),
      /statistics\.cell\.ledeMissing [^…]*… ui\.missing\.not-available/,
    )
    assert.match(await page(cell('').replace('FJI', 'TON').replace('2020', '2019')), /&gt;95/)
    assert.match(await page(cell('').replace('2020', '2018')), /statistics\.cell\.flaggedNote/)
    const html = await page(cell('').replace('FJI', 'NAM'))
    assert.match(html, /statistics\.change\.precision/)
    assert.doesNotMatch(html, /notProgress/)
  })

  it('GET /observations names the parameter that was not understood and offers the nearest', async () => {
    const cases: readonly [address: string, status: number, words: RegExp][] = [
      ['/observations', 400, /^statistics\.parameterMissing series/],
      [cell('').replace('USE', 'USES'), 400, /^ui\.parameterNotUnderstood series USES → .*series=USE/],
      [cell('').replace('FJI', 'FJX'), 400, /^ui\.parameterNotUnderstood area FJX → [^ ]*area=FJI/],
      [cell('').replace('2020', 'May'), 400, /^ui\.parameterNotUnderstood year May → [^ ]*year=20/],
      [cell('').replace('_T', 'X'), 400, /^statistics\.noSuchBreakdown SEX=X/],
      [cell('').replace('2020', '2025'), 404, /^statistics\.notObserved 2025 USE → [^ ]*year=2020/],
    ]
    for (const [address, status, words] of cases) assert.match(await refusal(address, status), words)
  })

  it('GET /series/:code tells with ?cite= how it is quoted, on the day asked, and names a kind that is none', async () => {
    const [status, bibtex] = await visit(db, '/en/series/USE?breakdown=SEX%3D_T&asof=2021-01-01&cite=bibtex')
    assert.equal(status, 200)
    assert.match(
      bibtex,
      /^@misc\{meridian-en-series-USE-2021-01-01,[\s\S]*url = \{https:\/\/plan\.example\.org\/en\/series\/USE/,
    )
    assert.match((await visit(db, '/ar/series/USE?cite=ris'))[1], /^TY {2}- ELEC\r\n[\s\S]*LA {2}- ar\r\n/)
    assert.match(await refusal('/series/USE?cite=apa', 400), /^platform\.citeNotUnderstood apa text, bibtex, ris/)
    assert.equal((await visit(db, '/en/series/NONE?cite=ris'))[0], 404)
  })

  it('GET /sources says whose each data set is, its licence, its releases, the lists of groups and what is not here', async () => {
    const html = await page('/sources')
    assert.match(html, /id="SURVEY"[\s\S]*publicdomain\/zero[\s\S]*\/releases\/2"[\s\S]*early\.csv/)
    assert.match(html, /Clubs[\s\S]*2025-01-01[\s\S]*statistics\.dated\.all/)
    assert.match(html, /statistics\.sources\.empty[\s\S]*\/series\/PRICE"/)
    assert.match(await page('/sources?asof=2021-01-01'), /statistics\.sources\.later 1 1 January 2021/)
  })

  it('GET /releases/:number counts what it changed, lists the revisions and the flagged values', async () => {
    const late = await page('/releases/2')
    assert.match(late, /statistics\.release\.ledeRevised 4 2 1/)
    assert.match(late, /Fiji[\s\S]*77\.5[\s\S]*90\.6[\s\S]*\+13\.1/)
    assert.match(late, /statistics\.release\.leftOut 6/)
    const early = await page('/releases/1')
    assert.match(early, /statistics\.release\.ledeNew 8 8/)
    assert.match(early, /statistics\.release\.flagged[\s\S]*132\.8/)
    assert.match(await page('/releases/2?asof=2021-01-01'), /statistics\.cell\.notYet 1 January 2021 1 June 2024/)
    assert.match(await refusal('/releases/22', 404), /^statistics\.noSuchRelease 22 → \/releases\/2/)
  })

  it('answers at every address that it gives to the sitemap', async () => {
    const all = await db.look(statisticsReader, today, async (look) => (await statistics.addresses?.(look.db)) ?? [])
    assert.ok(all.includes('/series/USE/LIST%2FW'))
    for (const address of all) await page(address)
  })
})

describe('The pages of figures of groups', () => {
  const people = { series: 'PEOPLE', unit: 'PS' }
  const folder = aContentFolder([
    [
      'use.csv',
      '2025-05-01',
      anObservationFile([
        { value: '60' },
        { iso3: 'TON', value: '20' },
        { iso3: 'TON', year: '2021', value: '24' },
        ...['2020', '2021'].flatMap((year) => [
          { ...people, year, value: '900' },
          { ...people, year, iso3: 'TON', value: '100' },
        ]),
      ]),
    ],
    ['world.csv', '2025-06-01', anObservationFile([{ iso3: 'LIST/W', value: '55' }])],
    ['late.csv', '2025-12-01', anObservationFile([{ iso3: 'TON', value: '30' }])],
  ])
  const db = aDbWith(folder)
  const get = async (address: string, status = 200): Promise<string> => {
    const [got, body] = await visit(db, `/en${address}`)
    assert.equal(got, status, body)
    return body
  }
  const explained = (but = '') => `/explain?series=USE&breakdown=SEX%3D_T&group=LIST%2FW&year=2020${but}`

  it('GET /series/:code shows world and groups, the custodian’s figure before ours, each with its label', async () => {
    const html = await get('/series/USE?to=2020')
    assert.match(html, /aggregate\.aboutYear 2020[\s\S]*World[\s\S]*>55\.0<[\s\S]*>57\.0<[\s\S]*label\.published/)
    assert.match(html, /\/explain\?series=USE&amp;breakdown=SEX%3D_T&amp;group=CLUB%2FA&amp;year=2020/)
  })

  it('GET /series/:code says why there is no figure of groups', async () => {
    assert.match(await get('/series/PEOPLE'), /aggregate\.method\.sum[\s\S]*1\u202f000/)
  })

  it('GET /series/:code/:area shows a group’s years of ours with one membership, apart from the custodian’s', async () => {
    const html = await get('/series/USE/LIST%2FW')
    assert.match(html, /aggregate\.aboutLine 26 November 2026[\s\S]*compositionOf 1 January 2025/)
    assert.match(html, /2021<\/th>[\s\S]*label\.estimate[\s\S]*Fiji[\s\S]*90[\s\S]*tier\.nowcast/)
  })

  it('GET /series/:code/:area says our figure first where nobody else has one', async () => {
    assert.match(await get('/series/USE/CLUB%2FA'), /statistics\.aggregate\.lede /)
  })

  it('GET /explain lists the members with what each adds, and adds up to our figure', async () => {
    const html = await get(explained())
    assert.match(html, /explain\.lede\.custodian[\s\S]*55\.0/)
    assert.match(
      html,
      /Fiji[\s\S]*60\.0[\s\S]*54\.000[\s\S]*Tonga[\s\S]*30\.0[\s\S]*3\.000[\s\S]*explain\.total[\s\S]*57\.000/,
    )
    assert.match(html, /aggregate\.compositionOf/)
  })

  it('GET /explain names the members that were revised after the custodian published its figure', async () => {
    assert.match(await get(explained()), /explain\.revised[\s\S]*Tonga[\s\S]*2025-12-01/)
    assert.doesNotMatch(await get(explained('&asof=2025-07-01')), /explain\.revised/)
  })

  it('GET /explain gives away no value that nobody observed', async () => {
    const html = await get('/explain?series=USE&group=LIST%2FW&year=2021')
    assert.match(html, /explain\.single/)
    assert.doesNotMatch(html, />60\.0/)
  })

  it('GET /explain names what was not understood and offers the nearest', async () => {
    assert.match(await get('/explain?series=USE&group=LIST%2FV&year=2020', 400), /noSuchGroup LIST\/V LIST\/W/)
    assert.match(await get('/explain?series=USSE&group=LIST%2FW&year=2020', 404), /noSuchSeries USSE/)
    assert.match(await get('/explain?series=USE&group=LIST%2FW', 400), /parameterMissing year/)
    assert.match(await get('/explain?series=USE&group=LIST%2FW&year=May', 400), /parameterNotUnderstood year May/)
    assert.match(await get(explained('&composed=once'), 400), /parameterNotUnderstood composed once/)
  })

  it('GET /explain/members.csv gives the members to a spreadsheet, and adds up', async () => {
    const [head, ...rows] = (await get(explained().replace('/explain', '/explain/members.csv'))).trim().split('\r\n')
    assert.equal(head, 'code,area_name,tier,value,weight,share_of_weight,contribution,source,licence,as_of')
    assert.deepEqual(
      rows.map((row) => row.split(',').slice(0, 7).join()),
      ['FJI,Fiji,observed,60,900,0.9,54', 'TON,Tonga,observed,30,100,0.1,3', 'LIST/W,World,published,57,,,57'],
    )
    for (const row of rows) assert.match(row, /CC0-1\.0,2026-11-26$/)
  })
})
