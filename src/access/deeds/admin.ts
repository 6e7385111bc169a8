import { type Attempt, done, mayDo, refused } from '#kernel'
import type { Work } from '#platform'
import { type AnyToken, anyTokenOf, revokeToken } from '../store/admin.ts'

/** Takes a token from whoever made it: the program that shows it is nobody's at its next request. */
export const withdrawToken = async (
  { db, by }: Work,
  token: string,
): Promise<Attempt<AnyToken, 'ui.notAllowed' | 'access.admin.noSuchToken' | 'access.admin.tokenIsOver'>> => {
  if (!mayDo(by, 'access.people', { kind: 'everywhere' })) return refused('ui.notAllowed', { right: 'access.people' })
  const one = await anyTokenOf(db, token)
  if (one === null) return refused('access.admin.noSuchToken')
  const isDone = one.standing === 'live' && (await revokeToken(db, by.person, one.id)) === 1
  return isDone ? done(one) : refused('access.admin.tokenIsOver', { name: one.name })
}
