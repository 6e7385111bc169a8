import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { languages } from '#kernel'
import { voices } from './messages.ts'

const speak = voices()

describe('A sentence', () => {
  const days: readonly [language: (typeof languages)[number], day: RegExp][] = [
    ['en', /26 November 2026/],
    ['fr', /26 novembre 2026/],
    ['es', /26 de noviembre de 2026/],
    ['ar', /26 نوفمبر 2026/],
    ['ru', /26 ноября 2026/],
    ['zh', /2026年11月26日/],
  ]
  for (const [language, day] of days)
    it(`writes a day as ${language} does, with western digits and in no time zone`, () =>
      assert.match(speak[language]('platform.dateNotUnderstood', { value: 'x', today: '2026-11-26' }), day))

  it('counts as each language counts', () => {
    const said = (language: (typeof languages)[number], count: number) =>
      speak[language]('platform.settingsNotUnderstood', { count })
    assert.equal(new Set([1, 2, 3, 11, 100].map((count) => said('ar', count).replace(/\d+/, ''))).size, 5)
    assert.equal(new Set([1, 3, 5].map((count) => said('ru', count).replace(/\d+/, ''))).size, 3)
  })

  it('groups a big number by a narrow space in every language', () => {
    for (const language of languages)
      assert.match(speak[language]('platform.settingsNotUnderstood', { count: 1234 }), /1\u202f234/)
  })

  it('escapes what it is about when it goes into markup', () => {
    const said = speak.en.rich('platform.noSuchAddress', { address: '<script>' })
    assert.ok(typeof said === 'string' || Array.isArray(said), 'words are left to the markup, which escapes them')
  })

  it('that nobody wrote is a fault of ours', () => {
    for (const language of languages) assert.throws(() => speak[language]('shelves.none'), /No sentence shelves.none/)
    assert.equal(speak.fr.has('shelves.none'), false)
  })
})
