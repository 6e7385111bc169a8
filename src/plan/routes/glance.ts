import { z } from 'zod'
import { type Absent, type Ask, absent, get, goes, type Route, take, taken } from '#platform'
import { editionFor } from '../core/glance.ts'
import { editionPath } from '../core/index.ts'
import { type GlanceQuestion, type GlanceRead, glanceReads, readGlance } from '../glance.ts'
import { glanceCsv, glanceJson } from '../glance-taking.ts'
import { GlancePage } from '../pages/glance.tsx'
import { isAbsent, planFor } from './asked.ts'

const asks = z.object({
  edition: z.string().max(80).optional(),
  goal: z.string().max(80).optional(),
  read: z.enum(glanceReads).optional(),
})

const load = async (ask: Ask, question: GlanceQuestion): Promise<GlanceRead | Absent> => {
  const ix = await planFor(ask)
  return isAbsent(ix) ? ix : readGlance(ask, ix, question)
}

/** The plan at a glance, as a page and to take away, and the text of the edition that is shown first. */
export const glanceRoutes: readonly Route[] = [
  get({ path: '/', may: 'plan.see', asks, load: (ask, _, question) => load(ask, question), page: GlancePage }),
  take({
    path: '/glance.csv',
    may: 'plan.see',
    asks,
    load: async (ask, _, question) => {
      const read = await load(ask, question)
      return isAbsent(read)
        ? read
        : taken('text/csv; charset=utf-8', `${read.ix.plan.slug}-glance.csv`, glanceCsv(read, ask.language))
    },
  }),
  take({
    path: '/glance.json',
    may: 'plan.see',
    asks,
    load: async (ask, _, question) => {
      const read = await load(ask, question)
      return isAbsent(read)
        ? read
        : taken('application/json', `${read.ix.plan.slug}-glance.json`, glanceJson(read, ask.asOf))
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
