import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { type Info, parse } from 'csv-parse'
import { separatorOf } from '#statistics/core'

/** SHA-256 of a file, in hexadecimal. */
export const digestOf = async (...paths: readonly string[]): Promise<string> => {
  const hash = createHash('sha256')
  for (const path of paths)
    for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(bytes)
  return hash.digest('hex')
}

/** A row of a file and the line on which it ends, counting from 1. */
export type FileRow = { readonly record: readonly string[]; readonly info: Info }

/** Some rows at once with how much of the file has been read, or where it stopped making sense. */
export type Batch =
  | { readonly kind: 'rows'; readonly rows: readonly FileRow[]; readonly bytes: number; readonly of: number }
  | { readonly kind: 'broken'; readonly line: number }

const firstLineOf = async (path: string): Promise<string> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0)
    return buffer.toString('utf8', 0, bytesRead).split(/\r?\n/, 1)[0] ?? ''
  } finally {
    await file.close()
  }
}

/** No row has more letters: a quotation mark that is never closed, or what is no table, would be read into memory whole. */
const longestRow = 1 << 20

/**
 * The rows of a CSV file, hundreds at a time: a promise for each row would cost more than reading it. A byte order mark
 * and either kind of line end are no part of any cell; comma, semicolon or tab is found from the first line.
 */
export async function* batchesOf(path: string): AsyncGenerator<Batch> {
  const delimiter = separatorOf(await firstLineOf(path))
  const source = createReadStream(path, { highWaterMark: 1 << 18 })
  const of = statSync(path).size
  // The last one is the stream's, not the parser's: with sixteen rows, its default, waiting is most of the work.
  const options = {
    bom: true,
    delimiter,
    info: true,
    max_record_size: longestRow,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    readableHighWaterMark: 1024,
  } as const
  const parser = source.pipe(parse(options))
  let state: 'open' | 'ended' | 'broken' = 'open'
  let line = 1
  let wake = (): void => {}
  const told = (next: typeof state) => () => {
    state = next
    wake()
  }
  parser.on('readable', () => wake())
  parser.on('end', told('ended'))
  parser.on('error', told('broken'))
  source.on('error', (error) => parser.destroy(error))
  const isOver = (): boolean => state !== 'open'
  try {
    for (;;) {
      const rows: FileRow[] = []
      for (let row: FileRow | null = parser.read(); row !== null; row = parser.read()) rows.push(row)
      line = rows.at(-1)?.info.lines ?? line
      if (rows.length > 0) yield { kind: 'rows', rows, bytes: source.bytesRead, of }
      else if (isOver()) break
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
    if (state === ('broken' as string)) yield { kind: 'broken', line: line + 1 }
  } finally {
    source.destroy()
    parser.destroy()
  }
}
