import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { numberOf, valueIn } from './observation.ts'

const told = (cell: string, nature: string): string => {
  const value = valueIn(cell, nature)
  if (typeof value === 'string') return value
  return value.kind === 'missing' ? value.reason : `${value.value.bound ?? ''}${value.value.decimal}`
}

describe('A cell with a value', () => {
  const cases: readonly [name: string, cell: string, nature: string, answer: string][] = [
    ['keeps its decimals to the letter', '65.40', '', '65.40'],
    ['keeps the noise that was published', '99.39999000000001', '', '99.39999000000001'],
    ['may be a half without a zero before it', '.5', '', '.5'],
    ['may be half a person', '4123.5', '', '4123.5'],
    ['may be written with an exponent', '9.17E-05', '', '9.17E-05'],
    ['may be below zero', '-3', '', '-3'],
    ['is zero when it says zero', '0', 'NA', '0'],
    ['loses blanks around it', ' 12.5 ', '', '12.5'],
    ['keeps an upper bound with its sign', '<0.1', '', '<0.1'],
    ['keeps a lower bound with its sign', '>95.0', '', '>95.0'],
    ['may have a blank after the sign of a bound', '> 95', '', '>95'],
    ['is no number with a thousands separator', '1,234', '', 'no-number'],
    ['is no number with a footnote mark', '12.5 a', '', 'no-number'],
    ['is no number when it is a word', 'With price control', '', 'no-number'],
    ['is no number when it is endless', 'Infinity', '', 'no-number'],
    ['is no number when no database could hold it', '1e99999', '', 'no-number'],
    ['may have as many digits as anything has', '1'.repeat(40), '', '1'.repeat(40)],
    ['is no number with one more', '1'.repeat(41), '', 'no-number'],
    ['is no number when it is a sign alone', '>', '', 'no-number'],
    ['is no number in another base', '0x10', '', 'no-number'],
  ]
  for (const [name, cell, nature, answer] of cases) it(name, () => assert.equal(told(cell, nature), answer))
})

describe('A cell without a value', () => {
  const cases: readonly [name: string, cell: string, nature: string, answer: string][] = [
    ['needs a reason when it is empty', '', '', 'empty'],
    ['needs a reason when it is blank', '  ', 'E', 'empty'],
    ['has one when its nature is NA', '', 'NA', 'not-available'],
    ['has one when its nature is N', '', 'N', 'not-applicable'],
    ['says so with two dots', '..', '', 'not-available'],
    ['says so with three', '...', '', 'not-available'],
    ['says so with NA', 'NA', '', 'not-available'],
    ['says so with n.a.', 'n.a.', '', 'not-available'],
    ['says so with N/A', 'N/A', '', 'not-available'],
    ['says so with a dash', '-', '', 'not-available'],
    ['says so with NaN and a nature', 'NaN', 'NA', 'not-available'],
    ['says so with NaN where it is not relevant', 'NaN', 'N', 'not-applicable'],
  ]
  for (const [name, cell, nature, answer] of cases) it(name, () => assert.equal(told(cell, nature), answer))
})

it('A figure is drawn at its nearest number', () => {
  assert.equal(numberOf({ decimal: '9.17E-05', bound: null }), 0.0000917)
  assert.equal(numberOf({ decimal: '.5', bound: '<' }), 0.5)
})
