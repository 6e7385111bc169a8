import assert from 'node:assert/strict'
import type pg from 'pg'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { Day, type Language } from '#kernel'
import { anActor } from '#kernel/testing'
import { voices } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { indexed } from './building.ts'
import type { Findable, Finds } from './documents.ts'
import { find } from './finding.ts'

const reader = anActor({ kind: 'everywhere' }, 'platform.search')

const aDocument = (key: string, some: Partial<Findable>): Findable => ({
  key,
  address: `/${key}`,
  kind: 'books',
  label: null,
  title: { en: key },
  texts: [],
  codes: [],
  ...some,
})

const documents: readonly Findable[] = [
  aDocument('gardens', {
    title: { en: 'Gardens of the north', fr: 'Jardins du nord', ar: 'حدائق الشمال', zh: '北方的花园' },
    texts: [{ en: 'Mosses and ferns by the water.' }],
    codes: ['1.7'],
  }),
  aDocument('rivers', {
    title: { en: 'Rivers', fr: 'Fleuves d’Éthiopie' },
    texts: [{ en: 'Water in gardens.' }],
    codes: ['A-12'],
  }),
  aDocument('later', { title: { en: 'Ferns, second printing' }, since: Day.trusted('2026-06-01') }),
  aDocument('gone', { title: { en: 'Ferns, first printing' }, until: Day.trusted('2026-06-01') }),
  aDocument('shelf', { kind: 'shelves', title: { en: 'Shelf of gardens' }, label: { en: 'Shelf 3' } }),
]

const kinds = [
  { code: 'books', key: 'books', example: 'books', order: 1 },
  { code: 'shelves', key: 'shelves', example: 'shelves', order: 2 },
]

const findsOf = (all: readonly Findable[]): Finds => ({ kinds, documents: async () => all })

describe('A search', () => {
  let db: TestDb
  const build = (all: readonly Findable[]) =>
    db.work(reader, '2026-11-26', (work) => indexed(work.db, [findsOf(all)], voices()))
  const ask = (
    asked: string,
    {
      language = 'en',
      on = '2026-11-26',
      ...some
    }: { language?: Language; on?: string; kind?: string; from?: number; size?: number } = {},
  ) =>
    db.look(reader, on, (look) =>
      find(look.db, kinds, { asked, kind: null, language, asOf: look.asOf, from: 0, size: 5, ...some }),
    )
  const keys = async (...asking: Parameters<typeof ask>): Promise<readonly string[]> =>
    (await ask(...asking)).groups.flatMap(({ hits }) => hits.map(({ key }) => key))

  beforeAll(async () => {
    db = await testDb()
    await build(documents)
  })
  afterAll(() => db.close())

  const cases: readonly (readonly [name: string, asked: string, first: string, language?: Language])[] = [
    ['finds a word of a title', 'rivers', 'rivers'],
    ['finds a title before a text with the same word', 'gardens north', 'gardens'],
    ['finds by a number exactly', '1.7', 'gardens'],
    ['finds by a code in small letters', 'a-12', 'rivers'],
    ['finds in another language than the reader’s', 'jardins', 'gardens'],
    ['finds without accents', 'ethiopie', 'rivers', 'fr'],
    ['finds an Arabic word without its article', 'شمال', 'gardens', 'ar'],
    ['finds Chinese without spaces', '花园', 'gardens', 'zh'],
    ['forgives one wrong letter', 'rivars', 'rivers'],
    ['forgives two letters that changed places', 'fersn', 'later'],
    ['finds another ending of a word', 'river', 'rivers'],
    ['finds by what a thing is', 'shelf 3', 'shelf'],
  ]
  for (const [name, asked, first, language = 'en'] of cases)
    it(name, async () => assert.equal((await keys(asked, { language }))[0], first))

  it('says how a word that stands nowhere was read', async () => {
    assert.deepEqual((await ask('gardans')).reread, [{ typed: 'gardans', read: ['gardens'] }])
  })

  it('says why each was found, with the words as they stand there', async () => {
    const [group] = (await ask('1.7 mosses')).groups
    assert.deepEqual(group?.hits[0]?.why, { codes: ['1.7'], title: [], label: [], text: ['Mosses'] })
  })

  it('shows the title in the reader’s language, and the words in which it was found', async () => {
    const hit = (await ask('jardins')).groups[0]?.hits[0]
    assert.equal(hit?.language, 'en')
    assert.equal(hit?.excerpt?.language, 'fr')
    assert.deepEqual(hit?.why.text, ['Jardins'])
  })

  it('groups what it finds, counts each group, and shows one of them when it is chosen', async () => {
    const all = await ask('gardens')
    assert.deepEqual(
      all.counts.map(({ kind, count }) => [kind.code, count]),
      [
        ['shelves', 1],
        ['books', 2],
      ],
    )
    assert.deepEqual(await keys('gardens', { kind: 'shelves' }), ['shelf'])
  })

  it('goes on where a page ends', async () => {
    const first = await keys('gardens', { kind: 'books', size: 1 })
    const second = await keys('gardens', { kind: 'books', size: 1, from: 1 })
    assert.deepEqual([...first, ...second], await keys('gardens', { kind: 'books' }))
  })

  it('answers what was there on the day asked about', async () => {
    assert.deepEqual(await keys('printing', { on: '2026-05-31' }), ['gone'])
    assert.deepEqual(await keys('printing', { on: '2026-06-01' }), ['later'])
  })

  it('names words that are like what stands nowhere', async () => {
    const found = await ask('gerdxans')
    assert.equal(found.count, 0)
    assert.deepEqual(found.nearest.slice(0, 1), ['gardens'])
    assert.deepEqual(found.unknown, ['gerdxans'])
  })

  it('looks for the first twelve words, and says how many it passed over', async () => {
    const found = await ask(Array.from({ length: 15 }, (_, nth) => `rivers${nth}`).join(' '))
    assert.equal(found.left, 3)
  })

  const odd = [
    "'); drop table",
    '& | ! :* <->',
    '\\',
    '"',
    '   ',
    '\u0000',
    '💧',
    '𐐀'.repeat(90),
    `书${'б'.repeat(300)}`,
    'a'.repeat(5000),
    '%',
    '--',
  ]
  for (const asked of odd)
    it(`takes ${JSON.stringify(asked.slice(0, 20))} for words, and not for a command`, async () => {
      assert.ok((await ask(asked)).count >= 0)
    })

  it('is made anew when a document changes, in a new generation beside the old one, and only then', async () => {
    assert.equal(await build(documents), null)
    const made = await build([...documents, aDocument('new', { title: { en: 'Seas' } })])
    assert.equal(made?.n, 2)
    assert.deepEqual(await keys('seas'), ['new'])
    assert.deepEqual(await keys('rivers'), ['rivers'])
  })

  it('only adds rows: the serving role can change none', async () => {
    await assert.rejects(
      db.work(reader, '2026-11-26', (work) =>
        work.db.run({ name: 'platform.test', text: 'delete from platform.search_text', values: [] }),
      ),
      (error: pg.DatabaseError) => error.code === '42501',
    )
  })
})
