import assert from 'node:assert/strict'
import { dirname } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Actor } from '#kernel'
import type { Feature } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { methodsFolder } from './methods.ts'

/** A database for the tests of a `describe`, filled before the first and gone after the last. */
export const aDbFilledBy = (fill: (db: TestDb) => Promise<unknown>, after: () => void = () => undefined): TestDb => {
  let made: TestDb | undefined
  const db = (): TestDb => made ?? assert.fail('The database is there once the tests run')
  beforeAll(async () => {
    made = await testDb()
    await fill(made)
  }, 60_000)
  afterAll(async () => {
    await made?.close()
    after()
  })
  return {
    work: (by, on, deed) => db().work(by, on, deed),
    look: (by, on, question) => db().look(by, on, question),
    database: {
      read: (body, gone) => db().database.read(body, gone),
      write: (body, keep) => db().database.write(body, keep),
    },
    given: (statement) => db().given(statement),
    close: () => db().close(),
  }
}

/** The same with what these features load from the content that ships, in their order. */
export const aShippedDb = (by: Actor, today: string, loads: readonly Feature['content'][]): TestDb =>
  aDbFilledBy(async (db) => {
    for (const load of loads) {
      if (load === undefined) continue
      const steps = await db.look(by, today, (look) => load(look, dirname(methodsFolder())))
      for (const { deed, name } of steps) assert.equal((await db.work(by, today, deed)).kind, 'done', name)
    }
  })
