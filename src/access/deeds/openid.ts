import { emailFrom, landingFrom } from '#access/core'
import { type Attempt, done, type Language, refused } from '#kernel'
import type { Asker, Caller, Fields, Work } from '#platform'
import { equipped } from '../equipment.ts'
import { type Arrived, arriving, departing, type Leaving } from '../openid.ts'
import { addPersonState, personByEmail } from '../store/people.ts'
import { addIdentity, identityOf } from '../store/sign-in.ts'
import { type Begun, begin } from './begin.ts'

export type LeavingOrder = { readonly language: Language; readonly to?: string | undefined }
export type Departed = Leaving & { readonly name: string }

/** To the provider that this house believes. */
export const departure = async ({ language, to }: LeavingOrder): Promise<Attempt<Departed>> => {
  const { openid } = equipped()
  if (openid === null) return refused('access.openidNone')
  const leaving = await departing(openid, language, landingFrom(to))
  return leaving.kind === 'refused' ? leaving : done({ ...leaving.value, name: openid.name })
}

/** That somebody left stands in the trail; it needs nothing else. */
export const leave = async (
  _: Work,
  __: LeavingOrder,
  ___: unknown,
  ____: Caller,
  departed: Attempt<Departed>,
): Promise<Attempt<Departed>> => departed

/** Who the provider says that is back. It is asked before anything is written: it may take its time. */
export const arrival = async (fields: Fields, _: Asker, { cookies }: Caller): Promise<Attempt<Arrived>> => {
  const { openid } = equipped()
  if (openid === null) return refused('access.openidNone')
  const plain = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  return arriving(openid, plain, cookies['departure'])
}

/** Back from the provider: whoever was linked before, else whoever was invited under the address that the provider has proven. */
export const comeBack = async (
  { db }: Work,
  _: Fields,
  __: unknown,
  caller: Caller,
  arrived: Attempt<Arrived>,
): Promise<Attempt<Begun>> => {
  if (arrived.kind === 'refused') return arrived
  const { issuer, subject, email, landing } = arrived.value
  const linked = await identityOf(db, issuer, subject)
  if (linked !== null) return done(await begin(db, linked, 'openid', caller, landing))
  const address = email === null ? null : emailFrom(email)
  const person = address === null ? null : await personByEmail(db, address)
  if (person === null) return refused('access.openidStranger', { name: equipped().openid?.name ?? issuer })
  await addIdentity(db, issuer, subject, person.id)
  if (!person.isProven) await addPersonState(db, person.id, { ...person, isProven: true })
  return done(await begin(db, person.id, 'openid', caller, landing))
}
