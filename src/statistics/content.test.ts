import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { Day } from '#kernel'
import { type TestDb, testDb } from '#platform/testing'
import { statistician } from '#statistics/testing'
import { content } from './content.ts'
import { latestOf } from './store/observations.ts'

describe('The content folder', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(() => db.close())

  it('loads', async () => {
    const steps = await db.look(statistician, '2026-11-26', (look) => content(look, 'content/itu'))
    const t = performance.now()
    for (const step of steps) {
      const t1 = performance.now()
      const a = await db.work(statistician, '2026-11-26', step.deed)
      console.log(step.name, a.kind, JSON.stringify(a).slice(0, 400), Math.round(performance.now() - t1))
    }
    console.log('total', performance.now() - t)
    const sel = [
      ['IT.NET.USER.ZS', 'LOCATION=_T;SEX=_T'],
      ['SP.POP.TOTL', 'AGE=_T;LOCATION=_T;SEX=_T'],
      ['IT_MOB_2GNTWK', 'LOCATION=_T'],
      ['IT_MOB_3GNTWK', 'LOCATION=_T'],
      ['IT_MOB_4GNTWK', 'LOCATION=_T'],
      ['IT_NET_BBP', 'SEX=_T;SPEED=ANYS'],
      ['IT_NET_BBP', 'SEX=_T;SPEED=10MBPS'],
      ['IT_MOB_OWN', 'SEX=_T'],
      ['IT_MOB_OWN', 'SEX=F'],
      ['EN_EWT_GENV', 'SEX=_T'],
      ['EN_EWT_GENPCAP', 'SEX=_T'],
      ['EN_EWT_RCYR', 'SEX=_T'],
      ['IT.NET.USER.FE.ZS', 'LOCATION=_T;SEX=F'],
      ['IT.NET.USER.MA.ZS', 'LOCATION=_T;SEX=M'],
      ['IT.NET.BBND.P2', 'LOCATION=_T'],
      ['IT.CEL.SETS.P2', 'LOCATION=_T'],
      ['SE_ACC_INTN', 'EDUCATION=PRIMAR;SEX=_T'],
      ['SE_ACC_COMP', 'EDUCATION=PRIMAR;SEX=_T'],
      ['SE_ADT_ACTS', 'SEX=_T;SKILL=EMAIL'],
      ['SE_ADT_ACTS', 'SEX=_T;SKILL=SOFT'],
    ].map(([series = '', breakdown = '']) => ({ series, breakdown }))
    await db.given('analyze')
    for (let i = 0; i < 8; i++) {
      await db.look(statistician, '2026-11-26', async (look) => {
        const t2 = performance.now()
        const all = await latestOf(look.db, sel, Day.trusted('2026-11-26'))
        console.log(
          all.size,
          [...all.values()].reduce((a, b) => a + b.length, 0),
          performance.now() - t2,
        )
      })
    }
    assert.ok(true)
  })
})
