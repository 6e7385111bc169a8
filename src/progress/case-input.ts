import { z } from 'zod'
import { type Attempt, refused } from '#kernel'
import { type BadPath, type Path, pathOf } from '#statistics/core'

export const point = z.object({ year: z.int(), value: z.number() })

const dated = z.union([
  z.object({ year: z.int(), value: z.number().nullable() }),
  z.tuple([z.int(), z.number().nullable()]).transform(([year, value]) => ({ year, value })),
])

/** Observations as objects or as pairs; none at all is an empty list. */
export const observations = z.array(dated).nullish()

export const pathIn = (given: z.infer<typeof observations>): Attempt<Path, BadPath> => pathOf(given ?? [])

/** A case that is not understood, with the place in its input. */
export const notUnderstood = (error: z.ZodError): Attempt<never, 'progress.caseNotUnderstood'> =>
  refused('progress.caseNotUnderstood', { where: `/${error.issues[0]?.path.join('/') ?? ''}` })

/** A function that is computed when it is first asked for, and then kept. */
export const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
