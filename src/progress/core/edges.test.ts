import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import {
  bandOf,
  bandStandingOf,
  baselineIn,
  chanceInSigns,
  connectivityBandOf,
  connectivityBands,
  decimalsApart,
  directionFor,
  feasibilityOf,
  labelSources,
  observedIn,
  roundedTo,
  unitOf,
  universalFrom,
} from '#progress/core'
import { anObservation } from '#statistics/testing'

describe('A band for universal and meaningful connectivity', () => {
  const cases: readonly [percent: number, name: string | null][] = [
    [0, 'limited'],
    [49.999, 'limited'],
    [50, 'satisfactory'],
    [74.999, 'satisfactory'],
    [75, 'advanced'],
    [94.999, 'advanced'],
    [95, 'met'],
    [100, 'met'],
    [100.1, null],
    [-0.1, null],
  ]
  for (const [percent, name] of cases)
    it(`of ${percent} is ${name ?? 'none'}`, () => assert.equal(connectivityBandOf(percent)?.name ?? null, name))
})

describe('The place among those bands', () => {
  const cases: readonly [percent: number, name: string, next: readonly [name: string, edge: number] | null][] = [
    [0, 'limited', ['satisfactory', 50]],
    [49.999, 'limited', ['satisfactory', 50]],
    [50, 'satisfactory', ['advanced', 75]],
    [75, 'advanced', ['met', 95]],
    [94.999, 'advanced', ['met', 95]],
    [95, 'met', null],
    [100, 'met', null],
  ]
  for (const [percent, name, next] of cases)
    it(`of ${percent} is ${name}, before ${next?.join(' from ') ?? 'nothing'}`, () => {
      const standing = bandStandingOf(percent) ?? assert.fail()
      assert.equal(standing.band.name, name)
      assert.deepEqual(standing.next === null ? null : [standing.next.band.name, standing.next.edge], next)
      if (standing.next !== null) assert.ok(Math.abs(percent + standing.next.points - standing.next.edge) < 1e-12)
    })

  it('has an owner for every printed edge: the band that begins there, and the top one for 100', () => {
    const edges = [...new Set(connectivityBands.flatMap(({ from, to }) => [from, to]))]
    assert.deepEqual(
      edges.map((edge) => [edge, connectivityBandOf(edge)?.name]),
      [
        [0, 'limited'],
        [50, 'satisfactory'],
        [75, 'advanced'],
        [95, 'met'],
        [100, 'met'],
      ],
    )
    assert.equal(connectivityBands.at(-1)?.from, universalFrom)
  })

  it('is none outside of 0 to 100', () => assert.equal(bandStandingOf(100.1), null))
})

describe('A band of levels', () => {
  const cases: readonly [level: number, band: string][] = [
    [0, '0-10'],
    [9.999, '0-10'],
    [10, '10-25'],
    [75, '75-90'],
    [90, '90-100'],
    [100, '90-100'],
  ]
  for (const [level, band] of cases) it(`of ${level} is ${band}`, () => assert.equal(bandOf(level), band))
})

describe('A chance', () => {
  const cases: readonly [chance: number, shown: string][] = [
    [0, '<5 %'],
    [0.0499, '<5 %'],
    [0.05, '5–10 %'],
    [0.2499, '20–25 %'],
    [0.25, '25–30 %'],
    [0.7499, '70–75 %'],
    [0.75, '75–80 %'],
    [0.85, '80–85 %'],
    [0.8501, '>85 %'],
  ]
  for (const [chance, shown] of cases)
    it(`of ${chance} is shown as ${shown}`, () => assert.equal(chanceInSigns(chance), shown))
})

describe('A shown value', () => {
  it('is rounded half away from zero', () => {
    assert.deepEqual(
      [0.25, -0.25, 1.005, 2.5].map((value) => roundedTo(value, value === 1.005 ? 2 : 1)),
      [0.3, -0.3, 1.01, 2.5],
    )
  })
  it('that misses its target has decimals enough to show it', () => {
    assert.equal(decimalsApart(89.96, 90, false, 1), 2)
    assert.equal(decimalsApart(89.9, 90, false, 1), 1)
    assert.equal(decimalsApart(90, 90, true, 1), 1)
  })
})

describe('A baseline', () => {
  const of = (...years: readonly number[]) => baselineIn({ years, values: years.map((year) => year - 2000) })?.year
  it('is the value of 2015', () => assert.equal(of(2010, 2015, 2020), 2015))
  it('is else the first later one', () => assert.equal(of(2010, 2017, 2020), 2017))
  it('lies before it only where nothing later exists', () => assert.equal(of(2005, 2010), 2010))
  it('is none without observations', () => assert.equal(of(), undefined))
})

describe('What is observed', () => {
  it('is neither a projection, nor a bound, nor a value outside its plausible range', () => {
    const known = (decimal: string, bound: '>' | null = null) => ({ kind: 'known', value: { decimal, bound } }) as const
    const path = observedIn([
      anObservation({ year: 2022, value: known('40') }),
      anObservation({ year: 2021, value: known('95', '>') }),
      anObservation({ year: 2023, value: known('50'), nature: 'F' }),
      anObservation({ year: 2020, value: known('140'), flag: 'outside-range' }),
      anObservation({ year: 2019, value: known('30') }),
    ])
    assert.deepEqual(path, { years: [2019, 2022], values: [30, 40] })
  })
})

describe('The scale of a series', () => {
  it('is a percentage when it is bounded by 0 and 100, else positive or unknown', () => {
    assert.equal(unitOf({ unit: 'PT', lowest: '0', highest: '100' }), 'percent')
    assert.equal(unitOf({ unit: 'PER_100_POP', lowest: '0', highest: null }), 'positive')
    assert.equal(unitOf({ unit: 'INDEX', lowest: null, highest: null }), 'unknown')
  })
  it('has a direction from what a benchmark asks', () => {
    assert.deepEqual(directionFor('at-most'), { direction: 'down', goal: 'reach' })
    assert.deepEqual(directionFor('equal'), { direction: 'none', goal: 'maintain' })
  })
})

describe('A pace', () => {
  it('has no share of economies without a table', () => {
    const { requiredPace, achievedShare } = feasibilityOf(60, 2.5, null)
    assert.deepEqual([requiredPace, achievedShare], [2.5, null])
  })
})

describe('An official label', () => {
  it('that is shown names its document and who restates it', () => {
    for (const { shown, url, restatedBy } of labelSources)
      if (shown) assert.ok(url.startsWith('https://') && restatedBy !== '')
  })
})
