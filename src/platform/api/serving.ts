import type { Context } from 'hono'
import type { Actor, Day, Language } from '#kernel'
import { languageFor } from '../asking.ts'
import type { Database } from '../database.ts'
import type { ReadDb } from '../db.ts'
import { encodingFor, type Made, madeOf, timing } from '../kept.ts'
import type { Say } from '../page.ts'
import type { Caller, WhoIs } from '../posting/who.ts'
import { revisionOf } from '../revision.ts'
import { taken } from '../route.ts'
import type { senderOf } from '../streaming.ts'
import { isSeen, tagOf } from '../tags.ts'
import { type Api, type ApiAnswer, type ApiRequest, apiRoot, type Understood } from './answering.ts'
import { isObjection, nearestIn, type Objection, objection } from './endpoint.ts'
import { openApiOf, templateOf } from './openapi.ts'
import { type Problem, problemOf, problemOfObjection, problemType } from './problem.ts'
import { mediaTypes } from './reading.ts'

/** What the server lends to the API. */
export type ApiServing = {
  readonly api: Api
  readonly voices: Readonly<Record<Language, Say>>
  readonly database: Pick<Database, 'read'>
  /** Whoever shows no token. */
  readonly by: Actor
  readonly whoIs: WhoIs
  /** A token is all that counts here: cookies are not looked at. */
  readonly callerOf: (context: Context) => Caller
  readonly build: string
  readonly today: () => Day
  readonly isThere: () => boolean
  readonly keep: (key: string, make: () => Promise<Made>) => Promise<Made>
  readonly inTurn: <T>(body: () => Promise<T>) => Promise<T>
  readonly send: ReturnType<typeof senderOf>
  readonly sent: (context: Context, made: Made, more: Readonly<Record<string, string>>) => Promise<Response>
}

type Headers = Readonly<Record<string, string>>

/** Anybody's page may read, without cookies; nothing can be written. */
export const sharing: Headers = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'etag, link, ratelimit, ratelimit-policy, retry-after, x-request-id, content-disposition',
}

const asking: Headers = {
  ...sharing,
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'accept, accept-language, authorization, if-none-match',
  'access-control-max-age': '86400',
}

const varied = 'accept, accept-encoding, accept-language, authorization'

/** Answers below `/api`; the reader's address is counted before. */
export const apiServer = (serving: ApiServing) => {
  const { api, voices, database, build, inTurn, send, sent } = serving

  const requestOf = (
    context: Context,
    origin: string,
    by: Actor = serving.by,
  ): ApiRequest & { readonly instance: string; readonly by: Actor } => {
    const url = new URL(context.req.url)
    const language = languageFor(context.req.header('accept-language'))
    return {
      path: url.pathname.slice(apiRoot.length),
      search: url.searchParams,
      accepts: context.req.header('accept'),
      language,
      say: voices[language],
      today: serving.today(),
      origin,
      instance: `${url.pathname}${url.search}`.slice(0, 500),
      by,
    }
  }
  type Asked = ReturnType<typeof requestOf>

  const told = async (context: Context, { status, body }: Problem, language: Language, more: Headers = {}) =>
    sent(context, await madeOf(status, { 'content-type': problemType, 'content-language': language }, body), {
      ...sharing,
      'cache-control': 'no-store',
      ...more,
      vary: varied,
    })

  const aboutOf = ({ origin, language }: Asked): string => `${origin}/${language}/api`

  const refused = (context: Context, asked: Asked, status: number, detail: string | null, more: Headers = {}) =>
    told(
      context,
      problemOf(
        asked.say,
        { status, detail, instance: asked.instance, about: aboutOf(asked) },
        {
          request: String(context.get('id')),
        },
      ),
      asked.language,
      more,
    )

  const objected = (context: Context, asked: Asked, one: Objection) =>
    told(
      context,
      problemOfObjection(asked.say, one, { instance: asked.instance, about: aboutOf(asked) }),
      asked.language,
    )

  const other = (context: Context, asked: Asked, answer: Extract<ApiAnswer, { kind: 'objection' | 'forbidden' }>) =>
    isObjection(answer) ? objected(context, asked, answer) : refused(context, asked, 403, null)

  /** What is made for somebody is made for them alone, and nobody keeps it. */
  const isPersonal = ({ by }: Asked): boolean => by !== serving.by
  const { keep } = serving
  const unkept: ApiServing['keep'] = (_, make) => make()

  const standing = (asked: Asked, tag: string, next: string | null): Headers => ({
    ...sharing,
    ...(isPersonal(asked)
      ? { 'cache-control': 'private, no-store' }
      : { 'cache-control': 'public, no-cache', etag: tag }),
    vary: varied,
    ...(next === null ? {} : { link: `<${next}>; rel="next"` }),
  })

  /** Sent while it is made; a table of any length. */
  const streamed = async (context: Context, asked: Asked, understood: Understood, tag: string): Promise<Response> => {
    const isHead = context.req.method === 'HEAD'
    let answer: ApiAnswer | null = null
    const reply = async (db: ReadDb) => {
      answer = await api.answered(db, asked.by, understood, asked)
      return answer.kind === 'stream'
        ? taken(mediaTypes[answer.format], answer.name, answer.body)
        : ({ kind: 'go', to: '' } as const)
    }
    const sending = await send(reply, !isHead)
    const made = answer as ApiAnswer | null
    if (sending.kind === 'full') return refused(context, asked, 429, null, { 'retry-after': '10' })
    if (sending.kind === 'whole' || made?.kind !== 'stream') {
      if (made === null || made.kind === 'json' || made.kind === 'stream') throw new Error('A stream became no stream')
      return other(context, asked, made)
    }
    const way = encodingFor(context.req.header('accept-encoding') ?? '') === 'plain' ? 'plain' : 'gzip'
    const headers = {
      ...standing(asked, tag, made.next),
      'content-type': mediaTypes[made.format],
      'content-disposition': `inline; filename="${made.name}"`,
      'accept-ranges': 'none',
      ...(way === 'gzip' ? { 'content-encoding': way } : {}),
    }
    return new Response(isHead ? null : sending.stream(way), { status: 200, headers })
  }

  const whole = async (
    context: Context,
    asked: Asked,
    understood: Understood,
    tag: string,
    under: string,
  ): Promise<Response> => {
    let refusal: Extract<ApiAnswer, { kind: 'objection' | 'forbidden' }> | null = null
    // The whole question: its address may be longer than what a problem repeats of it.
    const key = JSON.stringify(['api', under, asked.language, asked.path, asked.search.toString()])
    const { make, header } = timing(() =>
      inTurn(async () => {
        const answer = await database.read((db) => api.answered(db, asked.by, understood, asked))
        if (answer.kind === 'stream') throw new Error('An answer in JSON became a stream')
        if (answer.kind === 'json')
          return madeOf(200, { 'content-type': mediaTypes.json, ...standing(asked, tag, answer.next) }, answer.body)
        refusal = answer
        // What is refused is not kept: its words are made for whoever asked.
        return madeOf(400, {}, JSON.stringify(answer))
      }),
    )
    const made = await (isPersonal(asked) ? unkept : keep)(key, make)
    if (made.status === 200) return sent(context, made, { vary: varied, ...header() })
    return other(
      context,
      asked,
      refusal ?? ((await database.read((db) => api.answered(db, asked.by, understood, asked))) as never),
    )
  }

  /** Every request below `/api/v1`, and the document that describes them. */
  const document = async (context: Context, asked: Asked, tag: string, under: string): Promise<Response> => {
    const { origin, language, say } = asked
    const made = await keep(JSON.stringify(['openapi', under, origin, language]), () =>
      inTurn(async () => {
        const examples = await database.read(async (db) => {
          const look = { db, by: serving.by, today: asked.today, asOf: asked.today }
          const found: Readonly<Record<string, string>>[] = []
          for (const endpoint of api.endpoints) found.push(await endpoint.example(look))
          return found
        })
        const body = JSON.stringify(openApiOf(api.endpoints, say, { origin, language, examples }))
        return madeOf(200, { 'content-type': 'application/json', 'content-language': language }, `${body}\n`)
      }),
    )
    return sent(context, made, standing({ ...asked, by: serving.by }, tag, null))
  }

  /** What there is, in few words, for who comes without a question. */
  const index = async (context: Context, asked: Asked): Promise<Response> => {
    const { origin, say } = asked
    const body = {
      documentation: aboutOf(asked),
      openapi: `${origin}/api/openapi.json`,
      endpoints: api.endpoints.map((one) => ({ path: `${apiRoot}${templateOf(one)}`, about: say(one.about) })),
    }
    return sent(context, await madeOf(200, { 'content-type': 'application/json' }, `${JSON.stringify(body)}\n`), {
      ...sharing,
      'cache-control': 'public, no-cache',
      vary: varied,
    })
  }

  /** A form has no way to put what is typed into a path: it is put there here, and the answer is at its own address. */
  const tried = (context: Context, asked: Asked): Response | Promise<Response> => {
    const { search } = asked
    const name = search.get('endpoint') ?? ''
    const endpoint = api.endpoints.find((one) => templateOf(one) === name)
    if (endpoint === undefined)
      return objected(context, asked, {
        ...objection('endpoint', name, 'platform.api.noSuchPath'),
        nearest: nearestIn(name, api.endpoints.map(templateOf)),
      })
    const parts = new Set(Object.keys(endpoint.params.shape))
    const path = endpoint.path.replaceAll(/:([a-zA-Z]+)/g, (_, part: string) =>
      encodeURIComponent(search.get(part)?.trim() || '-'),
    )
    const rest = [...search].filter(([one, value]) => one !== 'endpoint' && !parts.has(one) && value.trim() !== '')
    const question = new URLSearchParams(rest).toString()
    const location = `${apiRoot}${path}${question === '' ? '' : `?${question}`}`
    return new Response(null, { status: 303, headers: { location, ...sharing } })
  }

  return {
    /** Where the limit is passed, the server is away, or it failed. */
    refused: (context: Context, origin: string, status: number, more: Headers = {}) =>
      refused(context, requestOf(context, origin), status, null, more),
    answer: async (context: Context, origin: string): Promise<Response> => {
      const stranger = requestOf(context, origin)
      const caller = serving.callerOf(context)
      const isOpen = caller.bearer === null || context.req.method === 'OPTIONS' || !serving.isThere()
      const who = isOpen ? null : await database.read((db) => serving.whoIs(db, caller, stranger.today))
      if (who !== null && who.name === null)
        return refused(context, stranger, 401, null, { 'www-authenticate': 'Bearer error="invalid_token"' })
      const asked = who === null ? stranger : { ...stranger, by: who.by }
      const { pathname } = new URL(context.req.url)
      const { method } = context.req
      if (method === 'OPTIONS') return new Response(null, { status: 204, headers: asking })
      if (method !== 'GET' && method !== 'HEAD')
        return refused(context, asked, 405, null, { allow: 'GET, HEAD, OPTIONS' })
      if (pathname === '/api' || pathname === '/api/')
        return new Response(null, { status: 302, headers: { location: `/${asked.language}/api`, vary: varied } })
      if (pathname === '/api/try') return tried(context, asked)
      if (pathname === apiRoot || pathname === `${apiRoot}/`) return index(context, asked)
      if (!serving.isThere()) return refused(context, asked, 503, null, { 'retry-after': '2' })
      const isDocument = pathname === '/api/openapi.json'
      const understood = isDocument
        ? null
        : pathname.startsWith(`${apiRoot}/`)
          ? api.understood(asked)
          : objection('path', pathname, 'platform.api.noSuchPath')
      if (understood === 'no-format') return refused(context, asked, 406, asked.say('platform.api.formats'))
      if (understood !== null && isObjection(understood))
        return objected(context, asked, {
          ...understood,
          status: understood.parameter === 'path' ? 404 : understood.status,
        })
      const known = await database.read(revisionOf)
      const under = `${known}.${asked.today}.${build}`
      const format = understood === null ? 'openapi' : understood.question.format
      // Words and addresses of pages are in the language of the reader.
      const tag = tagOf(`${under}.${format}.${asked.language}`)
      if (!isPersonal(asked) && isSeen(context.req.header('if-none-match'), tag))
        return new Response(null, { status: 304, headers: standing(asked, tag, null) })
      if (understood === null) return document(context, asked, tag, under)
      return understood.question.format === 'json'
        ? whole(context, asked, understood, tag, `${under}.${origin}`)
        : streamed(context, asked, understood, tag)
    },
  }
}
