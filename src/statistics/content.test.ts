import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { areasOf, groupsOf, latestOf, pathsOf, publishedWorldOf, sourcesOf } from '#statistics'
import { aFolder, loadContentOf, someReference, statistician } from '#statistics/testing'
import { recomputed } from './aggregates-verified.ts'
import { content } from './content.ts'
import { loadReference } from './deeds/load-reference.ts'
import { revisionsOf } from './reads.ts'
import { breakdownsOf } from './store/observations.ts'
import { miscounted, releasesAsOf } from './store/releases.ts'
import { seriesOf } from './store/series.ts'

const today = Day.trusted('2026-11-26')
const folder = 'content/itu'
const internet = { series: 'IT.NET.USER.ZS', breakdown: 'LOCATION=_T;SEX=_T' }
const key = 'IT.NET.USER.ZS|LOCATION=_T;SEX=_T'

describe('The statistics that ship', () => {
  let db: TestDb
  let steps: readonly string[] = []
  beforeAll(async () => {
    db = await testDb()
    steps = await loadContentOf(db, folder, today)
  })
  afterAll(() => db.close())
  const look = <T>(question: (db: ReadDb) => Promise<T>): Promise<T> =>
    db.look(statistician, today, (one) => question(one.db))

  it('are loaded in the order of their list, reference data first, and only once', async () => {
    const listed = readFileSync(`${folder}/statistics/releases.csv`, 'utf8').trimEnd().split('\n').slice(1)
    assert.equal(steps.length, listed.length + 1)
    assert.equal(steps[0], 'statistics: reference')
    assert.deepEqual(await loadContentOf(db, folder, today), [])
  })

  it('are all there: each release has the rows that it was loaded with', async () => {
    const releases = await look((one) => releasesAsOf(one, today))
    assert.deepEqual(await look(miscounted), [])
    const rows = releases.reduce((sum, { observations }) => sum + observations, 0)
    assert.equal(rows, 80_073)
  })

  it('hold six values outside their plausible range, flagged and as published', async () => {
    const releases = await look((one) => releasesAsOf(one, today))
    assert.equal(
      releases.reduce((sum, { flagged }) => sum + flagged, 0),
      6,
    )
    const recycled = await look((one) => pathsOf(one, [{ series: 'EN_EWT_RCYR', breakdown: 'SEX=_T' }], ['NAM'], today))
    const odd = recycled.get('EN_EWT_RCYR|SEX=_T')?.find(({ year }) => year === 2018)
    assert.deepEqual([odd?.published, odd?.flag], ['271.329044', 'outside-range'])
  })

  it('keep small values and half persons as they were published', async () => {
    const use = await look((one) => pathsOf(one, [internet], null, Day.trusted('2025-06-01')))
    const small = use.get(key)?.filter(({ published }) => published.includes('E'))
    assert.deepEqual(small?.map(({ published }) => published).toSorted(), [
      '1.75E-05',
      '5.22E-05',
      '5.64E-05',
      '8.47E-05',
      '9.17E-05',
    ])
    const people = { series: 'SP.POP.TOTL', breakdown: 'AGE=_T;LOCATION=_T;SEX=_T' }
    const kgz = await look((one) => pathsOf(one, [people], ['KGZ'], today))
    assert.equal([...kgz.values()].flat().filter(({ published }) => published.endsWith('.5')).length, 18)
  })

  it('have figures of groups that are the same from nothing as they are answered', async () => {
    const { figures, differences } = await look((one) => recomputed(one, today, true))
    assert.deepEqual(differences, [])
    assert.ok(figures > 15_000, `${figures} figures`)
  })

  it('show a revision as a revision: one economy, one year, two releases', async () => {
    const revised = await look((one) => revisionsOf(one, { ...internet, area: 'CHN', year: 2023 }, today))
    assert.deepEqual(
      revised.map(({ observation, release }) => [observation.published, release.knownOn]),
      [
        ['90.6', '2025-12-08'],
        ['77.5', '2025-04-15'],
      ],
    )
  })

  it('withdraw nothing that a newer release leaves out', async () => {
    const latest = (await look((one) => latestOf(one, [internet], today))).get(key) ?? []
    for (const area of ['PRI', 'VIR']) assert.ok(latest.some((one) => one.area === area))
    const countries = latest.filter(({ year }) => year === 2024)
    assert.equal(countries.length, 49)
  })

  it('are as they were on an earlier day', async () => {
    const then = (await look((one) => latestOf(one, [internet], Day.trusted('2025-12-07')))).get(key) ?? []
    assert.equal(then.filter(({ year }) => year === 2024).length, 9)
    const before = await look((one) => latestOf(one, [internet], Day.trusted('2025-01-23')))
    assert.equal(before.size, 0)
  })

  it('show the latest value of population as counted, not as projected', async () => {
    const women = { series: 'POP', breakdown: 'AGE=_T;LOCATION=_T;SEX=F' }
    const latest = [...(await look((one) => latestOf(one, [women], today))).values()].flat()
    assert.deepEqual([...new Set(latest.map(({ year }) => year))], [2023])
  })

  it('I9: give the world as its custodian published it, with its release, and only where there is one', async () => {
    const coverage = { series: 'IT_MOB_4GNTWK', breakdown: 'LOCATION=_T' }
    const worlds = await look((one) => publishedWorldOf(one, [internet, coverage], today))
    assert.deepEqual([...worlds.keys()], [key])
    const world = worlds.get(key)
    assert.equal(world?.area, 'WB-world/WB-WLD')
    const last = world?.observations.at(-1)
    assert.deepEqual([last?.year, last?.published, world?.observations.length], [2023, '67.4', 34])
    const early = await look((one) => publishedWorldOf(one, [internet], Day.trusted('2025-01-23')))
    assert.equal(early.size, 0)
  })

  it('I2: tell their breakdowns by skill, sex, speed and level of education', async () => {
    const found = await look((one) => breakdownsOf(one, ['SE_ADT_ACTS', 'IT_NET_BBP', 'SE_ACC_INTN'], today))
    const of = (series: string) => found.filter((one) => one.series === series).map(({ breakdown }) => breakdown)
    assert.equal(of('SE_ADT_ACTS').length, 27)
    assert.deepEqual(of('IT_NET_BBP'), [
      'SEX=_T;SPEED=10MBPS',
      'SEX=_T;SPEED=256KT2MBPS',
      'SEX=_T;SPEED=2MT10MBPS',
      'SEX=_T;SPEED=ANYS',
    ])
    assert.deepEqual(of('SE_ACC_INTN'), [
      'EDUCATION=LOWSEC;SEX=_T',
      'EDUCATION=PRIMAR;SEX=_T',
      'EDUCATION=UPPSEC;SEX=_T',
    ])
  })

  it('know whose they are: data set, licence, credit of each release, and the caveat', async () => {
    const sources = await look((one) => sourcesOf(one, ['IT.NET.USER.ZS', 'IT_MOB_OWN'], today))
    assert.deepEqual(
      sources.map(({ dataset, releases }) => [dataset.code, dataset.licence.code, releases.length]),
      [
        ['SDG', 'CC-BY-4.0', 1],
        ['WDI', 'CC-BY-4.0', 3],
      ],
    )
    assert.match(sources[0]?.dataset.caveat?.en ?? '', /terms of use/)
    assert.match(sources[1]?.releases[0]?.credit ?? '', /copy by/)
  })

  it('name economies and groups in six languages', async () => {
    const areas = await look((one) => areasOf(one, ['FJI', 'WB-world/WB-WLD', 'XXX']))
    assert.deepEqual([...areas.keys()], ['FJI', 'WB-world/WB-WLD'])
    for (const { names } of areas.values()) assert.equal(Object.keys(names).length, 6)
    assert.ok(areas.get('FJI')?.point !== null)
    assert.equal((await look((one) => areasOf(one, null))).size, 251 + 61)
  })

  it('name every series, its unit and where a framework asks for it', async () => {
    const series = await look((one) => seriesOf(one, null, today))
    assert.equal(series.size, 19)
    assert.equal(series.get('IT_MOB_OWN')?.frame, 'SDG 5.b.1')
    for (const { names, unitNames } of series.values()) {
      assert.equal(Object.keys(names).length, 6)
      assert.equal(Object.keys(unitNames).length, 6)
    }
  })

  it('I9: know who was in a group on a day', async () => {
    const least = async (on: string) => {
      const [group] = await look((one) => groupsOf(one, ['LDC'], Day.trusted(on), today))
      return group?.members.map(({ member }) => member) ?? []
    }
    assert.ok((await least('2020-12-03')).includes('VUT'))
    assert.ok(!(await least('2020-12-04')).includes('VUT'))
    const income = await look((one) => groupsOf(one, ['WB-income'], Day.trusted('2026-11-26'), today))
    assert.equal(income.length, 4)
  })
})

describe('A folder of statistics', () => {
  const files = aFolder(someReference)
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(async () => {
    await db.close()
    files.remove()
  })
  const load = (on: string) => db.work(statistician, on, (work) => loadReference(work, { folder: files.path }))
  const seriesOn = (asOf: string) =>
    db.look(statistician, '2026-11-26', (look) => seriesOf(look.db, ['USE'], Day.trusted(asOf)))

  it('I4: keeps the meaning that a series had: another one is another row, from its day on', async () => {
    await load('2025-01-10')
    const changed = (someReference['series.csv'] ?? '').replace('Use,Use (fr)', 'Use at home,Use at home (fr)')
    files.put('series.csv', changed)
    const attempt = await load('2026-03-01')
    assert.equal(attempt.kind === 'done' && attempt.value.definitions, 1)
    assert.equal((await seriesOn('2026-02-28')).get('USE')?.names.en, 'Use')
    assert.equal((await seriesOn('2026-03-01')).get('USE')?.names.en, 'Use at home')
    assert.equal((await seriesOn('2026-03-01')).get('USE')?.earlier.length, 1)
    assert.equal((await seriesOn('1999-01-01')).get('USE')?.names.en, 'Use')
  })

  it('is refused whole, with file, line and column of everything that is not understood', async () => {
    files.put('areas.csv', (someReference['areas.csv'] ?? '').replace('242,FJ,FJI', '24,FJ,Fiji'))
    files.put('groups.csv', (someReference['groups.csv'] ?? '').replace('2015-07-01', 'July 2015'))
    const attempt = await load('2026-03-02')
    assert.ok(attempt.kind === 'refused')
    assert.deepEqual(
      attempt.refusal.faults?.map(({ at }) => `${at.file}:${at.line}:${at.column}`),
      ['areas.csv:2:m49', 'areas.csv:2:iso3', 'groups.csv:4:to'],
    )
  })
})

describe('Content that is not understood', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(() => db.close())

  const releases = 'file,known_on,vintage_text,basis\n'
  const whole: Readonly<Record<string, string>> = { ...someReference, 'releases.csv': releases }
  const without = (name: string) => Object.fromEntries(Object.entries(whole).filter(([one]) => one !== name))
  const added = (name: string, rows: string) => ({ ...whole, [name]: `${whole[name]}${rows}` })
  const declared = (from: string, to: string) => ({
    ...whole,
    'datasets.json': (whole['datasets.json'] ?? '').replace(from, to),
  })
  const cases: readonly [name: string, files: Readonly<Record<string, string>>, refusal: string][] = [
    [
      'a list of releases with a day that is none',
      { ...whole, 'releases.csv': `${releases}rows.csv,soon,,said\n` },
      'referenceRefused releases.csv:2 notUnderstood',
    ],
    ['a release whose file is not there', added('releases.csv', 'rows.csv,2025-01-01,,said\n'), 'noSuchFile'],
    ['declarations that are no JSON', declared('{', '{,'), 'referenceRefused datasets.json:1 notJson'],
    ['declarations that are not there', without('datasets.json'), 'referenceRefused datasets.json: noFile'],
    [
      'shapes that are none',
      {
        ...whole,
        'geo/world.geojson':
          '{"features":[{"properties":{"iso3":"FJI"},"geometry":{"type":"Polygon","coordinates":[]}},{}]}',
      },
      'referenceRefused geo/world.geojson: notUnderstood',
    ],
    ['a list that is not there', without('codes.csv'), 'referenceRefused codes.csv: noFile'],
    ['a series in no data set', declared('"PEOPLE"', '"PEPLE"'), 'referenceRefused series.csv:3 notDeclared'],
    [
      'an address that a browser would run',
      declared('https://numbers.example.org', 'javascript:alert(1)'),
      'referenceRefused datasets.json: notUnderstood',
    ],
    ['a scheme that stands twice', declared('"CLUB"', '"LIST"'), 'referenceRefused datasets.json: notUnderstood'],
    [
      'an area that stands twice',
      added('areas.csv', '776,TO,TON,TON,area,T,,,,,\n'),
      'referenceRefused areas.csv:5 rowTwice',
    ],
    ['a code that is none', added('codes.csv', 'sex,,F-M,Both,,,,,\n'), 'referenceRefused codes.csv:13 notUnderstood'],
    [
      'a member of a group that is not declared',
      added('groups.csv', 'B,CLUB,TON,776,,,,in force,List\n'),
      'referenceRefused groups.csv:6 notDeclared',
    ],
    [
      'a membership that ends before it begins',
      added('groups.csv', 'A,CLUB,TON,776,2020-01-01,2019-01-01,day,left,List\n'),
      'referenceRefused groups.csv:6 notUnderstood',
    ],
    [
      'bytes that were no UTF-8',
      added('aliases.csv', 'F\uFFFDji,name,FJI,List\n'),
      'referenceRefused aliases.csv:3 notUnderstood',
    ],
  ]
  for (const [name, files, refusal] of cases)
    it(`is refused with its place: ${name}`, async () => {
      const folder = aFolder(
        Object.fromEntries(Object.entries(files).map(([file, text]) => [`statistics/${file}`, text])),
      )
      const steps = await db.look(statistician, today, (look) => content(look, folder.path))
      const told: string[] = []
      for (const step of steps) {
        const attempt = await db.work(statistician, today, step.deed)
        if (attempt.kind === 'done') continue
        const [first] = attempt.refusal.faults ?? []
        const place = first === undefined ? '' : ` ${first.at.file}:${first.at.line ?? ''} ${first.code.slice(17)}`
        told.push(`${attempt.refusal.code.slice(11)}${place}`)
      }
      folder.remove()
      assert.equal(told[0], refusal)
    })
})

describe('A series whose definitions are told one after the other', () => {
  it('I4: has each from its day on, however often they are loaded', async () => {
    const [head = '', use = '', ...others] = (someReference['series.csv'] ?? '').split('\n')
    const dated = (name: string, day: string) => `${use.replace('Use,', `${name},`)},${day}`
    const told = [
      `${head},known_on`,
      dated('Use', ''),
      dated('Use at home', '2020-01-01'),
      ...others.map((one) => (one === '' ? '' : `${one},`)),
    ]
    const folder = aFolder({ ...someReference, 'series.csv': told.join('\n') })
    const db = await testDb()
    const load = () => db.work(statistician, today, (work) => loadReference(work, { folder: folder.path }))
    await load()
    folder.put('aliases.csv', `${someReference['aliases.csv']}Figi,name,FJI,List\n`)
    const again = await load()
    assert.equal(again.kind === 'done' && again.value.definitions, 0)
    const series = await db.look(statistician, today, (look) => seriesOf(look.db, ['USE'], today))
    assert.equal(series.get('USE')?.names.en, 'Use at home')
    assert.equal(series.get('USE')?.earlier.length, 1)
    await db.close()
    folder.remove()
  })
})
