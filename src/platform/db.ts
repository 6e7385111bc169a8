import type { Readable } from 'node:stream'

/** A statement and its values, apart from each other until the driver joins them. */
export type Sql = { readonly name: string; readonly text: string; readonly values: readonly unknown[] }

export type Row = Readonly<Record<string, unknown>>

/** What a GET holds: a READ ONLY transaction, on a replica when there is one. */
export interface ReadDb {
  all<T>(statement: Sql, read: (row: Row) => T): Promise<readonly T[]>
  /** Null when no row matches; two rows are a bug and throw. */
  one<T>(statement: Sql, read: (row: Row) => T): Promise<T | null>
  /**
   * The rows of a query of any length, some hundreds at a time and no faster than they are taken, each as the texts that PostgreSQL
   * writes for its columns, in their order; null where there is none. Numbers come with all their digits. Another statement waits
   * until these are all taken. Who stops before the end ends the query, and with it the transaction: nothing is asked after that.
   */
  stream(statement: Sql): AsyncIterable<readonly (readonly (string | null)[])[]>
}

/** What a POST holds: one transaction, committed if the deed is done, else rolled back. */
export interface WriteDb extends ReadDb {
  /** Returns how many rows changed. */
  run(statement: Sql): Promise<number>
  /**
   * Told to the database in one message with the commit, after everything else; a deed that is not kept takes it back. What others
   * wait for belongs here: they wait for the database alone, and not for us to hear that it was written and to say that it stands.
   */
  atEnd(statement: Sql): void
  /** Streams rows into a table: `copy feature.table (columns) from stdin`, in PostgreSQL's text or CSV format. Returns the rows written. */
  copy(statement: Sql, rows: Readable): Promise<number>
}

/** Hand-written SQL. The first line must be `-- feature.function`, so that logs name the caller. */
export const sql = (parts: TemplateStringsArray, ...values: readonly unknown[]): Sql => {
  const text = parts.reduce((before, part, at) => `${before}$${at}${part}`).trim()
  const name = /^-- ([a-z]+\.[a-zA-Z]+)\n/.exec(text)?.[1]
  if (name === undefined) throw new Error(`SQL without a "-- feature.function" line: ${text.slice(0, 60)}`)
  return { name, text, values }
}

/** Reads a text column. Another type means that the table and the code disagree: a bug. */
export const text = (row: Row, column: string): string => {
  const value = row[column]
  if (typeof value !== 'string') throw new Error(`Column ${column} is not text`)
  return value
}

export const textOrNull = (row: Row, column: string): string | null => (row[column] === null ? null : text(row, column))

export const whole = (row: Row, column: string): number => {
  const value = row[column]
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new Error(`Column ${column} is not a whole number`)
  return value
}

export const wholeOrNull = (row: Row, column: string): number | null =>
  row[column] === null ? null : whole(row, column)

export const truth = (row: Row, column: string): boolean => {
  const value = row[column]
  if (typeof value !== 'boolean') throw new Error(`Column ${column} is neither true nor false`)
  return value
}
