import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre'
import { type FileKind, fileKinds } from '../taking/file.ts'

/** A cell as all kinds can say it: a number by its value, a day by its letters, nothing as nothing. */
const said = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  const text = String(cell)
  return text !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text
}

type Get = (address: string) => Promise<string>

/** What a file of a kind says in a column, row by row. `get` answers with the bytes of a file as latin1, or with its text. */
const columnIn = async (get: Get, kind: FileKind, address: string, key: string): Promise<readonly string[]> => {
  const [path, question = ''] = address.split(/(?=\?)/)
  const taken = await get(`${path}.${kind}${question}`)
  switch (kind) {
    case 'csv':
      return (parse(taken, { columns: true }) as Record<string, string>[]).map((row) => said(row[key]))
    case 'json':
      return (JSON.parse(taken) as { rows: Record<string, unknown>[] }).rows.map((row) => said(row[key]))
    case 'ndjson':
      return taken
        .trimEnd()
        .split('\n')
        .map((line) => said((JSON.parse(line) as Record<string, unknown>)[key]))
    case 'xlsx': {
      const [head] = (parse(await get(`${path}.csv${question}`)) as string[][]) ?? []
      const at = head?.indexOf(key) ?? -1
      const [sheet] = (await readXlsx(Buffer.from(taken, 'latin1'))).sheets
      return (sheet?.rows ?? []).slice(1).map((row) => said(row[at]))
    }
  }
}

/** The cells of a column, which are the same in every kind of file. */
export const inEveryKind = async (get: Get, address: string, key: string): Promise<readonly string[]> => {
  const [first = [], ...others] = await Promise.all(fileKinds.map((kind) => columnIn(get, kind, address, key)))
  for (const other of others) assert.deepEqual(other, first)
  return first
}
