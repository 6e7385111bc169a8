import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { editionsKnownOn, isThereOn } from './history.ts'
import type { Edition, Plan } from './plan.ts'

describe('An edition on a day', () => {
  const edition = (knownOn: string): Edition =>
    ({ knownOn: knownOn === '' ? null : Day.trusted(knownOn) }) as unknown as Edition
  const cases: readonly [name: string, knownOn: string, day: string, list: string][] = [
    ['is there from the day it was known', '2026-07-15', '2026-07-15', 'known'],
    ['is not there the day before', '2026-07-15', '2026-07-14', 'later'],
    ['is there when nobody knows since when', '', '1900-01-01', 'undated'],
  ]
  for (const [name, knownOn, on, list] of cases)
    it(name, () => {
      const [one, day] = [edition(knownOn), Day.trusted(on)]
      const lists = Object.entries(editionsKnownOn({ editions: [one] } as unknown as Plan, day))
      assert.equal(lists.find(([, some]) => some.length === 1)?.[0], list)
      assert.equal(isThereOn(one, day), list !== 'later')
    })
})
