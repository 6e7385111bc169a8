import { z } from 'zod'
import type { Say } from '../page.ts'

/** JSON Schema (2020-12), as much of it as our own schemas become. */
export type JsonSchema = {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly (string | number | null)[]
  readonly minimum?: number
  readonly maximum?: number
  readonly default?: unknown
  readonly [name: string]: unknown
}

/** The schema of a zod schema; `about`, the key of a sentence, becomes its description where somebody says it. */
export const schemaOf = (type: z.ZodType, say: Say | null): JsonSchema => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, {
    io: 'input',
    override: ({ jsonSchema }) => {
      const about = (jsonSchema as { about?: unknown }).about
      if (typeof about !== 'string') return
      delete (jsonSchema as { about?: unknown }).about
      if (say !== null) jsonSchema.description = say(about)
    },
  })
  return schema as JsonSchema
}

const plain = new Map<z.ZodType, JsonSchema>()

/** The same without descriptions, made once. */
export const plainSchemaOf = (type: z.ZodType): JsonSchema => {
  const standing = plain.get(type)
  if (standing !== undefined) return standing
  const made = schemaOf(type, null)
  plain.set(type, made)
  return made
}

/** The schema that something has when it is not null. */
const present = (schema: JsonSchema): JsonSchema => schema.anyOf?.find(({ type }) => type !== 'null') ?? schema

/** The names of everything single in an item, `names.en`, in the order of its schema. Lists of things are one. */
export const leavesOf = (schema: JsonSchema, before = ''): readonly string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
    const inner = present(one)
    return inner.properties === undefined ? [`${before}${name}`] : leavesOf(inner, `${before}${name}.`)
  })

/** Every name that can be asked for: those of single things, and of what holds them. */
export const namesIn = (leaves: readonly string[]): ReadonlySet<string> =>
  new Set(leaves.flatMap((leaf) => leaf.split('.').map((_, at, parts) => parts.slice(0, at + 1).join('.'))))

/** The single things below the names that are asked for, in the order of the schema. */
export const chosenLeaves = (leaves: readonly string[], fields: readonly string[] | null): readonly string[] =>
  fields === null
    ? leaves
    : leaves.filter((leaf) => fields.some((field) => leaf === field || leaf.startsWith(`${field}.`)))

type Thing = Readonly<Record<string, unknown>>

/** Reads the values of these from an item; it is asked once for each row of a table. */
export const readerOf = (leaves: readonly string[]): ((item: object) => readonly unknown[]) => {
  const paths = leaves.map((leaf) => leaf.split('.'))
  return (item) =>
    paths.map((path) => {
      let value: unknown = item
      for (const part of path) value = (value as Thing | null | undefined)?.[part]
      return value
    })
}

/** The item with nothing but these. What holds them and is null stays null. */
export const picked = (item: object, leaves: readonly string[]): object => {
  const made: Record<string, unknown> = {}
  for (const leaf of leaves) {
    const parts = leaf.split('.')
    let from: unknown = item
    let to = made
    for (const [at, part] of parts.entries()) {
      const value = (from as Thing)[part]
      if (value === undefined) break
      if (at === parts.length - 1 || value === null) {
        to[part] = value
        break
      }
      to[part] ??= {}
      to = to[part] as Record<string, unknown>
      from = value
    }
  }
  return made
}

/** A single thing of an item as people read it: its name, its type in a few signs, what it is. */
export type Field = { readonly name: string; readonly type: string; readonly about: string }

const typeOf = (schema: JsonSchema): string => {
  const inner = present(schema)
  const own =
    inner.enum !== undefined
      ? inner.enum.map((one) => `"${one}"`).join(' | ')
      : inner.type === 'array'
        ? `[${typeOf(inner.items ?? {})}]`
        : [inner.type ?? 'any'].flat().join(' | ')
  return inner === schema ? own : `${own} | null`
}

export const fieldsOf = (type: z.ZodType, say: Say): readonly Field[] => {
  const whole = schemaOf(type, say)
  return leavesOf(whole).map((name) => {
    let at: JsonSchema = whole
    for (const part of name.split('.')) at = present(at).properties?.[part] ?? {}
    return { name, type: typeOf(at), about: String(at['description'] ?? '') }
  })
}
