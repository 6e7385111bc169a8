import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor } from '#access/core'
import { riverPlanFile } from '#plan/testing'
import { type TestDb, testDb } from '#platform/testing'
import { checks } from './checks.ts'
import { content } from './content.ts'
import { indexed } from './core/indexed.ts'
import { readPlan } from './read-plan.ts'

const day = '2026-03-01'

describe('The organization’s folder', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(() => db.close())

  const steps = (folder: string) => db.look(operatorActor, day, (look) => content(look, folder))
  const checked = () => db.look(operatorActor, day, (look) => checks(look.db))

  it('has nothing to load without a plan', async () => assert.deepEqual(await steps('src/plan/testing'), []))

  it('has its plan loaded once', async () => {
    const folder = path.dirname(riverPlanFile)
    const [step = assert.fail(), ...others] = await steps(folder)
    assert.deepEqual([step.event, others], ['plan.loaded', []])
    assert.equal((await checked())[0]?.seen.code, 'plan.doctor.noPlan')
    assert.equal((await db.work(operatorActor, day, step.deed)).kind, 'done')
    assert.deepEqual(await steps(folder), [])
  })

  it('is well after that, for `doctor`', async () => {
    const [whole, measures] = await checked()
    const facts = { load: '1', editions: 2, elements: 18 }
    assert.deepEqual([whole?.well, whole?.seen], [true, { code: 'plan.doctor.loadSeen', facts }])
    assert.deepEqual([measures?.well, measures?.seen.code], [true, 'plan.doctor.noStatistics'])
  })
})

/** The column of a file that a coded dimension is read from. */
const column = (dimension: string): string =>
  ['SEX', 'AGE', 'LOCATION'].includes(dimension) ? dimension.toLowerCase() : 'breakdown'

describe('The measures of the content', async () => {
  const { plan } = await readPlan('content/itu/plan.json')
  const ix = indexed(plan ?? assert.fail())
  const standing = new Set(
    globSync('content/itu/statistics/*.csv').flatMap((file) => {
      const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n')
      const names = head.split(',')
      if (!head.startsWith('series,iso3,')) return []
      return lines.map((line) => {
        const cells = line.split(',')
        const code = (name: string) => cells[names.indexOf(name)] ?? ''
        return ['series', 'age', 'breakdown', 'location', 'sex'].map(code).join('|')
      })
    }),
  )

  it('point at rows that the statistics really have (I7, I8)', () => {
    for (const measure of ix.plan.measures) {
      if (measure.kind === 'none') continue
      for (const { series, breakdown } of [measure.selection, ...measure.others]) {
        const codes = new Map(
          breakdown.split(';').map((one) => [column(one.split('=')[0] ?? ''), one.split('=')[1] ?? '']),
        )
        const key = [series, ...['age', 'breakdown', 'location', 'sex'].map((name) => codes.get(name) ?? '')].join('|')
        assert.ok(standing.has(key), `${measure.id}: ${key}`)
      }
    }
  })

  it('say why there is none where the indicator is in brackets', () => {
    for (const measure of ix.plan.measures) {
      const element = ix.elements.get(`${measure.edition}/${measure.element}` as never)
      if (element?.agreement === 'bracketed') assert.equal(measure.kind === 'none' && measure.reason, 'in-brackets')
    }
  })

  it('say how they differ from the text where they are only near', () => {
    for (const measure of ix.plan.measures)
      if (measure.kind === 'series' && measure.fit === 'near') assert.ok(measure.note?.zh, measure.id)
  })
})
