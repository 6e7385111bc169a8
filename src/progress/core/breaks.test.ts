import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { gapOf, sinceBreak } from '#progress/core'
import type { Observation, Path } from '#statistics/core'
import { anObservation } from '#statistics/testing'

const path = (...pairs: readonly (readonly [number, number])[]): Path => ({
  years: pairs.map(([year]) => year),
  values: pairs.map(([, value]) => value),
})

const rows = (...all: readonly (readonly [year: number, value: string, status?: string])[]): readonly Observation[] =>
  all.map(([year, decimal, status = '']) =>
    anObservation({ year, status: status || null, value: { kind: 'known', value: { decimal, bound: null } } }),
  )

describe('A break in a series', () => {
  const cases: readonly [
    name: string,
    observations: readonly Observation[],
    sinceYear: number | null,
    breakIn: number | null,
    years: readonly number[],
  ][] = [
    ['is none where nobody says so', rows([2019, '1'], [2020, '2']), null, null, [2019, 2020]],
    ['leaves what follows it', rows([2019, '1'], [2020, '9', 'B'], [2021, '10']), null, 2020, [2020, 2021]],
    [
      'counts where it is the last of two',
      rows([2018, '1'], [2019, '5', 'B'], [2020, '9', 'B'], [2021, '10']),
      null,
      2020,
      [2020, 2021],
    ],
    ['hides nothing where it is the first observation', rows([2019, '1', 'B'], [2020, '2']), null, null, [2019, 2020]],
    ['leaves the latest alone where it is there', rows([2019, '1'], [2020, '9', 'B']), null, 2020, [2020]],
    ['is the year from which a series is measured in a new way', rows([2019, '1'], [2021, '9']), 2020, 2020, [2021]],
    ['lies ahead of all that was observed', rows([2019, '1'], [2020, '2']), 2024, null, [2019, 2020]],
  ]
  for (const [name, observations, sinceYear, breakIn, years] of cases)
    it(name, () => {
      const unbroken = sinceBreak(observations, sinceYear)
      assert.deepEqual([unbroken.breakIn, unbroken.path.years], [breakIn, years])
    })

  it('counts though its own value is missing', () => {
    const [first, , last] = rows([2019, '1'], [2020, '2'], [2021, '9'])
    const none = anObservation({ year: 2020, status: 'B', value: { kind: 'missing', reason: 'not-available' } })
    const all = [first, none, last].flatMap((one) => one ?? [])
    assert.deepEqual(sinceBreak(all, null), { breakIn: 2020, path: path([2021, 9]) })
  })
})

describe('A gap', () => {
  const women = path([2018, 40], [2019, 46], [2021, 57])
  const men = path([2018, 50], [2020, 55], [2021, 60])
  it('is taken of years with both: what one of them lacks stays missing', () => {
    assert.deepEqual(gapOf(women, men, 'difference').path, path([2018, 10], [2021, 3]))
    assert.deepEqual(gapOf(women, men, 'ratio').path, path([2018, 0.8], [2021, 0.95]))
  })
  it('is counted from who is ahead today, whichever of the two is named first', () => {
    assert.deepEqual([gapOf(women, men, 'difference').ahead, gapOf(men, women, 'difference').ahead], ['other', 'one'])
    assert.deepEqual(gapOf(men, women, 'ratio').path, gapOf(women, men, 'ratio').path)
  })
  it('was negative while the other was ahead', () => {
    assert.deepEqual(
      gapOf(path([2018, 30], [2021, 60]), path([2018, 35], [2021, 58]), 'difference').path.values,
      [-5, 2],
    )
  })
  it('is closed where neither is ahead', () => {
    const { path: even, ahead } = gapOf(path([2021, 60]), path([2021, 60]), 'difference')
    assert.deepEqual([even.values, ahead], [[0], 'neither'])
  })
  it('has no ratio to nothing, and no path without a year in common', () => {
    assert.deepEqual(gapOf(path([2021, 0]), path([2021, 0]), 'ratio').path, path())
    assert.deepEqual(gapOf(path([2020, 1]), path([2021, 0]), 'ratio'), { path: path(), ahead: 'neither' })
  })
})
