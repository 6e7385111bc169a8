import { mayDoSomewhere, type PersonId } from '#kernel'
import type { Look } from '#platform'
import type { Risk } from '#risks/core'
import { namesOf } from './neighbours/access.ts'

/** What people are called, by their number; null for a reader who is told what was done and not who did it. */
export type People = ReadonlyMap<string, string> | null

/** Everybody who did something about a risk. */
export const doersOf = ({ steps }: Risk): readonly PersonId[] => steps.map(({ by }) => by)

/** Names for those who work on the register of some unit. Everybody else reads what was decided, not which member of staff did it. */
export const peopleFor = async ({ db, by }: Pick<Look, 'db' | 'by'>, persons: readonly PersonId[]): Promise<People> =>
  mayDoSomewhere(by, 'risks.seeDrafts') ? namesOf(db, [...new Set(persons)]) : null
