import { isPermission, type Permission, tokenPermissions } from '#access/core'
import { type Attempt, done, type FieldFault, refused, refusedFields } from '#kernel'
import type { Asker, Caller, Work } from '#platform'
import { weakness } from '../core/weak-password.ts'
import { equipped } from '../equipment.ts'
import { type LetterKind, writeLetter } from '../letters.ts'
import { hashOf, matches } from '../passwords.ts'
import { digestOf, newRecoveryCodes, newSecret, recoveryDigest, sealed, tokenPrefix, unsealed } from '../secrets.ts'
import { addRecoveryCodes, dropFactor, dropRecoveryCodes, factorOf, putFactor, useStep } from '../store/factors.ts'
import { personOf } from '../store/people.ts'
import { endOwnSession, endSessions, isFresh, sessionWay } from '../store/sessions.ts'
import { dropLinks, passwordOf, putPassword } from '../store/sign-in.ts'
import { addRevocation, addToken } from '../store/tokens.ts'
import { newKey, stepOf } from '../totp.ts'
import { type Begun, begin } from './begin.ts'
import { type Compared, usesCode } from './sign-in.ts'

/** Minutes after which what is delicate asks to sign in again. */
export const freshMinutes = 60
/** Minutes in which a link that was sent stands for a password that is forgotten. */
const resetMinutes = 15

const delicate = async ({ db }: Work, caller: Caller): Promise<boolean> =>
  isFresh(db, digestOf(caller.cookies['session'] ?? ''), freshMinutes)

/** Tells somebody by letter that how they sign in has changed: if it was not they, they learn of it. */
const tell = async ({ db, by }: Work, kind: LetterKind): Promise<void> => {
  const person = await personOf(db, by.person)
  if (person === null) throw new Error(`${by.person} has signed in and is nobody`)
  await writeLetter(db, { to: person.email, language: person.language, kind, name: person.name, path: '/account' })
}

export type SetPasswordOrder = {
  readonly currentPassword?: string | undefined
  readonly password: string
  readonly passwordAgain: string
}

/** What takes a quarter of a second each: the password until now as it was compared, and the hash of the new one. */
export type Hashed = Compared & { readonly next: string }

export const hashPassword = async (
  { currentPassword = '', password }: SetPasswordOrder,
  asks: Asker,
): Promise<Hashed> => {
  const hash = await asks((db, { person }) => passwordOf(db, person))
  const isTheirs = hash !== null && (await matches(currentPassword, hash))
  return { hash, isTheirs, next: await hashOf(password) }
}

/** Sets the own password. All sessions end, and this browser gets a new one. */
export const setPassword = async (
  work: Work,
  { password, passwordAgain }: SetPasswordOrder,
  _: unknown,
  caller: Caller,
  compared: Hashed,
): Promise<Attempt<Begun>> => {
  const { db, by } = work
  if (!(await delicate(work, caller))) return refused('access.signInAgain')
  const person = await personOf(db, by.person)
  if (person === null) throw new Error(`${by.person} has signed in and is nobody`)
  const session = digestOf(caller.cookies['session'] ?? '')
  const way = await sessionWay(db, session)
  const hash = await passwordOf(db, by.person)
  const byLetter = (way === 'link' || way === 'invitation') && (await isFresh(db, session, resetMinutes))
  const isKnown = hash === null || byLetter || (compared.isTheirs && compared.hash === hash)
  const weak = weakness(password, [person.name, person.email, equipped().house])
  const faults: readonly FieldFault[] = [
    ...(isKnown ? [] : [{ field: 'currentPassword', code: 'access.passwordNotCurrent', facts: {} }]),
    ...(weak === null ? [] : [{ field: 'password', ...weak }]),
    ...(weak === null && password !== passwordAgain
      ? [{ field: 'passwordAgain', code: 'access.passwordNotTheSame', facts: {} }]
      : []),
  ]
  if (faults.length > 0) return refusedFields(faults)
  await putPassword(db, by.person, compared.next)
  await dropLinks(db, by.person, ['sign-in', 'password', 'invitation'])
  await endSessions(db, by.person, null)
  await tell(work, 'passwordChanged')
  return done(await begin(db, by.person, way ?? 'password', caller, '/account?done=password', true))
}

/** Ends one of one's own sessions; this one as well, if it is meant. */
export const endMySession = async (
  { db, by }: Work,
  { which }: { readonly which: string },
): Promise<Attempt<{ readonly ended: number }, 'access.noSuchSession'>> => {
  const ended = await endOwnSession(db, by.person, which)
  return ended === 0 ? refused('access.noSuchSession') : done({ ended })
}

/** Ends all others of one's own sessions. */
export const endOtherSessions = async (
  { db, by }: Work,
  __: unknown,
  _: unknown,
  caller: Caller,
): Promise<Attempt<{ readonly ended: number }>> =>
  done({ ended: await endSessions(db, by.person, digestOf(caller.cookies['session'] ?? '')) })

/** Days that a token may be good for. */
export const tokenDays = [7, 30, 90, 365] as const

export type TokenOrder = { readonly name: string; readonly scopes: readonly string[]; readonly days: number }
export type MadeToken = {
  readonly token: string
  readonly name: string
  readonly scopes: readonly Permission[]
  readonly days: number
}

/** Makes a token that carries some of one's own permissions. It is shown once. */
export const makeToken = async (
  work: Work,
  { name, scopes, days }: TokenOrder,
  _: unknown,
  caller: Caller,
): Promise<Attempt<MadeToken>> => {
  const { db, by } = work
  if (!(await delicate(work, caller))) return refused('access.signInAgain')
  const mine = tokenPermissions(by)
  const chosen = scopes.filter(isPermission).filter((one) => mine.includes(one))
  if (chosen.length === 0 || chosen.length < scopes.length)
    return refusedFields([{ field: 'scopes', code: 'access.tokenScopes', facts: {} }])
  const token = `${tokenPrefix}${newSecret()}`
  await addToken(db, by.person, digestOf(token), name, chosen, days)
  return done({ token, name, scopes: chosen, days })
}

export const revokeToken = async (
  { db, by }: Work,
  { which }: { readonly which: string },
): Promise<Attempt<{ readonly token: string }, 'access.noSuchToken'>> =>
  (await addRevocation(db, by.person, by.person, which)) === 0 ? refused('access.noSuchToken') : done({ token: which })

/** Makes the key of a second factor, which counts once a code has shown that somebody's authenticator has it. */
export const beginFactor = async (work: Work, __: unknown, _: unknown, caller: Caller): Promise<Attempt<object>> => {
  const { db, by } = work
  if (!(await delicate(work, caller))) return refused('access.signInAgain')
  const put = await putFactor(db, by.person, sealed(equipped().key(), `factor ${by.person}`, newKey()))
  return put === 0 ? refused('access.factorThere') : done({})
}

export type Codes = { readonly codes: readonly string[] }

const newCodes = async ({ db, by }: Work): Promise<Codes> => {
  const codes = newRecoveryCodes()
  await dropRecoveryCodes(db, by.person)
  await addRecoveryCodes(
    db,
    by.person,
    codes.map((code) => recoveryDigest(by.person, code)),
  )
  return { codes }
}

/** From now on a code is asked for. Recovery codes are shown once. */
export const confirmFactor = async (work: Work, { code }: { readonly code: string }): Promise<Attempt<Codes>> => {
  const { db, by } = work
  const factor = await factorOf(db, by.person)
  const key = factor === null ? null : unsealed(equipped().key(), `factor ${by.person}`, factor.secret)
  if (factor === null || factor.isConfirmed || key === null) return refused('access.factorThere')
  const step = stepOf(key, code.replaceAll(/\s/g, ''), Date.now())
  if (step === null || (await useStep(db, by.person, step)) === 0)
    return refusedFields([{ field: 'code', code: 'access.codeWrong', facts: {} }])
  await tell(work, 'factorOn')
  return done(await newCodes(work))
}

/** Gives the second factor up; a code of it is asked for once more. */
export const giveUpFactor = async (work: Work, { code }: { readonly code: string }): Promise<Attempt<object>> => {
  if (!(await usesCode(work, work.by.person, code)))
    return refusedFields([{ field: 'code', code: 'access.codeWrong', facts: {} }])
  await dropFactor(work.db, work.by.person)
  await tell(work, 'factorOff')
  return done({})
}

/** New recovery codes; the earlier ones are over. */
export const renewCodes = async (work: Work, { code }: { readonly code: string }): Promise<Attempt<Codes>> =>
  (await usesCode(work, work.by.person, code))
    ? done(await newCodes(work))
    : refusedFields([{ field: 'code', code: 'access.codeWrong', facts: {} }])
