import type { Path } from './source.ts'

type Wrong = { readonly paths: readonly Path[]; readonly strange: readonly Path[] }

/** Stands for an element whose shape is wrong, so that what names it is not said to name nothing. */
const standIn = (raw: unknown): unknown => {
  const { id, kind, parents } = (raw ?? {}) as Readonly<Record<string, unknown>>
  if (typeof id !== 'string' || typeof kind !== 'string') return null
  const known = Array.isArray(parents) ? parents.filter((one) => typeof one === 'string') : []
  const concept = id.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return { id, kind, concept, parents: known, order: 1, title: { quoted: id }, lines: [1], certainty: 'sure' }
}

/** Stand for the head of an edition, when one of its fields is wrong. */
const heads: Readonly<Record<string, unknown>> = {
  state: 'draft',
  act: { quoted: '?' },
  actPrinted: null,
  period: { from: 2000, to: 2000 },
  knownOn: null,
  knownOnBasis: 'unknown',
  knownOnNote: { quoted: '?' },
  source: { file: '?', lines: 1_000_000, language: 'en' },
}

const withoutField = (value: unknown, [first, ...rest]: Path): void => {
  if (first === undefined || typeof value !== 'object' || value === null) return
  if (rest.length === 0) delete (value as Record<string | number, unknown>)[first]
  else withoutField((value as Record<string | number, unknown>)[first], rest)
}

/**
 * The value without its strange fields, and with its wrong items replaced or left out, so that the rest can be checked
 * in the same reading. What is mended is refused all the same: its faults are listed.
 */
export const mended = (value: unknown, { paths, strange }: Wrong): unknown => {
  const copy = structuredClone(value)
  for (const path of strange) withoutField(copy, path)
  if (Array.isArray(copy)) return copy.filter((_, at) => !paths.some(([first]) => first === at))
  const { elements } = (copy ?? {}) as { readonly elements?: unknown }
  if (!Array.isArray(elements)) return copy
  const wrong = new Set(paths.flatMap(([list, at]) => (list === 'elements' ? [at] : [])))
  const fields = new Set(paths.map(([field]) => String(field)))
  return {
    ...(copy as object),
    ...Object.fromEntries(Object.entries(heads).filter(([field]) => fields.has(field))),
    elements: elements.flatMap((one, at) => (wrong.has(at) ? [standIn(one)].filter((some) => some !== null) : [one])),
  }
}
