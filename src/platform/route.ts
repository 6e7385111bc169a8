import type { FC } from 'hono/jsx'
import { z } from 'zod'
import type { Branded, Facts, Language, Refusal, Words } from '#kernel'
import { type Here, type Say, type Show, type Shown, showing } from './page.ts'
import type { PanelsAt } from './panel.ts'
import type { Sent } from './posting/form.ts'
import type { Asker, Posted } from './posting/post.ts'
import type { Throttling } from './posting/throttle.ts'
import type { Caller } from './posting/who.ts'
import { entering, type Look, type Work } from './work.ts'

/** What a GET has besides the database: what other features put on its page, and for a file the language it is made in. */
export type Ask = Look & {
  readonly panels: PanelsAt
  readonly say: Say
  readonly language: Language
  readonly here: Here
}

/** Somewhere else to go, offered when what was asked for is not there. `words` are names, in the languages that have them. */
export type Nearby = { readonly to: string; readonly words: Words }

/** Nothing here: 404 when it does not exist, 400 when it was not understood. The code is a sentence that names it. */
export type Absent = {
  readonly kind: 'absent'
  readonly status: 400 | 404
  readonly code: string
  readonly facts: Facts
  /** Facts that are words: each is said in the reader's language. */
  readonly names: Readonly<Record<string, Words>>
  readonly nearby: readonly Nearby[]
}

export const absent = (
  code: string,
  facts: Facts = {},
  nearby: readonly Nearby[] = [],
  names: Readonly<Record<string, Words>> = {},
): Absent => ({
  kind: 'absent',
  status: 404,
  code,
  facts,
  names,
  nearby,
})

export const notUnderstood = (code: string, facts: Facts = {}, nearby: readonly Nearby[] = []): Absent => ({
  ...absent(code, facts, nearby),
  status: 400,
})

/** The same thing has its page at another address. */
export type Going = { readonly kind: 'go'; readonly to: string }

export const goes = (to: string): Going => ({ kind: 'go', to })

/**
 * A file to take away. `name` is what it is saved as. A body that is written while it is sent may go on asking the database it was
 * loaded from: its transaction stays open until the last byte.
 */
export type Taken = {
  readonly kind: 'file'
  readonly type: string
  readonly name: string
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array>
  /** Looked at where it is, as a feed and the picture of a page are; anything else is saved. */
  readonly inline: boolean
}

export const taken = (type: string, name: string, body: Taken['body'], inline = false): Taken => ({
  kind: 'file',
  type,
  name,
  body,
  inline,
})

/** What a page or a file answers; `refused` shows nothing but the reason. */
export type Reply =
  | { readonly kind: 'page'; readonly show: Show }
  | Taken
  | Absent
  | Going
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export type Params = Readonly<Record<string, string>>

export type Route =
  | {
      readonly kind: 'get'
      readonly path: string
      readonly may: string
      /** The names of the questions that this page understands, besides `asof`. */
      readonly asks: readonly string[]
      /** A file that is sent while it is made, and never kept: it may have any length. */
      readonly streams: boolean
      /** Whether a page of any other site may show it in a frame. */
      readonly framed: boolean
      /** Nobody keeps it, also not for the public: its address holds a secret, or it is about one reader. */
      readonly isPrivate: boolean
      readonly answer: (ask: Ask, params: Params, query: Params) => Promise<Reply>
    }
  | {
      readonly kind: 'post'
      readonly path: string
      readonly may: string
      /** Written to the audit trail in the same transaction as the deed. */
      readonly event: string
      /** The page that the form stands on. */
      readonly form: (params: Params) => string
      /** The most bytes that it takes. */
      readonly longest: number
      readonly isFindable: boolean
      /** Tries that are counted before the deed, done or not; null for a deed that needs no counting. */
      readonly throttle: Throttling | null
      /** What its answer sets can be given once only: who sends it again has them not. */
      readonly hasCookies: boolean
      /** What is made before the deed's transaction, for `answer`; null for nothing. */
      readonly ready: ((sent: Sent, caller: Caller, asks: Asker) => Promise<unknown>) | null
      readonly answer: (work: Work, params: Params, sent: Sent, caller: Caller, ready: unknown) => Promise<Posted>
    }
  | {
      /** A GET that writes: another site sends a person back to it. */
      readonly kind: 'arrive'
      readonly path: string
      readonly may: string
      readonly event: string
      /** Tries that are counted before the deed, done or not; null for a deed that needs no counting. */
      readonly throttle: Throttling | null
      /** What its answer sets can be given once only: who sends it again has them not. */
      readonly hasCookies: boolean
      /** What is made before the deed's transaction, for `answer`; null for nothing. */
      readonly ready: ((sent: Sent, caller: Caller, asks: Asker) => Promise<unknown>) | null
      readonly answer: (work: Work, params: Params, sent: Sent, caller: Caller, ready: unknown) => Promise<Posted>
    }

type Asking<Shape extends z.ZodRawShape> = {
  path: string
  may: string
  /** What follows the question mark. One that is not understood is said on a page, with its value. */
  asks?: z.ZodObject<Shape>
  streams?: boolean
  /** A page that is made for the pages of others: it may stand in a frame there. */
  framed?: boolean
  /** Nobody keeps it, also not for the public: its address holds a secret. */
  isPrivate?: boolean
}

const asked = <Shape extends z.ZodRawShape>(
  asks: z.ZodObject<Shape> | undefined,
  query: Params,
): z.infer<z.ZodObject<Shape>> | Absent => {
  if (asks === undefined) return {} as z.infer<z.ZodObject<Shape>>
  const checked = asks.safeParse(query)
  if (checked.success) return checked.data
  const parameter = String(checked.error.issues[0]?.path[0] ?? '')
  return notUnderstood('ui.parameterNotUnderstood', { parameter, value: query[parameter] ?? '' })
}

const isAbsent = (value: unknown): value is Absent => (value as Absent | null)?.kind === 'absent'
const isGoing = (value: unknown): value is Going => (value as Going | null)?.kind === 'go'

const nothingHere = absent('ui.nothingHere')

/** Who may, what was asked, and what is read; `shown` makes an answer of it. */
const asking = <Loaded extends object, Shape extends z.ZodRawShape>(
  route: Asking<Shape> & {
    load: (ask: Ask, params: Params, asks: z.infer<z.ZodObject<Shape>>) => Promise<Loaded | Absent | Going | null>
  },
  shown: (loaded: Loaded) => Reply,
): Route => ({
  kind: 'get',
  path: route.path,
  may: route.may,
  asks: Object.keys(route.asks?.shape ?? {}),
  streams: route.streams ?? false,
  framed: route.framed ?? false,
  isPrivate: route.isPrivate ?? false,
  answer: async (ask, params, query) => {
    const entry = entering(ask.by, route.may)
    if (entry.kind === 'refused') return entry
    const question = asked(route.asks, query)
    if (isAbsent(question)) return question
    const loaded = await route.load(ask, params, question as z.infer<z.ZodObject<Shape>>)
    if (loaded === null) return nothingHere
    return isAbsent(loaded) || isGoing(loaded) ? loaded : shown(loaded as Loaded)
  },
})

/** A page: `load` reads what it shows (null or `absent` is a 404, `goes` sends on), `page` shows it. The path carries no language. */
export const get = <Props extends object, Shape extends z.ZodRawShape = Record<never, never>>(
  route: Asking<Shape> & {
    load: (ask: Ask, params: Params, asks: z.infer<z.ZodObject<Shape>>) => Promise<Props | Absent | Going | null>
    page: FC<Shown<Props>>
  },
): Route => asking(route, (props: Props) => ({ kind: 'page', show: showing(route.page, props) }))

/**
 * A file to take away, made for the language of its address: its heads and notes are words. A small one is made whole and kept as
 * pages are; one that `streams` is sent while it is made.
 */
export const take = <Shape extends z.ZodRawShape = Record<never, never>>(
  route: Asking<Shape> & {
    load: (ask: Ask, params: Params, asks: z.infer<z.ZodObject<Shape>>) => Promise<Taken | Absent | Going | null>
  },
): Route => asking(route, (file: Taken) => file)

/** The zod field for anything with a `parse` that answers null: ids, days. */
export const parsed = <Name extends string>(kind: { parse: (text: string) => Branded<Name> | null }) =>
  z.string().transform((text, context) => {
    const value = kind.parse(text)
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: 'not understood' })
    return z.NEVER
  })
