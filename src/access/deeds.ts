import type { Unit } from '#access/core'
import { type Attempt, done } from '#kernel'
import type { Work } from '#platform'
import { addDeclaration } from './store.ts'

/** Declares the units of the organization anew. Who loads a plan does it in the same transaction. */
export const declareUnits = async ({ db, by }: Work, units: readonly Unit[]): Promise<Attempt<{ units: number }>> => {
  await addDeclaration(db, by.person, units)
  return done({ units: units.length })
}
