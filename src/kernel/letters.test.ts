import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { lettersApart } from './letters.ts'

describe('How far two texts are apart', () => {
  const cases: readonly [name: string, one: string, other: string, letters: number][] = [
    ['is nothing for the same', 'shelf', 'shelf', 0],
    ['counts a changed letter', 'shelf', 'shelp', 1],
    ['counts a letter left out', 'shelf', 'shef', 1],
    ['counts two neighbours swapped once', 'shelf', 'shlef', 1],
    ['counts all letters of one beside none', 'shelf', '', 5],
    ['looks at the beginning of what is longer than any name', 'x'.repeat(16_000), 'x', 119],
  ]
  for (const [name, one, other, letters] of cases) it(name, () => assert.equal(lettersApart(one, other), letters))
})
