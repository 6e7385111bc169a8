import { z } from 'zod'
import { apiList, apiWords, isObjection, lists } from '#platform'
import { certainties } from '../core/element.ts'
import { planAsked } from './asked.ts'

const kinds = ['editorial', 'ambiguity'] as const

const finding = z.object({
  finding: z.string(),
  kind: z.enum(kinds),
  editions: z.array(z.string()),
  elements: z.array(z.string()).meta({ about: 'plan.api.entries' }),
  lines: z.array(z.int()),
  printed: z.array(z.object({ text: z.string(), line: z.int(), cut: z.boolean() })),
  words: apiWords,
  taken: apiWords.meta({ about: 'plan.api.takenReading' }),
  certainty: z.enum(certainties),
  page: z.url(),
})

export const findingEndpoints = [
  lists({
    path: '/findings',
    name: 'Finding',
    may: 'plan.see',
    about: 'plan.api.findings',
    asks: z.object({
      edition: apiList('plan.api.edition').optional(),
      kind: z.enum(kinds).optional().meta({ about: 'plan.api.findingKind' }),
      certainty: z.enum(certainties).optional().meta({ about: 'plan.api.certainty' }),
    }),
    item: finding,
    keyOf: (one) => one.finding,
    load: async (look, asked) => {
      const found = await planAsked(look, asked.edition)
      if (isObjection(found)) return found
      const codes = found.editions.map(({ code }) => code)
      return found.ix.plan.findings
        .filter(
          (one) =>
            one.editions.some((code) => codes.includes(code)) &&
            (asked.kind ?? one.kind) === one.kind &&
            (asked.certainty ?? one.certainty) === one.certainty,
        )
        .map(
          (one): z.infer<typeof finding> => ({
            finding: one.id,
            kind: one.kind,
            editions: [...one.editions],
            elements: Object.entries(one.elements).flatMap(([code, ids]) => ids.map((id) => `${code}/${id}`)),
            lines: [...one.lines],
            printed: one.printed.map(({ text, line, cut }) => ({ text, line, cut })),
            words: one.finding,
            taken: one.taken,
            certainty: one.certainty,
            page: look.pageAt(`/findings#${one.id}`),
          }),
        )
    },
  }),
]
