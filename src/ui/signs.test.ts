import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { languages } from '#kernel'
import { signsOf } from './signs.ts'

describe('the signs between words', () => {
  it('are full-width in Chinese, without a space', () => {
    assert.deepEqual(signsOf('zh'), {
      comma: '，',
      item: '、',
      colon: '：',
      stop: '。',
      gap: '',
      open: '（',
      close: '）',
    })
  })

  it('keep the French colon on its line by a narrow space before it', () => {
    assert.equal(signsOf('fr').colon, '\u202f: ')
  })

  it('have the Arabic comma in Arabic', () => {
    assert.equal(signsOf('ar').comma, '، ')
  })

  it('close what they open in every language', () => {
    for (const language of languages) {
      const { open, close } = signsOf(language)
      assert.equal(open.trim() === '（', close === '）')
    }
  })
})
