import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day, languages } from '#kernel'
import { voices } from '#platform'
import { inEveryKind, visitorOf } from '#platform/testing'
import { aContentFolder, aDbWith, anObservationFile, someReference, statisticsReader } from '#statistics/testing'
import { statistics } from './index.ts'

const today = Day.trusted('2026-11-26')

/** The small statistics with a portrait, one more economy in the club, and names and codes of others. */
const reference: Readonly<Record<string, string>> = {
  ...someReference,
  'datasets.json': (someReference['datasets.json'] ?? '').replace(
    /}$/,
    ',"portrait":{"series":[{"series":"PEOPLE","breakdown":"SEX=_T"},{"series":"USE","breakdown":"SEX=_T"}],"beside":["CLUB"]}}',
  ),
  'aliases.csv': `${someReference['aliases.csv']}Viti,name-en,FJI,Old maps\nThe Friendly Islands,name-en,TON,Old maps\n`,
  'groups.csv': `${someReference['groups.csv']}W,LIST,NAM,516,,,,in force,List\nA,CLUB,NAM,516,2012-07-01,,day,in force,List\n`,
}
const people = { series: 'PEOPLE', unit: 'PS' }
const figures = anObservationFile([
  { year: '2015', value: '40.0' },
  { year: '2020', value: '65.4' },
  { sex: 'F', year: '2020', value: '61' },
  { iso3: 'NAM', year: '2019', value: '70.0' },
  { iso3: 'NAM', year: '2020', value: '50.0' },
  { iso3: 'TON', year: '2018', value: '20.0' },
  { iso3: 'TON', year: '2019', value: '..', nature: 'NA' },
  { ...people, year: '2020', value: '900' },
  { ...people, iso3: 'NAM', year: '2020', value: '2600' },
  { ...people, iso3: 'TON', year: '2020', value: '100' },
])
const later = anObservationFile([{ year: '2021', value: '68.0' }])

const visit = visitorOf([statistics], statisticsReader, today)
const spoken = visitorOf([statistics], statisticsReader, today, voices())

describe('The pages of economies and groups', () => {
  const folder = aContentFolder(
    [
      ['figures.csv', '2022-05-01', figures],
      ['later.csv', '2024-05-01', later],
    ],
    reference,
  )
  const db = aDbWith(folder)

  const page = async (address: string): Promise<string> => {
    const [status, html] = await visit(db, `/en${address}`)
    assert.equal(status, 200, html)
    return html
  }
  const words = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

  it('GET /areas lists economies by region and groups by list, each a link to its page', async () => {
    const html = await page('/areas')
    assert.match(html, /href="\/en\/areas\/CLUB\/A"[\s\S]*href="\/en\/areas\/FJI"[\s\S]*href="\/en\/areas\/NAM"/)
    assert.match(html, /statistics\.areas\.noRegion[\s\S]*href="\/en\/areas\/TON"/)
    assert.match(html, /href="\/en\/areas\/LIST\/W"/)
  })

  it('GET /areas finds a former name and a name in another language, and says when nobody is called so', async () => {
    assert.match(await page('/areas?q=viti'), /\/areas\/FJI"/)
    assert.doesNotMatch(await page('/areas?q=viti'), /\/areas\/TON"/)
    assert.match(await page(`/areas?q=${encodeURIComponent('Tonga (fr)')}`), /\/areas\/TON"/)
    assert.match(await page('/areas?q=atlantis'), /statistics\.areas\.nothing atlantis/)
  })

  it('GET /areas/areas.csv gives the list to a spreadsheet', async () => {
    const csv = await page('/areas/areas.csv')
    assert.match(csv, /\r\nFJI,Fiji,economy,242,CLUB\/A,Club A,,Fiji,Fiji \(fr\),[^\r]*,2026-11-26\r\n/)
    assert.match(csv, /\r\nCLUB\/A,Club A,group,,,,2,/)
  })

  for (const name of [
    'GET /areas/areas.json has the same rows',
    'GET /areas/areas.xlsx has the same rows',
    'GET /areas/areas.ndjson has the same rows',
  ])
    it(name, async () => {
      assert.deepEqual(await inEveryKind(page, '/areas/areas', 'area'), ['FJI', 'NAM', 'TON', 'CLUB/A', 'LIST/W'])
    })

  it('GET /areas/:area shows latest, movement, the groups beside it and its place with the coverage', async () => {
    const html = words(await page('/areas/FJI'))
    assert.match(html, /68\.0 2021 \+28\.0/)
    assert.match(html, /statistics\.economy\.place 1 2/)
    assert.match(html, /statistics\.economy\.coverage 2 2/)
    assert.match(html, /statistics\.economy\.lede 2 3 2021/)
  })

  it('GET /areas/:area says what is not reported, and since when', async () => {
    const html = words(await page('/areas/TON'))
    assert.match(html, /statistics\.reported\.never 1[\s\S]*statistics\.reported\.behind 1[\s\S]*Use 2018 2021 2018 1 /)
    assert.match(html, /statistics\.reported\.said 2019 ui\.missing\.not-available/)
  })

  it('GET /areas/:area tells membership with its dates and what others call it', async () => {
    const html = words(await page('/areas/TON'))
    assert.match(html, /statistics\.member\.between 1 January 2000 1 July 2015/)
    assert.match(html, /The Friendly Islands/)
  })

  it('GET /areas/:area is asked as of a day: what was known then', async () => {
    const html = words(await page('/areas/FJI?asof=2023-01-01'))
    assert.match(html, /65\.4 2020 \+25\.4/)
    assert.doesNotMatch(html, /68\.0/)
  })

  const leading: readonly [string, string][] = [
    ['fji', '/areas/FJI'],
    ['FJ', '/areas/FJI'],
    ['242', '/areas/FJI'],
    ['viti', '/areas/FJI'],
    ['the-friendly-islands', '/areas/TON'],
    ['CLUB', '/areas/CLUB/A'],
    ['club/a', '/areas/CLUB/A'],
    ['CLUB%2FA', '/areas/CLUB/A'],
  ]
  it.each(leading)('GET /areas/:area leads from “%s” to the page', async (asked, to) => {
    assert.deepEqual(await visit(db, `/en/areas/${asked}`), [302, to])
  })

  it('GET /areas/:area offers the nearest for a code that is none', async () => {
    const [status, body] = await visit(db, '/en/areas/Namibja')
    assert.equal(status, 404)
    assert.match(body, /statistics\.noSuchArea Namibja → \/areas\/NAM/)
  })

  it('GET /areas/:area/figures.csv has every figure with its release and licence', async () => {
    const csv = await page('/areas/FJI/figures.csv')
    assert.match(csv, /^series,area,area_name,year,breakdown,value,/)
    assert.match(csv, /USE,FJI,Fiji,2021,SEX=_T,68\.0,.*,2,2024-05-01,CC0-1\.0,2026-11-26\r\n/)
    assert.match(csv, /USE,FJI,Fiji,2020,SEX=F,61,/)
    assert.match(await page('/areas/TON/figures.csv'), /USE,TON,Tonga,2019,SEX=_T,,,not-available,/)
  })

  for (const name of [
    'GET /areas/:area/figures.json has the same rows',
    'GET /areas/:area/figures.xlsx has the same rows',
    'GET /areas/:area/figures.ndjson has the same rows',
  ])
    it(name, async () => {
      assert.deepEqual(
        (await inEveryKind(page, '/areas/FJI/figures', 'value')).toSorted(),
        ['40', '61', '65.4', '68', '900'].toSorted(),
      )
      assert.equal((await visit(db, '/en/areas/XXX/figures.json'))[0], 404)
      assert.equal((await visit(db, '/en/areas/fji/figures.json'))[0], 404)
    })

  it('GET /areas/:area/chart.svg is the line of the page beside its groups, with whose it is', async () => {
    const svg = await page('/areas/FJI/chart.svg')
    assert.match(svg, /statistics\.chart\.title Use Fiji[\s\S]*Club A/)
    assert.match(svg, /statistics\.chart\.madeHere/)
    assert.match(await page('/areas/FJI'), /\/areas\/FJI\/chart\.svg/)
    assert.equal((await visit(db, '/en/areas/TON/chart.svg?asof=2022-01-01'))[0], 404)
  })

  it('GET /areas/:area/chart.png is a picture of it', async () => {
    assert.equal((await page('/areas/FJI/chart.png')).slice(1, 4), 'PNG')
  })

  it('GET /embed/areas/:area is the line in a frame, and the page has the line that shows it', async () => {
    const html = await page('/embed/areas/FJI')
    assert.match(
      html,
      /<svg class="narrow"[\s\S]*statistics\.chart\.madeHere[\s\S]*href="\/en\/areas\/FJI">ui\.embed\.whole/,
    )
    assert.match(
      await page('/areas/FJI'),
      /&lt;iframe src=&quot;https:\/\/plan\.example\.org\/en\/embed\/areas\/FJI&quot;/,
    )
    assert.equal((await visit(db, '/en/embed/areas/TON?asof=2022-01-01'))[0], 404)
  })

  it('GET /areas/:scheme/:code shows the figures of a group with label and coverage, each a link to its members', async () => {
    const html = await page('/areas/CLUB/A')
    assert.match(html, /\/explain\?series=USE&(?:amp;)?breakdown=SEX%3D_T&(?:amp;)?group=CLUB%2FA/)
    assert.match(words(html), /statistics\.aggregate\.label\.published/)
  })

  it('GET /areas/:scheme/:code lists members with dates and latest values, and those who left', async () => {
    const html = words(await page('/areas/CLUB/A'))
    assert.match(
      html,
      /statistics\.group\.current 2[\s\S]*Fiji statistics\.member\.since 2010[\s\S]*900[\s\S]*68\.0 2021/,
    )
    assert.match(html, /statistics\.group\.others 1[\s\S]*Tonga statistics\.member\.between/)
  })

  it('GET /areas/:scheme/:code as composed then and now, and an unknown group offers the nearest', async () => {
    assert.match(await page('/areas/CLUB/A?composed=now'), /composed=2026-11-26|composed=now/)
    const [status, body] = await visit(db, '/en/areas/CLUB/B')
    assert.equal(status, 404)
    assert.match(body, /\/areas\/CLUB\/A/)
    assert.equal((await visit(db, '/en/areas/CLUB/A?composed=later'))[0], 400)
  })

  it('GET /areas/:scheme/:code/figures.csv has the figures of the group with their label', async () => {
    assert.match(await page('/areas/CLUB/A/figures.csv'), /PEOPLE,CLUB\/A,Club A,2020,SEX=_T,3500,,computed,published,/)
  })

  for (const name of [
    'GET /areas/:scheme/:code/figures.json has the same rows',
    'GET /areas/:scheme/:code/figures.xlsx has the same rows',
    'GET /areas/:scheme/:code/figures.ndjson has the same rows',
  ])
    it(name, async () => {
      assert.ok((await inEveryKind(page, '/areas/CLUB/A/figures', 'value')).includes('3500'))
      assert.deepEqual(
        await inEveryKind(page, '/areas/CLUB/A/figures?composed=now', 'members_on'),
        (await inEveryKind(page, '/areas/CLUB/A/figures', 'year')).map(() => '2026-11-26'),
      )
    })

  it('GET /areas/:scheme/:code/members.csv has every spell of belonging', async () => {
    const csv = await page('/areas/CLUB/A/members.csv')
    assert.match(csv, /CLUB\/A,Club A,TON,Tonga,2000-01-01,2015-07-01,day,left,List,2026-11-26\r\n/)
    assert.match(csv, /CLUB\/A,Club A,FJI,Fiji,2010-01-01,,year,/)
  })

  for (const name of [
    'GET /areas/:scheme/:code/members.json has the same rows',
    'GET /areas/:scheme/:code/members.xlsx has the same rows',
    'GET /areas/:scheme/:code/members.ndjson has the same rows',
  ])
    it(name, async () => {
      assert.deepEqual((await inEveryKind(page, '/areas/CLUB/A/members', 'member')).toSorted(), ['FJI', 'NAM', 'TON'])
    })

  it.each(languages)('is said in %s', async (language) => {
    for (const path of [
      '/areas',
      '/areas?q=x',
      '/areas/FJI',
      '/areas/TON',
      '/areas/CLUB/A?composed=now',
      '/areas/LIST/W',
    ]) {
      const [status, html] = await spoken(db, `/${language}${path}`)
      assert.equal(status, 200)
      assert.doesNotMatch(words(html), /undefined|\bNaN\b|\[object |statistics\.[a-z]+\.[a-zA-Z]/, `${language}${path}`)
    }
  })
})
