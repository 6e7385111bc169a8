/** A cell of a file for a spreadsheet; null is a cell that is not there and stays empty. */
export type CsvCell = string | number | bigint | boolean | null

/**
 * A spreadsheet takes what begins like this for a formula; an apostrophe makes it words again. A plain number keeps its
 * sign: it is a value, and nothing can be hidden in it.
 */
const defused = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? `'${text}` : text

const written = (cell: CsvCell): string => {
  const text = cell === null ? '' : defused(String(cell))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as RFC 4180 writes them: commas, quotes doubled, CRLF after every row; UTF-8 without a mark. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')
