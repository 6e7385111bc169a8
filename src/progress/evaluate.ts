import { z } from 'zod'
import { type Attempt, done, refused } from '#kernel'
import { evaluateGroup } from './evaluate-group.ts'
import { evaluateProgress } from './evaluate-progress.ts'
import { evaluateProjection } from './evaluate-projection.ts'
import type { MethodFiles } from './method-files.ts'

/**
 * A case of the methods: what is given, as the file has it. Its kind is its own, else that of its file. `fault` says where one is
 * no case; then the others of its file are run all the same.
 */
export type MethodCase = {
  readonly id: string | number | null
  readonly kind: string
  readonly input: unknown
  readonly fault: string | null
}

/** The answer in the words of those files. */
export type CaseResult = Readonly<Record<string, unknown>>

const caseFile = z.object({ kind: z.string().nullish(), cases: z.array(z.unknown()) })
const oneCase = z.object({ id: z.union([z.string(), z.number()]), kind: z.string().nullish(), input: z.unknown() })
const named = z.object({ id: z.union([z.string(), z.number()]) })

/** The cases of a document, or where it is none. */
export const casesOf = (document: unknown): Attempt<readonly MethodCase[], 'progress.notCases'> => {
  const file = caseFile.safeParse(document)
  if (!file.success) return refused('progress.notCases', { where: `/${file.error.issues[0]?.path.join('/') ?? ''}` })
  const { kind: ofFile, cases } = file.data
  return done(
    cases.map((given, at): MethodCase => {
      const one = oneCase.safeParse(given)
      if (one.success)
        return { id: one.data.id, kind: one.data.kind ?? ofFile ?? '', input: one.data.input, fault: null }
      const place = ['/cases', at, ...(one.error.issues[0]?.path ?? [])].join('/')
      return { id: named.safeParse(given).data?.id ?? null, kind: '', input: null, fault: place }
    }),
  )
}

/** Runs cases one by one, from the files of a calibration alone. Everything read from them is read once. */
export const evaluatorOf = (files: MethodFiles): ((one: MethodCase) => Attempt<CaseResult>) => {
  const progress = evaluateProgress(files)
  const projection = evaluateProjection(files)
  const group = evaluateGroup(files)
  return ({ kind, input, fault }) => {
    if (fault !== null) return refused('progress.notCase', { where: fault })
    if (kind === 'progress') return progress(input)
    if (kind === 'projection') return projection(input)
    return group(kind, input)
  }
}
