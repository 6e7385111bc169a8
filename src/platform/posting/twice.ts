import { createHash } from 'node:crypto'
import type { Caller } from './who.ts'

/** For so long what came of a form is given again to the same browser that sends the same form. */
const seconds = 10

/** The same form from the same browser; null for one whose page had no number. */
export const sameForm = (once: string | null, { cookies, bearer }: Caller): string | null =>
  once === null
    ? null
    : createHash('sha256')
        .update(JSON.stringify([once, cookies, bearer]))
        .digest('hex')

/**
 * A button that is pressed twice sends its form twice, and the browser hears the second answer alone. A deed that sets a cookie would
 * lock its writer out: the first answer had it, and it stands in no table. So both are given what came of the one, by this process and
 * for a few seconds; another process does the second as it comes.
 */
export const sharing = <Came>(isDone: (came: Came) => boolean) => {
  const standing = new Map<string, Promise<Came>>()
  return (key: string | null, make: () => Promise<Came>): Promise<Came> => {
    const before = key === null ? undefined : standing.get(key)
    if (key === null || before !== undefined) return before ?? make()
    const made = make()
    const forget = (): boolean => standing.delete(key)
    standing.set(key, made)
    made.then((came) => (isDone(came) ? setTimeout(forget, seconds * 1000).unref() : forget()), forget)
    return made
  }
}
