import { type Attempt, done, mayDo, refused, refusedFields } from '#kernel'
import type { Work } from '#platform'
import { type Declared, declaring } from '#risks/core'
import { addScale } from '../store/scales.ts'

/** Declares how risks are measured from a day on. What was measured before stays as it was. */
export const declareScale = async (
  { db, by, today }: Work,
  scale: Declared,
): Promise<Attempt<{ readonly n: number; readonly scale: Declared }>> => {
  if (!mayDo(by, 'risks.setScale', { kind: 'everywhere' })) return refused('ui.notAllowed', { right: 'risks.setScale' })
  if (scale.since < today) return refusedFields([{ field: 'since', code: 'risks.scale.past', facts: {} }])
  const judged = declaring(scale)
  if (judged.kind === 'refused') return judged
  return done({ n: await addScale(db, by.person, scale), scale })
}
