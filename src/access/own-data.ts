import type { PersonId } from '#kernel'
import { deedsBy, type ReadDb, type Told } from '#platform'
import { toldRole } from './deeds/people.ts'
import { personOf, rolesOf } from './store/people.ts'
import { sessionsOf } from './store/sessions.ts'
import { identitiesOf, waysOf } from './store/sign-in.ts'
import { tokensOf } from './store/tokens.ts'

/** Everything that is kept about somebody, but secrets, which nobody has: who they are, how they sign in, and what they did when. */
export const ownData = async (db: ReadDb, id: PersonId): Promise<Told> => {
  const person = await personOf(db, id)
  if (person === null) return {}
  const { name, email, language, isProven } = person
  const roles = await rolesOf(db, [id])
  const sessions = await sessionsOf(db, id)
  const tokens = await tokensOf(db, [id])
  const deeds = await deedsBy(db, id)
  return {
    person: { id, name, email, language, emailIsProven: isProven },
    signIn: { ...(await waysOf(db, id)), openid: await identitiesOf(db, id) },
    roles: roles.map(({ held, since }) => ({ ...(toldRole(held) as object), since })) as readonly Told[],
    sessions: sessions.map(({ startedAt, expiresOn, agent, address, way }) => ({
      startedAt,
      expiresOn,
      agent,
      address,
      way,
    })),
    tokens: tokens.map(({ name: token, scopes, madeOn, expiresOn, revokedOn }) => ({
      name: token,
      scopes,
      madeOn,
      expiresOn,
      revokedOn,
    })),
    deeds: deeds.map((one) => ({ ...one })),
  }
}
