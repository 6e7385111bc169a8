import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { movementOver, type Step } from './movement.ts'

const step = (year: number, decimal: string, but: Partial<Step> = {}): Step => ({
  year,
  decimal,
  comparable: true,
  breakBefore: false,
  ...but,
})

describe('Movement over the years shown', () => {
  const cases: readonly [string, readonly Step[], string | null][] = [
    ['is exact', [step(2010, '0.1'), step(2020, '0.3')], '0.2 since 2010'],
    ['does not look before the years shown', [step(2000, '1'), step(2012, '5'), step(2020, '3')], '-2 since 2012'],
    [
      'does not go over a break',
      [step(2010, '1'), step(2015, '5', { breakBefore: true }), step(2020, '6.5')],
      '1.5 since 2015',
    ],
    [
      'does not start at a bound',
      [step(2010, '95', { comparable: false }), step(2012, '96'), step(2020, '97')],
      '1 since 2012',
    ],
    ['is none to a bound', [step(2010, '90'), step(2020, '95', { comparable: false })], null],
    ['is none with one value', [step(2020, '90')], null],
    ['is none over a break in the last year', [step(2010, '90'), step(2020, '80', { breakBefore: true })], null],
    ['is none of nothing', [], null],
  ]
  it.each(cases)('%s', (_, steps, expected) => {
    const found = movementOver(steps, 2005)
    assert.equal(found === null ? null : `${found.by} since ${found.since}`, expected)
  })
})
