import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MethodFiles } from './method-files.ts'

/** The files of the methods in a content folder, each read when it is asked for. */
export const methodFilesIn =
  (content: string): MethodFiles =>
  (name) =>
    readFileSync(join(content, 'methods', name), 'utf8')
