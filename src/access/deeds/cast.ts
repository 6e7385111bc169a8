import { actorOf, type HeldRole } from '#access/core'
import { type Actor, type Attempt, done } from '#kernel'
import type { ReadDb, Work } from '#platform'
import { digestOf, newSecret } from '../secrets.ts'
import { peopleOf, personByEmail, rolesOf } from '../store/people.ts'
import { addLink } from '../store/sign-in.ts'
import { giveRole, invite } from './people.ts'
import { linkPath } from './sign-in.ts'

/** Somebody of a demonstration: `for` is a unit's or an economy's code, empty for everywhere. */
export type Part = { readonly name: string; readonly email: string; readonly role: HeldRole; readonly for: string }

/** People of a demonstration join as all others do, each with one role. Whoever is there already stays as they are. */
export const joined = async (work: Work, cast: readonly Part[]): Promise<Attempt<{ readonly people: number }>> => {
  let people = 0
  for (const { name, email, role, for: scope } of cast) {
    if ((await personByEmail(work.db, email)) !== null) continue
    const invited = await invite(work, { name, email, language: 'en' })
    if (invited.kind === 'refused') return invited
    const given = await giveRole(work, invited.value.person.id, { role, scope })
    if (given.kind === 'refused') return given
    people += 1
  }
  return done({ people })
}

/** Everybody who is there, with what they may do. */
export const playersOf = async (db: ReadDb): Promise<readonly { readonly email: string; readonly by: Actor }[]> => {
  const all = await peopleOf(db)
  const held = await rolesOf(
    db,
    all.map(({ id }) => id),
  )
  return all.map(({ id, email }) => ({
    email,
    by: actorOf(
      id,
      held.filter((one) => one.person === id).map((one) => one.held),
    ),
  }))
}

/** How long a way in stands, in minutes: a day of trying out. */
const dayLong = 24 * 60

/** A way in for each of them, without a letter: only for people who do not exist. */
export const waysIn = async (work: Work, cast: readonly Part[]): Promise<ReadonlyMap<string, string>> => {
  const ways = new Map<string, string>()
  for (const { email } of cast) {
    const person = await personByEmail(work.db, email)
    if (person === null) continue
    const secret = newSecret()
    await addLink(work.db, digestOf(secret), { purpose: 'sign-in', person: person.id, landing: '/' }, dayLong)
    ways.set(email, linkPath(secret))
  }
  return ways
}
