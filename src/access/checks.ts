import type { Check, ReadDb } from '#platform'
import { equipped } from './equipment.ts'
import { opensWith } from './secrets.ts'
import { factorsOfAll } from './store/factors.ts'
import { administratorsOf } from './store/people.ts'

/** Can the second factors be read with the key that is here, and is there somebody who administers? */
export const checks = async (db: ReadDb): Promise<readonly Check[]> => {
  const factors = await factorsOfAll(db)
  const lost = factors.length === 0 ? 0 : factors.filter((one) => !opensWith(equipped().key(), one)).length
  const administrators = (await administratorsOf(db)).length
  const { origin } = equipped()
  const isPlain = /^http:\/\/(?!(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$)/.test(origin)
  return [
    {
      about: 'access.check.way',
      well: !isPlain,
      seen: { code: isPlain ? 'access.check.plain' : 'access.check.secure', facts: { origin } },
    },
    {
      about: 'access.check.factors',
      well: lost === 0,
      seen:
        lost === 0
          ? { code: 'access.check.factorsWell', facts: { count: factors.length } }
          : { code: 'access.check.factorsLost', facts: { lost, count: factors.length } },
    },
    {
      about: 'access.check.people',
      // A house that nobody has entered yet is well: it can be read.
      well: true,
      seen: { code: 'access.check.administrators', facts: { count: administrators } },
    },
  ]
}
