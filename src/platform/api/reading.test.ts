import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { z } from 'zod'
import { Day } from '#kernel'
import { isObjection, lists } from './endpoint.ts'
import { cursorOf, formatFor, formats, questionIn } from './reading.ts'
import { chosenLeaves, fieldsOf, leavesOf, picked, plainSchemaOf } from './schema.ts'

const book = z.object({
  code: z.string(),
  names: z.object({ en: z.string(), fr: z.string().optional() }),
  place: z.object({ shelf: z.int(), wing: z.enum(['north', 'south']) }).nullable(),
  tags: z.array(z.string()),
})
const books = lists({
  path: '/books',
  name: 'Book',
  may: 'books.see',
  about: 'books.all',
  asks: z.object({
    code: z.array(z.string()).max(3).optional(),
    wing: z.enum(['north', 'south']).optional(),
    shelf: z.int().min(1).max(9).optional(),
  }),
  item: book,
  keyOf: ({ code }) => code,
  load: async () => [],
})
const today = Day.trusted('2026-11-26')
const asked = (question: string, accepts?: string) =>
  questionIn(books, {}, new URLSearchParams(question), accepts, today)

describe('A question to the API', () => {
  it('is read by its schemas: lists by commas, numbers by digits, nothing where a form is empty', () => {
    const found = asked('code=a, b&code=c&shelf=4&wing=&limit=7')
    assert.ok(found !== 'no-format' && !isObjection(found))
    assert.deepEqual(found.given, { code: ['a', 'b', 'c'], shelf: 4, wing: undefined })
    assert.deepEqual([found.limit, found.asOf, found.format], [7, today, 'json'])
  })

  const strange: readonly [asked: string, parameter: string, status: number, nearest: readonly string[]][] = [
    ['wing=nort', 'wing', 400, ['north', 'south']],
    ['shelf=12', 'shelf', 400, ['9']],
    ['shelf=0', 'shelf', 400, ['1']],
    ['shelf=x', 'shelf', 400, ['1']],
    ['code=a,b,c,d', 'code', 413, []],
    ['limit=0', 'limit', 400, ['1']],
    ['asof=2027-01-01', 'asof', 400, ['2026-11-26']],
    ['asof=2026-02-30', 'asof', 400, []],
    ['cursor=abc', 'cursor', 400, []],
    ['__proto__=1', '__proto__', 400, ['format', 'cursor', 'code']],
  ]
  for (const [question, parameter, status, nearest] of strange)
    it(`is refused by the name of what is wrong: ${question}`, () => {
      const found = asked(question)
      assert.ok(isObjection(found))
      assert.deepEqual([found.parameter, found.status], [parameter, status])
      if (parameter !== '__proto__') assert.deepEqual(found.nearest, nearest)
    })

  it('goes on where a page of the same question ended, and nowhere else', () => {
    const first = asked('wing=north')
    assert.ok(first !== 'no-format' && !isObjection(first))
    const cursor = cursorOf(first.question, 'k9')
    const next = asked(`wing=north&cursor=${cursor}`)
    assert.ok(next !== 'no-format' && !isObjection(next))
    assert.equal(next.after, 'k9')
    assert.ok(isObjection(asked(`wing=south&cursor=${cursor}`)))
  })

  const accepted: readonly [header: string | undefined, format: string | null][] = [
    [undefined, 'json'],
    ['*/*', 'json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json'],
    ['text/csv', 'csv'],
    ['application/json;q=0.5, application/x-ndjson', 'ndjson'],
    ['text/csv;q=0, application/json', 'json'],
    ['image/png', null],
  ]
  for (const [header, format] of accepted)
    it(`is answered as ${format} to ${header}`, () => assert.equal(formatFor(header, formats), format))
})

describe('The fields of an item', () => {
  const leaves = leavesOf(plainSchemaOf(book))

  it('are its single things, by where they stand', () =>
    assert.deepEqual(leaves, ['code', 'names.en', 'names.fr', 'place.shelf', 'place.wing', 'tags']))

  it('are picked with what holds them', () => {
    const one = { code: 'a', names: { en: 'A' }, place: null, tags: ['x'] }
    assert.deepEqual(picked(one, chosenLeaves(leaves, ['names.en', 'place.wing'])), { names: { en: 'A' }, place: null })
    assert.deepEqual(picked(one, chosenLeaves(leaves, ['names'])), { names: { en: 'A' } })
  })

  it('have their types in a few signs', () => {
    const say = Object.assign((key: string) => key, { rich: () => '', has: () => true })
    assert.deepEqual(
      fieldsOf(book, say as never).map(({ type }) => type),
      ['string', 'string', 'string', 'integer', '"north" | "south"', '[string]'],
    )
  })
})
