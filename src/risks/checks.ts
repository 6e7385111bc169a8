import type { Check, ReadDb } from '#platform'
import { brokenReviews, frozenHeads } from './store/reviews.ts'

/** For `doctor`: every frozen review is still the text that its digest was made of. */
export const checks = async (db: ReadDb): Promise<readonly Check[]> => {
  const frozen = await frozenHeads(db)
  const broken = await brokenReviews(db)
  return [
    {
      about: 'risks.doctor.frozen',
      well: broken.length === 0,
      seen:
        broken.length === 0
          ? { code: 'risks.doctor.frozenSeen', facts: { reviews: frozen.length } }
          : { code: 'risks.doctor.frozenBroken', facts: { years: broken.join(', ') } },
    },
  ]
}
