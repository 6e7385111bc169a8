import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { limiterOf } from './limits.ts'

const burst = (limited: ReturnType<typeof limiterOf>, address: string, count: number, now: number): number =>
  Array.from({ length: count }).filter(() => limited(address, now).allowed).length

describe('The limit of requests', () => {
  it('lets a burst of ten seconds through at once, and no more', () => {
    assert.equal(burst(limiterOf(5), 'one', 80, 0), 50)
  })

  it('lets each second through what it is worth', () => {
    const limited = limiterOf(5)
    burst(limited, 'one', 80, 0)
    assert.equal(burst(limited, 'one', 80, 2000), 10)
  })

  it('counts each address for itself', () => {
    const limited = limiterOf(5)
    burst(limited, 'one', 80, 0)
    assert.equal(burst(limited, 'other', 80, 0), 50)
  })

  it('says when to come again', () => {
    const limited = limiterOf(1)
    burst(limited, 'one', 10, 0)
    assert.deepEqual(limited('one', 0), { allowed: false, retryAfter: 1, left: 0, reset: 10 })
  })

  it('remembers no more addresses than it must: whoever asked longest ago begins anew', () => {
    const limited = limiterOf(1)
    for (let nth = 0; nth < 10; nth += 1) limited('first', 0)
    assert.equal(limited('first', 0).allowed, false)
    for (let nth = 0; nth < 10_000; nth += 1) limited(`other-${nth}`, 0)
    assert.equal(limited('first', 0).allowed, true)
  })
})
