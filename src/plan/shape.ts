import type { z } from 'zod'
import type { Facts, Fault } from '#kernel'
import { faultAt, type Path, type Place } from './source.ts'

type Issue = z.core.$ZodIssue

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, part) => (inner as Readonly<Record<string | number, unknown>> | null)?.[part], value)

/** What is wrong, as a sentence's key and facts. The path is the issue's own, or of the field that should not be there. */
const told = (issue: Issue, whole: unknown): readonly { code: string; facts: Facts; path: Path }[] => {
  const path = issue.path as Path
  const value = valueAt(whole, path)
  const field = String(path.at(-1) ?? '')
  const one = (code: string, facts: Facts) => [{ code: `plan.fault.${code}`, facts, path }]
  if (issue.code === 'custom') {
    const { fault = 'invalid', facts = {} } = (issue.params ?? {}) as { fault?: string; facts?: Facts }
    return one(fault, facts)
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      code: 'plan.fault.unknownField',
      facts: { field: key },
      path: [...path, key],
    }))
  if (value === undefined) return one('missingField', { field })
  if (issue.code === 'invalid_type') return one('wrongType', { field, expected: issue.expected, value: shown(value) })
  if (issue.code === 'invalid_value')
    return one('notOneOf', { field, options: issue.values.map(String).join(', '), value: shown(value) })
  if (issue.code === 'invalid_union')
    return one(field === 'kind' ? 'wrongForm' : 'notWords', { field, value: shown(value) })
  return one('wrongForm', { field, value: shown(value) })
}

const strange = 'plan.fault.unknownField'

export type Shaped<Value> = {
  readonly value: Value | null
  readonly faults: readonly Fault[]
  /** The paths of what is wrong, in the value; and of fields that should not be there at all. */
  readonly paths: readonly Path[]
  readonly strange: readonly Path[]
}

/** Reads a value by a schema; every fault of its shape is told with its place. */
export const shaped = <Value>(schema: z.ZodType<Value>, value: unknown, place: Place): Shaped<Value> => {
  const checked = schema.safeParse(value)
  if (checked.success) return { value: checked.data, faults: [], paths: [], strange: [] }
  const faults = checked.error.issues.flatMap((issue) => told(issue, value))
  return {
    value: null,
    faults: faults.map(({ code, facts, path }) => faultAt(place, path, code, facts)),
    paths: faults.filter(({ code }) => code !== strange).map(({ path }) => path),
    strange: faults.filter(({ code }) => code === strange).map(({ path }) => path),
  }
}
