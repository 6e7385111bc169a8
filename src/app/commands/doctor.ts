import { refused } from '#kernel'
import type { Check, Say, Told } from '#platform'
import { checksOf, machineIsFit } from '../checks.ts'
import type { HouseCommand } from '../house.ts'
import { withDatabase } from '../opened.ts'

/** For programs: the keys and the facts, with the words as people read them. */
const told = ({ about, well, seen }: Check, say: Say): Told => ({
  about,
  well,
  code: seen.code,
  facts: seen.facts,
  words: say(seen.code, seen.facts),
})

const line = ({ about, well, seen }: Check, say: Say): string =>
  say(well ? 'app.doctor.well' : 'app.doctor.ill', { name: say(about), seen: say(seen.code, seen.facts) })

/** Looks at everything that can be wrong and says each thing it saw. It changes nothing. */
export const doctor: HouseCommand = {
  name: 'doctor',
  about: 'app.doctor.about',
  takes: [],
  run: async (at) => {
    const { config } = at
    const all = machineIsFit(config)
      ? await withDatabase(config, (database) => checksOf(config, database, database.read))
      : await checksOf(config, null, () => Promise.reject(new Error('Nothing is open')))
    const lines = all.map((one) => line(one, at.say))
    const facts = all.map((one) => told(one, at.say))
    const ill = all.filter(({ well }) => !well)
    if (ill.length === 0) return { kind: 'done', facts, lines: [...lines, at.say('app.doctor.fine')] }
    return { ...refused('app.doctor.trouble', { count: ill.length }), facts, lines }
  },
}
