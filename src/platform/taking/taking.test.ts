import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { entriesOf, sayKey } from '../testing/index.ts'
import { gathered } from './bytes.ts'
import { decimalText } from './decimal-text.ts'
import { type FileKind, fileOf } from './file.ts'
import { columnsOf, notesOf, type TakeAway, type TakenRow, type TakenRows } from './table.ts'
import { sheetNames, xmlText } from './xlsx-parts.ts'

const day = Day.trusted('2026-11-26')

const columns = columnsOf(sayKey, 'shelves.column', [
  ['book', 'text'],
  ['price', 'number', 'francs'],
  ['printed', 'year'],
  ['known_on', 'day'],
  ['lent', 'flag'],
])

const rows: readonly TakenRow[] = [
  ['Плавание, том 1', '65.40', 1987, '2026-01-31', true],
  ['=HYPERLINK("https://elsewhere.example")', '12345678901234567890.10', 2001, '2026-02-28', false],
  ['سفينة\n"العنوان"', '.5', 1999, null, null],
  ['-1+2', '-0.10', null, '2026-03-01', true],
  ['目标 & <b> _x0041_ \u0007', '9.17E-05', 2024, 'spring', false],
]

const about = (some: TakenRows, language: TakeAway['language'] = 'en'): TakeAway => ({
  name: 'books',
  title: 'Books',
  language,
  tables: [
    { name: 'books', label: 'Books: all/some', columns, rows: some },
    { name: 'shelves', label: 'Shelves', columns: columns.slice(0, 1), rows: [['north'], ['south']] },
  ],
  notes: notesOf(sayKey, { asOf: day, address: 'https://plan.example.org/en/books', missing: 'Two were lost.' }),
})

const fileIn = async (kind: FileKind, all: TakeAway): Promise<Buffer> =>
  gathered(fileOf(kind, all, { say: sayKey, asOf: day }).body as AsyncIterable<Uint8Array>)

/** Some rows at a time, and then what happens to them. */
async function* coming(then?: Error): AsyncGenerator<readonly TakenRow[]> {
  yield rows.slice(0, 2)
  yield []
  yield rows.slice(2)
  if (then !== undefined) throw then
}

describe('A table to take away', () => {
  it('has the same cells in CSV, JSON and NDJSON, with all digits of its numbers', async () => {
    const csv = parse(await fileIn('csv', about(rows)), { columns: true }) as Record<string, string>[]
    const texts = [(await fileIn('json', about(rows))).toString(), (await fileIn('ndjson', about(rows))).toString()]
    const prices = ['65.40', '12345678901234567890.10', '0.5', '-0.10', '9.17e-05']
    assert.deepEqual(
      csv.map(({ price = '' }) => decimalText(price)),
      prices,
    )
    for (const text of texts)
      assert.deepEqual(
        [...text.matchAll(/"price":([^,"]+)/g)].map(([, price]) => price),
        prices,
      )
    assert.equal(csv[1]?.['book'], '\'=HYPERLINK("https://elsewhere.example")')
    assert.equal(csv[3]?.['book'], "'-1+2")
    assert.deepEqual(
      csv.map(({ lent }) => lent),
      ['true', 'false', '', 'true', 'false'],
    )
    const lines = (texts[1] ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    assert.deepEqual(
      lines.map(({ book, lent }) => [book, lent]),
      rows.map(([book, , , , lent]) => [book, lent]),
    )
  })

  it('says source, licence and day in each row of a file without notes, but where a column has them', async () => {
    const all = {
      ...about(rows),
      notes: notesOf(sayKey, {
        source: 'The binders',
        licence: 'CC0-1.0',
        asOf: day,
        address: 'https://plan.example.org/en',
      }),
    }
    const csv = parse(await fileIn('csv', all), { columns: true }) as Record<string, string>[]
    assert.equal(csv.length, rows.length)
    for (const row of csv)
      assert.deepEqual([row['source'], row['licence'], row['as_of']], ['The binders', 'CC0-1.0', day])
    const lines = (await fileIn('ndjson', all)).toString().trimEnd().split('\n')
    for (const line of lines) assert.match(line, /"source":"The binders","licence":"CC0-1\.0","as_of":"2026-11-26"\}$/)
    const [first, ...more] = all.tables
    const own = {
      ...first,
      columns: first.columns.map((one) => (one.key === 'book' ? { ...one, key: 'source' } : one)),
    }
    const said = parse(await fileIn('csv', { ...all, tables: [{ ...own, rows }, ...more] })) as string[][]
    assert.deepEqual(said[0], ['source', 'price', 'printed', 'known_on', 'lent', 'licence', 'as_of'])
  })

  it('tells in JSON its title, notes, columns and further tables', async () => {
    const read = JSON.parse((await fileIn('json', about(coming()))).toString()) as Record<string, unknown>
    assert.deepEqual(Object.keys(read), ['title', 'language', 'notes', 'columns', 'rows', 'more'])
    assert.equal((read['notes'] as Record<string, unknown>)['missing'], 'Two were lost.')
    assert.equal((read['rows'] as unknown[]).length, rows.length)
    assert.deepEqual((read['more'] as Record<string, Record<string, unknown>>)['shelves']?.['rows'], [
      { book: 'north' },
      { book: 'south' },
    ])
  })

  it('is JSON with no rows at all', async () => {
    assert.deepEqual((JSON.parse((await fileIn('json', about([]))).toString()) as { rows: unknown }).rows, [])
  })

  it('opens as a workbook with real types, a sheet for each table and one of notes; a formula is a text', async () => {
    const book = await readXlsx(await fileIn('xlsx', about(coming())))
    assert.deepEqual(
      book.sheets.map(({ name }) => name),
      ['Books  all some', 'Shelves', 'platform.note.sheet'],
    )
    const [books, , notes] = book.sheets
    const read = books?.rows ?? []
    assert.deepEqual(read[0], [
      'shelves.column.book',
      'shelves.column.price (francs)',
      'shelves.column.printed',
      'shelves.column.knownOn',
      'shelves.column.lent',
    ])
    assert.deepEqual(
      read.slice(1).map(([book]) => book),
      rows.map(([book]) => book),
    )
    assert.deepEqual(
      read.slice(1).map(([, price]) => price),
      rows.map(([, price]) => Number(price)),
    )
    assert.deepEqual(read[1]?.[3], new Date('2026-01-31T00:00:00Z'))
    assert.equal(read[5]?.[3], 'spring')
    assert.deepEqual([read[1]?.[4], read[2]?.[4], read[3]?.[4] ?? null], [true, false, null])
    assert.match(JSON.stringify(notes?.rows), /Two were lost\..*https:\/\/plan\.example\.org\/en\/books.*known_on/)
  })

  it('keeps in a workbook the digits of a number that no machine holds', async () => {
    const sheet = (await entriesOf(await fileIn('xlsx', about(rows)))).get('xl/worksheets/sheet1.xml') ?? ''
    assert.match(sheet, /<v>12345678901234567890\.10<\/v>/)
    assert.match(sheet, /<v>65\.40<\/v>/)
    assert.doesNotMatch(sheet, /<f[ >]/)
  })

  it('goes from right to left in Arabic, and its head stays in place', async () => {
    const sheet = async (language: TakeAway['language']) =>
      (await entriesOf(await fileIn('xlsx', about(rows, language)))).get('xl/worksheets/sheet1.xml') ?? ''
    assert.match(await sheet('ar'), /rightToLeft="1"><pane ySplit="1"/)
    assert.doesNotMatch(await sheet('fr'), /rightToLeft/)
  })

  for (const kind of ['csv', 'ndjson'] as const)
    it(`says in its last line that it is incomplete when it breaks off as ${kind}`, async () => {
      const seen: Uint8Array[] = []
      const { body } = fileOf(kind, about(coming(new Error('lost'))), { say: sayKey, asOf: day })
      await assert.rejects(async () => {
        for await (const bytes of body as AsyncIterable<Uint8Array>) seen.push(bytes)
      }, /lost/)
      const last = Buffer.concat(seen).toString().trimEnd().split(/\r?\n/).at(-1)
      assert.match(last ?? '', /platform\.incomplete 5/)
    })

  for (const kind of ['json', 'xlsx'] as const)
    it(`does not open when it breaks off as ${kind}`, async () => {
      const seen: Uint8Array[] = []
      const { body } = fileOf(kind, about(coming(new Error('lost'))), { say: sayKey, asOf: day })
      await assert.rejects(async () => {
        for await (const bytes of body as AsyncIterable<Uint8Array>) seen.push(bytes)
      }, /lost/)
      const all = Buffer.concat(seen)
      if (kind === 'json') assert.throws(() => JSON.parse(all.toString()))
      else await assert.rejects(readXlsx(all))
    })

  for (const kind of ['csv', 'ndjson', 'json', 'xlsx'] as const)
    it(`asks for no more rows when its reader goes away, as ${kind}`, async () => {
      let asked = 0
      let isClosed = false
      async function* endless(): AsyncGenerator<readonly TakenRow[]> {
        try {
          for (;;) {
            asked += 1
            yield Array.from({ length: 500 }, (_, at) => [`${asked} ${at} ${Math.random()}`, '1.5', 2000, null, true])
          }
        } finally {
          isClosed = true
        }
      }
      const { body } = fileOf(kind, about(endless()), { say: sayKey, asOf: day })
      let bytes = 0
      for await (const some of body as AsyncIterable<Uint8Array>) {
        bytes += some.length
        if (bytes > 300_000) break
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
      assert.equal(isClosed, true)
      assert.ok(asked < 200, `${asked}`)
    })
})

describe('The digits of a number', () => {
  const cases: readonly [given: string | number | bigint, written: string | null][] = [
    ['65.40', '65.40'],
    ['-0.10', '-0.10'],
    ['.5', '0.5'],
    ['+7', '7'],
    ['007', '7'],
    ['5.', '5'],
    ['9.17E-05', '9.17e-05'],
    [12n, '12'],
    [1e21, '1e+21'],
    ['', null],
    ['.', null],
    ['=1', null],
    ['1,5', null],
    ['NaN', null],
  ]
  for (const [given, written] of cases)
    it(`leave ${JSON.stringify(String(given))} as ${written}`, () => {
      assert.equal(decimalText(given), written)
      if (written !== null) assert.equal(typeof JSON.parse(written), 'number')
    })
})

describe('The parts of a workbook', () => {
  it('have names that a sheet can have, no two alike', () => {
    assert.deepEqual(sheetNames(['a/b', 'A b', "'x'", '', '目'.repeat(40)]), [
      'a b',
      'A b 2',
      'x',
      'Sheet',
      '目'.repeat(31),
    ])
  })

  it('hold any sign', () => {
    assert.equal(xmlText('a\u0000b_x0041_\ud800<&\t\r'), 'a_x0000_b_x005F_x0041_\ufffd&lt;&amp;\t_x000D_')
  })
})
