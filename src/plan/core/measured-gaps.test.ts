import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { known } from '#kernel'
import { AreaCode, type Observation } from '#statistics/core'
import { anObservation } from '#statistics/testing'
import { sexGapOf } from './measured-gaps.ts'

const at = (area: string, year: number, value: string, but: Partial<Observation> = {}): Observation =>
  anObservation({
    area: AreaCode.trusted(area),
    year,
    value: known({ decimal: value.replace(/^[<>]/, ''), bound: /^[<>]/.test(value) ? (value[0] as '<' | '>') : null }),
    ...but,
  })

describe('The gap between the sexes', () => {
  const pairs: readonly [name: string, women: Observation, men: Observation, gap: string | null][] = [
    ['is men less women, exactly', at('FJI', 2020, '37.3'), at('FJI', 2020, '51.65'), '14.35'],
    ['is negative where women are ahead', at('FJI', 2020, '50'), at('FJI', 2020, '45'), '-5'],
    ['is not taken of two years', at('FJI', 2019, '50'), at('FJI', 2020, '45'), null],
    [
      'is not taken of two sources',
      at('FJI', 2020, '50', { source: 'A census' }),
      at('FJI', 2020, '45', { source: 'A survey' }),
      null,
    ],
    ['is not taken of a bound', at('FJI', 2020, '>95'), at('FJI', 2020, '97'), null],
    [
      'is not taken of a doubtful value',
      at('FJI', 2020, '50'),
      at('FJI', 2020, '132.8', { flag: 'outside-range' }),
      null,
    ],
    [
      'is not taken of a projection',
      at('FJI', 2020, '50', { nature: 'F' }),
      at('FJI', 2020, '60', { nature: 'F' }),
      null,
    ],
  ]
  for (const [name, women, men, gap] of pairs)
    it(name, () => {
      const answer = sexGapOf([women], [men], [])
      assert.equal(answer.rows[0]?.gap ?? null, gap)
    })

  it('takes the last year that has both', () => {
    const answer = sexGapOf(
      [at('FJI', 2015, '10'), at('FJI', 2018, '20'), at('FJI', 2022, '30')],
      [at('FJI', 2015, '15'), at('FJI', 2018, '22')],
      [],
    )
    assert.equal(answer.rows[0]?.year, 2018)
    assert.equal(answer.rows[0]?.gap, '2')
  })

  const answer = sexGapOf(
    [at('FJI', 2020, '40'), at('NAM', 2019, '60'), at('TON', 2021, '50'), at('WSM', 2021, '50'), at('KEN', 2021, '50')],
    [at('FJI', 2020, '50'), at('NAM', 2019, '55'), at('TON', 2021, '52'), at('KEN', 2021, '50')],
    [at('FJI', 2020, '45'), at('NAM', 2019, '61', { source: 'another survey' }), at('TON', 2020, '51')],
  )

  it('stands widest first, with the median of all', () => {
    assert.deepEqual(
      answer.rows.map(({ area, gap }) => [area, gap]),
      [
        ['FJI', '10'],
        ['TON', '2'],
        ['KEN', '0'],
        ['NAM', '-5'],
      ],
    )
    assert.deepEqual(answer.median, { decimal: '1.0', bound: null })
    assert.deepEqual(answer.ahead, { men: 2, women: 1, neither: 1 })
    assert.deepEqual(answer.years, [2019, 2021])
  })

  it('names economies whose total lies outside both, and those without a pair', () => {
    assert.deepEqual(answer.totalsOutside, ['NAM'])
    assert.deepEqual(answer.unpaired, ['WSM'])
  })

  it('has no total of another year', () => assert.equal(answer.rows.find(({ area }) => area === 'TON')?.total, null))
})
