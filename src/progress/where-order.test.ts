import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { millions } from './pages/where-table.tsx'
import { ordered, orderIn, usualOrder, wordOf } from './where-order.ts'

const one = (area: string, value: number, year: number, missing: number | null) => ({
  ...{ area, value, year, missing, short: 100 - value, weight: null, weightYear: null },
  ...{ estimated: false, old: false, share: null, together: null },
})
const rows = [one('B', 60, 2020, 500), one('A', 80, 2023, null), one('C', 20, 2011, 900)]
const names: Readonly<Record<string, string>> = { A: 'Émirats', B: 'Équateur', C: 'Zambie' }
const areas = (word: string): string => {
  const order = orderIn(word)
  return order === null
    ? 'none'
    : ordered(rows, order, (code) => names[code] ?? code, 'fr')
        .map(({ area }) => area)
        .join('')
}

describe('The order of those who are missing', () => {
  const cases: readonly [word: string, areas: string][] = [
    ['missing', 'BCA'],
    ['-missing', 'CBA'],
    ['latest', 'CBA'],
    ['-latest', 'ABC'],
    ['-year', 'ABC'],
    ['short', 'ABC'],
    ['name', 'ABC'],
    ['-name', 'CBA'],
    ['size', 'none'],
    ['--name', 'none'],
    ['', 'none'],
  ]
  for (const [word, wanted] of cases)
    it(`asked for as “${word}” is ${wanted}; who has no such value stands last`, () =>
      assert.equal(areas(word), wanted))

  it('is the most first, in people or else in points, and stands in an address as it is read', () => {
    assert.deepEqual(usualOrder({ total: 5 }), orderIn('-missing'))
    assert.deepEqual(usualOrder({ total: null }), orderIn('-short'))
    assert.equal(wordOf(usualOrder({ total: 5 })), '-missing')
  })
})

describe('People in millions', () => {
  const cases: readonly [people: number, text: string][] = [
    [2_111_600_000, '2\u202f112'],
    [562_285_212, '562'],
    [99_960_000, '100'],
    [99_940_000, '99.9'],
    [25_340_000, '25.3'],
    [60_000, '0.1'],
    [40_000, '<0.1'],
    [0, '0.0'],
  ]
  for (const [people, text] of cases)
    it(`are ${text} for ${people}: a decimal below a hundred, and never nobody`, () =>
      assert.equal(millions('en', people), text))
})
