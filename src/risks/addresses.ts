import type { ReadDb } from '#platform'
import { isPublic } from '#risks/core'
import { registerOf } from './held.ts'
import { frozenHeads } from './store/reviews.ts'

/** Every page that everybody sees. */
export const addresses = async (db: ReadDb): Promise<readonly string[]> => {
  const frozen = await frozenHeads(db)
  const risks = (await registerOf(db)).filter(isPublic)
  return [
    ...['/risks', '/risks/matrix', '/risks/attention', '/risks/scale', '/risks/reviews'],
    ...frozen.map(({ year }) => `/risks/reviews/${year}`),
    ...risks.map(({ id }) => `/risks/${id}`),
  ]
}
