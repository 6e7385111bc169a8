import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file of a ZIP: its path there, and its bytes, asked for when its turn comes. */
export type ZipEntry = { readonly path: string; readonly body: () => AsyncIterable<Uint8Array> }

/**
 * A ZIP as it is made: no file of it is in memory, and of the files only one is open. When a file breaks, so does the ZIP, without the
 * list at its end that makes it one; when its reader goes away, the file that is open is closed.
 */
export async function* zipOf(entries: readonly ZipEntry[], day: string): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  const open = new Set<Readable>()
  zip.on('error', (error) => out.destroy(error as Error))
  for (const { path, body } of entries)
    zip.addReadStreamLazy(path, { mtime: new Date(`${day}T12:00:00Z`), compressionLevel: 4 } as never, (opened) => {
      const source = Readable.from(body(), { objectMode: false })
      source.once('error', (error) => out.destroy(error))
      source.once('close', () => open.delete(source))
      open.add(source)
      opened(null, source)
    })
  zip.end()
  try {
    for await (const bytes of out) yield bytes as Uint8Array
  } finally {
    for (const source of open) source.destroy()
  }
}
