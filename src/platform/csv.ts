/** A cell of a file for a spreadsheet; null is a cell that is not there and stays empty. */
export type CsvCell = string | number | bigint | boolean | null

/** What is not written as it is: what a spreadsheet would take for a formula, and what RFC 4180 quotes. Asked of every cell, so once. */
const careful = /^[=+\-@\t\r]|[",\r\n]/

/**
 * A spreadsheet takes what begins like this for a formula; an apostrophe makes it words again. A plain number keeps its
 * sign: it is a value, and nothing can be hidden in it.
 */
const defused = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? `'${text}` : text

const written = (cell: CsvCell): string => {
  if (cell === null) return ''
  const plain = typeof cell === 'string' ? cell : String(cell)
  if (!careful.test(plain)) return plain
  const text = defused(plain)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as RFC 4180 writes them: commas, quotes doubled, CRLF after every row; UTF-8 without a mark. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string => {
  let all = ''
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1) all += (at === 0 ? '' : ',') + written(row[at] ?? null)
    all += '\r\n'
  }
  return all
}
