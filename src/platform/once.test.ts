import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import type { ReadDb } from './db.ts'
import { onceIn } from './once.ts'

const [one, other] = [Day.trusted('2026-01-01'), Day.trusted('2026-01-02')]

describe('What is asked once in a transaction', () => {
  const counting = () => {
    let asked = 0
    return onceIn(async (_: ReadDb, __: Day) => {
      asked += 1
      return asked
    })
  }
  const reading = () => ({ all: async () => [], one: async () => null }) as unknown as ReadDb

  it('is not asked again in the same one for the same day', async () => {
    const [ask, db] = [counting(), reading()]
    assert.deepEqual([await ask(db, one), await ask(db, one), await ask(db, other)], [1, 1, 2])
  })

  it('needs no day', async () => {
    let asked = 0
    const ask = onceIn(async (_: ReadDb) => {
      asked += 1
      return asked
    })
    const db = reading()
    assert.deepEqual([await ask(db), await ask(db), await ask(reading())], [1, 1, 2])
  })

  it('is asked again in another one', async () => {
    const ask = counting()
    assert.deepEqual([await ask(reading(), one), await ask(reading(), one)], [1, 2])
  })

  it('is asked each time where rows are written', async () => {
    const [ask, db] = [counting(), { ...reading(), run: async () => 0 }]
    assert.deepEqual([await ask(db, one), await ask(db, one)], [1, 2])
  })
})
