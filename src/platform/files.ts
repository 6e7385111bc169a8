import { createHash } from 'node:crypto'
import { access, constants, open, realpath, stat } from 'node:fs/promises'
import { sep } from 'node:path'

/** A foreign file's text, or why there is none. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'trouble'; readonly trouble: 'missing' | 'not-readable' | 'too-large' | 'not-utf8' }

const troubleOf = (error: unknown): 'missing' | 'not-readable' => {
  const code = (error as { code?: unknown }).code
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'not-readable'
}

/** What keeps a file from being read; null when nothing does. Folders, pipes and devices are no files: some never end. */
export const fileTrouble = async (path: string): Promise<'missing' | 'not-readable' | null> => {
  try {
    if (!(await stat(path)).isFile()) return 'not-readable'
    await access(path, constants.R_OK)
    return null
  } catch (error) {
    return troubleOf(error)
  }
}

/** Whether a file is below a folder, wherever links lead; one that is not there leads nowhere. */
export const staysIn = async (folder: string, path: string): Promise<boolean> => {
  try {
    return (await realpath(path)).startsWith(`${await realpath(folder)}${sep}`)
  } catch {
    return true
  }
}

/** Reads a file of at most `limit` bytes as UTF-8, a byte order mark left out. Bytes that are no UTF-8 are not guessed at. */
export const readTextFile = async (path: string, limit: number): Promise<FileText> => {
  const trouble = await fileTrouble(path)
  if (trouble !== null) return { kind: 'trouble', trouble }
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size > limit) return { kind: 'trouble', trouble: 'too-large' }
      const bytes = await file.readFile()
      try {
        return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
      } catch {
        return { kind: 'trouble', trouble: 'not-utf8' }
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    return { kind: 'trouble', trouble: troubleOf(error) }
  }
}

/** SHA-256 of texts in their order, in hexadecimal. */
export const digestOfTexts = (texts: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length}\n`).update(text)
  return hash.digest('hex')
}
