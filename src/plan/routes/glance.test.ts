import assert from 'node:assert/strict'
import { beforeAll, describe, it } from 'vitest'
import { operatorActor } from '#access/core'
import { Day, languages } from '#kernel'
import { anActor } from '#kernel/testing'
import { riverPlanFile } from '#plan/testing'
import { voices } from '#platform'
import { entriesOf, visitorOf } from '#platform/testing'
import { statistics } from '#statistics'
import { aContentFolder, aDbWith, anObservationFile, someReference } from '#statistics/testing'
import { loadPlan } from '../deeds/load-plan.ts'
import { plan } from '../index.ts'

const today = Day.trusted('2026-11-26')
const reader = anActor({ kind: 'everywhere' }, 'plan.see', 'statistics.see')

/** The small statistics with one more series: banks tested, by season. */
const reference: Readonly<Record<string, string>> = {
  ...someReference,
  'datasets.json': (someReference['datasets.json'] ?? '')
    .replace('"PEOPLE"', '"PEOPLE","BANKS"')
    .replace(
      '"dimensions":[',
      '"dimensions":[{"code":"SEASON","column":"breakdown","series":["BANKS"],"names":{"en":"Season"}},',
    ),
  'series.csv': `${someReference['series.csv']}BANKS,,Banks,Rives,,,,,PT,0,100,1,up,mean\n`,
  'codes.csv': `${someReference['codes.csv']}breakdown,BANKS,_T,All,Toutes,,,,\n`,
}
const banks = { series: 'BANKS', sex: '' }
const early = anObservationFile([
  { ...banks, breakdown: '_T', year: '2010', value: '40' },
  { ...banks, breakdown: '_T', year: '2022', value: '60.5' },
  { ...banks, breakdown: '_T', iso3: 'TON', year: '2023', value: '91' },
  { ...banks, iso3: 'TON', year: '2012', value: '30' },
])
const late = anObservationFile([{ ...banks, breakdown: '_T', iso3: 'LIST/W', year: '2024', value: '70.5' }])

const keys = visitorOf([statistics, plan], reader, today)
const spoken = visitorOf([statistics, plan], reader, today, voices())

describe('The plan at a glance', () => {
  const folder = aContentFolder(
    [
      ['early.csv', '2024-05-01', early],
      ['late.csv', '2025-06-01', late],
    ],
    reference,
  )
  const db = aDbWith(folder)
  beforeAll(async () => {
    await db.work(operatorActor, '2026-03-01', (work) => loadPlan(work, { file: riverPlanFile, reason: 'a test' }))
  })

  const get = (address: string, visit = keys) => visit(db, address)

  it('GET / shows every target of the edition that is shown first, each with its latest or the reason why not (I1)', async () => {
    const [status, html] = await get('/en/')
    assert.equal(status, 200)
    assert.match(html, /plan\.glance\.title 2 2029 1/)
    assert.match(html, />70\.5</)
    assert.match(
      html,
      /href="\/en\/observations\?series=BANKS&amp;area=LIST%2FW&amp;year=2024&amp;breakdown=SEASON%3D_T"/,
    )
    assert.match(html, /plan\.glance\.why\.not-collected-yet/)
  })

  it('GET / says in every language, without a sentence missing', async () => {
    for (const language of languages) {
      const [status, html] = await get(`/${language}/`, spoken)
      assert.equal(status, 200, language)
      assert.match(html, /70[.,]5/, language)
    }
  })

  it('GET / shows economies where nothing was published for the world by the day asked', async () => {
    const [, html] = await get('/en/?asof=2024-12-31')
    assert.match(html, /plan\.glance\.unitMedian/)
    assert.match(html, />75\.8</)
    assert.match(html, /plan\.glance\.undated/)
  })

  it('GET / says that nothing was known of a series before its first release', async () =>
    assert.match((await get('/en/?asof=2023-01-01'))[1], /plan\.glance\.why\.not-known-then/))

  it('GET / shows the other edition when it is asked for, and its series with it (I8)', async () => {
    const [, html] = await get('/en/?edition=2022-2025')
    assert.match(html, /plan\.glance\.title 1 2025 1/)
    assert.match(html, /plan\.glance\.why\.no-number/)
  })

  it('GET / keeps to one goal, and names the one it does not understand', async () => {
    assert.match((await get('/en/?goal=A'))[1], /plan\.glance\.titleUnder Pillar A 2 2029 1/)
    const [status, html] = await get('/en/?goal=Z')
    assert.deepEqual([status, html.includes('ui.parameterNotUnderstood goal Z')], [400, true])
  })

  it('GET / names an edition or a reading that it does not understand', async () => {
    assert.equal((await get('/en/?edition=1999'))[0], 400)
    assert.equal((await get('/en/?read=loud'))[0], 400)
  })

  it('GET / answers 404 for an edition that was not there on the day asked', async () =>
    assert.equal((await get('/en/?edition=2022-2025&asof=2020-01-01'))[0], 404))

  it('GET / says since when the figure for the world is known (V5)', async () =>
    assert.match((await get('/en/', spoken))[1], /for the world in 2024, by the figure known since 1 June 2025\./))

  it('GET / shows the line of the economy that was asked for, and offers the nearest to one that is none', async () => {
    const [status, html] = await get('/en/?area=TON')
    assert.equal(status, 200)
    assert.match(html, />91\.0</, 'its own last value, not that of the world')
    assert.doesNotMatch(html, />70\.5</)
    assert.match(html, /plan\.glance\.ledeArea/)
    assert.match(html, /<option value="TON" selected=""/)
    assert.deepEqual([(await get('/en/?area=TOM'))[0]], [400])
    const [, csv] = await get('/en/glance.csv?area=TON')
    assert.match(csv, /BANKS,SEASON=_T,exact,TON,published,91/)
    const files = await entriesOf(Buffer.from((await get('/en/glance.xlsx?area=TON'))[1], 'latin1'))
    assert.match(
      [...files].findLast(([name]) => name.startsWith('xl/worksheets/'))?.[1] ?? '',
      /\/en\/\?area=TON&amp;asof=/,
      'the notes lead to what was asked',
    )
  })

  it('GET /glance.csv gives the rows with series, release and reason', async () => {
    const [status, csv] = await get('/fr/glance.csv')
    const rows = csv.trim().split('\r\n')
    assert.equal(status, 200)
    assert.equal(rows.length, 3)
    assert.match(
      rows[1] ?? '',
      /BANKS,SEASON=_T,exact,world,published,70\.5,,PT,2024,2,2022,2023,2,text,at-least,90,2029/,
    )
    assert.match(
      rows[1] ?? '',
      /,2025-06-01,2026-11-26,https:\/\/plan\.example\.org\/fr\/editions\/2026-2029\/milestones\/A\.1\?asof=2026-11-26,/,
    )
    assert.match(rows[2] ?? '', /not-collected-yet/)
  })

  it('GET /glance.xlsx and GET /glance.ndjson have the same rows, years and values as numbers', async () => {
    const [row] = (await get('/fr/glance.ndjson'))[1].split('\n').map((line) => JSON.parse(line || '{}'))
    assert.deepEqual([row.series, row.value, row.year, row.known_on], ['BANKS', 70.5, 2024, '2025-06-01'])
    const [status, bytes] = await get('/fr/glance.xlsx')
    const files = await entriesOf(Buffer.from(bytes, 'latin1'))
    assert.equal(status, 200)
    assert.match(files.get('xl/worksheets/sheet1.xml') ?? '', /<v>70\.5<\/v>/)
    assert.match(
      [...files].findLast(([name]) => name.startsWith('xl/worksheets/'))?.[1] ?? '',
      /plan\.taking\.withoutFigure 1/,
    )
  })
  it('GET /glance.ndjson is asked as the page is', async () =>
    assert.equal((await get('/en/glance.ndjson?edition=1999'))[0], 400))

  it('GET /glance.json gives the same facts with their releases and licences', async () => {
    const told = JSON.parse((await get('/en/glance.json'))[1])
    const [first] = told.rows
    assert.deepEqual(
      [first.edition, told.notes.as_of, told.rows.length, first.release, first.licence],
      ['2026-2029', today, 2, 2, 'CC0-1.0'],
    )
    assert.ok(told.more.indicators.rows.length > 0)
  })

  it('GET /editions leads to the text of the edition that is shown first', async () =>
    assert.deepEqual(await get('/en/editions'), [302, '/editions/2026-2029']))

  it('frame.context shows the editions in the head of the page, the one it is about in bold', async () => {
    const [, html] = await get('/en/')
    assert.match(html, /<b>.*2026–2029.*<\/b>.*href="\/en\/\?edition=2022-2025"/s)
    const [, other] = await get('/en/?edition=2022-2025')
    assert.match(other, /href="\/en\/".*<b>.*2022–2025/s)
  })

  it('statistics.series shows which elements of the plan a series measures, and nothing where it measures none (I8)', async () => {
    const [, html] = await get('/en/series/BANKS')
    assert.match(html, /plan\.users\.heading.*\/editions\/2026-2029\//s)
  })

  it('statistics.area shows the lines that the editions ask for, on the page of an economy, and those without figures', async () => {
    const [, html] = await get('/en/areas/TON')
    const section = /<section[^>]* id="plan">[\s\S]*?<\/section>/.exec(html)?.[0] ?? assert.fail(html)
    assert.match(section, /plan\.area\.about 2 2/)
    assert.match(section, /\/areas\/LIST\/W[\s\S]*\/editions\/2026-2029\/[\s\S]*>91\.0</)
    assert.match(section, /plan\.area\.placeOf 1 \d \d|plan\.area\.noPlace\./)
    for (const language of languages) assert.equal((await get(`/${language}/areas/TON`, spoken))[0], 200, language)
  })

  it('statistics.areaLede says first the figure that a target asks for, with its year and its cell, and less loudly how much is known', async () => {
    const [, html] = await get('/en/areas/TON', spoken)
    const paragraph = (open: string): string => html.slice(html.indexOf(open)).split('</p>')[0] ?? ''
    assert.match(
      paragraph('<p class="lede big">'),
      /Banks tested<.*href="\/en\/observations\?series=BANKS&amp;area=TON&amp;year=2023.*>91\.0%<.*2023/,
    )
    assert.match(paragraph('<p class="small dim">'), /of \d+ series/)
    assert.doesNotMatch((await get('/en/areas/LIST/W'))[1], /plan\.area\.lede/)
  })

  it('statistics.area shows the figures of a group with their label, and nothing of a place', async () => {
    const [, html] = await get('/en/areas/LIST/W')
    const section = /<section[^>]* id="plan">[\s\S]*?<\/section>/.exec(html)?.[0] ?? assert.fail(html)
    assert.match(section, />70\.5</)
    assert.match(section, /plan\.area\.custodian/)
    assert.doesNotMatch(section, /plan\.area\.place/)
  })

  it('frame.foot shows whose the words are', async () =>
    assert.match((await get('/en/'))[1], /<footer.*plan\.foot\.wording/s))
})
