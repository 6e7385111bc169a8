import { z } from 'zod'
import { type Absent, type Ask, absent, get, goes, type Route, takeTable } from '#platform'
import { editionPath } from '../core/address.ts'
import { editionFor } from '../core/glance.ts'
import { type GlanceQuestion, type GlanceRead, glanceReads, readGlance } from '../glance.ts'
import { glanceTaken, type TakenFrom } from '../glance-taking.ts'
import { GlancePage } from '../pages/glance.tsx'
import { questionOf } from '../pages/glance-choices.tsx'
import { isAbsent, planFor } from './asked.ts'
import { fromOf } from './taking-from.ts'

const asks = z.object({
  edition: z.string().max(80).optional(),
  goal: z.string().max(80).optional(),
  read: z.enum(glanceReads).optional(),
  area: z.string().max(80).optional(),
})

const load = async (ask: Ask, question: GlanceQuestion): Promise<GlanceRead | Absent> => {
  const ix = await planFor(ask)
  return isAbsent(ix) ? ix : readGlance(ask, ix, question)
}

/** The page that its files are of: with what it was asked. */
const fromOn = (ask: Ask): TakenFrom => fromOf(ask, `/${questionOf(ask.here)}`)

/** What a file is called where it is kept: which plan, which edition, as of which day. */
const nameOf = ({ ix, glance, area }: GlanceRead, ask: Ask): string =>
  [ix.plan.slug, glance.edition.code, ...(area === null ? [] : [area.code.replace('/', '-')]), ask.asOf].join('-')

/** The plan at a glance, as a page and to take away, and the text of the edition that is shown first. */
export const glanceRoutes: readonly Route[] = [
  get({ path: '/', may: 'plan.see', asks, load: (ask, _, question) => load(ask, question), page: GlancePage }),
  ...takeTable({
    path: '/glance',
    may: 'plan.see',
    asks,
    load: async (ask, _, question) => {
      const read = await load(ask, question)
      return isAbsent(read) ? read : glanceTaken(read, fromOn(ask), nameOf(read, ask), ask.say)
    },
  }),
  get({
    path: '/editions',
    may: 'plan.see',
    load: async (ask) => {
      const ix = await planFor(ask)
      if (isAbsent(ix)) return ix
      const edition = editionFor(ix, ask.asOf)
      return edition === null ? absent('plan.glance.noEditionThen', { day: ask.asOf }) : goes(editionPath(edition.code))
    },
    page: GlancePage,
  }),
]
