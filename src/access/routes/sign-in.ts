import { z } from 'zod'
import { emailFrom, landingFrom } from '#access/core'
import { languages } from '#kernel'
import { arrive, type Fields, get, goes, post, postShowing, type Route, type Throttling } from '#platform'
import { afterBegun, begunTrail, noSession, sessionCookies } from '../deeds/begin.ts'
import { arrival, comeBack, departure, leave } from '../deeds/openid.ts'
import {
  askForLink,
  beFirst,
  comparePassword,
  giveCode,
  linkMinutes,
  signInByLink,
  signInByPassword,
  signOut,
} from '../deeds/sign-in.ts'
import { equipped } from '../equipment.ts'
import { departureMinutes } from '../openid.ts'
import { CodePage, FirstPage, LeavePage, LinkPage, SentPage, SignInPage } from '../pages/sign-in.tsx'
import { digestOf } from '../secrets.ts'
import { personOf } from '../store/people.ts'
import { halfSessionOf } from '../store/sessions.ts'
import { linkOf } from '../store/sign-in.ts'

const may = 'access.signIn'
const to = z.string().max(2000).optional()
const email = z.string().min(1).max(200)
const language = z.enum(languages)
const secret = z.string().min(1).max(200)
const long = z.string().optional()

const textIn = (fields: Fields, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

/** Tries for one address and from one place. Whoever guesses for many people from one place is stopped by the second. */
const byEmail =
  (what: string, most: number, seconds: number): Throttling =>
  ({ address }, fields) => [
    { what, who: emailFrom(textIn(fields, 'email')) ?? '', most, seconds },
    { what: `${what} from`, who: address, most: most * 10, seconds },
  ]

const byPlace =
  (what: string, most: number, seconds: number): Throttling =>
  ({ address }) => [{ what, who: address, most, seconds }]

/** Codes are counted for the person, however many sessions wait for one. */
const byHalfSession: Throttling = async ({ address, cookies }, _, db) => {
  const person = await halfSessionOf(db, digestOf(cookies['session'] ?? ''))
  return [
    { what: 'code', who: person ?? '', most: person === null ? 1000 : 5, seconds: 600 },
    { what: 'code from', who: address, most: 50, seconds: 600 },
  ]
}

export const signInRoutes: readonly Route[] = [
  get({
    path: '/sign-in',
    may,
    isPrivate: true,
    asks: z.object({ to: long, ended: z.enum(['kept', 'lost']).optional() }),
    load: async ({ here }, _, asks) => {
      if (here.reader !== null && here.filled === null) {
        const landing = landingFrom(asks.to)
        return goes(landing === '/' ? '/account' : landing)
      }
      return { to: asks.to ?? '', ended: asks.ended ?? ('none' as const), openid: equipped().openid?.name ?? null }
    },
    page: SignInPage,
  }),
  post({
    path: '/sign-in',
    may,
    event: 'access.signedIn',
    order: z.object({ email, password: z.string().min(1).max(1000), to }),
    throttle: byEmail('password', 5, 300),
    ready: comparePassword,
    deed: signInByPassword,
    trail: begunTrail,
    cookies: sessionCookies,
    goTo: afterBegun,
  }),
  post({
    path: '/sign-in/letter',
    may,
    event: 'access.linkAsked',
    form: () => '/sign-in',
    order: z.object({ email, language, to }),
    throttle: byEmail('link', 5, 3600),
    deed: askForLink,
    trail: ({ person }) => ({ facts: { person }, isQuiet: true }),
    goTo: () => '/sign-in/sent',
  }),
  get({
    path: '/sign-in/sent',
    may,
    isPrivate: true,
    load: async () => ({ minutes: linkMinutes['sign-in'] }),
    page: SentPage,
  }),
  get({
    path: '/sign-in/link',
    may,
    isPrivate: true,
    asks: z.object({ link: long }),
    load: async ({ db }, _, { link = '' }) => {
      const found = await linkOf(db, digestOf(link))
      const person = found?.person == null ? null : await personOf(db, found.person)
      return { link, name: person?.name ?? null, isInvitation: found?.purpose === 'invitation' }
    },
    page: LinkPage,
  }),
  post({
    path: '/sign-in/link',
    may,
    event: 'access.signedInByLink',
    order: z.object({ link: secret }),
    throttle: byPlace('link use', 50, 300),
    deed: signInByLink,
    trail: begunTrail,
    cookies: sessionCookies,
    goTo: afterBegun,
  }),
  get({
    path: '/sign-in/code',
    may,
    isPrivate: true,
    asks: z.object({ to: long }),
    load: async (_, __, asks) => ({ to: asks.to ?? '' }),
    page: CodePage,
  }),
  post({
    path: '/sign-in/code',
    may,
    event: 'access.codeGiven',
    order: z.object({ code: z.string().min(1).max(60), to }),
    throttle: byHalfSession,
    deed: giveCode,
    trail: begunTrail,
    cookies: sessionCookies,
    goTo: afterBegun,
  }),
  get({
    path: '/sign-in/first',
    may,
    isPrivate: true,
    asks: z.object({ link: long }),
    load: async ({ db, here }, _, asks) => {
      const link = asks.link ?? textIn(here.filled?.fields ?? {}, 'link')
      return { link, isOver: (await linkOf(db, digestOf(link)))?.purpose !== 'first' }
    },
    page: FirstPage,
  }),
  post({
    path: '/sign-in/first',
    may,
    event: 'access.begun',
    order: z.object({ link: secret, name: z.string().min(1).max(200), email, language }),
    throttle: byPlace('first', 20, 300),
    deed: beFirst,
    trail: (begun) => ({ ...begunTrail(begun), after: { role: 'administrator', scope: 'everywhere' } }),
    cookies: sessionCookies,
    goTo: afterBegun,
  }),
  postShowing({
    path: '/sign-in/openid',
    may,
    event: 'access.departed',
    form: () => '/sign-in',
    order: z.object({ language, to }),
    throttle: byPlace('openid', 30, 300),
    ready: departure,
    deed: leave,
    trail: () => ({ facts: {}, isQuiet: true }),
    cookies: ({ cookie }) => [{ name: 'departure', value: cookie, seconds: departureMinutes * 60 }],
    page: LeavePage,
  }),
  arrive({
    path: '/sign-in/openid/return',
    may,
    event: 'access.arrived',
    order: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    throttle: byPlace('openid return', 30, 300),
    ready: arrival,
    deed: comeBack,
    trail: begunTrail,
    cookies: (begun) => [...sessionCookies(begun), { name: 'departure', value: null, seconds: 0 }],
    goTo: afterBegun,
  }),
  post({
    path: '/sign-out',
    may,
    event: 'access.signedOut',
    form: () => '/sign-in',
    order: z.object({}),
    deed: signOut,
    trail: ({ person }) => ({ facts: {}, isQuiet: true, ...(person === null ? {} : { person }) }),
    cookies: () => noSession,
    goTo: () => '/',
  }),
]
