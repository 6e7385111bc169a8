import { csvOf } from '../csv.ts'
import { chunksOf, type TakenRow, type TakenTable } from './table.ts'

/** Says, as the last line of a file that breaks off, how many rows there are before it. */
export type Incomplete = (rows: number) => string

/**
 * The rows of a table with the line that a broken file ends in. Who reads the file sees it; who reads the transfer sees that it was
 * cut, because the error goes on.
 */
export async function* withLastLine(
  { rows }: TakenTable,
  written: (rows: readonly TakenRow[]) => string,
  broken: (rows: number) => string,
): AsyncGenerator<string> {
  let count = 0
  try {
    for await (const some of chunksOf(rows)) {
      count += some.length
      yield written(some)
    }
  } catch (error) {
    yield broken(count)
    throw error
  }
}

/** A table as RFC 4180 writes it, a head of keys first. Formulas are made words: an apostrophe before them. */
export async function* csvTable(table: TakenTable, incomplete: Incomplete): AsyncGenerator<string> {
  yield csvOf([table.columns.map(({ key }) => key)])
  yield* withLastLine(table, csvOf, (rows) => csvOf([[`INCOMPLETE: ${incomplete(rows)}`]]))
}
