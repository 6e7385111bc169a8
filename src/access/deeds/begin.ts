import type { PersonId } from '#kernel'
import type { Caller, Cookie, Trail, WriteDb } from '#platform'
import { digestOf, newSecret } from '../secrets.ts'
import { addSession, endSession, halfMinutes, purge, type SignInWay, sessionDays } from '../store/sessions.ts'
import { waysOf } from '../store/sign-in.ts'

/** Somebody who has come in, or who is asked for a code first. */
export type Begun = {
  readonly person: PersonId
  readonly secret: string
  readonly awaitsCode: boolean
  readonly way: SignInWay
  /** Where they go after it. */
  readonly landing: string
}

/**
 * The one place where sessions begin. Each has a secret of its own: what a browser brought along ends, so that nobody can give
 * somebody else a session that they know (session fixation). Whoever has a second factor is asked for it, however they came.
 */
export const begin = async (
  db: WriteDb,
  person: PersonId,
  way: SignInWay,
  caller: Caller,
  landing: string,
  isConfirmed = false,
): Promise<Begun> => {
  await purge(db)
  const earlier = caller.cookies['session']
  if (earlier !== undefined) await endSession(db, digestOf(earlier))
  const awaitsCode = !isConfirmed && (await waysOf(db, person)).hasFactor
  const secret = newSecret()
  const { agent, address } = caller
  await addSession(db, { digest: digestOf(secret), person, awaitsCode, way, agent, address })
  return { person, secret, awaitsCode, way, landing }
}

export const sessionCookies = ({ secret, awaitsCode }: Begun): readonly Cookie[] => [
  { name: 'session', value: secret, seconds: awaitsCode ? halfMinutes * 60 : sessionDays * 86_400 },
]

export const noSession: readonly Cookie[] = [{ name: 'session', value: null, seconds: 0 }]

/** The page after signing in, or the one that asks for the code. */
export const afterBegun = ({ awaitsCode, landing }: Begun): string =>
  awaitsCode ? `/sign-in/code?to=${encodeURIComponent(landing)}` : landing

export const begunTrail = ({ person, way, awaitsCode }: Begun): Trail => ({
  person,
  facts: { way, awaitsCode },
  isQuiet: true,
})
