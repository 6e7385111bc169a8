import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import {
  dampedG1,
  gompertzOf,
  type Path,
  pathOf,
  pathUntil,
  percentOf,
  sinceStart,
  weightedSlope,
} from './own-trend.ts'
import { dampedTrend, gompertzTrend, projectedByG1, projectedByTrend, scaleOf } from './own-trend-projection.ts'

const near = (got: number, wanted: number): void =>
  assert.ok(Math.abs(got - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)), `${got}, not ${wanted}`)

const pathFrom = (first: number, ...values: readonly number[]): Path => ({
  years: values.map((_, at) => first + at),
  values,
})

describe('A path of observations', () => {
  it('up to a year has that year', () => {
    assert.deepEqual(pathUntil(pathFrom(2018, 1, 2, 3), 2019), pathFrom(2018, 1, 2))
    assert.deepEqual(pathUntil(pathFrom(2018, 1, 2, 3), 2017).years, [])
  })

  it('is in the order of its years, without the years that have no value', () => {
    const path = pathOf([
      { year: 2021, value: 3 },
      { year: 2019, value: 1 },
      { year: 2020, value: null },
    ])
    assert.deepEqual(path, { kind: 'done', value: { years: [2019, 2021], values: [1, 3] } })
  })

  const bad: readonly [name: string, code: string, ...values: readonly [number, number][]][] = [
    ['a year with two values', 'statistics.yearRepeated', [2020, 1], [2020, 1]],
    ['a value that is not finite', 'statistics.notFinite', [2020, Number.POSITIVE_INFINITY]],
    ['a value that is not a number', 'statistics.notFinite', [2020, Number.NaN]],
  ]
  for (const [name, code, ...values] of bad)
    it(`refuses ${name}`, () => {
      const path = pathOf(values.map(([year, value]) => ({ year, value })))
      assert.equal(path.kind === 'refused' && path.refusal.code, code)
    })
})

describe('The own trend', () => {
  it('goes to the Gompertz scale and back', () => {
    for (const percent of [0.05, 1, 36.787944117144235, 50, 99, 99.95]) near(percentOf(gompertzOf(percent)), percent)
    near(gompertzOf(100 / Math.E), 0)
    near(gompertzOf(0), gompertzOf(0.05))
    near(gompertzOf(100), gompertzOf(99.95))
  })

  it('leaves out the years before anything started, and keeps the last value', () => {
    assert.deepEqual(sinceStart(pathFrom(2000, 0, 0.05, 0.06, 0, 1)), pathFrom(2002, 0.06, 0, 1))
    assert.deepEqual(sinceStart(pathFrom(2000, 0, 0)), pathFrom(2001, 0))
  })

  it('divides a gap by its years, and lets old differences count less', () => {
    near(weightedSlope({ years: [2010, 2014], values: [0, 8] }).slope, 2)
    near(weightedSlope(pathFrom(2010, 0, 1, 3)).slope, (0.7 * 1 + 2) / 1.7)
  })

  it('looks at the last eight differences only', () => {
    const early = [900, -50, 300]
    const late = [0, 1, 2, 3, 4, 5, 6, 7, 8]
    near(weightedSlope(pathFrom(2000, ...early, ...late)).slope, 1)
  })

  it('of one value stands still', () => {
    near(projectedByG1(pathFrom(2020, 40), 7), 40)
    assert.equal(gompertzTrend(pathFrom(2020, 40)).slope, 0)
  })

  it('is damped year by year, and stays above nothing and below everything', () => {
    near(dampedG1(2), 0.95 + 0.9025)
    assert.equal(projectedByG1(pathFrom(2000, 10, 40, 80, 99.9), 10), 99.95)
    assert.equal(projectedByG1(pathFrom(2000, 90, 50, 10, 0.2), 10), 0.05)
  })

  it('of what grows by the same rate grows by it, damped, under L1', () => {
    const doubling = pathFrom(2000, 1, 2, 4, 8)
    near(projectedByTrend(doubling, 1, 'L1'), 8 * 2 ** 0.85)
    near(projectedByTrend(doubling, 1, 'U1') > 8 ? 1 : 0, 1)
  })

  it('is believed to vary by the least deviation at least', () => {
    near(dampedTrend(pathFrom(2000, 1, 2, 3), 1).deviation, 0)
    assert.ok(dampedTrend(pathFrom(2000, 1, 2, 3), 1, 0.03).deviation > 0.03)
  })

  it('is taken from logarithms only where all is above zero', () => {
    assert.equal(scaleOf('positive', [1, 2]), 'L1')
    assert.equal(scaleOf('positive', [1, 0]), 'U1')
    assert.equal(scaleOf('unknown', [1, 2]), 'U1')
  })
})
