import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { type Day, type Language, mayDoSomewhere, type PersonId } from '#kernel'
import { addressOf } from '../address.ts'
import type { Answered, Answering, Trouble } from '../answering.ts'
import { byPrecision, partsOf, patternOf } from '../asking.ts'
import { addEvent } from '../audit/event.ts'
import type { Database } from '../database.ts'
import type { WriteDb } from '../db.ts'
import type { Feature } from '../feature.ts'
import type { Params, Route } from '../route.ts'
import { cookieHeader } from './cookies.ts'
import { type Fields, type Sent, sentIn } from './form.ts'
import { keepForm } from './kept-form.ts'
import { addSubmission, onceOf, wentBefore } from './once.ts'
import { isOurs } from './ours.ts'
import type { Posted } from './post.ts'
import { triedAll } from './throttle.ts'
import { sameForm, sharing } from './twice.ts'
import type { Caller, Who, WhoIs } from './who.ts'

/** What the server lends to those who send forms. */
export type PostServing = {
  readonly features: readonly Feature[]
  readonly database: Pick<Database, 'read' | 'write'>
  readonly answering: Answering
  readonly whoIs: WhoIs
  /** The path of the page to sign in on. */
  readonly signIn: string
  /** Makes the search index true in the deed's transaction. */
  readonly index: (db: WriteDb) => Promise<unknown>
  readonly today: () => Day
  readonly callerOf: (context: Context) => Caller
  readonly trouble: (context: Context, trouble: Trouble, more?: Readonly<Record<string, string>>) => Promise<Response>
  readonly page: (context: Context, answered: Answered, more: Readonly<Record<string, string>>) => Promise<Response>
}

type Deed = Extract<Route, { readonly kind: 'post' | 'arrive' }>
type Found = { readonly route: Deed; readonly params: Params; readonly language: Language; readonly path: string }

type Came =
  | Posted
  | { readonly kind: 'before'; readonly to: string }
  | { readonly kind: 'signIn'; readonly was: PersonId | null }

type Done = { readonly came: Came; readonly who: Who }

/** Fields that are never kept or shown again. */
const isSecret = (field: string): boolean => /password|code|secret/i.test(field)

const shown = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([name]) => !isSecret(name)))

const private_ = { 'cache-control': 'private, no-store' } as const

export const postServer = (serving: PostServing) => {
  const { features, database, answering, whoIs, today, callerOf, trouble, page } = serving
  const deeds = features
    .flatMap(({ routes }) => routes.flatMap((route) => (route.kind === 'get' ? [] : [route])))
    .toSorted(byPrecision)
    .map((route) => ({ route, match: patternOf(route.path) }))

  const shared = sharing<Done>(({ came: { kind } }) => kind === 'went' || kind === 'shown')

  const found = (pathname: string, kind: Deed['kind']): Found | null => {
    const { language, path } = partsOf(pathname)
    if (language === null) return null
    for (const { route, match } of deeds) {
      const params = route.kind === kind ? match(path) : null
      if (params !== null) return { route, params, language, path }
    }
    return null
  }

  const done = async (found: Found, sent: Sent, caller: Caller): Promise<Done> => {
    const { route, params, path } = found
    const day = today()
    const ready = await route.ready?.(sent, caller, async (ask) =>
      database.read(async (db) => ask(db, (await whoIs(db, caller, day)).by)),
    )
    let who: Who | null = null
    const came = await database.write(
      async (db): Promise<Came> => {
        const asks = await whoIs(db, caller, day)
        who = asks
        const { by, signIn, was } = asks
        if (signIn === null && !mayDoSomewhere(by, route.may)) return { kind: 'signIn', was }
        const once = signIn === null && route.hasCookies ? null : onceOf(path, sent)
        const before = once === null ? null : await wentBefore(db, once, by.person)
        if (before !== null) return { kind: 'before', to: before }
        const posted = await route.answer({ db, by, today: day }, params, sent, caller, ready)
        if (posted.kind !== 'went' && posted.kind !== 'shown') return posted
        if (route.kind === 'post' && route.isFindable) await serving.index(db)
        const next = posted.kind === 'went' ? posted.to : route.kind === 'post' ? route.form(params) : '/'
        if (once !== null) await addSubmission(db, once, by.person, next)
        addEvent(db, { person: by.person, event: route.event, way: 'page', ...posted.trail })
        return posted
      },
      ({ kind }) => kind === 'went' || kind === 'shown',
    )
    if (who === null) throw new Error('A deed was answered for nobody')
    return { came, who }
  }

  /** The form with what was typed, and why it was not taken. */
  const again = async (
    context: Context,
    { route, params, language }: Found,
    fields: Fields,
    came: Extract<Came, { kind: 'again' }>,
    caller: Caller,
  ): Promise<Response> => {
    const path = route.kind === 'post' ? route.form(params) : serving.signIn
    const day = today()
    const asked = answering.understood(new URL(addressOf(language, path), caller.origin), language, day)
    const answered = await database.read(async (db) => {
      const who = await whoIs(db, caller, day)
      const filled = { fields: shown(fields), refusal: came.refusal }
      return answering.answered(db, who.by, asked, day, caller.origin, { who, once: randomUUID(), filled })
    })
    return page(
      context,
      answered.kind === 'page' && answered.status === 200 ? { ...answered, status: 422 } : answered,
      private_,
    )
  }

  /** Whoever is signed in no more signs in and goes on with the form as it was. */
  const toSignIn = async (found: Found, fields: Fields, was: PersonId | null): Promise<Response> => {
    const { route, params, language } = found
    const path = route.kind === 'post' ? route.form(params) : serving.signIn
    const secret =
      was === null || route.kind !== 'post'
        ? null
        : await database.write(
            (db) => keepForm(db, was, path, shown(fields)),
            () => true,
          )
    const to = secret === null ? addressOf(language, path) : `${addressOf(language, path)}?kept=${secret}`
    const location = `${addressOf(language, serving.signIn)}?to=${encodeURIComponent(to)}&ended=${secret === null ? 'lost' : 'kept'}`
    return new Response(null, { status: 303, headers: { location, ...private_ } })
  }

  const replied = async (
    context: Context,
    found: Found,
    sent: Sent,
    caller: Caller,
    { came, who }: Done,
  ): Promise<Response> => {
    switch (came.kind) {
      case 'before':
      case 'went': {
        const headers = new Headers({ location: addressOf(found.language, came.to), ...private_ })
        if (came.kind === 'went')
          for (const cookie of came.cookies) headers.append('set-cookie', cookieHeader(cookie, caller.origin))
        return new Response(null, { status: 303, headers })
      }
      case 'shown': {
        const answered = answering.shownTo(came.show, who, found, today(), caller.origin)
        const response = await page(context, answered, private_)
        for (const cookie of came.cookies) response.headers.append('set-cookie', cookieHeader(cookie, caller.origin))
        return response
      }
      case 'again':
        return again(context, found, sent.fields, came, caller)
      case 'signIn':
        return toSignIn(found, sent.fields, came.was)
      case 'refused':
      case 'absent':
        return trouble(context, came, private_)
    }
  }

  const counted = (found: Found, caller: Caller, fields: Fields): Promise<number | null> => {
    const { throttle } = found.route
    return throttle === null
      ? Promise.resolve(null)
      : database.write(
          async (db) => triedAll(db, await throttle(caller, fields, db)),
          () => true,
        )
  }

  const carriedOut = async (context: Context, found: Found, sent: Sent): Promise<Response> => {
    const caller = callerOf(context)
    const rest = await counted(found, caller, sent.fields)
    if (rest !== null) return trouble(context, { kind: 'tooMany' }, { 'retry-after': String(rest), ...private_ })
    const form = found.route.hasCookies ? sameForm(onceOf(found.path, sent), caller) : null
    return replied(context, found, sent, caller, await shared(form, () => done(found, sent, caller)))
  }

  return {
    /** A form, or null where no deed is behind its address. */
    posted: async (context: Context): Promise<Response | null> => {
      const deed = found(new URL(context.req.url).pathname, 'post')
      if (deed === null || deed.route.kind !== 'post') return null
      const said = { site: context.req.header('sec-fetch-site'), from: context.req.header('origin') }
      if (!isOurs(said, callerOf(context).origin))
        return trouble(context, { kind: 'refused', refusal: { code: 'ui.form.notFromHere', facts: {} } }, private_)
      const sent = await sentIn(await context.req.parseBody({ all: true }))
      return carriedOut(context, deed, sent)
    },
    /** The most that the form at this address may send, in bytes. */
    longest: (pathname: string): number | null => {
      const deed = found(pathname, 'post')
      return deed?.route.kind === 'post' ? deed.route.longest : null
    },
    /** An address that another site sends a person back to, where something must be written; null where there is none. */
    arrived: (context: Context): Promise<Response> | null => {
      const deed = found(new URL(context.req.url).pathname, 'arrive')
      return deed === null ? null : carriedOut(context, deed, { fields: context.req.query(), files: {} })
    },
  }
}
