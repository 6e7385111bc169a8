import { z } from 'zod'
import { tokenPermissions } from '#access/core'
import { get, post, postShowing, type Route, take, taken } from '#platform'
import { leastSigns } from '../core/weak-password.ts'
import {
  beginFactor,
  confirmFactor,
  endMySession,
  endOtherSessions,
  giveUpFactor,
  hashPassword,
  makeToken,
  renewCodes,
  revokeToken,
  setPassword,
  tokenDays,
} from '../deeds/account.ts'
import { begunTrail, sessionCookies } from '../deeds/begin.ts'
import { equipped } from '../equipment.ts'
import { ownData } from '../own-data.ts'
import { AccountPage, PasswordPage } from '../pages/account.tsx'
import { CodesPage, FactorPage } from '../pages/second-factor.tsx'
import { TokenPage, TokensPage } from '../pages/tokens.tsx'
import { unsealed } from '../secrets.ts'
import { factorOf, recoveryCodesLeft } from '../store/factors.ts'
import { personOf, rolesOf } from '../store/people.ts'
import { sessionsOf } from '../store/sessions.ts'
import { passwordOf, waysOf } from '../store/sign-in.ts'
import { tokensOf } from '../store/tokens.ts'
import { unitsOf } from '../store.ts'

const may = 'access.account'
const code = z.object({ code: z.string().min(1).max(60) })
const which = z.object({ which: z.string().min(1).max(60) })
const nothing = z.object({})
/** A box that is ticked once comes as a text, several as a list. */
const many = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(80)).max(100),
)
const noFacts = () => ({ facts: {}, isQuiet: true })

export const accountRoutes: readonly Route[] = [
  get({
    path: '/account',
    may,
    asks: z.object({ done: z.string().optional() }),
    load: async ({ db, by }, _, { done = '' }) => {
      const person = await personOf(db, by.person)
      if (person === null) return null
      return {
        person,
        held: (await rolesOf(db, [person.id])).map(({ held }) => held),
        units: await unitsOf(db),
        sessions: await sessionsOf(db, person.id),
        tokens: await tokensOf(db, [person.id]),
        codesLeft: await recoveryCodesLeft(db, person.id),
        ...(await waysOf(db, person.id)),
        done,
      }
    },
    page: AccountPage,
  }),
  take({
    path: '/account/data.json',
    may,
    load: async ({ db, by }) =>
      taken('application/json', 'my-data.json', `${JSON.stringify(await ownData(db, by.person), null, 2)}\n`),
  }),
  get({
    path: '/account/password',
    may,
    load: async ({ db, by }) => ({ asksCurrent: (await passwordOf(db, by.person)) !== null, least: leastSigns }),
    page: PasswordPage,
  }),
  post({
    path: '/account/password',
    may,
    event: 'access.passwordSet',
    order: z.object({
      currentPassword: z.string().max(1000).optional(),
      password: z.string().min(1).max(1000),
      passwordAgain: z.string().min(1).max(1000),
    }),
    throttle: ({ address }) => [{ what: 'new-password-from', who: address, most: 20, seconds: 300 }],
    ready: hashPassword,
    deed: setPassword,
    trail: begunTrail,
    cookies: sessionCookies,
    goTo: ({ landing }) => landing,
  }),
  post({
    path: '/account/sessions/end',
    may,
    event: 'access.sessionEnded',
    form: () => '/account',
    order: which,
    deed: endMySession,
    trail: ({ ended }) => ({ facts: { ended }, isQuiet: true }),
    goTo: () => '/account?done=ended',
  }),
  post({
    path: '/account/sessions/end-others',
    may,
    event: 'access.sessionsEnded',
    form: () => '/account',
    order: nothing,
    deed: endOtherSessions,
    trail: ({ ended }) => ({ facts: { ended }, isQuiet: true }),
    goTo: () => '/account?done=ended',
  }),
  get({
    path: '/account/tokens',
    may,
    load: async ({ db, by }) => ({
      tokens: await tokensOf(db, [by.person]),
      mine: tokenPermissions(by),
      days: tokenDays,
    }),
    page: TokensPage,
  }),
  postShowing({
    path: '/account/tokens',
    may,
    event: 'access.tokenMade',
    order: z.object({
      name: z.string().trim().min(1).max(80),
      scopes: many,
      days: z.coerce.number().refine((days) => tokenDays.some((one) => one === days)),
    }),
    deed: makeToken,
    trail: ({ name, scopes, days }) => ({ facts: { name, scopes, days }, isQuiet: true }),
    page: TokenPage,
  }),
  post({
    path: '/account/tokens/revoke',
    may,
    event: 'access.tokenRevoked',
    form: () => '/account/tokens',
    order: which,
    deed: revokeToken,
    trail: ({ token }) => ({ facts: { token }, isQuiet: true }),
    goTo: () => '/account/tokens',
  }),
  get({
    path: '/account/second-factor',
    may,
    load: async ({ db, by }) => {
      const person = await personOf(db, by.person)
      const factor = await factorOf(db, by.person)
      const isWaiting = factor !== null && !factor.isConfirmed
      const key = isWaiting ? unsealed(equipped().key(), `factor ${by.person}`, factor.secret) : null
      const state =
        factor?.isConfirmed === true ? ('on' as const) : key === null ? ('none' as const) : ('begun' as const)
      const codesLeft = await recoveryCodesLeft(db, by.person)
      return { state, key, house: equipped().house, email: person?.email ?? '', codesLeft }
    },
    page: FactorPage,
  }),
  post({
    path: '/account/second-factor',
    may,
    event: 'access.factorBegun',
    order: nothing,
    deed: beginFactor,
    trail: noFacts,
    goTo: () => '/account/second-factor',
  }),
  postShowing({
    path: '/account/second-factor/confirm',
    may,
    event: 'access.factorConfirmed',
    form: () => '/account/second-factor',
    order: code,
    deed: confirmFactor,
    trail: noFacts,
    page: CodesPage,
  }),
  postShowing({
    path: '/account/second-factor/codes',
    may,
    event: 'access.codesRenewed',
    form: () => '/account/second-factor',
    order: code,
    throttle: ({ address }) => [{ what: 'code-again-from', who: address, most: 10, seconds: 600 }],
    deed: renewCodes,
    trail: noFacts,
    page: CodesPage,
  }),
  post({
    path: '/account/second-factor/off',
    may,
    event: 'access.factorGivenUp',
    form: () => '/account/second-factor',
    order: code,
    throttle: ({ address }) => [{ what: 'code-again-from', who: address, most: 10, seconds: 600 }],
    deed: giveUpFactor,
    trail: noFacts,
    goTo: () => '/account?done=factorOff',
  }),
]
