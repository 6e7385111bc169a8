import { z } from 'zod'
import { type Facts, type Language, languages, lettersApart } from '#kernel'
import type { Say } from '../page.ts'
import type { Look } from '../work.ts'

/** What an endpoint has besides the database: the reader's language for what is found by words, and addresses of pages. */
export type ApiLook = Look & {
  readonly say: Say
  readonly language: Language
  /** The whole address of a page, without a day. */
  readonly pageAt: (path: string) => string
}

/** Why there is no answer: which parameter, what of it, and what may have been meant, the nearest first. */
export type Objection = {
  readonly kind: 'objection'
  readonly status: 400 | 404 | 413
  readonly code: string
  readonly facts: Facts
  readonly parameter: string
  readonly value: string
  readonly nearest: readonly string[]
}

const shown = 80

/** A value that names nothing: 404 where it stands in the path, 400 behind the question mark. */
export const unknownValue = (
  parameter: string,
  value: string,
  nearest: readonly string[] = [],
  status: Objection['status'] = 400,
): Objection => ({
  kind: 'objection',
  status,
  code: status === 404 ? 'platform.api.notThere' : 'platform.api.notKnown',
  facts: { parameter, value: value.slice(0, shown) },
  parameter,
  value: value.slice(0, shown),
  nearest,
})

/** The same with a sentence of its own. */
export const objection = (parameter: string, value: string, code: string, facts: Facts = {}): Objection => ({
  ...unknownValue(parameter, value),
  code,
  facts: { parameter, value: value.slice(0, shown), ...facts },
})

export const isObjection = (value: unknown): value is Objection =>
  (value as { readonly kind?: unknown } | null)?.kind === 'objection'

/** The few of these that were most likely meant. */
export const nearestIn = (value: string, among: Iterable<string>, most = 3): readonly string[] => {
  const plain = value.trim().toLowerCase()
  return [...among]
    .map((one) => ({ one, far: lettersApart(plain, one.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ one }) => one)
}

/** The first of several values that is not among those there are. */
export const strangeIn = (
  parameter: string,
  values: readonly string[] | undefined,
  among: { readonly has: (one: string) => boolean; readonly keys: () => Iterable<string> },
): Objection | null => {
  const strange = values?.find((one) => !among.has(one))
  return strange === undefined ? null : unknownValue(parameter, strange, nearestIn(strange, among.keys()))
}

export type Rows<Item> = Iterable<Item> | AsyncIterable<Item>

/** A value of a parameter, by its name. */
export type Given = Readonly<Record<string, unknown>>

/** Something that programs can ask. `path` stands below `/api/v1`; the schemas check, and are what the documentation is made of. */
export type Endpoint = {
  readonly kind: 'list' | 'one'
  readonly path: string
  /** Of one item, in the documentation: `Shelf`. */
  readonly name: string
  readonly may: string
  /** The key of the sentence that says what it answers. */
  readonly about: string
  readonly params: z.ZodObject
  readonly asks: z.ZodObject
  readonly item: z.ZodObject
  /** Rows of a list, or one thing. `after` is the key of an item that rows may begin at, as far as it helps. */
  readonly load: (look: ApiLook, given: Given, after: string | null) => Promise<Rows<object> | object | Objection>
  /** Of an item of a list: its own in the list, and the same on every day. */
  readonly keyOf: (item: object) => string
  /** Values with which it answers something, of whatever the content holds. */
  readonly example: (look: Look) => Promise<Readonly<Record<string, string>>>
}

type Shape = z.ZodRawShape
type Asked<Params extends Shape, Asks extends Shape> = z.infer<z.ZodObject<Params>> & z.infer<z.ZodObject<Asks>>

type Described<Params extends Shape, Asks extends Shape, Item extends Shape> = {
  path: string
  name: string
  may: string
  about: string
  params?: z.ZodObject<Params>
  asks?: z.ZodObject<Asks>
  item: z.ZodObject<Item>
  example?: (look: Look) => Promise<Readonly<Record<string, string>>>
}

const none = z.object({})
const nothing = async () => ({})

const endpoint = (
  kind: Endpoint['kind'],
  one: Described<Shape, Shape, Shape>,
  load: Endpoint['load'],
  keyOf: Endpoint['keyOf'],
): Endpoint => ({
  kind,
  path: one.path,
  name: one.name,
  may: one.may,
  about: one.about,
  params: one.params ?? none,
  asks: one.asks ?? none,
  item: one.item,
  load,
  keyOf,
  example: one.example ?? nothing,
})

/** A list: pages of it as JSON, all of it as CSV and NDJSON. */
export const lists = <
  Item extends Shape,
  Params extends Shape = Record<never, never>,
  Asks extends Shape = Record<never, never>,
>(
  one: Described<Params, Asks, Item> & {
    load: (
      look: ApiLook,
      given: Asked<Params, Asks>,
      after: string | null,
    ) => Promise<Rows<z.infer<z.ZodObject<Item>>> | Objection>
    keyOf: (item: z.infer<z.ZodObject<Item>>) => string
  },
): Endpoint =>
  endpoint('list', one as never, one.load as unknown as Endpoint['load'], one.keyOf as unknown as Endpoint['keyOf'])

/** One thing, as JSON. */
export const gives = <
  Item extends Shape,
  Params extends Shape = Record<never, never>,
  Asks extends Shape = Record<never, never>,
>(
  one: Described<Params, Asks, Item> & {
    load: (look: ApiLook, given: Asked<Params, Asks>) => Promise<z.infer<z.ZodObject<Item>> | Objection>
  },
): Endpoint => endpoint('one', one as never, one.load as unknown as Endpoint['load'], () => '')

/** Words in the languages that have them. */
export const apiWords = z.object({
  en: z.string(),
  ...(Object.fromEntries(languages.filter((one) => one !== 'en').map((one) => [one, z.string().optional()])) as Record<
    Exclude<Language, 'en'>,
    z.ZodOptional<z.ZodString>
  >),
})

/** Codes parted by commas. More than a few hundred are no question any more. */
export const apiList = (about: string, most = 300) =>
  z.array(z.string().min(1).max(200)).min(1).max(most).meta({ about })
