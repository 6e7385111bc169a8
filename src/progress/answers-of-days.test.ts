import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, it } from 'vitest'
import { operatorActor } from '#access/core'
import { Day } from '#kernel'
import type { TestDb } from '#platform/testing'
import { statistics } from '#statistics'
import { aDbFilledBy, methodsFolder } from '#statistics/testing'
import { assessing } from './assessing.ts'
import { type Ask, world } from './bases.ts'
import { content } from './content.ts'

const today = '2027-06-30'
/** On which things are loaded here: on days between them other things were known. */
const [firstLoad, secondLoad] = ['2026-01-05', '2026-03-01']
const header = 'series,iso3,m49,year,sex,age,location,breakdown,value,unit,nature,note,source,vintage'
const use = { series: 'IT.NET.USER.ZS', breakdown: 'LOCATION=_T;SEX=_T' }
const own = { series: 'IT_MOB_OWN', breakdown: 'SEX=_T' }
const ldcs = 'LDC/199'

const towards = (area: string, selection = use, gap?: Ask['gap']): Ask => ({
  selection,
  area,
  target: { year: 2030, value: 95 },
  wanted: null,
  ...(gap === undefined ? {} : { gap }),
})
const between = { other: { ...own, breakdown: 'SEX=F' }, as: 'difference' } as const
const asks: readonly Ask[] = [
  ...['KEN', 'LAO', world, ldcs, 'WB-income/WB-LM'].flatMap((area) => [towards(area), towards(area, own)]),
  towards('KEN', { ...own, breakdown: 'SEX=M' }, between),
  towards(ldcs, { ...own, breakdown: 'SEX=M' }, between),
]

/** The same days at every run: a draw of 32 bits after another. */
const draws = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

describe('Answers of past days', () => {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-days-'))
  const loaded = async (db: TestDb, load: typeof content | undefined, from: string, on: string) => {
    const steps = load === undefined ? [] : await db.look(operatorActor, on, (look) => load(look, from))
    for (const { deed, name } of steps) assert.equal((await db.work(operatorActor, on, deed)).kind, 'done', name)
  }
  const rewritten = (name: string, from: RegExp, to: string) => {
    const file = join(folder, 'statistics', name)
    const text = readFileSync(file, 'utf8')
    assert.match(text, from, name)
    writeFileSync(file, text.replace(from, to))
  }
  const fill = async (db: TestDb): Promise<void> => {
    const shipped = dirname(methodsFolder())
    await loaded(db, statistics.content, shipped, firstLoad)
    await loaded(db, content, shipped, firstLoad)
    // The next load knows of one member less.
    cpSync(join(shipped, 'statistics'), join(folder, 'statistics'), { recursive: true })
    rewritten('groups.csv', /^199,LDC,ETH.*\n/m, '')
    await loaded(db, statistics.content, folder, secondLoad)
    const file = join(folder, 'later.csv')
    writeFileSync(file, `${header}\nIT.NET.USER.ZS,KEN,404,2024,_T,,_T,,61.5,PT,,,Survey,x\n`)
    const load = statistics.commands.find((one) => one.name === 'statistics load')
    const said = await db.work(operatorActor, today, async (work) =>
      load?.kind === 'work' ? load.answer(work, { file, 'known-on': '2026-05-10' }) : null,
    )
    assert.equal(said?.kind, 'done', JSON.stringify(said))
  }
  const db = aDbFilledBy(fill, () => rmSync(folder, { recursive: true, force: true }))

  type Assess = ReturnType<typeof assessing>
  const asked = async (assess: Assess, day: string, some = asks) => {
    const read = await db.look(operatorActor, today, ({ db: at }) => assess(at, some, Day.trusted(day)))
    return (read ?? assert.fail()).answers
  }

  it('I6: are those that are computed anew, whatever days were asked about before', async () => {
    const [kept, draw] = [assessing(), draws(20260101)]
    const from = Date.UTC(2024, 10, 1)
    const random = Array.from({ length: 30 }, () => new Date(from + Math.floor(draw() * 960) * 86_400_000))
    const edges = [
      '2025-12-07',
      '2025-12-08',
      '2026-01-04',
      firstLoad,
      '2026-02-28',
      secondLoad,
      '2026-05-09',
      '2026-05-10',
      '2026-11-23',
    ]
    const days = [
      ...edges,
      '2026-11-24',
      '2026-12-31',
      '2027-01-01',
      ...random.map((day) => day.toISOString().slice(0, 10)),
    ]
    for (const day of days.toSorted(() => draw() - 0.5))
      assert.deepEqual(await asked(kept, day), await asked(assessing(), day), day)
  })

  const pairs: readonly [what: string, one: string, other: string, same: readonly boolean[]][] = [
    ['between which nothing was learned share them', '2026-06-01', '2026-11-23', [true, true, true]],
    ['on which a member leaves differ for its group alone', '2024-12-12', '2024-12-13', [true, false, true]],
    ['before and after a calibration differ', '2026-11-23', '2026-11-24', [false, false, false]],
    ['of another year are another question', '2026-12-31', '2027-01-01', [false, false, false]],
    ['before and after a release differ where it touches them', '2026-05-09', '2026-05-10', [false, false, true]],
    ['before and after a load of reference data differ', '2026-02-28', secondLoad, [false, false, false]],
  ]
  for (const [what, one, other, same] of pairs)
    it(`I6: ${what}: ${one}, ${other}`, async () => {
      const kept = assessing()
      const some = [towards('KEN'), towards(ldcs), towards('KEN', own)]
      const before = await asked(kept, one, some)
      const after = await asked(kept, other, some)
      assert.deepEqual(
        after.map(({ question }, at) => question === before[at]?.question),
        same,
      )
    })

  it('I6: stay when a load defines a series otherwise, and follow it from its day on', async () => {
    const [kept, some] = [assessing(), [towards('KEN', own)]]
    const [before] = await asked(kept, '2027-05-01', some)
    await asked(kept, today, some)
    rewritten('series.csv', /^(IT_MOB_OWN,.*,PT,0,100,1,)up/m, '$1down')
    await loaded(db, statistics.content, folder, today)
    const [then] = await asked(kept, '2027-05-01', some)
    const [now] = await asked(kept, today, some)
    assert.equal(then?.assessment, before?.assessment)
    assert.deepEqual([then?.question.direction, now?.question.direction], ['up', 'down'])
    for (const day of ['2027-05-01', today])
      assert.deepEqual(await asked(kept, day, some), await asked(assessing(), day, some))
  })
})
