import { dirname, isAbsolute, join, normalize } from 'node:path'
import { z } from 'zod'
import type { Fault } from '#kernel'
import { digestOfTexts, readTextFile, staysIn } from '#platform'
import { planSchema } from './format.ts'
import { shaped } from './shape.ts'
import { faultAt, type Path, type Place, parseSource } from './source.ts'

/** A file of a plan holds at most this much, in bytes. Both editions of a real plan are a fortieth of it. */
export const fileLimit = 32 * 1024 * 1024

/** The file that is loaded, with its parts still unread: each is held in it or named by path. */
const shellSchema = planSchema.extend({
  organisation: z.unknown(),
  editions: z.array(z.unknown()).min(1),
  crosswalks: z.array(z.unknown()).default([]),
  findings: z.unknown().default([]),
  frameworks: z.unknown().default([]),
  measures: z.unknown().default([]),
  benchmarks: z.unknown().default([]),
  wording: z.partialRecord(z.string(), z.unknown()).default({}),
})

export type Shell = z.infer<typeof shellSchema>

/** A part that was read: its value as it stands in the file, and where it is in the plan's document. */
export type Part = { readonly path: Path; readonly place: Place; readonly value: unknown }

export type Parts = {
  readonly shell: Shell | null
  readonly main: Place
  readonly parts: readonly Part[]
  readonly faults: readonly Fault[]
  /** Of all files in the order in which they are named. */
  readonly digest: string
}

const partPaths = (shell: Shell): readonly Path[] => [
  ...(['organisation', 'findings', 'frameworks', 'measures', 'benchmarks'] as const).map((name) => [name]),
  ...shell.editions.map((_, at) => ['editions', at]),
  ...shell.crosswalks.map((_, at) => ['crosswalks', at]),
  ...Object.keys(shell.wording).map((language) => ['wording', language]),
]

const valueAt = (shell: Shell, path: Path): unknown =>
  path.reduce<unknown>((inner, part) => (inner as Readonly<Record<string | number, unknown>>)[part], shell)

/** A part's file lies beside the plan's file or below it, also where a link leads; anything else is not opened. */
const isOutside = async (folder: string, name: string): Promise<boolean> =>
  isAbsolute(name) || normalize(name).startsWith('..') || !(await staysIn(folder, join(folder, name)))

/** Reads a plan's file and the files that it names. Nothing is understood yet but their JSON. */
export const readParts = async (file: string): Promise<Parts> => {
  const nowhere: Place = { source: { file, tree: undefined, lines: [0] }, base: [] }
  const first = await readTextFile(file, fileLimit)
  if (first.kind === 'trouble') {
    const fault = { code: `plan.fault.file.${first.trouble}`, facts: { file }, at: { file } }
    return { shell: null, main: nowhere, parts: [], faults: [fault], digest: '' }
  }
  const { source, value, faults } = parseSource(file, first.text)
  const main: Place = { source, base: [] }
  if (faults.length > 0) return { shell: null, main, parts: [], faults, digest: '' }
  const shell = shaped<Shell>(shellSchema, value, main)
  if (shell.value === null) return { shell: null, main, parts: [], faults: shell.faults, digest: '' }
  const parts: Part[] = []
  const wrong: Fault[] = []
  const texts = [first.text]
  for (const path of partPaths(shell.value)) {
    const held = valueAt(shell.value, path)
    if (typeof held !== 'string') {
      parts.push({ path, place: { source, base: path }, value: held })
      continue
    }
    if (await isOutside(dirname(file), held)) {
      wrong.push(faultAt(main, path, 'plan.fault.file.outside', { file: held }))
      continue
    }
    const read = await readTextFile(join(dirname(file), held), fileLimit)
    if (read.kind === 'trouble') {
      wrong.push(faultAt(main, path, `plan.fault.file.${read.trouble}`, { file: held }))
      continue
    }
    texts.push(read.text)
    const parsed = parseSource(join(dirname(file), held), read.text)
    wrong.push(...parsed.faults)
    if (parsed.value !== null) parts.push({ path, place: { source: parsed.source, base: [] }, value: parsed.value })
  }
  return { shell: shell.value, main, parts, faults: wrong, digest: digestOfTexts(texts) }
}
