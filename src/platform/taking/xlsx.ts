import { directionOf } from '#kernel'
import type { Say } from '../page.ts'
import { bytesOf } from './bytes.ts'
import { type CellType, chunksOf, type TakeAway, type TakenRow, type TakenTable } from './table.ts'
import {
  bookOf,
  bookRelations,
  type Choices,
  cellOf,
  contentTypes,
  headCell,
  mostRows,
  openCell,
  openSheetEnds,
  rootRelations,
  sheetBegins,
  sheetEnds,
  sheetNames,
  styles,
  wordsCell,
} from './xlsx-parts.ts'
import { type ZipEntry, zipOf } from './zip.ts'

/** Rows of a table that a sheet holds below its head: whoever has more offers another kind of file. */
export const xlsxRows = mostRows - 1

const widthOf: Readonly<Record<CellType, number>> = { text: 24, number: 14, year: 8, day: 12, flag: 8 }

/** The lists of a table that stand in other tables of the workbook. A table of choices is there whole. */
const choicesOf = (
  { columns }: TakenTable,
  tables: readonly TakenTable[],
  names: readonly string[],
): readonly Choices[] =>
  columns.flatMap(({ choices }, at) => {
    const nth = choices === undefined ? -1 : tables.findIndex(({ name }) => name === choices.table)
    const table = tables[nth]
    const sheet = names[nth]
    if (table === undefined || sheet === undefined || !Array.isArray(table.rows)) return []
    const column = table.columns.findIndex(({ key }) => key === choices?.column)
    const rows = table.rows as readonly TakenRow[]
    const filled = rows.filter((row) => (row[column] ?? null) !== null).length
    return filled === 0 ? [] : [{ at, sheet, column, rows: filled }]
  })

async function* tableSheet(
  { columns, rows, name }: TakenTable,
  isRtl: boolean,
  choices: readonly Choices[],
): AsyncGenerator<string> {
  const open = columns.map(({ isOpen }) => isOpen === true)
  const isOpen = open.includes(true)
  yield sheetBegins({ isRtl, widths: columns.map(({ type }) => widthOf[type]), hasHead: true, open })
  const heads = columns.map(({ label, unit }) => headCell(unit === undefined ? label : `${label} (${unit})`))
  yield `<row>${heads.join('')}</row>`
  const types = columns.map(({ type }) => type)
  let count = 0
  for await (const some of chunksOf(rows)) {
    count += some.length
    if (count > xlsxRows) throw new Error(`${name} has more than ${xlsxRows} rows, and a sheet does not`)
    let written = ''
    for (const row of some) {
      written += '<row>'
      for (const [at, type] of types.entries())
        written += open[at] === true ? openCell(row[at] ?? null, type) : cellOf(row[at] ?? null, type)
      written += '</row>'
    }
    yield written
  }
  yield isOpen ? openSheetEnds(choices) : sheetEnds
}

/** The sheet that says whose figures these are, what is missing, and what each column is called by programs. */
function* notesSheet({ title, notes, tables }: TakeAway, isRtl: boolean, say: Say): Generator<string> {
  yield sheetBegins({ isRtl, widths: [28, 60, 14, 14], hasHead: false })
  const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`
  yield row(headCell(title))
  for (const { label, value } of notes) if (value !== null) yield row(headCell(label), wordsCell(value))
  yield row(headCell(say('platform.note.numbers')), wordsCell(say('platform.note.numbersAre')))
  for (const { label, columns } of tables) {
    yield row()
    yield row(headCell(label))
    yield row(...['column', 'code', 'type', 'unit'].map((one) => headCell(say(`platform.note.${one}`))))
    for (const column of columns)
      yield row(
        wordsCell(column.label),
        cellOf(column.key, 'text'),
        cellOf(say(`platform.note.type.${column.type}`), 'text'),
        cellOf(column.unit ?? null, 'text'),
      )
  }
  yield sheetEnds
}

/**
 * A workbook: a sheet for each table and one of notes, from right to left where the language is. Numbers are numbers with the digits
 * they have, days are days, a text is never a formula. It is written while it is sent; a broken one does not open.
 */
export const xlsxOf = (all: TakeAway, say: Say, day: string): AsyncGenerator<Uint8Array> => {
  const isRtl = directionOf(all.language) === 'rtl'
  const names = sheetNames([...all.tables.map(({ label }) => label), say('platform.note.sheet')])
  const text = (path: string, body: string): ZipEntry => ({ path, body: () => bytesOf([body]) })
  return zipOf(
    [
      text('[Content_Types].xml', contentTypes(names.length)),
      text('_rels/.rels', rootRelations),
      text('xl/workbook.xml', bookOf(names)),
      text('xl/_rels/workbook.xml.rels', bookRelations(names.length)),
      text('xl/styles.xml', styles),
      ...all.tables.map((table, at) => ({
        path: `xl/worksheets/sheet${at + 1}.xml`,
        body: () => bytesOf(tableSheet(table, isRtl, choicesOf(table, all.tables, names))),
      })),
      { path: `xl/worksheets/sheet${names.length}.xml`, body: () => bytesOf(notesSheet(all, isRtl, say)) },
    ],
    day,
  )
}
