import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { decimalsFor, lessOf, plainDecimal, sameAtPrecision } from './decimal.ts'

describe('A published decimal', () => {
  const plain: readonly [name: string, text: string, answer: string][] = [
    ['in digits stays as it is', '65.40', '65.40'],
    ['in powers of ten is written out', '9.17E-05', '0.0000917'],
    ['in a positive power loses its point', '1.5e3', '1500'],
    ['without a whole part gets a zero', '.5', '0.5'],
    ['with a sign keeps only a minus', '-0.50', '-0.50'],
    ['with a plus loses it', '+3', '3'],
    ['with zeros in front loses them', '007.5', '7.5'],
  ]
  for (const [name, text, answer] of plain) it(name, () => assert.equal(plainDecimal(text), answer))

  const less: readonly [name: string, one: string, other: string, answer: string][] = [
    ['is compared exactly', '90.6', '77.5', '13.1'],
    ['is compared with one of another precision', '0.3', '0.25', '0.05'],
    ['can be less than another', '1', '2.5', '-1.5'],
    ['has no binary noise', '0.3', '0.1', '0.2'],
  ]
  for (const [name, one, other, answer] of less) it(name, () => assert.equal(lessOf(one, other), answer))

  const same: readonly [name: string, one: string, other: string, answer: boolean][] = [
    ['with noise behind it is the same', '16.6', '16.60000038', true],
    ['that rounds to the other is the same', '99.39999', '99.4', true],
    ['that differs in the last common place is another', '77.5', '77.6', false],
    ['half a place away is the same, whichever way it was rounded', '0.07725', '0.0772', true],
    ['of the same precision is the same only when it is equal', '77', '78', false],
  ]
  for (const [name, one, other, answer] of same) it(name, () => assert.equal(sameAtPrecision(one, other), answer))

  const shown: readonly [name: string, text: string, decimals: number, answer: number][] = [
    ['is displayed with the decimals of its series', '65.43', 1, 1],
    ['too small for them gets as many as it needs', '9.17E-05', 1, 5],
    ['that rounds up to something needs none more', '0.07', 1, 1],
    ['that is zero stays zero', '0.000', 1, 1],
  ]
  for (const [name, text, decimals, answer] of shown) it(name, () => assert.equal(decimalsFor(text, decimals), answer))
})
