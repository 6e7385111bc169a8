import { get, type Route } from '#platform'
import { GlossaryPage } from '../pages/glossary.tsx'
import { isAbsent, planFor } from './asked.ts'

export const glossaryRoutes: readonly Route[] = [
  get({
    path: '/glossary',
    may: 'plan.see',
    load: async (ask) => {
      const ix = await planFor(ask)
      return isAbsent(ix) ? ix : { ix }
    },
    page: GlossaryPage,
  }),
]
