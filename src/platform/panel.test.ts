import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { type Branded, Day } from '#kernel'
import { anActor } from '#kernel/testing'
import { aHere, sayKey } from '#platform/testing'
import type { ReadDb } from './db.ts'
import { type Place, panel, panelsAt } from './panel.ts'

const placeOf = <Name extends string>(name: Name, kind: 'section' | 'cell'): Place<Name> => ({
  kind,
  name,
  id: { trusted: (text) => text as Branded<Name> },
})
const shelf = placeOf('shelf', 'section')
const row = placeOf('row', 'cell')

const today = Day.trusted('2026-11-26')
const look = {
  db: { all: async () => [], one: async () => null } as unknown as ReadDb,
  by: anActor({ kind: 'everywhere' }, 'books.see'),
  today,
  asOf: today,
  query: {},
}
const shown = ({ words }: { readonly words: string }) => words as never

describe('A panel', () => {
  const books = panel({
    place: shelf,
    may: 'books.see',
    load: async ({ panels }, ids) => {
      const rows = await panels(
        row,
        ids.map((id) => `${id}/1`),
      )
      const said = (id: string) => (rows.get(`${id}/1`) ?? []).map((show) => show(sayKey, 'en', aHere()))
      return new Map(ids.map((id) => [id, { words: `books of ${id}: ${said(id).join()}` }]))
    },
    show: shown,
  })
  const loans = panel({
    place: row,
    may: 'books.see',
    load: async (_, ids) =>
      new Map(ids.filter((id) => id.startsWith('north')).map((id) => [id, { words: `lent ${id}` }])),
    show: shown,
  })

  it('may leave places in its own part, which the features below it fill', async () => {
    const found = await panelsAt([books, loans], look)(shelf, ['north', 'south'])
    const words = [...found.values()].flat().map((show) => show(sayKey, 'en', aHere()))
    assert.deepEqual(words, ['books of north: lent north/1', 'books of south: '])
  })

  it('stands without those that would fill its places', async () => {
    const found = await panelsAt([books], look)(shelf, ['north'])
    assert.deepEqual(
      [...found.values()].flat().map((show) => show(sayKey, 'en', aHere())),
      ['books of north: '],
    )
  })
})
