import type { Day } from '#kernel'
import type { Say } from '../page.ts'
import type { Taken } from '../route.ts'
import { standingAlone } from './alone.ts'
import { bytesOf } from './bytes.ts'
import { csvTable } from './csv-table.ts'
import { jsonTables, ndjsonTable } from './json-table.ts'
import type { TakeAway } from './table.ts'
import { xlsxOf } from './xlsx.ts'

/** The kinds of file in which every table leaves. */
export const fileKinds = ['csv', 'xlsx', 'json', 'ndjson'] as const
export type FileKind = (typeof fileKinds)[number]

const types: Readonly<Record<FileKind, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
}

const bodyOf = (kind: FileKind, all: TakeAway, say: Say, day: Day): AsyncIterable<Uint8Array> => {
  const incomplete = (rows: number): string => say('platform.incomplete', { rows })
  switch (kind) {
    case 'csv':
      return bytesOf(csvTable(standingAlone(all), incomplete))
    case 'json':
      return bytesOf(jsonTables(all))
    case 'ndjson':
      return bytesOf(ndjsonTable(standingAlone(all), incomplete))
    case 'xlsx':
      return xlsxOf(all, say, day)
  }
}

/** The same things as a file of this kind, written while it is sent. `day` dates what is inside a workbook. */
export const fileOf = (
  kind: FileKind,
  all: TakeAway,
  { say, asOf }: { readonly say: Say; readonly asOf: Day },
): Taken => ({
  kind: 'file',
  type: types[kind],
  name: `${all.name}.${kind}`,
  body: bodyOf(kind, all, say, asOf),
  inline: false,
})
