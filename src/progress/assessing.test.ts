import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { operatorActor } from '#access/core'
import { Day } from '#kernel'
import { plan, planInForce } from '#plan'
import { statistics } from '#statistics'
import { aShippedDb } from '#statistics/testing'
import { assessAll } from './assessing.ts'
import { type Ask, world } from './bases.ts'
import { content } from './content.ts'
import { standingsOf } from './targets.ts'

const today = '2026-11-26'
const use = { series: 'IT.NET.USER.ZS', breakdown: 'LOCATION=_T;SEX=_T' }
const coverage = { series: 'IT_MOB_4GNTWK', breakdown: 'LOCATION=_T' }

describe('What stands in the statistics, assessed', () => {
  const db = aShippedDb(operatorActor, today, [statistics.content, plan.content, content])

  const asked = (asks: readonly Ask[], asOf: string = today) =>
    db.look(operatorActor, today, async (look) => (await assessAll(look.db, asks, Day.trusted(asOf))) ?? assert.fail())

  const towards = (area: string, selection = use, value = 95): Ask => ({
    selection,
    area,
    target: { year: 2030, value },
    wanted: null,
  })

  it('takes the custodian’s line for the world, and projects it by the group method alone', async () => {
    const { answers } = await asked([towards(world, use, 90), towards(world, coverage)])
    const [one, other] = answers
    assert.deepEqual(
      [one?.line, one?.assessment.latest, one?.assessment.status],
      ['custodian', { year: 2023, value: 67.4 }, 'unlikely'],
    )
    assert.equal(one?.assessment.projection?.value.toFixed(6), '81.407406')
    assert.equal(other?.line, 'computed')
    for (const { fan } of answers) for (const { method } of fan) assert.ok(method === 'mean' || method === 'own')
  })

  it('says of every band whose errors it is read from', async () => {
    const { answers } = await asked([
      towards('KEN'),
      towards('KEN', coverage),
      towards('KEN', { series: 'IT_MOB_OWN', breakdown: 'SEX=_T' }),
    ])
    for (const { fan } of answers)
      for (const { calibratedOn } of fan) assert.ok(['indicator', 'family', 'none'].includes(calibratedOn))
    assert.equal(answers[0]?.fan[0]?.calibratedOn, 'indicator')
  })

  it('is the same however many are asked together', async () => {
    const asks = ['KEN', 'VNM', world, 'FRA'].map((area) => towards(area))
    const together = await asked(asks)
    for (const [at, ask] of asks.entries()) {
      const [alone] = (await asked([ask])).answers
      assert.deepEqual(alone?.assessment, together.answers[at]?.assessment)
    }
  })

  it('says as of a past day what would have been said then, whatever was published later', async () => {
    const { answers, calibration } = await asked([towards(world, use, 90)], '2025-06-30')
    assert.equal(calibration.later, true)
    assert.notEqual(answers[0]?.assessment.projection?.value.toFixed(6), '81.407406')
  })

  // In the adopted edition one more: bridging the divides is asked of the gap between women and men.
  for (const [edition, count, projected] of [
    ['2024-2027', 12, 3],
    ['2028-2031', 14, 2],
  ] as const)
    it(`has a status or a reason for each of the ${count} targets of ${edition}`, async () => {
      const standings = await db.look(operatorActor, today, async (look) => {
        const standing = (await planInForce(look.db)) ?? assert.fail()
        const code = standing.ix.plan.editions.find((one) => (one.code as string) === edition)?.code ?? assert.fail()
        return (await standingsOf(look.db, standing.ix, code, world, Day.trusted(today)))?.standings ?? []
      })
      assert.equal(standings.length, count)
      for (const { target, answer, notAsked } of standings) {
        const isAssessed = answer !== null && answer.assessment.status !== 'not assessed'
        assert.ok(isAssessed || notAsked !== null || answer?.assessment.reason !== null, target.id)
      }
      assert.equal(standings.filter(({ answer }) => answer?.assessment.projection != null).length, projected)
    })
})
