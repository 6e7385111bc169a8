import { z } from 'zod'
import { apiWords, isObjection, lists } from '#platform'
import { editionPath } from '../core/address.ts'
import { planAsked } from './asked.ts'

const edition = z.object({
  edition: z.string(),
  state: z.enum(['adopted', 'draft']),
  act: apiWords,
  from: z.int(),
  to: z.int(),
  known_on: z.string().nullable().meta({ about: 'plan.api.knownOn' }),
  known_on_basis: z.enum(['text', 'general-knowledge', 'unknown']),
  in_force: z.boolean(),
  language: z.string(),
  elements: z.int(),
  brackets: z.int(),
  page: z.url(),
})

export const editionEndpoints = [
  lists({
    path: '/editions',
    name: 'Edition',
    may: 'plan.see',
    about: 'plan.api.editions',
    item: edition,
    keyOf: (one) => one.edition,
    load: async (look) => {
      const asked = await planAsked(look)
      if (isObjection(asked)) return asked
      return asked.editions.map(
        (one): z.infer<typeof edition> => ({
          edition: one.code,
          state: one.state,
          act: one.act,
          from: one.period.from,
          to: one.period.to,
          known_on: one.knownOn,
          known_on_basis: one.knownOnBasis,
          in_force: one.code === asked.ix.plan.inForce,
          language: one.source.language,
          elements: one.elements.length,
          brackets: one.brackets.length,
          page: look.pageAt(editionPath(one.code)),
        }),
      )
    },
  }),
]
