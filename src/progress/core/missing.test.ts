import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { missingTo } from './missing.ts'

const one = (area: string, value: number, weight: number | null) => ({ area, year: 2024, value, weight })

describe('Who is missing to a limit', () => {
  const all = [one('A', 50, 1000), one('B', 90, 10_000), one('C', 95, 500), one('D', 99, 9e9), one('E', 20, null)]

  it('is the points that each falls short by, of its people, the most first', () => {
    const { rows, total, reached } = missingTo(all, 95, 'up')
    assert.deepEqual(
      rows.map(({ area, missing }) => [area, missing]),
      [
        ['B', 500],
        ['A', 450],
        ['E', null],
      ],
    )
    assert.equal(total, 950)
    assert.equal(reached, 2)
  })

  it('adds up to all of it, one after the other', () => {
    const { rows } = missingTo(all, 95, 'up')
    assert.deepEqual(
      rows.map(({ together }) => together?.toFixed(4) ?? null),
      ['0.5263', '1.0000', null],
    )
    const shares = rows.reduce((sum, { share }) => sum + (share ?? 0), 0)
    assert.ok(Math.abs(shares - 1) < 1e-12)
  })

  it('never counts what one has beyond the limit for another', () => {
    const rich = missingTo([one('A', 50, 1000), one('D', 100, 1e9)], 95, 'up')
    assert.equal(rich.total, 450)
  })

  it('counts from above where less is better', () => {
    const { rows, reached } = missingTo([one('A', 12, 1000), one('B', 4, 1000)], 5, 'down')
    assert.deepEqual([rows[0]?.short, rows[0]?.missing, reached], [7, 70, 1])
  })

  it('has points and no people where nothing says how many there are', () => {
    const { rows, total } = missingTo([one('A', 40, null), one('B', 10, null)], 100, 'up')
    assert.equal(total, null)
    assert.deepEqual(
      rows.map(({ area, short, share }) => [area, short, share]),
      [
        ['B', 90, null],
        ['A', 60, null],
      ],
    )
  })
})
