import assert from 'node:assert/strict'
import { afterAll, beforeAll } from 'vitest'
import { equipTest } from '#access/testing'
import { Day } from '#kernel'
import type { Database } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { staged } from '../demonstrating.ts'
import { type Ask, filledFrom, servedOn } from './served.ts'

export const today = Day.trusted('2026-11-26')

/** The demonstration, played on a database of the tests of a `describe`, and a server on it. */
export const aDemonstration = () => {
  let made: { readonly db: TestDb; readonly ask: Ask } | undefined
  const there = () => made ?? assert.fail('The demonstration is there once the tests run')
  beforeAll(async () => {
    const db = await testDb()
    equipTest()
    await filledFrom(db, 'content/demo', today)
    await staged(db.database as Database)
    made = { db, ask: await servedOn(db, today) }
  }, 120_000)
  afterAll(() => made?.db.close())
  return {
    db: () => there().db,
    database: () => there().db.database as Database,
    status: async (path: string): Promise<number> => (await there().ask(path)).status,
    text: async (path: string): Promise<string> => (await there().ask(path)).text(),
  }
}
