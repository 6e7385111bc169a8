import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, it } from 'vitest'
import { turnsOf } from './turns.ts'

describe('Turns', () => {
  it('let so many in at a time, in their order, and go on after a failure', async () => {
    const inTurn = turnsOf(2)
    let inside = 0
    let most = 0
    const began: number[] = []
    const all = Array.from({ length: 12 }, (_, nth) =>
      inTurn(async () => {
        began.push(nth)
        inside += 1
        most = Math.max(most, inside)
        await sleep(2)
        inside -= 1
        if (nth === 3) throw new Error('three')
      }),
    )
    const ends = await Promise.allSettled(all)
    assert.equal(most, 2)
    assert.deepEqual(
      began,
      began.toSorted((a, b) => a - b),
    )
    assert.deepEqual(
      ends.flatMap(({ status }, nth) => (status === 'rejected' ? [nth] : [])),
      [3],
    )
  })
})
