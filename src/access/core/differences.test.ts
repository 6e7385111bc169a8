import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import type { Told } from '#platform'
import { type Difference, differences } from './differences.ts'

describe('What stood and what stands', () => {
  const cases: readonly [name: string, before: Told, after: Told, all: Difference[]][] = [
    ['is nothing where nothing was told', null, null, []],
    ['shows what is new', null, { name: 'Ada' }, [{ at: 'name', before: null, after: 'Ada', isChanged: true }]],
    ['shows what is gone', { name: 'Ada' }, null, [{ at: 'name', before: 'Ada', after: null, isChanged: true }]],
    [
      'shows what stays and what changes, by the way to it',
      { name: 'Ada', scope: { kind: 'unit', code: 'water' } },
      { name: 'Ada', scope: { kind: 'everywhere' } },
      [
        { at: 'name', before: 'Ada', after: 'Ada', isChanged: false },
        { at: 'scope.kind', before: 'unit', after: 'everywhere', isChanged: true },
        { at: 'scope.code', before: 'water', after: null, isChanged: true },
      ],
    ],
    [
      'keeps lists whole, and says null and truth as JSON does',
      { list: [1, 2], is: null, so: true },
      { list: [2, 1], is: null, so: true },
      [
        { at: 'list', before: '[1,2]', after: '[2,1]', isChanged: true },
        { at: 'is', before: 'null', after: 'null', isChanged: false },
        { at: 'so', before: 'true', after: 'true', isChanged: false },
      ],
    ],
    ['takes a bare value', 'a', 'b', [{ at: '', before: 'a', after: 'b', isChanged: true }]],
  ]
  for (const [name, before, after, all] of cases) it(name, () => assert.deepEqual(differences(before, after), all))
})
