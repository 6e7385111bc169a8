import { existsSync } from 'node:fs'
import path from 'node:path'
import { refused } from '#kernel'
import { printed, readTextFile, type Told } from '#platform'
import { casesOf, evaluatorOf, methodFilesIn } from '#progress'
import type { HouseCommand } from '../house.ts'

/** Files of cases are a few hundred kilobytes: in bytes. */
const limit = 64 * 2 ** 20

/** Numbers that are not finite, as some programs write them into JSON that has no such word. */
const notFinite = /(?<=[[:,]\s*)(-?)(?:NaN|Infinity)(?=\s*[,\]}])/g

const documentIn = (text: string): unknown => {
  for (const one of [text, text.replace(notFinite, '$11e999')])
    try {
      return JSON.parse(one)
    } catch {}
  return undefined
}

/**
 * Runs every case of a file by the methods, from the files of the content folder alone: no database, no server. One JSON object
 * a line, `{"id", "result"}` or `{"id", "error"}`, in the order of the file.
 */
export const evaluateMethods: HouseCommand = {
  name: 'methods evaluate',
  about: 'app.methods.about',
  takes: ['file'],
  run: async ({ config, say, words: [file] }) => {
    if (file === undefined) return { ...refused('app.fileMissing', { command: 'methods evaluate' }), kind: 'misuse' }
    if (!existsSync(path.join(config.content, 'methods'))) return refused('app.noMethods', { folder: config.content })
    const read = await readTextFile(path.resolve(file), limit)
    if (read.kind === 'trouble') return refused('app.caseFileTrouble', { file })
    const cases = casesOf(documentIn(read.text))
    if (cases.kind === 'refused') return cases
    const evaluate = evaluatorOf(methodFilesIn(config.content))
    for (const one of cases.value) {
      const answer = evaluate(one)
      const told: Told =
        answer.kind === 'done'
          ? { id: one.id, result: answer.value as Told }
          : { id: one.id, error: printed(answer, say, false).lines.join(' ') }
      process.stdout.write(`${JSON.stringify(told)}\n`)
    }
    return null
  },
}
