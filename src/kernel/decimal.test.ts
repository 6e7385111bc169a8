import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { decimalLess, decimalMiddle, decimalsShown, plainDecimal, sameAtPrecision } from './decimal.ts'

describe('A decimal', () => {
  const plain: readonly [name: string, from: string, to: string][] = [
    ['stays as it was published', '65.40', '65.40'],
    ['gets the zero that was left out', '.5', '0.5'],
    ['loses a point that stands alone', '5.', '5'],
    ['is written out of its power', '9.17E-05', '0.0000917'],
    ['is written out of a power above its digits', '1.5e3', '1500'],
    ['keeps its sign', '-0.25', '-0.25'],
    ['loses a plus', '+3', '3'],
    ['loses zeros in front', '007.5', '7.5'],
    ['of many digits loses none', '12345678901234567890.123456789', '12345678901234567890.123456789'],
  ]
  for (const [name, from, to] of plain) it(name, () => assert.equal(plainDecimal(from), to))

  it('that is none is a bug', () => assert.throws(() => plainDecimal('n/a'), /is not a decimal/))

  const less: readonly [a: string, b: string, c: string][] = [
    ['0.3', '0.1', '0.2'],
    ['67.4', '48.63', '18.77'],
    ['1', '2.5', '-1.5'],
    ['5', '5.00', '0.00'],
  ]
  for (const [a, b, c] of less) it(`of ${a} less ${b} is ${c}, exactly`, () => assert.equal(decimalLess(a, b), c))

  const same: readonly [name: string, one: string, other: string, answer: boolean][] = [
    ['with noise behind it is the same', '16.6', '16.60000038', true],
    ['that rounds to the other is the same', '99.39999', '99.4', true],
    ['that differs in the last common place is another', '77.5', '77.6', false],
    ['half a place away is the same, whichever way it was rounded', '0.07725', '0.0772', true],
    ['of the same precision is the same only when it is equal', '77', '78', false],
  ]
  for (const [name, one, other, answer] of same) it(name, () => assert.equal(sameAtPrecision(one, other), answer))

  it('half way between two is exact', () => assert.equal(decimalMiddle('0.1', '0.2'), '0.15'))

  const shown: readonly [name: string, decimal: string, decimals: number][] = [
    ['has the decimals of its series', '65.43', 1],
    ['of zero has them too', '0', 1],
    ['that rounding would make zero shows its first two digits', '0.0093', 4],
    ['just below a half of the last place does as well', '0.049', 3],
    ['of a half of the last place is rounded', '0.05', 1],
  ]
  for (const [name, decimal, decimals] of shown) it(name, () => assert.equal(decimalsShown(decimal, 1), decimals))
})
