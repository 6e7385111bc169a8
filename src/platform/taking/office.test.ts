import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { sayKey } from '../testing/index.ts'
import { gathered } from './bytes.ts'
import { fileOf } from './file.ts'
import { columnsOf, type TakenRow } from './table.ts'

const isThere = spawnSync('soffice', ['--version']).status === 0

const rows: readonly TakenRow[] = [
  ['=1+1', '65.4', '2026-01-31'],
  ['@SUM(A1)', '-0.1', '2026-02-28'],
  ['目标 السكان', '0.5', '2026-03-01'],
]

describe('A workbook in LibreOffice', () => {
  it.skipIf(!isThere)(
    'opens without a repair, a formula being a text (skipped where it is not on the machine)',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'meridian-office-'))
      const day = Day.trusted('2026-11-26')
      const columns = columnsOf(sayKey, 'shelves.column', [
        ['book', 'text'],
        ['price', 'number'],
        ['known_on', 'day'],
      ])
      const tables = [{ name: 'books', label: 'Books', columns, rows }] as const
      const file = fileOf(
        'xlsx',
        { name: 'b', title: 'B', language: 'ar', tables, notes: [] },
        { say: sayKey, asOf: day },
      )
      writeFileSync(path.join(folder, 'b.xlsx'), await gathered(file.body as AsyncIterable<Uint8Array>))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      spawnSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', 'b.xlsx'],
        {
          cwd: folder,
        },
      )
      const read = parse(readFileSync(path.join(folder, 'b.csv'), 'utf8'), { bom: true }) as string[][]
      rmSync(folder, { recursive: true, force: true })
      assert.deepEqual(read.slice(1), rows)
    },
  )
})
