import type { Held } from '#access/core'
import { PersonId } from '#kernel'
import type { WriteDb } from '#platform'
import { digestOf, newSecret, tokenPrefix } from '../secrets.ts'
import { addPerson, addPersonState, addRoleState } from '../store/people.ts'
import { addSession } from '../store/sessions.ts'
import { addToken, tokensOf } from '../store/tokens.ts'

/** Somebody who has signed in: their number, and the secret of their session, which is the value of its cookie. */
export type SignedIn = { readonly person: PersonId; readonly secret: string }

const operator = PersonId.trusted('operator')

/** Adds somebody with these roles, and a session of theirs, as if they had come by a password. */
export const someoneSignedIn = async (db: WriteDb, name: string, held: readonly Held[]): Promise<SignedIn> => {
  const id = await addPerson(db)
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.org`
  await addPersonState(db, operator, { id, name, email, language: 'en', isProven: true, isClosed: false })
  for (const { role, scope } of held) await addRoleState(db, operator, id, role, scope, true)
  return { person: id, secret: await sessionOf(db, id) }
}

/** Another session of somebody. */
export const sessionOf = async (db: WriteDb, person: PersonId): Promise<string> => {
  const secret = newSecret()
  await addSession(db, {
    digest: digestOf(secret),
    person,
    awaitsCode: false,
    way: 'password',
    agent: 'a test',
    address: '::1',
  })
  return secret
}

/** A token of somebody that works for a while: its number, and what a program shows. */
export const tokenOf = async (
  db: WriteDb,
  person: PersonId,
  name: string,
  scopes: readonly string[],
): Promise<{ readonly id: string; readonly secret: string }> => {
  const secret = `${tokenPrefix}${newSecret()}`
  await addToken(db, person, digestOf(secret), name, scopes, 90)
  const made = (await tokensOf(db, [person])).find((one) => one.name === name)
  if (made === undefined) throw new Error('A token was made and is not there')
  return { id: made.id, secret }
}
