import { z } from 'zod'
import { get, notUnderstood, type Route } from '#platform'
import { certainties } from '../core/element.ts'
import { EditionCode } from '../core/ids.ts'
import { FindingsPage } from '../pages/findings.tsx'
import { isAbsent, planFor } from './asked.ts'

export const findingsRoutes: readonly Route[] = [
  get({
    path: '/findings',
    may: 'plan.see',
    asks: z.object({
      kind: z.enum(['editorial', 'ambiguity']).optional(),
      edition: z.string().optional(),
      certainty: z.enum(certainties).optional(),
    }),
    load: async (ask, _params, { kind, edition, certainty }) => {
      const ix = await planFor(ask)
      if (isAbsent(ix)) return ix
      const code = edition === undefined ? null : EditionCode.parse(edition)
      if (edition !== undefined && (code === null || !ix.editions.has(code)))
        return notUnderstood('ui.parameterNotUnderstood', { parameter: 'edition', value: edition.slice(0, 80) })
      const findings = ix.plan.findings.filter(
        (one) =>
          (kind === undefined || one.kind === kind) &&
          (code === null || one.editions.includes(code)) &&
          (certainty === undefined || one.certainty === certainty),
      )
      return { ix, chosen: { kind, edition: code ?? undefined, certainty }, findings }
    },
    page: FindingsPage,
  }),
]
