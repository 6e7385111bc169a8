import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { type Placed, placeAmong } from './place-among.ts'

const at = (decimal: string, year = 2023, but: Partial<Placed> = {}): Placed => ({
  year,
  value: { decimal, bound: null },
  isFlagged: false,
  ...but,
})
const bound = (decimal: string): Placed => at(decimal, 2023, { value: { decimal, bound: '>' } })

describe('A place among others', () => {
  const cases: readonly [string, Placed, readonly Placed[], number, 'up' | 'down' | null, string][] = [
    ['counts those ahead', at('50'), [at('50'), at('70'), at('20')], 3, 'up', '2 of 3, 3'],
    ['is turned where less is better', at('50'), [at('50'), at('70'), at('40')], 3, 'down', '2 of 3, 3'],
    ['is shared by equal values', at('50'), [at('50'), at('50.0'), at('70')], 3, 'up', '2 of 3, 3'],
    ['leaves out those of other times', at('50'), [at('50'), at('70', 2017), at('20')], 3, 'up', '1 of 2, 3'],
    ['is not given for an old value', at('50', 2017), [at('50', 2017), at('70'), at('20')], 3, 'up', 'old of 2, 3'],
    ['is not given among too few', at('50'), [at('50'), at('70')], 4, 'up', 'thin of 2, 4'],
    ['is given with two thirds of them', at('50'), [at('50'), at('70')], 3, 'up', '2 of 2, 3'],
    ['is not given for a bound', bound('95'), [bound('95'), at('96'), at('20')], 3, 'up', 'bound of 2, 3'],
    ['is not given where no way is better', at('50'), [at('50')], 1, null, 'no-direction of 1, 1'],
    ['is not given for a flagged value', at('150', 2023, { isFlagged: true }), [at('1')], 1, 'up', 'flagged of 1, 1'],
  ]
  it.each(cases)('%s', (_, own, others, members, better, expected) => {
    const found = placeAmong(own, others, members, better)
    assert.equal(`${found.kind === 'place' ? found.place : found.reason} of ${found.of}, ${found.members}`, expected)
  })
})
