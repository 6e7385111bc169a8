import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { wordDiff } from './word-diff.ts'

const marks = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'] } as const

describe('A change of words', () => {
  const cases: readonly [name: string, language: string, before: string, after: string, marked: string][] = [
    ['is nothing when nothing changed', 'en', 'safe banks', 'safe banks', 'safe banks'],
    ['takes years as one word', 'en', 'plan 2024-2027', 'plan 2028-2031', 'plan [-2024-2027-]{+2028-2031+}'],
    ['is marked word by word', 'en', 'safe old banks', 'safe new banks', 'safe [-old -]{+new +}banks'],
    [
      'is marked where words are not parted',
      'zh',
      '国际2024-2027年规划',
      '国际2028-2031年规划',
      '国际[-2024-2027-]{+2028-2031+}年规划',
    ],
    ['does not cut Arabic words', 'ar', 'خدمات عريضة', 'خدمات واسعة', 'خدمات [-عريضة-]{+واسعة+}'],
  ]
  for (const [name, language, before, after, marked] of cases)
    it(`${name} (S11)`, () => {
      const runs = wordDiff(before, after, language)
      assert.equal(runs.map(({ kind, text }) => marks[kind][0] + text + marks[kind][1]).join(''), marked)
      const side = (without: string) =>
        runs
          .filter(({ kind }) => kind !== without)
          .map(({ text }) => text)
          .join('')
      assert.deepEqual([side('inserted'), side('deleted')], [before, after])
    })
})
