import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { aDemonstration } from './testing/demonstrated.ts'

describe('The register of the demonstration (K1, K2)', () => {
  const { text, status } = aDemonstration()

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
    const answers = await Promise.all(Array.from({ length: 16 }, (_, at) => status(`/en/risks/r${at + 1}`)))
    assert.ok(answers.includes(404), 'every risk is shown, though some are drafts')
  })
})
