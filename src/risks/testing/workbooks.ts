import assert from 'node:assert/strict'
import { Day } from '#kernel'
import { fileOf, gathered, readWorkbook } from '#platform'
import { sayKey } from '#platform/testing'
import { sheetColumns } from '#risks/core'

export type SheetCells = Readonly<Record<string, string>>

/** A workbook with these rows, as a program of somebody else might write it. */
export const aWorkbook = (rows: readonly SheetCells[], columns: readonly string[] = sheetColumns): Promise<Buffer> => {
  const { body } = fileOf(
    'xlsx',
    {
      name: 'x',
      title: 'x',
      language: 'en',
      tables: [
        {
          name: 'risks',
          label: 'risks',
          columns: columns.map((key) => ({ key, label: 'x', unit: key, type: 'text' })),
          rows: rows.map((row) => columns.map((key) => row[key] ?? null)),
        },
      ],
      notes: [],
    },
    { say: sayKey, asOf: Day.trusted('2026-11-26') },
  )
  return gathered(body as AsyncIterable<Uint8Array>)
}

/** The rows of a workbook that went out, each by the keys of its columns. */
export const cellsIn = async (bytes: Uint8Array): Promise<readonly SheetCells[]> => {
  const read = await readWorkbook(bytes)
  const [sheet] = read.kind === 'done' ? read.value : assert.fail(JSON.stringify(read))
  const [head, ...rows] = sheet?.rows ?? assert.fail()
  const keys = Object.entries(head?.cells ?? {}).map(
    ([letter, text]) => [letter, /\(([a-z_]+)\)$/.exec(text)?.[1] ?? ''] as const,
  )
  return rows.map(({ cells }) =>
    Object.fromEntries(keys.flatMap(([letter, key]) => (cells[letter] === undefined ? [] : [[key, cells[letter]]]))),
  )
}
