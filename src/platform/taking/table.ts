import type { Language } from '#kernel'
import type { Say } from '../page.ts'

/** What the cells of a column are. Days are `2026-11-26`; a year is a whole number that is never grouped; a flag is yes or no. */
export type CellType = 'text' | 'number' | 'year' | 'day' | 'flag'

/**
 * A column of a table that leaves the house. `key` is its name for programs, the same in every language; `label` is its name
 * for people, in the language of the file; `unit` stands beside it where all its cells have one.
 */
export type TakenColumn = {
  readonly key: string
  readonly label: string
  readonly type: CellType
  readonly unit?: string
  /** In a workbook that comes back: people may write here. Where a table has such a column, all others are protected. */
  readonly isOpen?: boolean
  /** What may be written here stands in that column of that table of the same workbook: a list to choose from. */
  readonly choices?: { readonly table: string; readonly column: string }
}

/** A cell: a number is best given as text, so that its digits leave as they are. Null stays empty: why is another column's cell. */
export type TakenCell = string | number | bigint | boolean | null

/** The cells of a row, in the order of the columns. */
export type TakenRow = readonly TakenCell[]

/** Rows that are there, or rows that come some hundreds at a time and are never all in memory. */
export type TakenRows = readonly TakenRow[] | AsyncIterable<readonly TakenRow[]>

export type TakenTable = {
  /** Its name for programs: a key in JSON. */
  readonly name: string
  /** Its name for people: that of a sheet. */
  readonly label: string
  readonly columns: readonly TakenColumn[]
  readonly rows: TakenRows
}

/** A line of the notes: whose it is, under which licence, as of when, what is missing and why. Null where there is nothing to say. */
export type TakenNote = { readonly key: string; readonly label: string; readonly value: string | null }

/**
 * Something to take away, in whatever kind of file its reader wants. CSV and NDJSON hold the first table alone, with source, licence
 * and day in each row; XLSX has a sheet for each and one of notes, JSON has everything.
 */
export type TakeAway = {
  /** What the file is called, without its ending. */
  readonly name: string
  readonly title: string
  readonly language: Language
  readonly tables: readonly [TakenTable, ...(readonly TakenTable[])]
  readonly notes: readonly TakenNote[]
}

/** `known_on` as messages have it: `knownOn`. */
const inCamel = (key: string): string => key.replaceAll(/_([a-z0-9])/g, (_, sign: string) => sign.toUpperCase())

/**
 * Columns by key and type, with the labels that a feature says under `prefix`: `known_on` is `statistics.column.knownOn`.
 * A column without a sentence shows its key.
 */
export const columnsOf = <Key extends string>(
  say: Say,
  prefix: string,
  columns: readonly (readonly [key: Key, type: CellType, unit?: string])[],
): readonly (TakenColumn & { readonly key: Key })[] =>
  columns.map(([key, type, unit]) => {
    const sentence = `${prefix}.${inCamel(key)}`
    return { key, type, label: say.has(sentence) ? say(sentence) : key, ...(unit === undefined ? {} : { unit }) }
  })

/** What every file says about itself, in this order. */
export type AboutTable = {
  readonly source?: string | null
  readonly licence?: string | null
  readonly credit?: string | null
  /** The day that the file shows. */
  readonly asOf: string
  /** The page's address that always shows this. */
  readonly address: string
  /** What is not in the table and why, in the language of the file. */
  readonly missing?: string | null
}

export const notesOf = (say: Say, about: AboutTable): readonly TakenNote[] => [
  { key: 'source', label: say('platform.note.source'), value: about.source ?? null },
  { key: 'licence', label: say('platform.note.licence'), value: about.licence ?? null },
  { key: 'credit', label: say('platform.note.credit'), value: about.credit ?? null },
  { key: 'as_of', label: say('platform.note.asOf'), value: about.asOf },
  { key: 'missing', label: say('platform.note.missing'), value: about.missing ?? null },
  { key: 'address', label: say('platform.note.address'), value: about.address },
]

/** The rows some hundreds at a time, wherever they are from. */
export async function* chunksOf(rows: TakenRows): AsyncGenerator<readonly TakenRow[]> {
  if (Symbol.asyncIterator in rows) yield* rows
  else for (let at = 0; at < rows.length; at += 500) yield rows.slice(at, at + 500)
}
