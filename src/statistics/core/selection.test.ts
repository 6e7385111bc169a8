import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { nearest } from './nearest.ts'
import { breakdownOf, codesOf, isTotal } from './selection.ts'
import { separatorOf } from './tidy.ts'

describe('A breakdown', () => {
  it('is one text whatever the order of its dimensions', () => {
    assert.equal(breakdownOf({ SEX: 'F', AGE: '_T', LOCATION: '' }), 'AGE=_T;SEX=F')
    assert.equal(breakdownOf({ AGE: '_T', SEX: 'F' }), 'AGE=_T;SEX=F')
    assert.equal(breakdownOf({}), '')
  })

  const cases: readonly [name: string, breakdown: string, codes: Readonly<Record<string, string>> | null][] = [
    ['is read back', 'AGE=_T;SEX=F', { AGE: '_T', SEX: 'F' }],
    ['may be none', '', {}],
    ['is not understood in another order', 'SEX=F;AGE=_T', null],
    ['is not understood with a dimension twice', 'SEX=F;SEX=M', null],
    ['is not understood without a code', 'SEX=', null],
  ]
  for (const [name, breakdown, codes] of cases) it(name, () => assert.deepEqual(codesOf(breakdown), codes))

  it('is about everybody when each dimension is a total', () => {
    assert.deepEqual(['', 'SEX=_T', 'AGE=_T;SEX=_T', 'AGE=_T;SEX=F'].map(isTotal), [true, true, true, false])
  })
})

describe('The nearest code', () => {
  const cases: readonly [name: string, text: string, answer: string][] = [
    ['is the same in other case', 'sp.pop.totl', 'SP.POP.TOTL'],
    ['is the one with two letters swapped', 'PS.POP.TOTL', 'SP.POP.TOTL'],
    ['is the one with a letter left out', 'T_MOB_OWN', 'IT_MOB_OWN'],
  ]
  for (const [name, text, answer] of cases)
    it(name, () => assert.equal(nearest(text, ['IT_NET_BBP', 'SP.POP.TOTL', 'IT_MOB_OWN']), answer))
  it('is nothing when there is none to choose from', () => assert.equal(nearest('X', []), ''))
})

describe('The separator of a file', () => {
  const cases: readonly [line: string, sign: string][] = [
    ['series,iso3,year', ','],
    ['series;iso3;"a,b"', ';'],
    ['series\tiso3\tyear', '\t'],
    ['series', ','],
  ]
  for (const [line, sign] of cases)
    it(`is ${JSON.stringify(sign)} in ${line}`, () => assert.equal(separatorOf(line), sign))
})
