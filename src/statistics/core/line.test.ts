import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day, missing } from '#kernel'
import { anObservation } from '#statistics/testing'
import { drawnOf, isEstimate } from './line.ts'
import type { Definition, Series } from './reference.ts'

const defined = (sinceYear: number | null, earlier: readonly Definition[] = []): Series =>
  ({ sinceYear, knownOn: Day.trusted('2020-01-01'), earlier }) as Series

const path = [
  anObservation({ year: 2012 }),
  anObservation({ year: 2010 }),
  anObservation({ year: 2014, value: missing('not-available') }),
  anObservation({ year: 2016, nature: 'F' }),
]

describe('The line of a series', () => {
  const yearsOf = (some: readonly { readonly year: number }[]) => some.map(({ year }) => year)
  const breaksOf = (series: Series, observations = path) => [...drawnOf(series, observations).breaks]

  it('is drawn through what was observed, in the order of years, and stops where nothing was', () => {
    assert.deepEqual(yearsOf(drawnOf(defined(null), path).observed), [2010, 2012])
  })

  it('has projections apart', () => {
    assert.deepEqual(yearsOf(drawnOf(defined(null), path).projections), [2016])
  })

  const cases: readonly [name: string, series: Series, observations: typeof path, breaks: readonly number[]][] = [
    ['has no break where nobody says one', defined(null), path, []],
    [
      'breaks where its publisher marks it',
      defined(null),
      [...path, anObservation({ year: 2013, status: 'B' })],
      [2013],
    ],
    ['breaks at the first figure under another definition', defined(2011), path, [2012]],
    ['breaks for an earlier change of definition too', defined(2015, [defined(2011)]), path, [2016, 2012]],
    ['breaks at the very year of another definition', defined(2012), path, [2012]],
    ['has no break after its last figure', defined(2030), path, []],
  ]
  for (const [name, series, observations, breaks] of cases)
    it(name, () => assert.deepEqual(breaksOf(series, observations), breaks))

  it('is hollow where a figure was estimated or modelled', () => {
    const natures = ['C', 'E', 'M', null]
    assert.deepEqual(
      natures.map((nature) => isEstimate(anObservation({ nature }))),
      [false, true, true, false],
    )
  })
})
