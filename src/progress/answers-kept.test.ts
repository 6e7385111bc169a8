import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor } from '#access/core'
import { Day } from '#kernel'
import { type TestDb, testDb } from '#platform/testing'
import { statistics } from '#statistics'
import { methodsFolder } from '#statistics/testing'
import { assessAll } from './assessing.ts'
import { type Ask, world } from './bases.ts'
import { content } from './content.ts'

const today = '2026-11-26'
const header = 'series,iso3,m49,year,sex,age,location,breakdown,value,unit,nature,note,source,vintage'
const own = { series: 'IT_MOB_OWN', breakdown: 'SEX=_T' }
const use = { series: 'IT.NET.USER.ZS', breakdown: 'LOCATION=_T;SEX=_T' }
const coverage = { series: 'IT_MOB_4GNTWK', breakdown: 'LOCATION=_T' }

describe('Answers', () => {
  let db: TestDb
  const folder = mkdtempSync(join(tmpdir(), 'meridian-answers-'))
  beforeAll(async () => {
    db = await testDb()
    for (const load of [statistics.content, content]) {
      if (load === undefined) continue
      const steps = await db.look(operatorActor, today, (look) => load(look, dirname(methodsFolder())))
      for (const { deed, name } of steps) assert.equal((await db.work(operatorActor, today, deed)).kind, 'done', name)
    }
  }, 60_000)
  afterAll(() => db.close())

  const towards = (area: string, selection = use, value: number | null = 95, by = 2030): Ask => ({
    selection,
    area,
    target: value === null ? null : { year: by, value },
    wanted: null,
  })
  const asked = async (asks: readonly Ask[], asOf: string = today) =>
    (await db.look(operatorActor, today, (look) => assessAll(look.db, asks, Day.trusted(asOf))))?.answers ??
    assert.fail()
  const release = async (name: string, knownOn: string, ...rows: readonly string[]) => {
    const file = join(folder, name)
    writeFileSync(file, `${[header, ...rows].join('\n')}\n`)
    const load = statistics.commands.find((one) => one.name === 'statistics load')
    const said = await db.work(operatorActor, today, async (work) =>
      load?.kind === 'work' ? load.answer(work, { file, 'known-on': knownOn }) : null,
    )
    assert.equal(said?.kind, 'done', JSON.stringify(said))
  }

  it('compare with tables of the calibration, and on a day before it with what its own economies had made', async () => {
    const [now] = await asked([towards('KEN')])
    assert.deepEqual(now?.tables, { peers: 'calibration', paces: 'calibration' })
    const [then] = await asked([towards('KEN')], '2025-06-30')
    assert.deepEqual(then?.tables, { peers: 'own', paces: 'own' })
    const [third] = await asked([towards('KEN', { series: 'IT_MOB_3GNTWK', breakdown: 'LOCATION=_T' })])
    assert.deepEqual(third?.tables, { peers: 'calibration', paces: 'own' })
    const [second] = await asked([towards('KEN', own)])
    assert.equal(second?.tables.peers, 'own')
  })

  it('of a past day do not change when more is published later', async () => {
    const asks = ['KEN', 'IND', world].flatMap((area) => [towards(area), towards(area, coverage, 100)])
    const before = await asked(asks, '2025-08-01')
    await release('later.csv', '2026-11-20', 'IT.NET.USER.ZS,KEN,404,2024,_T,,_T,,61.5,PT,,,Survey,x')
    const after = await asked(asks, '2025-08-01')
    assert.deepEqual(
      after.map(({ assessment, fan }) => [assessment, fan]),
      before.map(({ assessment, fan }) => [assessment, fan]),
    )
  })

  it('stay as they are when a release brings other series, and are made anew where it touches them', async () => {
    const asks = [
      towards('KEN'),
      towards(world),
      towards('KEN', coverage),
      towards('KEN', own),
      towards('KEN', own, 80),
    ]
    const before = await asked(asks)
    await release('own.csv', today, 'IT_MOB_OWN,KEN,404,2020,_T,,,,71.5,PT,,,Survey,x')
    const after = await asked(asks)
    assert.deepEqual(
      after.map((one, at) => one.assessment === before[at]?.assessment),
      [true, true, true, false, false],
    )
    assert.deepEqual(after[3]?.assessment.latest, { year: 2020, value: 71.5 })
  })

  it('share the projection between benchmarks, and keep each with its own ask', async () => {
    const asks = [towards('IND', use, 80), towards('IND', use, 90), towards('IND', use, null)]
    const [one, other, none] = await asked(asks)
    assert.equal(one?.assessment.projection?.value, other?.assessment.projection?.value)
    assert.deepEqual([one?.ask, other?.ask, none?.ask], asks)
    assert.equal(none?.fan.length, 10)
  })

  it('look no further back than a break, and say in which year it was', async () => {
    const [before] = await asked([towards('FRA', own)])
    assert.equal(before?.breakIn, null)
    const row = (year: number, value: number) => `IT.NET.USER.ZS,GUY,328,${year},_T,,_T,,${value},PT,,,Survey,x`
    await release(
      'plain.csv',
      today,
      ...[2019, 2020, 2021, 2022, 2023, 2024].map((year) => row(year, 40 + (year - 2019) * 5)),
    )
    const [plain] = await asked([towards('GUY')])
    assert.equal(plain?.breakIn, null)
    await db.given(`update statistics.observation set status = 'B' where series = 'IT.NET.USER.ZS' and area = 'GUY' and year = 2021
      and release = (select max(id) from statistics.release)`)
    // A picture never changes what it shows; the next release shows another.
    await release('next.csv', today, row(2018, 30))
    const [broken] = await asked([towards('GUY')])
    assert.equal(broken?.breakIn, 2021)
    assert.deepEqual(broken?.question.observations.years, [2021, 2022, 2023, 2024])
    assert.ok((broken?.observations.length ?? 0) > 4, 'what stands before the break is still shown')
    assert.equal(broken?.assessment.baseline?.year, 2021)
    assert.equal(broken?.assessment.projection?.shortSeries, true)
  })
})
