import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { excerptOf, markedIn, marksOf, type Piece } from './marking.ts'

const shown = (pieces: readonly Piece[] | null): string =>
  (pieces ?? []).map(({ words, marked }) => (marked ? `[${words}]` : words)).join('')
const oneOf =
  (...terms: readonly string[]) =>
  (term: string): boolean =>
    terms.includes(term)

describe('The marks in a text', () => {
  it('stand on the words that were sought, as the text has them', () => {
    assert.equal(
      shown(markedIn('Les Bibliothèques, bibliothèque', oneOf('bibliotheque'))),
      'Les Bibliothèques, [bibliothèque]',
    )
  })

  it('stand on a whole run of Chinese, not on its pairs', () => {
    assert.equal(shown(markedIn('公共图书馆里', oneOf('图书', '书馆'))), '公共[图书馆]里')
  })

  it('are told once each', () => {
    assert.deepEqual(marksOf(markedIn('Book, book and shelf', oneOf('book', 'shelf'))), ['Book', 'shelf'])
  })
})

describe('An excerpt', () => {
  it('is the line in which most of the sought stands', () => {
    assert.equal(
      shown(excerptOf('A book.\nA book on a shelf.\nOther.', oneOf('book', 'shelf'))),
      'A [book] on a [shelf].',
    )
  })

  it('is a part of a long line, cut between words', () => {
    const line = `${'many words '.repeat(60)}a shelf ${'more words '.repeat(60)}`
    const text = shown(excerptOf(line, oneOf('shelf')))
    assert.match(text, /^… (?:many words )*(?:words )?(?:many words )*a \[shelf\] (?:more words ?)*(?:more)? …$/)
    assert.ok(text.length < 260, String(text.length))
  })

  it('is absent where nothing of it stands', () => {
    assert.equal(excerptOf('Nothing here.', oneOf('shelf')), null)
  })
})
