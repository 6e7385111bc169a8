import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { landingFrom } from './landing.ts'

describe('The page after signing in', () => {
  const cases: readonly [name: string, given: string | undefined, to: string][] = [
    ['is the one that was asked for, in the language of the reader', '/en/books/new?kept=abc', '/books/new?kept=abc'],
    ['may be at a place within a page', '/ar/risks#r-1', '/risks#r-1'],
    ['is the first page of a language', '/fr', '/'],
    ['is the first page for nothing', undefined, '/'],
    ['is not on another site', 'https://evil.example/', '/'],
    ['is not on another site without a scheme', '//evil.example/', '/'],
    ['is not behind a backslash', '/\\evil.example', '/'],
    ['is not behind a backslash further on', '/en/\\evil.example', '/'],
    ['is not behind two strokes after a language', '/en//evil.example', '/'],
    ['is not behind dots', '/en/..//evil.example', '/'],
    ['is not behind a tab that browsers leave out', '/\t/evil.example', '/'],
    ['is not behind a line break', '/\n/evil.example', '/'],
    ['is no script', 'javascript:alert(1)', '/'],
    ['keeps what only looks like an address', '/en/search?q=//evil.example', '/search?q=//evil.example'],
    ['is not without end', `/${'a'.repeat(3000)}`, '/'],
  ]
  for (const [name, given, to] of cases) it(name, () => assert.equal(landingFrom(given), to))
})
