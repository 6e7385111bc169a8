import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { fold, termsIn, tokensOf } from './terms.ts'

describe('One spelling', () => {
  const cases: readonly (readonly [name: string, text: string, folded: string])[] = [
    ['has no capitals and no accents', 'Éléphant ÑANDÚ', 'elephant nandu'],
    ['has the same letter for ё and е, and keeps й apart from и only by its sign', 'Ёлка', 'елка'],
    ['has one alef, one ya and one ha in Arabic', 'إلى أُمّة آخر', 'الي امه اخر'],
    ['has no tatweel and no vowel signs', 'كِتَـــاب', 'كتاب'],
    ['has plain figures', '١٢ ３', '12 3'],
    ['has plain letters for those that no accent makes', 'Straße œuvre', 'strasse oeuvre'],
  ]
  for (const [name, text, folded] of cases) it(name, () => assert.equal(fold(text), folded))
})

describe('The terms of a text', () => {
  const cases: readonly (readonly [name: string, text: string, terms: readonly string[]])[] = [
    ['are its words', 'Two shelves, one book.', ['two', 'shelves', 'one', 'book']],
    ['keep a number and a code whole', '1.7 and 17.8.1', ['1.7', 'and', '17.8.1']],
    ['read a comma between figures as a point', '1,7', ['1.7']],
    ['find a word with a hyphen as one, by its parts, and joined', 'e-book', ['e-book', 'e', 'book', 'ebook']],
    ['keep the number at the end of an address whole', 'shelf/1.7', ['shelf/1.7', 'shelf', '1.7']],
    ['find both years of a span', '2024–2027', ['2024-2027', '2024', '2027']],
    ['leave out what is elided', 'l’accès d’un', ['acces', 'un']],
    ['leave out the Arabic article where a word is left', 'والمكتبة للكتب', ['مكتبه', 'كتب']],
    ['are pairs of letters in Chinese', '图书馆', ['图书', '书馆']],
    ['are one letter where Chinese has only one', '书', ['书']],
    ['take Latin and Chinese apart', '5G网络', ['5g', '网络']],
    ['are none where nothing is a word', ' — … !', []],
  ]
  for (const [name, text, terms] of cases) it(name, () => assert.deepEqual(termsIn(text), terms))

  it('say where they stand', () => {
    const text = 'Éa 图书馆'
    assert.deepEqual(
      tokensOf(text).map(({ from, to }) => text.slice(from, to)),
      ['Éa', '图书', '书馆'],
    )
  })

  it('are never longer than what measures their distance can take', () => {
    assert.ok(termsIn(`${'a'.repeat(3000)} ${'б'.repeat(3000)}`).every((term) => Buffer.byteLength(term) < 255))
  })
})
