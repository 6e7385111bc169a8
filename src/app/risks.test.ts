import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { equipTest } from '#access/testing'
import { Day } from '#kernel'
import type { Database } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { staged } from './demonstrating.ts'
import { type Ask, filledFrom, servedOn } from './testing/served.ts'

const today = Day.trusted('2026-11-26')

describe('The register of the demonstration (K1, K2)', () => {
  let db: TestDb
  let ask: Ask
  beforeAll(async () => {
    db = await testDb()
    equipTest()
    await filledFrom(db, 'content/demo', today)
    await staged(db.database as Database)
    ask = await servedOn(db, today)
  }, 120_000)
  afterAll(() => db.close())

  const text = async (path: string): Promise<string> => (await ask(path)).text()

  it('holds three years of risks, and each frozen review', async () => {
    assert.match(await text('/en/risks'), /<bdi class="f">r1<\/bdi>/)
    for (const year of [2023, 2024, 2025])
      assert.match(await text('/en/risks/reviews'), new RegExp(`/risks/reviews/${year}`))
  })

  for (const path of ['/risks', '/risks/matrix', '/risks/attention', '/risks/reviews/2025'])
    for (const [language, words] of [
      ['en', 'does not exist'],
      ['ar', 'لا وجود'],
    ] as const)
      it(`says that the organization is invented: ${language} ${path}`, async () =>
        assert.ok((await text(`/${language}${path}`)).includes(words)))

  it('shows the public no draft', async () => {
    const [, drafts = ''] = /id="drafts"(.*)/s.exec(await text('/en/risks')) ?? []
    assert.equal(drafts, '')
    const answers = await Promise.all(
      Array.from({ length: 16 }, async (_, at) => (await ask(`/en/risks/r${at + 1}`)).status),
    )
    assert.ok(answers.includes(404), 'every risk is shown, though some are drafts')
  })
})
