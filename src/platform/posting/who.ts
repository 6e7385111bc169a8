import type { Actor, Day, PersonId } from '#kernel'
import type { ReadDb } from '../db.ts'

/** Where a request comes from and what it shows of itself, in plain values. */
export type Caller = {
  readonly cookies: Readonly<Record<string, string>>
  /** What stands behind `Authorization: Bearer`. */
  readonly bearer: string | null
  /** The network address; of a version 6 one its first 64 bits, which one household holds. */
  readonly address: string
  readonly agent: string
  /** Scheme and host as the caller sees them. */
  readonly origin: string
}

/** Who asks. The public has no name and has not signed in. */
export type Who = {
  readonly by: Actor
  readonly name: string | null
  /** The number of their sign-in, for lists; never its secret. Null for the public and for programs. */
  readonly signIn: string | null
  /** Who had signed in, where that has ended: what they were writing is kept for them alone. */
  readonly was: PersonId | null
}

/** How the house learns who asks. It holds no right of its own: the feature that knows people answers. */
export type WhoIs = (db: ReadDb, caller: Caller, today: Day) => Promise<Who>

export const anybody = (by: Actor): Who => ({ by, name: null, signIn: null, was: null })

/** One household has 64 bits of addresses of version 6: a limit by address counts them as one (RFC 6177). */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const first = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - rest.length) }, () => '0')
  return `${[...first, ...zeros, ...rest].slice(0, 4).join(':')}::/64`
}
