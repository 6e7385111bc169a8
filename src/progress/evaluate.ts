import { z } from 'zod'
import { type Attempt, done, refused } from '#kernel'
import { evaluateGroup } from './evaluate-group.ts'
import { evaluateProgress } from './evaluate-progress.ts'
import { evaluateProjection } from './evaluate-projection.ts'
import type { MethodFiles } from './method-files.ts'

/** A case of the methods: what is given, as the file has it. Its kind is its own, else that of its file. */
export type MethodCase = { readonly id: string; readonly kind: string; readonly input: unknown }

/** The answer in the words of those files. */
export type CaseResult = Readonly<Record<string, unknown>>

const caseFile = z.object({
  kind: z.string().nullish(),
  cases: z.array(z.object({ id: z.string(), kind: z.string().nullish(), input: z.unknown() })),
})

/** The cases of a document, or where it is none. */
export const casesOf = (document: unknown): Attempt<readonly MethodCase[], 'progress.notCases'> => {
  const file = caseFile.safeParse(document)
  if (!file.success) return refused('progress.notCases', { where: `/${file.error.issues[0]?.path.join('/') ?? ''}` })
  const { kind: ofFile, cases } = file.data
  return done(cases.map(({ id, kind, input }) => ({ id, kind: kind ?? ofFile ?? '', input })))
}

/** Runs cases one by one, from the files of a calibration alone. Everything read from them is read once. */
export const evaluatorOf = (files: MethodFiles): ((one: MethodCase) => Attempt<CaseResult>) => {
  const progress = evaluateProgress(files)
  const projection = evaluateProjection(files)
  const group = evaluateGroup(files)
  return ({ kind, input }) => {
    if (kind === 'progress') return progress(input)
    if (kind === 'projection') return projection(input)
    return group(kind, input)
  }
}
