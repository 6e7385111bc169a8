import { actorOf, limitedTo, publicActor } from '#access/core'
import { anybody, type WhoIs } from '#platform'
import { digestOf, tokenPrefix } from './secrets.ts'
import { sessionOf } from './store/sessions.ts'
import { tokenOf } from './store/tokens.ts'

/** The cookie by which a session is known. */
export const sessionCookie = 'session'

/**
 * Who asks: by a token for programs, else by the session of the cookie, else the public. Roles are read each time, so that what was
 * given or taken holds at the next request. A session that waits for its code is nobody's yet.
 */
export const whoIs: WhoIs = async (db, { bearer, cookies }) => {
  if (bearer !== null) {
    const token = bearer.startsWith(tokenPrefix) ? await tokenOf(db, digestOf(bearer)) : null
    if (token === null) return anybody(publicActor)
    const by = limitedTo(actorOf(token.person, token.held), token.scopes)
    return { by, name: token.name, signIn: null, was: null }
  }
  const secret = cookies[sessionCookie]
  const found = secret === undefined ? null : await sessionOf(db, digestOf(secret))
  if (found === null || found.awaitsCode) return anybody(publicActor)
  if (!found.isLive) return { ...anybody(publicActor), was: found.person }
  return { by: actorOf(found.person, found.held), name: found.name, signIn: found.id, was: null }
}
