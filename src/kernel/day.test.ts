import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from './day.ts'

describe('A day', () => {
  const cases: readonly [text: string, isDay: boolean][] = [
    ['2026-11-26', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['26-11-2026', false],
    ['2026-11-26T00:00:00Z', false],
    ['', false],
  ]
  for (const [text, isDay] of cases)
    it(`${isDay ? 'is' : 'is not'} “${text}”`, () => assert.equal(Day.parse(text) !== null, isDay))

  it('is no bug of others: trusted text that is none throws', () => assert.throws(() => Day.trusted('soon'), /soon/))
})
