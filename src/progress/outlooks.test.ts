import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { operatorActor } from '#access/core'
import { Day } from '#kernel'
import { plan, planInForce } from '#plan'
import { type Element, type ElementId, type Indexed, ofRole } from '#plan/core'
import { statistics } from '#statistics'
import { aShippedDb } from '#statistics/testing'
import { world } from './bases.ts'
import { content } from './content.ts'
import { otherEditionsOf } from './other-editions.ts'
import type { Asked } from './outlook.ts'
import { outlooksOf } from './outlooks.ts'
import { statusOrReason, tallyOf } from './tally.ts'

const today = '2026-11-26'

describe('The outlooks of targets and indicators', () => {
  const db = aShippedDb(operatorActor, today, [statistics.content, plan.content, content])

  const asked = (
    edition: string,
    wanted: (ix: Indexed, all: readonly Element[]) => readonly Element[],
    area: string = world,
    { asOf = today, what = {} }: { asOf?: string; what?: Asked } = {},
  ) =>
    db.look(operatorActor, today, async (look) => {
      const { ix } = (await planInForce(look.db)) ?? assert.fail()
      const code = ix.plan.editions.find((one) => one.code === edition)?.code ?? assert.fail()
      const elements = wanted(ix, ix.editions.get(code)?.elements ?? [])
      const said = (await outlooksOf(look.db, ix, elements, area, Day.trusted(asOf), what)) ?? assert.fail()
      return { ix, code, said: said.outlooks, one: (id: string) => said.outlooks.get(id as ElementId) ?? assert.fail() }
    })
  const these =
    (...ids: readonly string[]) =>
    (_: Indexed, all: readonly Element[]) =>
      all.filter(({ id }) => ids.includes(id))

  it('are one for each benchmark of a target, the default first and every one named', async () => {
    const { one } = await asked('2024-2027', these('target/1.7', 'target/1.4'))
    assert.deepEqual(
      one('target/1.7').map(({ held, benchmark, target }) => [held, benchmark?.kind, target]),
      [
        ['companion', 'companion', { year: 2030, value: 95 }],
        ['text', 'text', null],
        ['literal', 'literal', { year: 2030, value: 100 }],
      ],
    )
    for (const { benchmark } of one('target/1.7')) assert.notEqual(benchmark?.source.en ?? '', '')
  })

  it('still have a trend and a projection where the text prints no number', async () => {
    const { one } = await asked('2024-2027', these('target/1.7'))
    const text = one('target/1.7').find(({ held }) => held === 'text')
    assert.equal(text?.answer?.assessment.reason, 'no-target')
    assert.equal(text?.answer?.fan.length, 10)
  })

  it('of an indicator are held against the benchmarks of its target', async () => {
    const { one } = await asked('2028-2031', these('indicator/2.1.a', 'target/2.1'), 'KEN')
    assert.deepEqual(
      one('indicator/2.1.a').map(({ answer }) => answer?.assessment),
      one('target/2.1').map(({ answer }) => answer?.assessment),
    )
  })

  it('answer what a reader typed, beside the plan’s own', async () => {
    const { one } = await asked('2028-2031', these('target/2.1'), 'KEN', { what: { value: 60, by: 2029 } })
    const all = one('target/2.1')
    assert.deepEqual([all[0].held, all[0].target], ['companion', { year: 2031, value: 95 }])
    assert.deepEqual([all.at(-1)?.held, all.at(-1)?.target], ['typed', { year: 2029, value: 60 }])
    const { one: later } = await asked('2028-2031', these('target/2.1'), 'KEN', { what: { by: 2033 } })
    assert.deepEqual(later('target/2.1').at(-1)?.target, { year: 2033, value: 95 })
  })

  it('say why where nothing measures it, in the content’s reason', async () => {
    const { one } = await asked('2024-2027', these('target/1.2', 'indicator/1.3.a', 'target/1.4'))
    assert.deepEqual([one('target/1.2')[0].notAsked, one('target/1.2')[0].why], ['no-series', 'no-open-series'])
    assert.equal(one('indicator/1.3.a')[0].why, 'no-open-series')
    assert.equal(one('target/1.4')[0].notAsked, null)
  })

  it('hold a gap against a benchmark in percentage points, by sex, and say what is not broken down', async () => {
    const { one } = await asked('2024-2027', these('target/2.1'), 'FRA')
    const gaps = one('target/2.1').filter(({ held }) => held === 'gap')
    assert.deepEqual(
      gaps.map(({ gap, target, notAsked }) => [gap?.by, gap?.as, target?.value ?? null, notAsked]),
      [
        ['sex', 'difference', 0, null],
        ['sex', 'ratio', 1, null],
        ['location', 'difference', null, 'not-broken-down'],
        ['age', 'difference', null, 'not-broken-down'],
      ],
    )
    const [difference, ratio] = gaps.map(({ answer }) => answer)
    assert.equal(difference?.gap?.ahead?.series, 'IT.NET.USER.MA.ZS')
    assert.equal(difference?.gap?.behind?.series, 'IT.NET.USER.FE.ZS')
    // 2020 has no figure of its own for both: it stays missing.
    assert.deepEqual(difference?.question.observations.years.slice(-4), [2019, 2021, 2022, 2023])
    assert.equal(difference?.assessment.latest?.value.toFixed(4), '1.1270')
    assert.equal(ratio?.assessment.latest?.value.toFixed(4), '0.9871')
    for (const answer of [difference, ratio]) {
      assert.deepEqual([answer?.question.unit, answer?.assessment.projection?.calibratedOn].includes('none'), true)
      assert.notEqual(answer?.assessment.status, 'not assessed')
    }
  })

  it('have a gap first where what is asked is about a gap: its status is that of the distance, and not of the line', async () => {
    const { one } = await asked('2024-2027', these('target/2.1', 'indicator/2.1.a'))
    for (const id of ['target/2.1', 'indicator/2.1.a']) {
      const [first] = one(id)
      assert.deepEqual([first.held, first.gap?.by, first.gap?.as, first.target?.value], ['gap', 'sex', 'difference', 0])
      assert.equal(first.answer?.assessment.status, 'unlikely')
      // The line itself is held against the text alone: points say nothing about it.
      assert.deepEqual(
        one(id).flatMap(({ gap, held }) => (gap === null ? [held] : [])),
        ['text'],
      )
    }
  })

  it('have the line first where a reader asks for one part of it, whatever the gap between them', async () => {
    const women = { selection: { series: 'IT.NET.USER.FE.ZS', breakdown: 'LOCATION=_T;SEX=F' } }
    const { one } = await asked('2024-2027', these('target/2.1'), world, { what: women })
    assert.deepEqual([one('target/2.1')[0].gap, one('target/2.1')[0].selection?.series], [null, 'IT.NET.USER.FE.ZS'])
  })

  it('tell a thing that nobody observes from one that is observed and of which no figure of a group is computed', async () => {
    const reasonOf = async (id: string, area: string) =>
      statusOrReason((await asked('2028-2031', these(id), area)).one(id)[0]).reason
    assert.equal(await reasonOf('target/2.3', world), 'not-aggregated')
    assert.equal(await reasonOf('target/1.3', world), 'too-thin')
    assert.equal(await reasonOf('target/2.2', 'KEN'), 'no-data', 'nobody has observed it there')
    // Of the small islands of that list nobody has observed it either.
    assert.equal(await reasonOf('target/2.2', 'M49-subregion/057'), 'no-data')
  })

  it('hold the gaps of a target that has a number of its own beside it, and never in its place', async () => {
    const { one } = await asked('2028-2031', these('target/2.1'), 'FRA')
    assert.deepEqual(
      one('target/2.1').map(({ held, gap }) => [held, gap?.by ?? null]),
      [
        ['companion', null],
        ['text', null],
        ['literal', null],
        ['gap', 'sex'],
        ['gap', 'sex'],
        ['gap', 'location'],
        ['gap', 'age'],
      ],
    )
  })

  it('count a gap of a group from its lines of both sexes', async () => {
    const { one } = await asked('2024-2027', these('target/2.1'))
    const gap = one('target/2.1').find(({ gap }) => gap?.as === 'difference' && gap.sides !== null)
    assert.equal(gap?.answer?.assessment.latest?.value.toFixed(1), '4.0')
    assert.equal(gap?.answer?.line, 'computed')
  })

  it('say which band for universal connectivity a share is in, where the edge of the top one is a benchmark', async () => {
    const { one } = await asked('2028-2031', these('target/2.1', 'target/1.1', 'target/2.2'), 'KEN')
    const { band } = one('target/2.1')[0]
    assert.deepEqual([band?.band.name, band?.next?.edge], ['limited', 50])
    assert.equal(one('target/2.2')[0].band, null)
  })

  const deadlines: readonly [edition: string, element: string, held: string, others: readonly string[]][] = [
    ['2024-2027', 'target/1.7', 'companion', ['2028-2031 target/2.1 95 2031']],
    ['2024-2027', 'target/1.7', 'literal', ['2028-2031 target/2.1 100 2031']],
    ['2028-2031', 'target/2.1', 'companion', ['2024-2027 target/1.7 95 2030']],
    ['2028-2031', 'target/2.1', 'literal', ['2024-2027 target/1.7 100 2030']],
    ['2028-2031', 'target/2.1', 'gap', []],
    ['2028-2031', 'indicator/2.1.a', 'companion', ['2024-2027 indicator/1.7.a 95 2030']],
    ['2024-2027', 'target/1.1', 'companion', ['2028-2031 target/1.1 95 2031']],
    // The text prints no number, there neither.
    ['2024-2027', 'target/1.7', 'text', []],
    // The crosswalk says that the series does not continue.
    ['2024-2027', 'target/1.4', 'text', []],
  ]
  for (const [edition, element, held, others] of deadlines)
    it(`have ${others.length} deadlines elsewhere: ${element} of ${edition} held against ${held}`, async () => {
      const { ix, one } = await asked(edition, these(element))
      const outlook = one(element).find((each) => each.held === held) ?? assert.fail()
      assert.deepEqual(
        otherEditionsOf(ix, outlook).map(
          ({ edition: code, element: { id }, target }) => `${code} ${id} ${target.value} ${target.year}`,
        ),
        others,
      )
    })

  const counted = [
    [
      '2024-2027',
      'target',
      { all: 12, assessed: 3 },
      { uncertain: 1, unlikely: 2 },
      { 'no-open-series': 5, 'not-aggregated': 2, 'too-thin': 1, 'no-target': 1 },
    ],
    [
      '2024-2027',
      'target-indicator',
      { all: 14, assessed: 3 },
      { uncertain: 1, unlikely: 2 },
      { 'no-open-series': 6, 'not-aggregated': 2, 'too-thin': 1, 'no-target': 1, 'no-unit-printed': 1 },
    ],
    [
      '2028-2031',
      'target',
      { all: 14, assessed: 2 },
      { uncertain: 1, unlikely: 1 },
      {
        'no-open-series': 4,
        'not-aggregated': 2,
        'too-thin': 1,
        'in-brackets': 2,
        'count-kept-by-bureau': 1,
        'no-target': 1,
        'not-collected-yet': 1,
      },
    ],
    [
      '2028-2031',
      'target-indicator',
      { all: 27, assessed: 2 },
      { uncertain: 1, unlikely: 1 },
      {
        'in-brackets': 8,
        'count-kept-by-bureau': 5,
        'no-open-series': 5,
        'not-aggregated': 2,
        'too-thin': 1,
        'not-collected-yet': 2,
        'no-target': 1,
        'other-unit': 1,
      },
    ],
  ] as const
  for (const [edition, kind, { all, assessed }, statuses, reasons] of counted)
    it(`of the world have a status for ${assessed} of ${all} of the kind ${kind} in ${edition}, and a reason for each other`, async () => {
      const { said } = await asked(edition, (_, elements) => elements.filter((one) => one.kind === kind))
      const tally = tallyOf(said.values())
      assert.deepEqual([tally.all, tally.assessed], [all, assessed])
      assert.deepEqual(Object.fromEntries(tally.statuses.map(({ status, count }) => [status, count])), statuses)
      assert.deepEqual(Object.fromEntries(tally.reasons.map(({ reason, count }) => [reason, count])), reasons)
      const others = tally.reasons.reduce((sum, { count }) => sum + count, 0)
      assert.equal(tally.assessed + others, tally.all)
    })

  for (const [edition, targets] of [
    ['2024-2027', 12],
    ['2028-2031', 14],
  ] as const)
    it(`are there for all elements of ${edition}: each target and indicator has an answer or a reason`, async () => {
      const { ix, code, said } = await asked(edition, (ix, all) =>
        all.filter((one) => ['target', 'indicator'].includes(ix.kinds.get(one.kind)?.role ?? '')),
      )
      assert.equal(ofRole(ix, code, 'target').length, targets)
      for (const [id, outlooks] of said)
        for (const { answer, notAsked } of outlooks) assert.ok(notAsked !== null || answer !== null, `${edition}/${id}`)
    })
})
