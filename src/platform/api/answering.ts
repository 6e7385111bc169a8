import { type Actor, type Day, type Language, mayDoSomewhere } from '#kernel'
import { addressOf } from '../address.ts'
import { byPrecision, patternOf } from '../asking.ts'
import { type CsvCell, csvOf } from '../csv.ts'
import type { ReadDb } from '../db.ts'
import type { Say } from '../page.ts'
import { bytesOf } from '../taking/bytes.ts'
import {
  type ApiLook,
  type Endpoint,
  isObjection,
  nearestIn,
  type Objection,
  objection,
  type Rows,
} from './endpoint.ts'
import { cursorOf, type Format, mostItems, type Question, questionIn } from './reading.ts'
import { picked, readerOf } from './schema.ts'

/** What came in: a path below `/api/v1`, what follows the question mark, and who asks in which words. */
export type ApiRequest = {
  readonly path: string
  readonly search: URLSearchParams
  readonly accepts: string | undefined
  readonly language: Language
  readonly say: Say
  readonly today: Day
  readonly origin: string
}

export type Understood = { readonly kind: 'understood'; readonly endpoint: Endpoint; readonly question: Question }

export type ApiAnswer =
  | { readonly kind: 'json'; readonly body: string; readonly next: string | null }
  | {
      readonly kind: 'stream'
      readonly format: Format
      readonly name: string
      readonly body: AsyncIterable<Uint8Array>
      readonly next: string | null
    }
  | Objection
  | { readonly kind: 'forbidden' }

export type Api = {
  readonly endpoints: readonly Endpoint[]
  readonly understood: (request: ApiRequest) => Understood | Objection | 'no-format'
  readonly answered: (db: ReadDb, by: Actor, understood: Understood, request: ApiRequest) => Promise<ApiAnswer>
}

export const apiRoot = '/api/v1'

/** Whether the item that a cursor names was met. */
type Place = { isMet: boolean }

/** The rows that follow an item. */
async function* following(rows: Rows<object>, endpoint: Endpoint, after: string, place: Place): AsyncGenerator<object> {
  for await (const row of rows) {
    if (place.isMet) yield row
    else if (endpoint.keyOf(row) === after) place.isMet = true
  }
}

const cellOf = (value: unknown): CsvCell => {
  if (value === undefined || value === null) return null
  if (typeof value === 'object')
    return Array.isArray(value) && value.every((one) => typeof one !== 'object')
      ? value.join(' ') || null
      : JSON.stringify(value)
  return value as CsvCell
}

/** Rows that are written at once: each piece costs a turn of the loop. */
const rowsAtOnce = 200

async function* csvFrom(rows: AsyncIterable<object>, leaves: readonly string[]): AsyncGenerator<string> {
  yield csvOf([leaves])
  const read = readerOf(leaves)
  let some: (readonly CsvCell[])[] = []
  for await (const row of rows) {
    some.push(read(row).map(cellOf))
    if (some.length < rowsAtOnce) continue
    yield csvOf(some)
    some = []
  }
  yield csvOf(some)
}

async function* linesFrom(rows: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`
}

/** A file that breaks off says so in its last line; the transfer is cut after it. */
async function* withLastLine(texts: AsyncIterable<string>, last: string): AsyncGenerator<string> {
  try {
    yield* texts
  } catch (error) {
    yield last
    throw error
  }
}

async function* chosen(rows: AsyncIterable<object>, { isPicked, leaves }: Question): AsyncGenerator<object> {
  for await (const row of rows) yield isPicked ? picked(row, leaves) : row
}

/** As many as asked for, and whether there are more after them. */
const some = async (rows: AsyncIterable<object>, most: number) => {
  const items: object[] = []
  for await (const row of rows) {
    if (items.length === most) return { items, isMore: true }
    items.push(row)
  }
  return { items, isMore: false }
}

async function* each(items: Rows<object>): AsyncGenerator<object> {
  yield* items
}

const isRows = (one: object): one is Rows<object> => Symbol.asyncIterator in one || Symbol.iterator in one

/** The address of what follows: the same question, as of the same day. */
const nextAddress = ({ origin, path, search }: ApiRequest, { asOf, question }: Question, key: string): string => {
  const asked = new URLSearchParams([...search].filter(([, value]) => value !== ''))
  asked.set('asof', asOf)
  asked.set('cursor', cursorOf(question, key))
  return `${origin}${apiRoot}${path}?${asked}`
}

/** `series.csv`: the last fixed part of the path. */
const fileName = ({ path }: Endpoint, format: Format): string =>
  `${path.split('/').findLast((part) => part !== '' && !part.startsWith(':')) ?? 'data'}.${format}`

const answerList = async (
  rows: Rows<object>,
  { endpoint, question }: Understood,
  request: ApiRequest,
): Promise<ApiAnswer> => {
  const { format, leaves, after } = question
  const limit = question.limit ?? (after === null ? null : mostItems)
  const place: Place = { isMet: after === null }
  const all = after === null ? each(rows) : following(rows, endpoint, after, place)
  const written = (items: AsyncIterable<object>): AsyncIterable<string> => {
    if (format === 'csv') return csvFrom(items, leaves)
    return linesFrom(chosen(items, question))
  }
  const broken = request.say('platform.api.brokeOff')
  const last = format === 'csv' ? csvOf([[`INCOMPLETE: ${broken}`]]) : `${JSON.stringify({ incomplete: broken })}\n`
  const name = fileName(endpoint, format)
  if (limit === null)
    return { kind: 'stream', format, name, body: bytesOf(withLastLine(written(all), last)), next: null }
  const { items, isMore } = await some(all, limit)
  if (!place.isMet) return objection('cursor', request.search.get('cursor') ?? '', 'platform.api.strangeCursor')
  const lastOne = items.at(-1)
  const next = isMore && lastOne !== undefined ? nextAddress(request, question, endpoint.keyOf(lastOne)) : null
  if (format !== 'json') return { kind: 'stream', format, name, body: bytesOf(written(each(items))), next }
  const data = question.isPicked ? items.map((one) => picked(one, leaves)) : items
  return { kind: 'json', body: `${JSON.stringify({ as_of: question.asOf, next, data })}\n`, next }
}

/** Everything that programs can ask, from whatever the features offer. */
export const apiOf = (offered: readonly Endpoint[]): Api => {
  const endpoints = offered.toSorted(byPrecision)
  const patterns = endpoints.map((endpoint) => ({ endpoint, match: patternOf(endpoint.path) }))
  return {
    endpoints: offered,
    understood: (request) => {
      const found = patterns.flatMap(({ endpoint, match }) => {
        const params = match(request.path)
        return params === null ? [] : [{ endpoint, params }]
      })[0]
      if (found === undefined) {
        const paths = endpoints.map(({ path }) => path.replaceAll(/:([a-z_]+)/g, '{$1}'))
        return {
          ...objection('path', request.path, 'platform.api.noSuchPath'),
          status: 404,
          nearest: nearestIn(request.path, paths).map((one) => `${apiRoot}${one}`),
        }
      }
      const { endpoint, params } = found
      const question = questionIn(endpoint, params, request.search, request.accepts, request.today)
      if (question === 'no-format' || isObjection(question)) return question
      return { kind: 'understood', endpoint, question }
    },
    answered: async (db, by, understood, request) => {
      const { endpoint, question } = understood
      if (!mayDoSomewhere(by, endpoint.may)) return { kind: 'forbidden' }
      const { say, language, origin, today } = request
      const look: ApiLook = {
        ...{ db, by, today, asOf: question.asOf, say, language },
        pageAt: (path) => `${origin}${addressOf(language, path)}`,
      }
      const loaded = await endpoint.load(look, question.given, question.after)
      if (isObjection(loaded)) return loaded
      if (isRows(loaded)) return answerList(loaded, understood, request)
      const data = question.isPicked ? picked(loaded, question.leaves) : loaded
      return { kind: 'json', body: `${JSON.stringify({ as_of: question.asOf, data })}\n`, next: null }
    },
  }
}
