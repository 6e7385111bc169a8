import { type Attempt, done, refused } from '#kernel'
import type { Work } from '#platform'
import { judging, type Wording, wordingOf } from '#risks/core'
import { addRisk, addSteps } from '../store/steps.ts'
import { type Decided, deciding, naming, owning, type Seen, toldWording } from './deciding.ts'

/** Enters a risk into the register of its unit. It is a draft until it is adopted. */
export const enterRisk = async (
  { db, by, today }: Work,
  { reason, ...wording }: Wording & { readonly reason: string },
): Promise<Attempt<Decided>> => {
  const owned = owning(by, 'risks.enter', wording.owner)
  if (owned.kind === 'refused') return owned
  const named = await naming(db, [{ field: 'owner', unit: wording.owner }], wording.elements)
  if (named.kind === 'refused') return named
  const risk = await addRisk(db)
  await addSteps(db, [{ risk, on: today, by: by.person, reason, act: { kind: 'described', ...wording } }])
  return done({ risk, title: wording.title, unit: wording.owner, reason, after: toldWording(wording) })
}

const isSame = (one: Wording, other: Wording): boolean =>
  JSON.stringify(toldWording(one)) === JSON.stringify(toldWording(other))

/** Describes a risk anew. One that goes to another unit goes with the consent of both. */
export const describeRisk = async (
  work: Work,
  { risk, seen, reason, ...wording }: Wording & Seen & { readonly reason: string },
): Promise<Attempt<Decided>> =>
  deciding(
    work,
    { risk, seen },
    'risks.enter',
    reason,
    async (found) => {
      const open = judging.standing(found)
      if (open.kind === 'refused') return open
      const owned = owning(work.by, 'risks.enter', wording.owner)
      if (owned.kind === 'refused') return owned
      const named = await naming(work.db, [{ field: 'owner', unit: wording.owner }], wording.elements)
      if (named.kind === 'refused') return named
      if (isSame(wordingOf(found), wording)) return refused('risks.nothingChanged', { title: wording.title })
      return done([{ kind: 'described', ...wording }])
    },
    (found) => ({ before: toldWording(wordingOf(found)), after: toldWording(wording) }),
  )

/** Makes a draft the register's, for everybody to see; a closed risk is opened again. */
export const adoptRisk = (
  work: Work,
  { reason, ...seen }: Seen & { readonly reason: string },
): Promise<Attempt<Decided>> =>
  deciding(work, seen, 'risks.adopt', reason, (found) => {
    const judged = judging.adopting(found)
    return judged.kind === 'refused' ? judged : done([{ kind: 'adopted' }])
  })

/** Closes a risk that is one no more. Its rows stay. */
export const closeRisk = (
  work: Work,
  { reason, ...seen }: Seen & { readonly reason: string },
): Promise<Attempt<Decided>> =>
  deciding(work, seen, 'risks.close', reason, (found) => {
    const judged = judging.standing(found)
    return judged.kind === 'refused' ? judged : done([{ kind: 'closed' }])
  })
