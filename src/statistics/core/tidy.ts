import type { Facts, Fault } from '#kernel'
import { nearest } from './nearest.ts'

/** The columns of the tidy layout that a file must have, and those that it may have besides its dimensions. */
const neededColumns = ['series', 'iso3', 'year', 'value', 'unit', 'source'] as const
const freeColumns = ['m49', 'nature', 'note', 'vintage', 'status', 'missing'] as const

export type Header = {
  /** Where a column stands, from 0; -1 when the file does not have it. */
  readonly at: (column: string) => number
  readonly width: number
}

/** Which of comma, semicolon and tab separates the names in the first line. */
export const separatorOf = (line: string): ',' | ';' | '\t' => {
  const count = (sign: string) => line.split(sign).length
  if (count('\t') > count(',') && count('\t') >= count(';')) return '\t'
  return count(';') > count(',') ? ';' : ','
}

/** The first row as column names. A column that is needed and absent, unknown or there twice refuses the file. */
export const headerOf = (names: readonly string[], dimensions: readonly string[], file: string): Header | Fault[] => {
  const known: readonly string[] = [...neededColumns, ...freeColumns, ...dimensions]
  const fault = (code: string, facts: Facts, column: number | string): Fault => ({
    code,
    facts,
    at: { file, line: 1, column },
  })
  const faults = [
    ...neededColumns
      .filter((column) => !names.includes(column))
      .map((column) => fault('statistics.fault.noColumn', { column }, column)),
    ...names.flatMap((name, at) => {
      if (!known.includes(name))
        return [fault('statistics.fault.unknownColumn', { column: name, nearest: nearest(name, known) }, at + 1)]
      return names.indexOf(name) === at ? [] : [fault('statistics.fault.columnTwice', { column: name }, at + 1)]
    }),
  ]
  if (faults.length > 0) return faults
  return { at: (column: string) => names.indexOf(column), width: names.length }
}
