import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { plainestOf } from './plainest.ts'

describe('The breakdown that is shown when none is asked for', () => {
  const one = (breakdown: string, economies = 10, observations = 100) => ({ breakdown, economies, observations })
  const cases: readonly [name: string, among: readonly ReturnType<typeof one>[], chosen: string | null][] = [
    ['is none where there is none', [], null],
    ['is about everybody, though a part has more figures', [one('SEX=F', 99), one('SEX=_T')], 'SEX=_T'],
    ['is about as many people as possible', [one('AGE=Y15T24;SEX=F', 99), one('AGE=_T;SEX=F')], 'AGE=_T;SEX=F'],
    ['is that of more economies', [one('SEX=F', 10, 999), one('SEX=M', 11)], 'SEX=M'],
    ['is that of more figures, economies being as many', [one('SEX=F'), one('SEX=M', 10, 101)], 'SEX=M'],
    ['is the first by name, all else being the same', [one('SEX=M'), one('SEX=F')], 'SEX=F'],
  ]
  for (const [name, among, chosen] of cases) it(name, () => assert.equal(plainestOf(among)?.breakdown ?? null, chosen))
})
