import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import type { Actor, Day, Language } from '#kernel'
import { addressAsOf, addressOf } from './address.ts'
import type { Answered, Answering, Asked } from './answering.ts'
import type { Api } from './api/answering.ts'
import { apiServer } from './api/serving.ts'
import { languageFor, plainPath } from './asking.ts'
import type { Database } from './database.ts'
import type { WriteDb } from './db.ts'
import type { Feature } from './feature.ts'
import { isDatabaseGone } from './gone.ts'
import { encodingFor, isText, keeper, type Made, madeOf, timing } from './kept.ts'
import { limiterOf, limitSeconds } from './limits.ts'
import type { Log } from './log.ts'
import type { Say } from './page.ts'
import { cookiesIn } from './posting/cookies.ts'
import { longestForm } from './posting/post.ts'
import { postServer } from './posting/serving.ts'
import { type Caller, networkOf, type Who, type WhoIs } from './posting/who.ts'
import { revisionOf } from './revision.ts'
import { absent } from './route.ts'
import { security, securityFramed } from './security.ts'
import { fileHeaders, headersOf, madeFrom, sent, standing } from './sending.ts'
import type { Sitemap } from './sitemap.ts'
import { senderOf } from './streaming.ts'
import { isSeen, tagOf } from './tags.ts'
import { turnsOf } from './turns.ts'

export type ServedFile = { readonly path: string; readonly type: string; readonly body: Uint8Array }

export type Serving = {
  readonly database: Database
  readonly answering: Answering
  readonly api: Api
  readonly sitemap: Sitemap
  readonly voices: Readonly<Record<Language, Say>>
  readonly assets: readonly ServedFile[]
  readonly by: Actor
  readonly features: readonly Feature[]
  readonly whoIs: WhoIs
  /** The name of the cookie by which somebody is known who has signed in. */
  readonly ticket: string
  /** The path of the page to sign in on, without a language. */
  readonly signIn: string
  /** Makes the search index true in a deed's transaction. */
  readonly index: (db: WriteDb) => Promise<unknown>
  readonly build: string
  readonly origin: string | null
  readonly rate: number
  readonly proxies: number
  readonly log: Log
  readonly today: () => Day
  /** False while the database is away: nothing is asked of it, and readers are told when to come again. */
  readonly isThere: () => boolean
}

/** Some hundreds of pages, compressed. */
const keptBytes = 16 * 2 ** 20
/** Pages are made by one processor: more at a time would only hold more memory. */
const madeAtOnce = 3
/** Made, or being compressed, which others than that processor do: a page that waits for them keeps nobody from being made. */
const inHandAtOnce = 8

type Env = { Variables: { id: string; framed: boolean } }

/** The answer to every request. It holds no state but pages that can be made again. */
export const serverOf = async (serving: Serving): Promise<Hono<Env>> => {
  const { database, answering, build, log } = serving
  const keep = keeper(keptBytes)
  const inTurn = turnsOf(madeAtOnce)
  const inHand = turnsOf(inHandAtOnce)
  const limited = limiterOf(serving.rate)
  const app = new Hono<Env>()
  const assets = new Map<string, Made>()
  for (const { path, type, body } of serving.assets)
    assets.set(path, await madeOf(200, { 'content-type': type }, Buffer.from(body), 11))

  const trouble = async (
    context: Context<Env>,
    one: Parameters<Answering['troubled']>[0],
    more: Readonly<Record<string, string>> = {},
  ): Promise<Response> => {
    const url = new URL(context.req.url)
    const language = languageOf(url, context)
    const origin = headersOf(context.req, serving, '').origin
    const answered = answering.troubled(one, language, serving.today(), origin, '/')
    const made = answered.kind === 'page' ? await madeFrom(answered) : null
    if (made === null) return new Response(null, { status: 500 })
    return sent(context, made, { 'cache-control': 'no-store', ...more })
  }

  /** An answer as it is kept; somewhere else to go is one too. */
  const made = async (answered: Answered, asked: Asked): Promise<Made> => {
    if (answered.kind !== 'go') return madeFrom(answered)
    const location = addressAsOf(addressOf(asked.language, answered.to), asked.asOf)
    return madeOf(301, { location, 'content-type': 'text/plain' }, '')
  }

  const send = senderOf(database, (error) => log.error({ err: error }, 'a file broke off while it was sent'))

  /** A file of any length, sent while it is made and never kept. It is not resumed: it says when it broke off. */
  const streamed = async (
    context: Context<Env>,
    asked: Asked,
    today: Day,
    origin: string,
    tag: string,
    who: Who | null,
  ): Promise<Response> => {
    const isHead = context.req.method === 'HEAD'
    const by = who?.by ?? serving.by
    const visiting = who === null ? {} : { who }
    const sending = await send((db) => answering.answered(db, by, asked, today, origin, visiting), !isHead)
    const kept = (status: number) => (who === null ? standing(status, tag) : { 'cache-control': 'private, no-store' })
    if (sending.kind === 'full') return trouble(context, { kind: 'tooMany' }, { 'retry-after': '10' })
    if (sending.kind === 'whole') {
      const page = await made(sending.answered, asked)
      return sent(context, page, kept(page.status))
    }
    const { type } = sending.file
    const way = isText(type) && encodingFor(context.req.header('accept-encoding') ?? '') !== 'plain' ? 'gzip' : 'plain'
    const headers = {
      ...fileHeaders(sending.file),
      ...kept(200),
      vary: who === null ? 'accept-encoding' : 'cookie, accept-encoding',
      'accept-ranges': 'none',
      ...(way === 'gzip' ? { 'content-encoding': way } : {}),
    }
    return new Response(isHead ? null : sending.stream(way), { status: 200, headers })
  }

  /** A page or a file for one person, or one that nobody keeps. */
  const privately = async (
    context: Context<Env>,
    asked: Asked,
    who: Who | null,
    today: Day,
    origin: string,
  ): Promise<Response> => {
    const headers = { 'cache-control': 'private, no-store', vary: 'cookie, accept-encoding' }
    const visiting = { ...(who === null ? {} : { who }), once: randomUUID() }
    const by = who?.by ?? serving.by
    const answered = await inTurn(() =>
      database.read(async (db) => made(await answering.answered(db, by, asked, today, origin, visiting), asked)),
    )
    return sent(context, answered, headers)
  }

  app.use(async (context, next) => {
    const began = performance.now()
    const id = randomUUID().slice(0, 8)
    context.set('id', id)
    await next()
    const own = context.get('framed') === true ? securityFramed : security
    for (const [name, value] of Object.entries(own)) context.res.headers.set(name, value)
    context.res.headers.set('x-request-id', id)
    const { method, path } = context.req
    const ms = Math.round((performance.now() - began) * 100) / 100
    log[context.res.status >= 500 ? 'error' : 'info']({ id, method, path, status: context.res.status, ms })
  })

  const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/')
  const originOf = (context: Context): string => headersOf(context.req, serving, '').origin
  /** Pages know somebody by their cookie alone, programs by their token alone: no other site's page can bring a token along. */
  const callerOf = (context: Context): Caller => {
    const { address, origin } = headersOf(context.req, serving, remoteOf(context))
    const agent = (context.req.header('user-agent') ?? '').slice(0, 200)
    return { cookies: cookiesIn(getCookie(context), origin), bearer: null, address: networkOf(address), agent, origin }
  }
  const programOf = (context: Context): Caller => {
    const said = /^Bearer(?: +(.*))?$/i.exec(context.req.header('authorization') ?? '')
    return { ...callerOf(context), cookies: {}, bearer: said === null ? null : (said[1] ?? '').trim().slice(0, 200) }
  }
  const api = apiServer({ ...serving, keep, inTurn, send, sent, callerOf: programOf })
  const posts = postServer({
    ...serving,
    callerOf,
    trouble,
    page: async (context, answered, more) =>
      answered.kind === 'go'
        ? trouble(context, absent('ui.nothingHere'))
        : sent(context, await madeFrom(answered), more),
  })
  const longestAt = (context: Context): number => posts.longest(new URL(context.req.url).pathname) ?? longestForm

  app.use(async (context, next) => {
    if (context.req.path.startsWith('/health/') || context.req.path.startsWith('/assets/')) return next()
    const length = Number(context.req.header('content-length') ?? 0)
    const asksApi = isApi(context.req.path)
    if (length > longestAt(context))
      return asksApi ? api.refused(context, originOf(context), 413) : new Response(null, { status: 413 })
    const remote = remoteOf(context)
    const { address } = headersOf(context.req, serving, remote)
    const { allowed, retryAfter, left, reset } = limited(address, performance.now())
    // draft-ietf-httpapi-ratelimit-headers: what is left of the burst, and when all of it is there again.
    const counted = {
      'ratelimit-policy': `"reader";q=${serving.rate * limitSeconds};w=${limitSeconds}`,
      ratelimit: `"reader";r=${left};t=${reset}`,
    }
    const again = { 'retry-after': String(retryAfter) }
    if (!allowed && !asksApi) return trouble(context, { kind: 'tooMany' }, again)
    if (!allowed) return api.refused(context, originOf(context), 429, { ...again, ...counted })
    await next()
    if (asksApi) for (const [name, value] of Object.entries(counted)) context.res.headers.set(name, value)
  })

  app.get('/health/live', (context) => context.json({ live: true }))
  app.get('/health/ready', async (context) => {
    if (!serving.isThere()) return context.json({ ready: false, why: 'database away' }, 503)
    try {
      const revision = await database.read(revisionOf)
      return context.json({ ready: true, revision, build })
    } catch {
      return context.json({ ready: false, why: 'database silent' }, 503)
    }
  })

  app.get('/assets/*', (context) => {
    const made = assets.get(context.req.path)
    if (made === undefined) return new Response(null, { status: 404 })
    // A frame in a sandbox has no origin, and asks for the letters of its page as a stranger does.
    const open = { 'access-control-allow-origin': '*' }
    return sent(context, made, { 'cache-control': 'public, max-age=31536000, immutable', ...open })
  })

  app.all('/api', (context) => api.answer(context, originOf(context)))
  app.all('/api/*', (context) => api.answer(context, originOf(context)))

  app.get('/robots.txt', (context) =>
    context.text(`User-agent: *\nAllow: /\nDisallow: /api/try\n\nSitemap: ${originOf(context)}/sitemap.xml\n`),
  )
  const mapped = async (context: Context<Env>, name: string | null): Promise<Response> => {
    if (!serving.isThere()) return trouble(context, { kind: 'away' }, { 'retry-after': '2' })
    const origin = originOf(context)
    const known = await database.read(revisionOf)
    const tag = tagOf(`${known}.${build}`)
    if (isSeen(context.req.header('if-none-match'), tag))
      return new Response(null, { status: 304, headers: { etag: tag } })
    const made = await keep(JSON.stringify(['sitemap', known, origin, name]), () =>
      inTurn(async () => {
        const body = await database.read((db) =>
          name === null ? serving.sitemap.index(db, known, origin) : serving.sitemap.file(db, known, origin, name),
        )
        return madeOf(body === null ? 404 : 200, { 'content-type': 'application/xml; charset=utf-8' }, body ?? '')
      }),
    )
    return sent(context, made, made.status === 200 ? { 'cache-control': 'public, no-cache', etag: tag } : {})
  }
  app.get('/sitemap.xml', (context) => mapped(context, null))
  app.get('/sitemaps/:name', (context) => mapped(context, context.req.param('name')))
  app.get('/favicon.ico', () => new Response(null, { status: 204 }))

  app.get('/', (context) => {
    const language = languageFor(context.req.header('accept-language'))
    const to = `${addressOf(language, '/')}${new URL(context.req.url).search}`
    return new Response(null, { status: 302, headers: { location: to, vary: 'accept-language' } })
  })

  app.get('*', async (context) => {
    if (!serving.isThere()) return trouble(context, { kind: 'away' }, { 'retry-after': '2' })
    const url = new URL(context.req.url)
    const today = serving.today()
    const arrived = posts.arrived(context)
    if (arrived !== null) return arrived
    const caller = callerOf(context)
    const { origin } = caller
    const asked = answering.understood(url, languageFor(context.req.header('accept-language')), today)
    context.set('framed', asked.route?.framed === true)
    const plain = plainPath(url.pathname)
    if (plain !== url.pathname && answering.understood(new URL(plain, url), asked.language, today).route !== null)
      return new Response(null, { status: 301, headers: { location: `${plain}${url.search}` } })
    // Whoever has signed in gets pages of their own, which nobody keeps.
    const who =
      caller.cookies[serving.ticket] === undefined
        ? null
        : await database.read((db) => serving.whoIs(db, caller, today))
    const isStream = asked.strange === null && asked.route?.streams === true
    if (who !== null && who.signIn !== null && isStream) return streamed(context, asked, today, origin, '', who)
    if (who !== null && who.signIn !== null) return privately(context, asked, who, today, origin)
    if (asked.route?.isPrivate === true) return privately(context, asked, null, today, origin)
    const known = await database.read(revisionOf)
    const tag = tagOf(`${known}.${today}.${build}`)
    if (asked.strange === null && isSeen(context.req.header('if-none-match'), tag))
      return new Response(null, { status: 304, headers: { etag: tag, vary: 'accept-encoding' } })
    if (isStream) return streamed(context, asked, today, origin, tag, null)
    const key = JSON.stringify([known, today, origin, asked.language, asked.path, asked.asOf, asked.cite, asked.query])
    const { make, header } = timing(() =>
      inHand(async () => {
        const answered = await inTurn(() =>
          database.read(async (db) => {
            const answer = await answering.answered(db, serving.by, asked, today, origin)
            // Rows that are still to come need their transaction; markup needs it no more.
            return answer.kind === 'file' ? made(answer, asked) : answer
          }),
        )
        return 'kind' in answered ? made(answered, asked) : answered
      }),
    )
    // What was not understood has no key of its own.
    const page = asked.strange === null ? await keep(key, make) : await make()
    return sent(context, page, { ...standing(page.status, tag), ...header() })
  })

  app.post(
    '*',
    (context, next) =>
      bodyLimit({ maxSize: longestAt(context), onError: () => new Response(null, { status: 413 }) })(context, next),
    async (context) => {
      if (!serving.isThere()) return trouble(context, { kind: 'away' }, { 'retry-after': '2' })
      return (await posts.posted(context)) ?? new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } })
    },
  )

  app.all('*', () => new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } }))

  app.onError(async (error, context) => {
    const reference = context.get('id')
    const away = !serving.isThere() || isDatabaseGone(error)
    log.error({ id: reference, err: error })
    if (isApi(context.req.path))
      return api.refused(context, originOf(context), away ? 503 : 500, { 'retry-after': '2' })
    return away
      ? trouble(context, { kind: 'away' }, { 'retry-after': '2' })
      : trouble(context, { kind: 'failed', reference })
  })
  return app
}

const languageOf = (url: URL, context: Context): Language => {
  const first = url.pathname.split('/')[1] ?? ''
  return languageFor(/^(en|fr|es|ar|ru|zh)$/.test(first) ? first : context.req.header('accept-language'))
}

const remoteOf = (context: Context): string => {
  try {
    return getConnInfo(context).remote.address ?? ''
  } catch {
    return ''
  }
}
