import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Day } from '#kernel'
import { type Endpoint, type Given, nearestIn, type Objection, objection, unknownValue } from './endpoint.ts'
import { chosenLeaves, leavesOf, namesIn, plainSchemaOf } from './schema.ts'

export const mostItems = 1000
export const fewItems = 100

export const formats = ['json', 'csv', 'ndjson'] as const
export type Format = (typeof formats)[number]

export const mediaTypes: Readonly<Record<Format, string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
}

const asof = z.iso.date().optional().meta({ about: 'platform.api.asof' })
const fields = z.array(z.string().min(1).max(120)).min(1).max(200).optional().meta({ about: 'platform.api.fields' })
const ofOne = { asof, fields }
const ofList = {
  ...ofOne,
  limit: z.int().min(1).max(mostItems).optional().meta({ about: 'platform.api.limit' }),
  cursor: z.string().min(1).max(600).optional().meta({ about: 'platform.api.cursor' }),
  format: z.enum(formats).optional().meta({ about: 'platform.api.format' }),
}

/** Everything that may follow the question mark: what the endpoint asks, then what all of them do. */
export const asksOf = (endpoint: Endpoint): Readonly<Record<string, z.ZodType>> => ({
  ...(endpoint.asks.shape as Readonly<Record<string, z.ZodType>>),
  ...(endpoint.kind === 'list' ? ofList : ofOne),
})

/** A question that was understood. `question` is the same for the same rows, whatever part of them is asked for. */
export type Question = {
  readonly given: Given
  readonly asOf: Day
  readonly leaves: readonly string[]
  readonly isPicked: boolean
  readonly limit: number | null
  readonly after: string | null
  readonly format: Format
  readonly question: string
}

/** Text as the schema has it: a list by its commas, a whole number by its digits. What is neither is left for the schema to refuse. */
const valueFrom = (texts: readonly string[], schema: z.ZodType): unknown => {
  const { type } = plainSchemaOf(schema)
  const text = texts.join(',')
  if (type === 'array')
    // What is named twice is one.
    return [
      ...new Set(
        texts
          .flatMap((one) => one.split(','))
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      ),
    ]
  if (type === 'integer' || type === 'number')
    return /^[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?:[eE][+-]?\d{1,2})?$/.test(text.trim()) ? Number(text) : text
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** What a schema says against a value, with the nearest that it would take. */
const against = (parameter: string, value: unknown, schema: z.ZodType, issue: z.core.$ZodIssue): Objection => {
  const whole = plainSchemaOf(schema)
  const at = issue.path[0]
  const one = typeof at === 'number' && Array.isArray(value) ? (value as unknown[])[at] : value
  const said = Array.isArray(one) ? one.join(',') : String(one)
  const { type, minimum, maximum, enum: choices, pattern } = typeof at === 'number' ? (whole.items ?? whole) : whole
  if (issue.code === 'too_big' && issue.origin === 'array')
    return {
      ...objection(parameter, said, 'platform.api.tooMany', {
        count: (value as unknown[]).length,
        most: Number(issue.maximum),
      }),
      status: 413,
    }
  if (choices !== undefined) return unknownValue(parameter, said, nearestIn(said, choices.map(String)))
  if (type === 'integer' || type === 'number') {
    const bounds = [minimum, maximum].flatMap((bound) => (bound === undefined ? [] : [String(bound)]))
    const isBelow = typeof one === 'number' && minimum !== undefined && one < minimum
    return {
      ...objection(parameter, said, 'platform.api.notNumber', { low: bounds[0] ?? '', high: bounds[1] ?? '' }),
      nearest: typeof one === 'number' ? bounds.slice(isBelow ? 0 : 1).slice(0, 1) : bounds.slice(0, 1),
    }
  }
  return pattern === undefined && issue.code === 'too_big'
    ? objection(parameter, said, 'platform.api.tooLong', { most: Number(issue.maximum) })
    : objection(parameter, said, 'platform.api.notUnderstood')
}

/** Each parameter by its schema; an empty one, as a form sends it, is none. */
const read = (
  texts: ReadonlyMap<string, readonly string[]>,
  schemas: Readonly<Record<string, z.ZodType>>,
): Given | Objection => {
  const given: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(schemas)) {
    const own = (texts.get(name) ?? []).filter((one) => one.trim() !== '')
    const value = own.length === 0 ? undefined : valueFrom(own, schema)
    const checked = schema.safeParse(value)
    const [issue] = checked.error?.issues ?? []
    if (checked.success) given[name] = checked.data
    else if (value === undefined) return objection(name, '', 'platform.api.missing')
    else if (issue !== undefined) return against(name, value, schema, issue)
  }
  return given
}

const marks: Readonly<Record<Format, RegExp>> = {
  json: /^application\/(?:json|\*)$|^\*\/\*$/,
  csv: /^text\/(?:csv|\*)$/,
  ndjson: /^application\/(?:x-)?ndjson$|^application\/jsonl$/,
}

/** Which of the formats this reader takes (RFC 9110, 12.5.1); null: none of them. */
export const formatFor = (accepts: string | undefined, offered: readonly Format[]): Format | null => {
  if (accepts === undefined || accepts.trim() === '') return offered[0] ?? null
  const liked = accepts
    .split(',')
    .map((part) => {
      const [type = '', ...settings] = part.trim().toLowerCase().split(';')
      const weight = settings.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find((one) => one !== undefined)
      return { type: type.trim(), weight: Number(weight ?? 1) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  for (const { type } of liked) {
    const found = offered.find((one) => marks[one].test(type))
    if (found !== undefined) return found
  }
  return null
}

const digestOf = (text: string): string => createHash('sha1').update(text).digest('base64url').slice(0, 10)

/** Where a page of a list ended, for nobody but us. */
export const cursorOf = (question: string, key: string): string =>
  Buffer.from(JSON.stringify([digestOf(question), key])).toString('base64url')

const keyIn = (cursor: string, question: string): string | Objection => {
  const strange = objection('cursor', cursor, 'platform.api.strangeCursor')
  try {
    const [digest, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown]
    return digest === digestOf(question) && typeof key === 'string' ? key : strange
  } catch {
    return strange
  }
}

/** What an address asks of an endpoint, or what is wrong with it; null: in no format that this reader takes. */
export const questionIn = (
  endpoint: Endpoint,
  params: Readonly<Record<string, string>>,
  search: URLSearchParams,
  accepts: string | undefined,
  today: Day,
): Question | Objection | 'no-format' => {
  const schemas = asksOf(endpoint)
  const texts = new Map<string, string[]>()
  for (const [name, text] of search) {
    if (!Object.hasOwn(schemas, name)) {
      const nearest = nearestIn(name, Object.keys(schemas))
      return { ...objection(name, text, 'platform.api.noSuchParameter'), nearest }
    }
    texts.set(name, [...(texts.get(name) ?? []), text])
  }
  const inPath = read(
    new Map(Object.entries(params).map(([name, text]) => [name, [text]])),
    endpoint.params.shape as Readonly<Record<string, z.ZodType>>,
  )
  if ('kind' in inPath && inPath['kind'] === 'objection') return { ...(inPath as Objection), status: 404 }
  const asked = read(texts, schemas)
  if ('kind' in asked && asked['kind'] === 'objection') return asked as Objection
  const {
    asof: dayAsked,
    fields: wanted,
    limit,
    cursor,
    format: named,
    ...own
  } = asked as Given & {
    readonly [Name in keyof typeof ofList]?: z.infer<(typeof ofList)[Name]>
  }
  const asOf = dayAsked === undefined ? today : Day.parse(dayAsked)
  if (asOf === null || asOf > today)
    return { ...objection('asof', dayAsked ?? '', 'platform.api.notYet', { today }), nearest: [today] }
  const leaves = leavesOf(plainSchemaOf(endpoint.item))
  const names = namesIn(leaves)
  const strange = wanted?.find((one) => !names.has(one))
  if (strange !== undefined) return unknownValue('fields', strange, nearestIn(strange, names))
  const format = named ?? formatFor(accepts, endpoint.kind === 'list' ? formats : ['json'])
  if (format === null) return 'no-format'
  const given = { ...inPath, ...own }
  const question = JSON.stringify([endpoint.path, given, asOf])
  const after = cursor === undefined ? null : keyIn(cursor, question)
  if (after !== null && typeof after !== 'string') return after
  return {
    given,
    asOf,
    leaves: chosenLeaves(leaves, wanted ?? null),
    isPicked: wanted !== undefined,
    limit: limit ?? (format === 'json' ? fewItems : null),
    after,
    format,
    question,
  }
}
