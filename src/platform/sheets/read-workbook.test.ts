import assert from 'node:assert/strict'
import { readXlsx } from 'hucre'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { fileOf, gathered, readWorkbook, type TakeAway, type ZipEntry, zipOf } from '#platform'
import { sayKey } from '#platform/testing'
import { bookRelations } from '../taking/xlsx-parts.ts'

const day = Day.trusted('2026-11-26')

const books: TakeAway = {
  name: 'books',
  title: 'Books',
  language: 'en',
  tables: [
    {
      name: 'books',
      label: 'Books',
      columns: [
        { key: 'isbn', label: 'Number', type: 'text', unit: 'isbn' },
        { key: 'title', label: 'Title', type: 'text', isOpen: true },
        { key: 'pages', label: 'Pages', type: 'number', isOpen: true },
        { key: 'shelf', label: 'Shelf', type: 'text', isOpen: true, choices: { table: 'lists', column: 'shelf' } },
      ],
      rows: [
        ['b1', 'Emma & "others" <1>\nsecond line', '474.50', 'north'],
        ['b2', '=1+1', null, null],
      ],
    },
    {
      name: 'lists',
      label: "The house's shelves",
      columns: [{ key: 'shelf', label: 'Shelf', type: 'text' }],
      rows: [['north'], ['south']],
    },
  ],
  notes: [],
}

const bytesOf = async (): Promise<Buffer> => {
  const { body } = fileOf('xlsx', books, { say: sayKey, asOf: day })
  return gathered(body as AsyncIterable<Uint8Array>)
}

const zipped = (parts: Readonly<Record<string, string | (() => AsyncIterable<Uint8Array>)>>): Promise<Buffer> =>
  gathered(
    zipOf(
      Object.entries(parts).map(
        ([path, body]): ZipEntry => ({
          path,
          body:
            typeof body === 'function'
              ? body
              : async function* () {
                  yield Buffer.from(body)
                },
        }),
      ),
      day,
    ),
  )

const book = (sheet: string | (() => AsyncIterable<Uint8Array>)) =>
  zipped({
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': bookRelations(1),
    'xl/worksheets/sheet1.xml': sheet,
  })

async function* blanks(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < 50; at += 1) yield Buffer.alloc(1_000_000, ' ')
}

describe('A workbook that comes back', () => {
  it('is read as it was written, numbers with their digits', async () => {
    const read = await readWorkbook(await bytesOf())
    const [sheet] = read.kind === 'done' ? read.value : assert.fail(JSON.stringify(read))
    assert.equal(sheet?.name, 'Books')
    assert.deepEqual(sheet?.rows, [
      { row: 1, cells: { A: 'Number (isbn)', B: 'Title', C: 'Pages', D: 'Shelf' } },
      { row: 2, cells: { A: 'b1', B: 'Emma & "others" <1>\nsecond line', C: '474.50', D: 'north' } },
      { row: 3, cells: { A: 'b2', B: '=1+1' } },
    ])
  })

  it('is read by a second program alike, with its lists to choose from', async () => {
    const { sheets } = await readXlsx(await bytesOf())
    assert.equal(sheets[0]?.rows[1]?.[1], 'Emma & "others" <1>\nsecond line')
    const [validation] =
      (sheets[0] as unknown as { dataValidations?: { type: string; formula1?: string }[] }).dataValidations ?? []
    assert.deepEqual([validation?.type, validation?.formula1], ['list', "'The house''s shelves'!$A$2:$A$3"])
  })

  it('has shared texts, rows without numbers and formulas with what was last computed', async () => {
    const parts = {
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': bookRelations(1).replace('"worksheets', '"/xl/worksheets'),
      'xl/sharedStrings.xml': '<sst><si><r><t>ru</t></r><r><t>le</t></r><rPh><t>no</t></rPh></si></sst>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row><c t="s"><v>0</v></c><c><f>1+1</f><v>2</v></c></row><row r="9"><c r="AB9" t="b"><v>1</v></c></row></sheetData></worksheet>',
    }
    const read = await readWorkbook(await zipped(parts))
    assert.deepEqual(read.kind === 'done' ? read.value[0]?.rows : read, [
      { row: 1, cells: { A: 'rule', B: '2' } },
      { row: 9, cells: { AB: '1' } },
    ])
  })

  const hostile: readonly [name: string, bytes: () => Promise<Uint8Array>, code: string][] = [
    ['that is none', async () => Buffer.from('a,b\n1,2\n'), 'notWorkbook'],
    ['that is a ZIP of something else', () => zipped({ 'a.txt': 'a' }), 'notWorkbook'],
    ['of more bytes than are taken', async () => Buffer.alloc(5_000_001), 'tooLarge'],
    ['of blanks that unpack to a thousand times as much', () => book(blanks), 'tooLarge'],
    [
      'with more cells than are read',
      () => book(`<worksheet><sheetData><row>${'<c/>'.repeat(200_001)}</row></sheetData></worksheet>`),
      'tooLarge',
    ],
    [
      'with a document type',
      () => book('<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'),
      'notUnderstood',
    ],
    ['nested without end', () => book(`${'<a>'.repeat(1000)}`), 'notUnderstood'],
    ['with broken XML', () => book('<worksheet><sheetData>'), 'notUnderstood'],
    [
      'with a row that no sheet has',
      () => book('<worksheet><sheetData><row r="99999999"/></sheetData></worksheet>'),
      'notUnderstood',
    ],
    ['cut off in the middle', async () => (await bytesOf()).subarray(0, 900), 'notWorkbook'],
  ]
  for (const [name, bytes, code] of hostile)
    it(`is refused when it is one ${name}`, async () => {
      const read = await readWorkbook(await bytes())
      assert.equal(read.kind === 'refused' ? read.refusal.code : 'done', `platform.sheet.${code}`)
    })
})
