import { isSeries, ofRole } from '#plan/core'
import type { ReadDb } from '#platform'
import { outlookPath } from './hypothesis.ts'
import { planInForce } from './neighbours/plan.ts'
import { measuresFor } from './outlooks-open.ts'
import { routes } from './routes.ts'

/** Pages that are one: no parameter, no file, and nothing for the frames of others. */
const single = routes.flatMap((route) =>
  /[:.]/.test(route.path) || (route.kind === 'get' && route.framed) ? [] : [route.path],
)

/** The pages about the methods, and the outlook of every target and indicator that figures are measured for; what may be asked there is not listed. */
export const addresses = async (db: ReadDb): Promise<readonly string[]> => {
  const standing = await planInForce(db)
  if (standing === null) return single
  const { ix } = standing
  const outlooks = ix.plan.editions.flatMap(({ code }) =>
    (['target', 'indicator'] as const)
      .flatMap((role) => ofRole(ix, code, role))
      .filter((element) => measuresFor(ix, element).some(isSeries))
      .map((element) => outlookPath(ix, element)),
  )
  return [...single, ...outlooks]
}
