import { emailFrom, landingFrom, nameFrom } from '#access/core'
import { type Attempt, done, type FieldFault, type Language, type PersonId, refused, refusedFields } from '#kernel'
import type { Asker, Caller, Work } from '#platform'
import { equipped } from '../equipment.ts'
import { writeLetter } from '../letters.ts'
import { matches } from '../passwords.ts'
import { digestOf, newSecret, recoveryCodeFrom, recoveryDigest, unsealed } from '../secrets.ts'
import { factorOf, useRecoveryCode, useStep } from '../store/factors.ts'
import {
  addPerson,
  addPersonState,
  addRoleState,
  isAnybodyThere,
  lockPeople,
  personByEmail,
  personOf,
} from '../store/people.ts'
import { endSession, takeHalfSession } from '../store/sessions.ts'
import { addLink, candidateOf, dropLinks, takeLink } from '../store/sign-in.ts'
import { stepOf } from '../totp.ts'
import { type Begun, begin } from './begin.ts'

/** Minutes that links work. */
export const linkMinutes = { 'sign-in': 10, password: 60, invitation: 7 * 24 * 60, first: 60 } as const

export type PasswordOrder = { readonly email: string; readonly password: string; readonly to?: string | undefined }

/** What a password that was typed was compared with, and whether it is that one's. */
export type Compared = { readonly hash: string | null; readonly isTheirs: boolean }

/** Compares a password with that of whoever has the address: a quarter of a second for anybody and for nobody. */
export const comparePassword = async (
  { email, password }: Pick<PasswordOrder, 'email' | 'password'>,
  asks: Asker,
): Promise<Compared> => {
  const candidate = await asks((db) => candidateOf(db, emailFrom(email) ?? ''))
  const hash = candidate?.hash ?? null
  return { hash, isTheirs: await matches(password, hash) }
}

/** By address and password. Somebody unknown, somebody without a password and a wrong one are refused alike, after as long. */
export const signInByPassword = async (
  { db }: Work,
  { email, to }: PasswordOrder,
  _: unknown,
  caller: Caller,
  { hash, isTheirs }: Compared,
): Promise<Attempt<Begun, 'access.notSignedIn'>> => {
  const candidate = await candidateOf(db, emailFrom(email) ?? '')
  // Whose password was changed in this quarter of a second signs in with the new one.
  if (candidate === null || !isTheirs || candidate.hash !== hash) return refused('access.notSignedIn')
  return done(await begin(db, candidate.person, 'password', caller, landingFrom(to)))
}

export type LinkOrder = { readonly email: string; readonly language: Language; readonly to?: string | undefined }

/** Sends a link to whoever has this address. The answer is the same for everybody, and so is what is written. */
export const askForLink = async (
  { db }: Work,
  { email, language, to }: LinkOrder,
): Promise<Attempt<{ readonly person: PersonId | null }>> => {
  const address = emailFrom(email)
  if (address === null) return refusedFields([{ field: 'email', code: 'access.notAnAddress', facts: {} }])
  const person = await personByEmail(db, address)
  const secret = newSecret()
  if (person !== null) {
    const link = { purpose: 'sign-in', person: person.id, landing: landingFrom(to) } as const
    await addLink(db, digestOf(secret), link, linkMinutes['sign-in'])
  }
  await writeLetter(db, {
    to: person?.email ?? null,
    language,
    kind: 'signIn',
    name: person?.name ?? '',
    path: linkPath(secret),
  })
  return done({ person: person?.id ?? null })
}

/** Where a link leads: a page with a button, since mail programs look behind links before people do. */
export const linkPath = (secret: string): string => `/sign-in/link?link=${secret}`

/** Uses a link up and begins a session. Whoever has got a letter has shown that the address is theirs. */
export const signInByLink = async (
  { db }: Work,
  { link }: { readonly link: string },
  _: unknown,
  caller: Caller,
): Promise<Attempt<Begun, 'access.linkOver'>> => {
  const taken = await takeLink(db, digestOf(link), ['sign-in', 'invitation', 'password'])
  const person = taken?.person == null ? null : await personOf(db, taken.person)
  if (taken === null || person === null || person.isClosed) return refused('access.linkOver')
  if (!person.isProven) await addPersonState(db, person.id, { ...person, isProven: true })
  const way = taken.purpose === 'invitation' ? 'invitation' : 'link'
  return done(await begin(db, person.id, way, caller, taken.landing))
}

export type FirstOrder = {
  readonly link: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

/** The first person becomes administrator, by the link that the terminal has shown, while there is nobody. */
export const beFirst = async (
  { db }: Work,
  { link, name: given, email: typed, language }: FirstOrder,
  _: unknown,
  caller: Caller,
): Promise<Attempt<Begun>> => {
  await lockPeople(db)
  const name = nameFrom(given)
  const email = emailFrom(typed)
  const faults: readonly FieldFault[] = [
    ...(name === null ? [{ field: 'name', code: 'access.notAName', facts: {} }] : []),
    ...(email === null ? [{ field: 'email', code: 'access.notAnAddress', facts: {} }] : []),
  ]
  if (name === null || email === null) return refusedFields(faults)
  const taken = await takeLink(db, digestOf(link), ['first'])
  if (taken === null || (await isAnybodyThere(db))) return refused('access.linkOver')
  const id = await addPerson(db)
  // Whoever runs the machine has shown them the link: nobody else needs to vouch for them.
  await addPersonState(db, id, { id, name, email, language, isProven: true, isClosed: false })
  await addRoleState(db, id, id, 'administrator', { kind: 'everywhere' }, true)
  return done(await begin(db, id, 'invitation', caller, '/account/password'))
}

/** A new link for the first administrator, while there is nobody; earlier ones are over. Null once there is somebody. */
export const firstLink = async ({ db }: Pick<Work, 'db'>): Promise<string | null> => {
  await lockPeople(db)
  if (await isAnybodyThere(db)) return null
  await dropLinks(db, null, ['first'])
  const secret = newSecret()
  await addLink(db, digestOf(secret), { purpose: 'first', person: null, landing: '/' }, linkMinutes.first)
  return `/sign-in/first?link=${secret}`
}

/** Is this the code of somebody's authenticator, or one of their recovery codes? It is used up. */
export const usesCode = async ({ db }: Work, person: PersonId, code: string): Promise<boolean> => {
  const recovery = recoveryCodeFrom(code)
  if (recovery !== null) return (await useRecoveryCode(db, person, recoveryDigest(person, recovery))) === 1
  const factor = await factorOf(db, person)
  const key = factor === null ? null : unsealed(equipped().key(), `factor ${person}`, factor.secret)
  const step = key === null ? null : stepOf(key, code.replaceAll(/\s/g, ''), Date.now())
  return step !== null && (await useStep(db, person, step)) === 1
}

export type CodeOrder = { readonly code: string; readonly to?: string | undefined }

/** The second step: the session that waited ends, and one with another secret begins. */
export const giveCode = async (
  work: Work,
  { code, to }: CodeOrder,
  _: unknown,
  caller: Caller,
): Promise<Attempt<Begun, 'access.codeWrong' | 'access.codeTooLate'>> => {
  const secret = caller.cookies['session']
  const half = secret === undefined ? null : await takeHalfSession(work.db, digestOf(secret))
  if (half === null) return refused('access.codeTooLate')
  if (!(await usesCode(work, half.person, code))) return refused('access.codeWrong')
  return done(await begin(work.db, half.person, half.way, caller, landingFrom(to), true))
}

export const signOut = async (
  { db }: Work,
  __: unknown,
  _: unknown,
  caller: Caller,
): Promise<Attempt<{ readonly person: PersonId | null }>> => {
  const secret = caller.cookies['session']
  return done({ person: secret === undefined ? null : await endSession(db, digestOf(secret)) })
}
