import { Day, Language, type Words } from '#kernel'
import { type Row, text } from '#platform'

/** Reads words kept as JSON. A column without English is a bug. */
export const words = (row: Row, column: string): Words => {
  const kept: unknown = JSON.parse(text(row, column))
  if (typeof kept !== 'object' || kept === null) throw new Error(`Column ${column} holds no words`)
  const pairs = Object.entries(kept).filter(
    (pair): pair is [Language, string] => Language.parse(pair[0]) !== null && typeof pair[1] === 'string',
  )
  const { en, ...others } = Object.fromEntries(pairs)
  if (en === undefined) throw new Error(`Column ${column} has no English`)
  return { en, ...others }
}

export const wordsOrNull = (row: Row, column: string): Words | null =>
  row[column] === null ? null : words(row, column)

export const day = (row: Row, column: string): Day => Day.trusted(text(row, column))

export const dayOrNull = (row: Row, column: string): Day | null => (row[column] === null ? null : day(row, column))

export const oneOf = <const Choice extends string>(row: Row, column: string, choices: readonly Choice[]): Choice => {
  const found = choices.find((one) => one === row[column])
  if (found === undefined) throw new Error(`Column ${column} holds ${String(row[column])}`)
  return found
}

export const oneOfOrNull = <const Choice extends string>(row: Row, column: string, choices: readonly Choice[]) =>
  row[column] === null ? null : oneOf(row, column, choices)
