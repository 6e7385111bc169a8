import type { FC } from 'hono/jsx'
import type { z } from 'zod'
import type { Actor, Attempt, FieldFault, PersonId, Refusal } from '#kernel'
import { refusedFields } from '#kernel'
import type { Told } from '../command.ts'
import type { ReadDb } from '../db.ts'
import { type Show, type Shown, showing } from '../page.ts'
import type { Absent, Params, Route } from '../route.ts'
import { entering, type Work } from '../work.ts'
import type { Sent } from './form.ts'
import type { Throttling } from './throttle.ts'
import type { Caller } from './who.ts'

/** A cookie to set, or with no value to take away. All are HttpOnly and SameSite=Lax, for the whole site. */
export type Cookie = { readonly name: string; readonly value: string | null; readonly seconds: number }

/** What the audit trail keeps of a deed, besides who, when and which. */
export type Trail = {
  /** Who did it, where the deed learns that itself: signing in. */
  readonly person?: PersonId
  /** What it was about, in plain values. */
  readonly facts: { readonly [name: string]: Told }
  /** The unit or economy that did it. */
  readonly unit?: string | null
  /** Why, in the words of whoever did it. */
  readonly reason?: string | null
  /** What stood before and what stands after; absent where nothing was there. */
  readonly before?: Told
  readonly after?: Told
  /** Nothing that a kept page shows has changed: somebody signed in. */
  readonly isQuiet?: boolean
}

/** What came of a form. `again` is the form as it was filled in, with the reason. */
export type Posted =
  | { readonly kind: 'went'; readonly to: string; readonly cookies: readonly Cookie[]; readonly trail: Trail }
  | { readonly kind: 'shown'; readonly show: Show; readonly cookies: readonly Cookie[]; readonly trail: Trail }
  | { readonly kind: 'again'; readonly refusal: Refusal }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | Absent

/** A form without files is not longer. In bytes. */
export const longestForm = 256 * 1024

/** Reads for what is made ready, as whoever asks. */
export type Asker = <Found>(ask: (db: ReadDb, by: Actor) => Promise<Found>) => Promise<Found>

type Deed<Order, Done, Ready> = {
  /** The path that the form is sent to. */
  path: string
  may: string
  /** Written to the audit trail in the same transaction as the deed. */
  event: string
  order: z.ZodType<Order>
  /** The page that the form stands on, where that is not its own path. */
  form?: (params: Params) => string
  /** The most bytes that it takes, where it takes a file. */
  longest?: number
  /** Tries are counted before the deed, done or not. */
  throttle?: Throttling
  /** It changes what can be searched for: the index is made true in the same transaction. */
  isFindable?: boolean
  /**
   * What takes long and writes nothing: a password's hash, a question to another site. It is made before the deed, so that no
   * transaction waits for it; the deed looks again whether what it was made of still stands.
   */
  ready?: (order: Order, asks: Asker, caller: Caller) => Promise<Ready>
  deed: (work: Work, order: Order, params: Params, caller: Caller, ready: Ready) => Promise<Attempt<Done>>
  trail: (done: Done, order: Order) => Trail
  cookies?: (done: Done) => readonly Cookie[]
}

const faultsOf = (error: z.ZodError): readonly FieldFault[] =>
  error.issues.map((issue) => {
    const field = String(issue.path[0] ?? '')
    if (issue.code === 'custom' && issue.message.includes('.')) return { field, code: issue.message, facts: {} }
    if (issue.code === 'too_big') return { field, code: 'ui.form.tooLong', facts: { most: Number(issue.maximum) } }
    const isEmpty = issue.code === 'too_small' || (issue.code === 'invalid_type' && issue.input === undefined)
    return { field, code: isEmpty ? 'ui.form.empty' : 'ui.form.notUnderstood', facts: {} }
  })

const understood = <Order, Done, Ready>({ order }: Deed<Order, Done, Ready>, { fields, files }: Sent) =>
  order.safeParse({ ...fields, ...files }, { reportInput: true })

/** Made ready for a form that is understood; one that is not comes back before its deed. */
const readyFor = <Order, Done, Ready>(route: Deed<Order, Done, Ready>) => {
  const { ready } = route
  if (ready === undefined) return null
  return async (sent: Sent, caller: Caller, asks: Asker): Promise<unknown> => {
    const order = understood(route, sent)
    return order.success ? ready(order.data, asks, caller) : null
  }
}

type Next = { readonly to: string } | { readonly show: Show }

const answerOf =
  <Order, Done, Ready>(route: Deed<Order, Done, Ready>, follow: (done: Done) => Next) =>
  async (work: Work, params: Params, sent: Sent, caller: Caller, ready: unknown): Promise<Posted> => {
    const entry = entering(work.by, route.may)
    if (entry.kind === 'refused') return entry
    const order = understood(route, sent)
    if (!order.success) return { kind: 'again', refusal: refusedFields(faultsOf(order.error)).refusal }
    const attempt = await route.deed(work, order.data, params, caller, ready as Ready)
    if (attempt.kind === 'refused') return { kind: 'again', refusal: attempt.refusal }
    const next = follow(attempt.value)
    const more = { cookies: route.cookies?.(attempt.value) ?? [], trail: route.trail(attempt.value, order.data) }
    return 'to' in next ? { kind: 'went', to: next.to, ...more } : { kind: 'shown', show: next.show, ...more }
  }

const posting = <Order, Done, Ready>(route: Deed<Order, Done, Ready>, follow: (done: Done) => Next): Route => ({
  kind: 'post',
  path: route.path,
  may: route.may,
  event: route.event,
  form:
    route.form ??
    ((params) => route.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))),
  longest: route.longest ?? longestForm,
  throttle: route.throttle ?? null,
  isFindable: route.isFindable ?? false,
  hasCookies: route.cookies !== undefined,
  ready: readyFor(route),
  answer: answerOf(route, follow),
})

/** A deed: `order` checks the form, `deed` does it, `goTo` is the page that follows, without a language. */
export const post = <Order, Done, Ready>(route: Deed<Order, Done, Ready> & { goTo: (done: Done) => string }): Route =>
  posting(route, (done) => ({ to: route.goTo(done) }))

/** A deed whose answer is shown once and is nowhere else: a secret, a way to another site. */
export const postShowing = <Order, Done extends object, Ready>(
  route: Deed<Order, Done, Ready> & { page: FC<Shown<Done>> },
): Route => posting(route, (done) => ({ show: showing(route.page, done) }))

/** A GET that writes, for the one case that there is: another site sends a person back. `order` checks what it says of them. */
export const arrive = <Order, Done, Ready>(
  route: Omit<Deed<Order, Done, Ready>, 'form' | 'longest' | 'isFindable'> & { goTo: (done: Done) => string },
): Route => ({
  kind: 'arrive',
  path: route.path,
  may: route.may,
  event: route.event,
  throttle: route.throttle ?? null,
  hasCookies: route.cookies !== undefined,
  ready: readyFor(route),
  answer: answerOf(route, (done) => ({ to: route.goTo(done) })),
})
