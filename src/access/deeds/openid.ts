import { emailFrom, landingFrom } from '#access/core'
import { type Attempt, done, type Language, refused } from '#kernel'
import type { Caller, Fields, Work } from '#platform'
import { equipped } from '../equipment.ts'
import { arriving, departing, type Leaving } from '../openid.ts'
import { addPersonState, personByEmail } from '../store/people.ts'
import { addIdentity, identityOf } from '../store/sign-in.ts'
import { type Begun, begin } from './begin.ts'

export type LeavingOrder = { readonly language: Language; readonly to?: string | undefined }
export type Departed = Leaving & { readonly name: string }

/** To the provider that this house believes. */
export const leave = async (_: Work, { language, to }: LeavingOrder): Promise<Attempt<Departed>> => {
  const { openid } = equipped()
  if (openid === null) return refused('access.openidNone')
  const leaving = await departing(openid, language, landingFrom(to))
  return leaving.kind === 'refused' ? leaving : done({ ...leaving.value, name: openid.name })
}

/** Back from the provider: whoever was linked before, else whoever was invited under the address that the provider has proven. */
export const comeBack = async ({ db }: Work, fields: Fields, _: unknown, caller: Caller): Promise<Attempt<Begun>> => {
  const { openid } = equipped()
  if (openid === null) return refused('access.openidNone')
  const plain = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const arrived = await arriving(openid, plain, caller.cookies['departure'])
  if (arrived.kind === 'refused') return arrived
  const { issuer, subject, email, landing } = arrived.value
  const linked = await identityOf(db, issuer, subject)
  if (linked !== null) return done(await begin(db, linked, 'openid', caller, landing))
  const address = email === null ? null : emailFrom(email)
  const person = address === null ? null : await personByEmail(db, address)
  if (person === null) return refused('access.openidStranger', { name: openid.name })
  await addIdentity(db, issuer, subject, person.id)
  if (!person.isProven) await addPersonState(db, person.id, { ...person, isProven: true })
  return done(await begin(db, person.id, 'openid', caller, landing))
}
