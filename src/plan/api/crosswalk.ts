import { z } from 'zod'
import { apiList, apiWords, isObjection, lists, strangeIn } from '#platform'
import { certainties, type Element } from '../core/element.ts'
import { changes, continuities, relations } from '../core/plan.ts'
import { comparePath } from '../reading.ts'
import { planAsked } from './asked.ts'

const row = z.object({
  row: z.string(),
  from_edition: z.string(),
  to_edition: z.string(),
  kind: z.string(),
  relation: z.enum(relations),
  from: z.array(z.string()),
  to: z.array(z.string()),
  changed: z.array(z.enum(changes)),
  what_changed: apiWords,
  series: z.enum(continuities).meta({ about: 'plan.api.continuity' }),
  series_why: apiWords,
  certainty: z.enum(certainties),
  see_also: z.array(z.string()),
  page: z.url(),
})

export const crosswalkEndpoints = [
  lists({
    path: '/crosswalk',
    name: 'CrosswalkRow',
    may: 'plan.see',
    about: 'plan.api.crosswalk',
    asks: z.object({
      from: z.string().max(80).optional().meta({ about: 'plan.api.fromEdition' }),
      to: z.string().max(80).optional().meta({ about: 'plan.api.toEdition' }),
      kind: apiList('plan.api.kind').optional(),
      relation: z.array(z.enum(relations)).min(1).max(relations.length).optional().meta({ about: 'plan.api.relation' }),
      series: z.array(z.enum(continuities)).min(1).max(4).optional().meta({ about: 'plan.api.continuity' }),
      element: apiList('plan.api.elementOfRow').optional(),
    }),
    item: row,
    keyOf: (one) => `${one.from_edition}/${one.to_edition}/${one.row}`,
    example: async () => ({ relation: 'replaced' }),
    load: async (look, asked) => {
      const found = await planAsked(look)
      if (isObjection(found)) return found
      const { ix } = found
      const there = new Map(found.editions.map((one) => [one.code as string, one]))
      const elements = new Map<string, Element>(
        found.editions.flatMap((one) => one.elements.map((each) => [each.id as string, each])),
      )
      const strange =
        strangeIn('from', asked.from === undefined ? [] : [asked.from], there) ??
        strangeIn('to', asked.to === undefined ? [] : [asked.to], there) ??
        strangeIn('kind', asked.kind, ix.kinds as ReadonlyMap<string, unknown>) ??
        strangeIn('element', asked.element, elements)
      if (strange !== null) return strange
      return ix.plan.crosswalks
        .filter(
          ({ from, to }) =>
            there.has(from) && there.has(to) && (asked.from ?? from) === from && (asked.to ?? to) === to,
        )
        .flatMap((crosswalk) => {
          const { from, to, rows } = crosswalk
          const [older, newer] = [there.get(from), there.get(to)]
          if (older === undefined || newer === undefined) return []
          return rows
            .filter(
              (one) =>
                (asked.kind?.includes(one.kind) ?? true) &&
                (asked.relation?.includes(one.relation) ?? true) &&
                (asked.series?.includes(one.series) ?? true) &&
                (asked.element === undefined || [...one.from, ...one.to].some((id) => asked.element?.includes(id))),
            )
            .map(
              (one): z.infer<typeof row> => ({
                row: one.id,
                from_edition: from,
                to_edition: to,
                kind: one.kind,
                relation: one.relation,
                from: [...one.from],
                to: [...one.to],
                changed: [...one.changed],
                what_changed: one.whatChanged,
                series: one.series,
                series_why: one.why,
                certainty: one.certainty,
                see_also: [...one.seeAlso],
                page: look.pageAt(
                  `${comparePath({ crosswalk, from: older, to: newer }, { kind: one.kind })}#${one.id}`,
                ),
              }),
            )
        })
    },
  }),
]
