import { isPermission, permissionKey } from '#access/core'
import type { Facts } from '#kernel'
import type { Say, Trouble, TroubleShow } from '#platform'
import { ErrorPage } from '#ui'

/** A right as its table says it in words, since nobody asks for `risks.enter`; what the table does not know stays as it is. */
const inWords = (facts: Facts, say: Say): Facts =>
  typeof facts['right'] === 'string' && isPermission(facts['right'])
    ? { ...facts, right: say(permissionKey(facts['right'])) }
    : facts

const told = (trouble: Trouble, say: Say): Trouble =>
  trouble.kind === 'refused'
    ? { ...trouble, refusal: { ...trouble.refusal, facts: inWords(trouble.refusal.facts, say) } }
    : trouble

/** The page of everything that went wrong, for the server and for tests of it. */
export const troubleShow: TroubleShow = (trouble) => (say, language, here) =>
  ErrorPage({ reply: told(trouble, say), say, language, here }) as never
