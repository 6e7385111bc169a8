import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { asOfFrom, byPrecision, languageFor, partsOf, patternOf } from './asking.ts'

describe('The language of a reader', () => {
  const cases: readonly [name: string, accepts: string | undefined, language: string][] = [
    ['is the one they like best', 'fr-CH, en;q=0.8, *;q=0.5', 'fr'],
    ['is the best that is ours', 'de, pt;q=0.9, ar;q=0.4, en;q=0.3', 'ar'],
    ['goes by weight, not by order', 'en;q=0.2, zh-Hans-CN;q=0.9', 'zh'],
    ['is not one that they refuse', 'es;q=0, ru;q=0.1', 'ru'],
    ['is English when none is ours', 'de, ja', 'en'],
    ['is English when nothing is said', undefined, 'en'],
    ['is English when nonsense is said', ';;;q=,,', 'en'],
  ]
  for (const [name, accepts, language] of cases) it(name, () => assert.equal(languageFor(accepts), language))
})

describe('An address', () => {
  const cases: readonly [name: string, pathname: string, language: string | null, path: string][] = [
    ['has its language first', '/fr/shelves/north', 'fr', '/shelves/north'],
    ['may be the language alone', '/zh/', 'zh', '/'],
    ['may be the language alone, without its slash', '/zh', 'zh', '/'],
    ['may have none', '/shelves', null, '/shelves'],
    ['does not take a word for a language', '/french/shelves', null, '/french/shelves'],
  ]
  for (const [name, pathname, language, path] of cases)
    it(name, () => assert.deepEqual(partsOf(pathname), { language, path }))

  it('matches a pattern and names its parts, decoded', () => {
    assert.deepEqual(patternOf('/shelves/:shelf/books/:book')('/shelves/north/books/a%20b'), {
      shelf: 'north',
      book: 'a b',
    })
    assert.equal(patternOf('/shelves/:shelf')('/shelves/north/books'), null)
    assert.equal(patternOf('/shelves/:shelf')('/shelves/%E0%A4%A'), null, 'no valid encoding')
    assert.equal(patternOf('/shelves.csv')('/shelvesXcsv'), null, 'a dot is a dot')
  })

  it('is given to the pattern with the fewest open parts', () => {
    const paths = ['/:a/:b', '/shelves/:b', '/shelves/all'].map((path) => ({ path }))
    assert.deepEqual(
      paths.toSorted(byPrecision).map(({ path }) => path),
      ['/shelves/all', '/shelves/:b', '/:a/:b'],
    )
  })
})

describe('Another date', () => {
  const today = Day.trusted('2026-11-26')
  const cases: readonly [name: string, text: string | null, answer: string | null][] = [
    ['is asked for by its day', '2026-05-01', '2026-05-01'],
    ['is none when it is not asked', null, null],
    ['is none when it is empty, as a form sends it', '', null],
    ['is none when it is today', '2026-11-26', null],
    ['is strange when it has not come', '2026-11-27', 'strange'],
    ['is strange when there is no such day', '2026-02-30', 'strange'],
    ['is strange when it is no day', 'yesterday', 'strange'],
  ]
  for (const [name, text, answer] of cases)
    it(name, () => {
      const asked = asOfFrom(text, today)
      assert.equal(asked.kind === 'strange' ? 'strange' : asked.asOf, answer)
    })
})
