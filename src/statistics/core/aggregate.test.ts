import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { diceOf } from '#kernel/testing'
import {
  type AggregateInput,
  aggregateCase,
  aggregatorOf,
  type Composition,
  type DatedMember,
  type Economy,
  type Method,
  membersOn,
  type RealCase,
  realCase,
} from '#statistics/core'
import { casesOf, caseTables, differenceFrom } from '#statistics/testing'

const cases = casesOf('fixtures-aggregates.json')

describe('A group figure', () => {
  const tables = caseTables()
  for (const { id, title, kind, input, expected = {} } of cases) {
    if (kind !== 'aggregates' && kind !== 'aggregates-real') continue
    it(`${id}: ${title}`, () => {
      const given = kind === 'aggregates' ? (input as AggregateInput) : realCase(tables, input as RealCase)
      const answer = aggregateCase(given)
      assert.equal(answer.kind, 'done')
      assert.equal(answer.kind === 'done' ? differenceFrom(answer.value, expected) : '', null)
    })
  }

  it('with a year that has two values is refused', () => {
    const members = [
      {
        code: 'A',
        weight: 1,
        observations: [
          [2020, 1],
          [2020, 2],
        ] as const,
      },
    ]
    assert.equal(aggregateCase({ year: 2020, members }).kind, 'refused')
  })

  it('with a value that is not finite is refused', () => {
    const members = [{ code: 'A', weight: 1, observations: [[2020, Number.POSITIVE_INFINITY]] as const }]
    assert.equal(aggregateCase({ year: 2020, members }).kind, 'refused')
  })
})

describe('The members of a group', () => {
  const rows = caseTables().memberships
  for (const { id, kind, input, expected } of cases)
    if (kind === 'membership')
      it(id, () => {
        const { group, date } = input as { readonly group: string; readonly date: string }
        assert.deepEqual(membersOn(rows, group, date), expected?.['members'])
      })

  it('are those from a day on and until another, which is no longer one of theirs', () => {
    const one: DatedMember = { group: 'G', code: 'A', from: '2020-01-01', to: '2021-01-01' }
    const on = (day: string): number => membersOn([one], 'G', day).length
    assert.deepEqual([on('2019-12-31'), on('2020-01-01'), on('2020-12-31'), on('2021-01-01')], [0, 1, 1, 0])
  })
})

const year = 2020
/** Economies with gaps of every kind, in three regions; always the same for one seed. */
const aWorld = (seed: number, size = 30) => {
  const dice = diceOf(seed)
  const economies = Array.from({ length: size }, (_, at): Economy => {
    const years = Array.from({ length: 12 }, (_, back) => 2012 + back).filter(() => dice(3) > 0)
    return { code: `E${at + 10}`, path: { years, values: years.map((one) => (one - 2005) * 4 + dice(20)) } }
  })
  const weights = new Map(economies.map(({ code }) => [code, dice(1000) + 1]))
  const regions = new Map(economies.map(({ code }) => [code, `R${dice(3)}`]))
  return {
    economies,
    regions,
    weightOf: (code: string) => weights.get(code) ?? null,
    codes: economies.map(({ code }) => code),
  }
}
const selection = { series: 'PEOPLE', breakdown: '' }
const weighted: Method = { kind: 'weighted-mean', weight: selection }
const nearly = (one: number | null, other: number | null): void =>
  assert.ok(Math.abs((one ?? Number.NaN) - (other ?? Number.NaN)) < 1e-9, `${one} is not ${other}`)

describe('Whatever the members,', () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8]
  for (const seed of seeds) {
    const { economies, regions, weightOf, codes } = aWorld(seed)
    const whole: Composition = { members: codes, regions }
    const parts = ['R0', 'R1', 'R2'].map(
      (region): Composition => ({
        members: codes.filter((code) => regions.get(code) === region),
        regions,
      }),
    )
    const weightIn = ({ members }: Composition): number => members.reduce((sum, code) => sum + (weightOf(code) ?? 0), 0)

    it(`the figures of a partition come to that of the whole (${seed})`, () => {
      const { figure } = aggregatorOf({ economies, unit: 'percent', method: weighted, weightOf })
      const sum = parts.reduce((total, part) => total + (figure(part, year).value ?? 0) * weightIn(part), 0)
      nearly(figure(whole, year).value, sum / weightIn(whole))
      const total = aggregatorOf({ economies, unit: 'positive', method: { kind: 'sum', weight: selection }, weightOf })
      nearly(
        total.figure(whole, year).value,
        parts.reduce((all, part) => all + (total.figure(part, year).value ?? 0), 0),
      )
    })

    it(`a member that leaves and comes back changes nothing (${seed})`, () => {
      const { figure } = aggregatorOf({ economies, unit: 'percent', method: weighted, weightOf })
      const before = figure(whole, year)
      const without = figure({ members: codes.slice(1), regions }, year)
      assert.notDeepEqual(without, before)
      assert.deepEqual(figure({ members: [...codes], regions }, year), before)
    })

    it(`contributions and pool add up to the figure, and no unobserved member has a value (${seed})`, () => {
      for (const method of [weighted, { kind: 'mean' }, { kind: 'sum', weight: selection }] as const) {
        const { explain } = aggregatorOf({
          economies,
          unit: 'positive',
          method,
          weightOf: method.kind === 'mean' ? () => 1 : weightOf,
        })
        const { figure, members, pool } = explain(whole, year)
        const own = members.reduce((sum, one) => sum + (one.tier === 'observed' ? (one.contribution ?? 0) : 0), 0)
        assert.equal(pool.kind, 'pooled')
        nearly(figure.value, own + (pool.kind === 'pooled' ? pool.contribution : 0))
        for (const one of members)
          if (one.tier !== 'observed')
            assert.deepEqual(Object.keys(one).toSorted(), ['code', 'share', 'tier', 'weight'])
      }
    })

    it(`a fixed share more everywhere is that share more in the figure (${seed})`, () => {
      const moved = economies.map(({ code, path }) => ({
        code,
        path: { ...path, values: path.values.map((value) => value * 1.5) },
      }))
      const of = (people: readonly Economy[]) =>
        aggregatorOf({ economies: people, unit: 'positive', method: weighted, weightOf }).figure(whole, year).value
      nearly(of(moved), 1.5 * (of(economies) ?? Number.NaN))
    })
  }
})

describe('An explanation', () => {
  const one = (code: string, years: readonly number[], values: readonly number[]): Economy => ({
    code,
    path: { years, values },
  })
  const economies = [one('A', [year], [50]), one('B', [year - 1], [40]), one('C', [year], [10])]
  const regions = new Map<string, string>()

  it('leaves out what the only unobserved member adds: it would be its imputed value', () => {
    const { explain } = aggregatorOf({ economies, unit: 'percent', method: weighted, weightOf: () => 1 })
    assert.deepEqual(explain({ members: ['A', 'B', 'C'], regions }, year).pool, { kind: 'single', share: 1 / 3 })
  })

  it('of a figure that is not shown has values as published and no contribution', () => {
    const { explain } = aggregatorOf({ economies, unit: 'percent', method: weighted, weightOf: () => 1 })
    const { figure, members } = explain({ members: ['A', 'X', 'Y'], regions }, year)
    assert.equal(figure.label, 'not shown')
    assert.deepEqual(members[0], {
      code: 'A',
      weight: 1,
      share: 1 / 3,
      tier: 'observed',
      value: 50,
      contribution: null,
    })
  })

  it('of a figure that is not shown says nothing of its unobserved members together either', () => {
    const lone = [one('A', [year], [50]), one('B', [year], [40]), one('C', [year], [10])]
    const { explain } = aggregatorOf({ economies: lone, unit: 'percent', method: weighted, weightOf: () => 1 })
    const same = new Map(['A', 'B', 'X', 'Y', 'Z'].map((code) => [code, 'R']))
    const { figure, members, pool } = explain({ members: ['A', 'X', 'Y', 'Z'], regions: same }, year)
    assert.deepEqual([figure.label, pool], ['not shown', { kind: 'none' }])
    assert.ok(members.every((member) => member.tier !== 'donor' || !('value' in member)))
    assert.equal(figure.counts.donor, 3)
  })

  it('of a share has what each adds to it, in per cent', () => {
    const method: Method = { kind: 'share', passes: 'at-least', threshold: 50 }
    const { explain } = aggregatorOf({ economies, unit: 'percent', method, weightOf: () => 1 })
    const { figure, members } = explain({ members: ['A', 'C'], regions }, year)
    const parts = members.map((member) => (member.tier === 'observed' ? member.contribution : null))
    assert.deepEqual([figure.value, parts], [50, [50, 0]])
  })
})

describe('What a figure rests on', () => {
  const composition: Composition = { members: ['A', 'B'], regions: new Map() }
  const of = (code: string, value: number, estimated: boolean): Economy => ({
    code,
    path: { years: [year], values: [value] },
    ...(estimated ? { estimated: new Set([year]) } : {}),
  })
  const economies = [of('A', 10, true), of('B', 30, false)]
  const weights = new Map([
    ['A', 1],
    ['B', 3],
  ])
  const figureBy = (method: Method) =>
    aggregatorOf({ economies, unit: 'unknown', method, weightOf: (code) => weights.get(code) ?? null }).figure(
      composition,
      year,
    )

  it('is told with the part of the weight that is the custodian’s estimate', () =>
    assert.equal(figureBy(weighted).estimates, 0.25))

  it('is compared with those observed alone for a mean, and not for a total, which would only be smaller', () => {
    assert.equal(figureBy(weighted).availableOnly, 25)
    assert.equal(figureBy({ kind: 'sum', weight: null }).availableOnly, null)
  })

  it('is not a member whose weight is zero: it is listed among those without one', () => {
    const { figure } = aggregatorOf({
      economies,
      unit: 'unknown',
      method: weighted,
      weightOf: (code) => (code === 'A' ? 0 : 3),
    })
    const { members, noWeight, value } = figure(composition, year)
    assert.deepEqual([members, noWeight, value], [1, ['A'], 30])
  })

  it('is lent by the region also to a member that nobody knew of when it was first asked', () => {
    const regions = new Map(['A', 'B', 'X', 'Y'].map((code) => [code, 'R']))
    const { figure } = aggregatorOf({ economies, unit: 'unknown', method: weighted, weightOf: () => 1 })
    assert.equal(figure({ members: ['A', 'B', 'X'], regions }, year).counts.donor, 1)
    assert.equal(figure({ members: ['A', 'B', 'X', 'Y'], regions }, year).counts.donor, 2)
  })

  const carried: readonly [name: string, values: readonly number[], rises: boolean][] = [
    ['carries its last value with three observations', [10, 20, 30], false],
    ['carries its trend with four', [10, 20, 30, 40], true],
  ]
  for (const [name, values, rises] of carried)
    it(name, () => {
      const path = { years: values.map((_, at) => year - values.length + at), values }
      const { figure } = aggregatorOf({
        economies: [{ code: 'A', path }, of('B', 1, false)],
        unit: 'percent',
        method: { kind: 'mean' },
        weightOf: () => 1,
      })
      const { value } = figure(composition, year)
      assert.equal((value ?? 0) > ((values.at(-1) ?? 0) + 1) / 2, rises)
    })
})

describe('The method of a series', () => {
  const economies = [12, 80, 30, 55].map(
    (value, at): Economy => ({
      code: `E${at}`,
      path: { years: [year], values: [value] },
    }),
  )
  const late: Economy = { code: 'LATE', path: { years: [year - 2], values: [99] } }
  const composition: Composition = { members: ['E0', 'E1', 'E2', 'E3', 'LATE'], regions: new Map() }
  const asked: readonly [name: string, method: Method, value: number, label: string][] = [
    ['median: the middle of those observed', { kind: 'median' }, 42.5, 'estimate'],
    ['mean: every member weighs the same, the last value held', { kind: 'mean' }, 55.2, 'estimate'],
    ['sum: what there is, the last value held', { kind: 'sum', weight: null }, 276, 'estimate'],
    ['count: those that pass', { kind: 'count', passes: 'at-least', threshold: 55 }, 2, 'estimate'],
    ['count: those above it', { kind: 'count', passes: 'above', threshold: 55 }, 1, 'estimate'],
    ['share: per cent of those observed', { kind: 'share', passes: 'below', threshold: 30 }, 25, 'estimate'],
    ['share: at most', { kind: 'share', passes: 'at-most', threshold: 30 }, 50, 'estimate'],
  ]
  for (const [name, method, value, label] of asked)
    it(name, () => {
      const { figure } = aggregatorOf({ economies: [...economies, late], unit: 'unknown', method, weightOf: () => 1 })
      const found = figure(composition, year)
      nearly(found.value, value)
      assert.equal(found.label, label)
    })

  it('sum: a member that nothing is known of makes it an estimate, for it is too small', () => {
    const { figure } = aggregatorOf({
      economies: Array.from({ length: 19 }, (_, at) => ({ code: `F${at}`, path: { years: [year], values: [1] } })),
      unit: 'positive',
      method: { kind: 'sum', weight: null },
      weightOf: () => 1,
    })
    const members = Array.from({ length: 20 }, (_, at) => `F${at}`)
    const found = figure({ members, regions: new Map() }, year)
    assert.deepEqual([found.label, found.reason, found.value], ['estimate', 'members-left-out', 19])
  })
})
