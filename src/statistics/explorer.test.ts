import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { inEveryKind, visitorOf } from '#platform/testing'
import { aContentFolder, aDbWith, anObservationFile, someReference, statisticsReader } from '#statistics/testing'
import { statistics } from './index.ts'

const today = Day.trusted('2026-11-26')

const rows = anObservationFile([
  { year: '2018', value: '50' },
  { year: '2019', value: '60.25' },
  { value: '77.5' },
  { sex: 'F', value: '76.1' },
  { year: '2031', value: '99', nature: 'F' },
  { iso3: 'NAM', value: '40.0' },
  { iso3: 'TON', year: '2019', value: '>95' },
  { iso3: 'TON', value: '..' },
  { iso3: 'LIST/W', value: '50.1' },
])
const prices = anObservationFile([{ value: '12.5' }, { iso3: 'NAM', year: '2019', value: '3' }], {
  series: 'PRICE',
  sex: '',
  unit: 'USD',
})

const square = (west: number, south: number) => [
  [west, south],
  [west, south + 8],
  [west + 8, south + 8],
  [west + 8, south],
  [west, south],
]
const shapes = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    ['NAM', 14, -26],
    ['XYZ', 40, 10],
  ].map(([iso3, west, south]) => ({
    type: 'Feature',
    properties: { iso3 },
    geometry: { type: 'Polygon', coordinates: [square(Number(west), Number(south))] },
  })),
})
const declared = JSON.parse(someReference['datasets.json'] ?? '')
const atlas = {
  ...declared.datasets[0],
  code: 'ATLAS',
  credit: 'An atlas',
  caveat: { en: 'Lines are lines.' },
  series: [],
}
const reference = {
  ...someReference,
  'datasets.json': JSON.stringify({ ...declared, datasets: [...declared.datasets, atlas], map: { dataset: 'ATLAS' } }),
  'geo/world.geojson': shapes,
}

const visit = visitorOf([statistics], statisticsReader, today)

describe('The explorer of series', () => {
  const db = aDbWith(
    aContentFolder(
      [
        ['use.csv', '2020-05-01', rows],
        ['price.csv', '2024-06-01', prices],
      ],
      reference,
    ),
  )
  const page = async (address: string, language = 'en'): Promise<string> => {
    const [status, html] = await visit(db, `/${language}${address}`)
    assert.equal(status, 200, html)
    return html
  }

  it('GET /series shows what was chosen by year, and each figure leads to its derivation', async () => {
    const html = await page('/series?series=USE&area=FJI')
    assert.match(
      html,
      /<a href="\/en\/observations\?series=USE&amp;area=FJI&amp;breakdown=SEX%3D_T&amp;year=2019">60\.3<\/a>/,
    )
    assert.doesNotMatch(html, />Namibia<\/a>/)
  })

  it('GET /series shows every economy with a figure when none is chosen, and no projection by itself', async () => {
    const html = await page('/series?series=USE')
    assert.match(html, />Fiji<[\s\S]*>Namibia<[\s\S]*>Tonga</)
    assert.doesNotMatch(html, /year=2031/)
    assert.match(await page('/series?series=USE&to=2031'), /year=2031"><sup>F <\/sup>99\.0/)
  })

  it('GET /series keeps a bound, and says why a figure is missing', async () => {
    const html = await page('/series?series=USE&area=TON')
    assert.match(html, /year=2019">&gt;95\.0</)
    assert.match(html, /year=2020" title="ui\.missing\.not-available">…</)
  })

  it('GET /series shows the members of a group, and the group as one figure that can be explained', async () => {
    const members = await page('/series?series=USE&group=CLUB/A')
    assert.match(members, /statistics\.explore\.members 1/)
    assert.match(members, />Fiji</)
    const one = await page('/series?series=USE&area=LIST/W')
    assert.match(one, /\/en\/explain\?series=USE&amp;group=LIST%2FW&amp;breakdown=SEX%3D_T&amp;year=2020">50\.1</)
  })

  it('GET /series puts areas, years or series into the rows', async () => {
    assert.match(await page('/series?series=USE&rows=year'), /<th scope="row">2020<\/th>/)
    assert.match(
      await page('/series?series=USE,PRICE&area=FJI&rows=series'),
      /<th scope="row"><a href="\/en\/series\/PRICE">Price<\/a><\/th>/,
    )
  })

  it('GET /series sorts by a year, with those who have no figure last', async () => {
    assert.match(
      await page('/series?series=USE&sort=-2020'),
      /aria-sort="descending"[\s\S]*<tbody>[\s\S]*Fiji[\s\S]*Namibia[\s\S]*Tonga/,
    )
  })

  it('GET /series shows every breakdown side by side', async () => {
    const html = await page('/series?series=USE&area=FJI&breakdown=*')
    assert.match(html, /76\.1[\s\S]*77\.5/)
  })

  it('GET /series sends on to the address of what was typed, in any language and spelling', async () => {
    const [status, to] = await visit(db, '/en/series?series=USE&add=fidji,%20Namibia%20(fr),all%20CLUBs&with=price')
    assert.equal(status, 302)
    assert.match(to, /\/series\?series=USE,PRICE&area=FJI,NAM&group=CLUB\/A/)
  })

  it('GET /series takes several boxes of one name as a list', async () => {
    assert.match(await page('/series?series=USE&series=PRICE'), /statistics\.explore\.several 2/)
  })

  it('GET /series draws lines, dots and a map of the same choice, each with the figures to read', async () => {
    assert.match(await page('/series?series=USE&view=line'), /class="mult"[\s\S]*aria-label="Fiji:/)
    assert.match(await page('/series?series=USE&view=dots'), /statistics\.explore\.median[\s\S]*77\.5/)
    const map = await page('/series?series=USE&view=map')
    assert.match(map, /<title>Namibia 40\.0% \(2020\)<\/title>/)
    assert.match(map, /<circle class="spot m4"[^>]*><title>Fiji 77\.5% \(2020\)<\/title>/)
    assert.match(map, /statistics\.explore\.circles/)
    assert.match(map, /statistics\.note\.designations[\s\S]*Lines are lines\.[\s\S]*An atlas/)
    assert.doesNotMatch(map, /XYZ/)
  })

  it('GET /series says which parts of an address it did not follow, shows the rest and offers the nearest', async () => {
    const html = await page('/series?series=USE,UZE&area=FJI,FIJ&breakdown=SEX%3DX&from=2020&to=2018&view=pie')
    for (const said of ['series UZE', 'area FIJ', 'breakdown SEX=X', 'view pie'])
      assert.match(html, new RegExp(`statistics\\.explore\\.notUnderstood ${said}`))
    assert.match(html, /statistics\.explore\.yearsTurned 2020 2018/)
    assert.match(html, /rel="nofollow"><bdi>Fiji</)
    assert.match(html, /77\.5/)
  })

  it('GET /series says which years have no figure, and offers those that have', async () => {
    const html = await page('/series?series=USE&from=1990&to=1995')
    assert.match(html, /statistics\.explore\.noYears[\s\S]*from=2018&amp;to=2031/)
    assert.match(await page('/series?series=USE&from=2000&to=2019'), /statistics\.explore\.clipped/)
  })

  it('GET /series lists all series, with what was chosen of areas kept, until one is chosen', async () => {
    const html = await page('/series?add=Fiji')
    assert.match(html, /<input type="checkbox" name="series" value="USE"/)
    assert.match(html, /<input type="hidden" name="area" value="FJI"/)
    assert.match(await page('/series?series=UZE'), /statistics\.explore\.notUnderstood series UZE/)
  })

  it('GET /series moves with the day asked', async () => {
    const html = await page('/series?series=PRICE&asof=2021-01-01')
    assert.match(html, /statistics\.series\.noneYet/)
  })

  it('GET /series/figures.csv gives all that was chosen to a spreadsheet, in the language of its address', async () => {
    const csv = await page('/series/figures.csv?series=USE&area=FJI,LIST/W&from=2019&to=2020', 'fr')
    assert.match(csv, /^series,area,area_name,year,breakdown,value/)
    assert.match(csv, /USE,FJI,Fiji \(fr\),2019,SEX=_T,60\.25,,,60\.25,PT,.*,CC0-1\.0,2026-11-26\r\n/)
    assert.match(csv, /USE,LIST\/W,World \(fr\),2020,SEX=_T,50\.1/)
    assert.equal(csv.trim().split('\r\n').length, 4)
  })

  for (const name of [
    'GET /series/figures.json has the same rows',
    'GET /series/figures.xlsx has the same rows',
    'GET /series/figures.ndjson has the same rows',
  ])
    it(name, async () => {
      const asked = '/series/figures?series=USE,PRICE&breakdown=*&from=2018&to=2020'
      assert.deepEqual(
        (await inEveryKind(page, asked, 'value')).toSorted(),
        ['12.5', '3', '50', '60.25', '77.5', '76.1', '40', '95', ''].toSorted(),
      )
      assert.ok((await inEveryKind(page, asked, 'known_on')).every((day) => /^\d{4}-\d\d-\d\d$/.test(day)))
    })

  it('GET /series/figures.csv has every year there is when nobody asks for years, projections among them', async () => {
    const csv = await page('/series/figures.csv?series=USE&area=FJI')
    assert.deepEqual(
      csv
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',')[3]),
      ['2018', '2019', '2020', '2031'],
    )
  })

  it('GET /series/figures.csv has the figures of the page that offers it', async () => {
    const html = await page('/series?series=USE&area=FJI')
    const [, to = ''] = /href="\/en(\/series\/figures\.csv[^"]*)"/.exec(html) ?? []
    assert.equal((await page(to.replaceAll('&amp;', '&'))).trim().split('\r\n').length, 4)
  })

  it('GET /series/figures.json refuses what was not understood, with the nearest: a file cannot say so beside its figures', async () => {
    const [status, words] = await visit(db, '/en/series/figures.json?series=USE&area=FIJ')
    assert.equal(status, 400)
    assert.match(words, /ui\.parameterNotUnderstood area FIJ → \/series\/figures\.json\?series=USE&area=FJI/)
    assert.equal((await visit(db, '/en/series/figures.csv?series=USE&breakdown=SEX=X'))[0], 400)
    assert.equal((await visit(db, '/en/series/figures.csv?series=USE&from=2020&to=2018'))[0], 400)
    assert.equal((await visit(db, '/en/series/figures.json'))[0], 400)
  })

  const charts: readonly [view: string, holds: RegExp][] = [
    ['map', /An atlas[\s\S]*statistics\.chart\.madeHere/],
    ['dots', /statistics\.explore\.dotsAlone[\s\S]*statistics\.explore\.median/],
    ['line', />Fiji<[\s\S]*>Namibia<|statistics\.explore\.linesCaption/],
  ]
  for (const [view, holds] of charts) {
    it(`GET /series/chart.svg gives the ${view} to a document, with whose it is and without a style`, async () => {
      const svg = await page(`/series/chart.svg?series=USE&view=${view}`)
      assert.match(svg, /^<svg xmlns/)
      assert.match(svg, holds)
      assert.doesNotMatch(svg, /class=|var\(/)
      assert.match(await page(`/series?series=USE&view=${view}`), /\/series\/chart\.png\?series=USE/)
    })
  }

  it('GET /embed/series is each view in a frame, with the way to the view', async () => {
    for (const [view, holds] of [
      ['line', /class="mult"/],
      ['dots', /<svg class="narrow"/],
      ['map', /<svg class="wide"/],
    ] as const) {
      const html = await page(`/embed/series?series=USE&view=${view}`)
      assert.match(html, holds)
      assert.match(html, new RegExp(`<link rel="canonical" href="[^"]*/en/series\\?series=USE&amp;[^"]*view=${view}`))
      const line = /&lt;iframe src=&quot;[^&]*\/en\/embed\/series\?series=USE/
      assert.match(await page(`/series?series=USE&view=${view}`), line)
    }
  })

  it('GET /embed/series/:code/map is the map of a series in a frame', async () => {
    const html = await page('/embed/series/USE/map')
    assert.match(
      html,
      /<title>Namibia 40\.0% \(2020\)<\/title>[\s\S]*An atlas[\s\S]*href="\/en\/series\/USE[^"]*">ui\.embed\.whole/,
    )
    assert.equal((await visit(db, '/en/embed/series/USE/map?asof=2019-01-01'))[0], 404)
  })

  it('GET /series/chart.png is a picture of each view, in Arabic too', async () => {
    for (const [view] of charts)
      assert.equal((await page(`/series/chart.png?series=USE&view=${view}`, 'ar')).slice(1, 4), 'PNG', view)
  })

  it('GET /series/figures.csv has the lines in the order asked, each by area and year, as known on the day asked', async () => {
    const rows = (await page('/series/figures.csv?series=PRICE,USE&breakdown=*&to=2020')).trim().split('\r\n').slice(1)
    const named = rows.map((row) => row.split(',').slice(0, 5).join())
    assert.deepEqual(
      named.map((one) => one.split(',')[0]),
      [...named.filter((one) => one.startsWith('PRICE')), ...named.filter((one) => one.startsWith('USE'))].map(
        (one) => one.split(',')[0],
      ),
    )
    assert.ok(named.indexOf('USE,FJI,Fiji,2018,SEX=_T') < named.indexOf('USE,FJI,Fiji,2019,SEX=_T'))
    assert.ok(named.indexOf('USE,FJI,Fiji,2020,SEX=_T') < named.indexOf('USE,NAM,Namibia,2020,SEX=_T'))
    assert.equal((await page('/series/figures.csv?series=USE&asof=2019-01-01')).trim().split('\r\n').length, 1)
  })

  it('GET /series/chart.svg draws the line that is asked for, and says when there is none', async () => {
    assert.match(await page('/series/chart.svg?series=USE,PRICE&view=dots&chart=2'), /Price/)
    assert.equal((await visit(db, '/en/series/chart.svg?series=USE&view=dots&chart=3'))[0], 404)
    assert.equal((await visit(db, '/en/series/chart.svg?series=USE&view=map&asof=2019-01-01'))[0], 404)
    assert.equal((await visit(db, '/en/series/chart.svg?series=UZE'))[0], 400)
  })

  it('GET /series/:code/map.svg is the map of the page with its notes and credits', async () => {
    const svg = await page('/series/USE/map.svg')
    assert.match(svg, /An atlas[\s\S]*statistics\.chart\.madeHere/)
    assert.match(await page('/series/USE'), /\/series\/USE\/map\.svg/)
    assert.equal((await visit(db, '/en/series/USE/map.svg?asof=2019-01-01'))[0], 404)
  })

  it('GET /series/:code/map.png is a picture of it', async () => {
    assert.equal((await page('/series/USE/map.png')).slice(1, 4), 'PNG')
  })

  it('GET /series/:code has the map of the latest figures', async () => {
    assert.match(await page('/series/USE'), /id="map"[\s\S]*<title>Namibia 40\.0% \(2020\)<\/title>/)
  })
})
