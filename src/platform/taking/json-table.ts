import { type Incomplete, withLastLine } from './csv-table.ts'
import { decimalText } from './decimal-text.ts'
import { chunksOf, type TakeAway, type TakenCell, type TakenColumn, type TakenRow, type TakenTable } from './table.ts'

/** A cell as JSON. A number is written with its own digits, so that nothing is rounded on the way. */
const jsonCell = (cell: TakenCell, { type }: TakenColumn): string => {
  if (cell === null) return 'null'
  if (typeof cell === 'boolean') return String(cell)
  const number = type === 'number' || type === 'year' || typeof cell !== 'string' ? decimalText(cell) : null
  return number ?? JSON.stringify(String(cell))
}

/** What writes rows of these columns as objects. */
const objectsOf = (columns: readonly TakenColumn[]): ((row: TakenRow) => string) => {
  const heads = columns.map(({ key }, at) => `${at === 0 ? '{' : ','}${JSON.stringify(key)}:`)
  return (row) => {
    let written = ''
    for (const [at, column] of columns.entries()) written += heads[at] + jsonCell(row[at] ?? null, column)
    return `${written}}`
  }
}

async function* rowsOf({ columns, rows }: TakenTable): AsyncGenerator<string> {
  const object = objectsOf(columns)
  let before = '['
  for await (const some of chunksOf(rows)) {
    if (some.length === 0) continue
    yield `${before}\n${some.map(object).join(',\n')}`
    before = ','
  }
  yield before === '[' ? '[]' : '\n]'
}

/** The title, the notes by key, the columns, the rows as objects; further tables by name. A broken file does not close, so it does not parse. */
export async function* jsonTables({
  title,
  language,
  tables: [first, ...more],
  notes,
}: TakeAway): AsyncGenerator<string> {
  const noted = Object.fromEntries(notes.map(({ key, value }) => [key, value]))
  yield `{"title":${JSON.stringify(title)},"language":"${language}",\n"notes":${JSON.stringify(noted)},\n`
  yield `"columns":${JSON.stringify(first.columns)},\n"rows":`
  yield* rowsOf(first)
  for (const [at, table] of more.entries()) {
    yield `${at === 0 ? ',\n"more":{' : ','}\n${JSON.stringify(table.name)}:{"label":${JSON.stringify(table.label)},`
    yield `"columns":${JSON.stringify(table.columns)},"rows":`
    yield* rowsOf(table)
    yield '}'
  }
  yield more.length > 0 ? '}}\n' : '}\n'
}

/** An object a line. A broken file ends in `{"incomplete": "…"}`. */
export async function* ndjsonTable(table: TakenTable, incomplete: Incomplete): AsyncGenerator<string> {
  const object = objectsOf(table.columns)
  yield* withLastLine(
    table,
    (rows) => rows.map((row) => `${object(row)}\n`).join(''),
    (rows) => `${JSON.stringify({ incomplete: incomplete(rows) })}\n`,
  )
}
