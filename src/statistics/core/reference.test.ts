import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { belongs, type Membership } from './reference.ts'

const spell = (from: string, until: string, knownOn = ''): Membership => {
  const day = (text: string) => (text === '' ? null : Day.trusted(text))
  return {
    scheme: 'CLUB',
    group: 'A',
    member: 'FJI',
    from: day(from),
    until: day(until),
    precision: 'day',
    status: null,
    source: 'List',
    knownOn: day(knownOn),
  }
}

describe('A membership', () => {
  const cases: readonly [name: string, membership: Membership, on: string, asOf: string, answer: boolean][] = [
    ['holds on its first day', spell('2010-01-01', ''), '2010-01-01', '2026-01-01', true],
    ['does not hold the day before', spell('2010-01-01', ''), '2009-12-31', '2026-01-01', false],
    ['has ended on the day of its end', spell('', '2020-12-04'), '2020-12-04', '2026-01-01', false],
    ['holds to the day before its end', spell('', '2020-12-04'), '2020-12-03', '2026-01-01', true],
    ['without dates is used for every day', spell('', ''), '1900-01-01', '2026-01-01', true],
    ['is not known before a list said so', spell('2010-01-01', '', '2012-05-01'), '2011-01-01', '2012-04-30', false],
    ['is known from the day of the list', spell('2010-01-01', '', '2012-05-01'), '2011-01-01', '2012-05-01', true],
  ]
  for (const [name, membership, on, asOf, answer] of cases)
    it(name, () => assert.equal(belongs(membership, Day.trusted(on), Day.trusted(asOf)), answer))
})
