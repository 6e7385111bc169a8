import { z } from 'zod'
import { apiList, apiWords, isObjection, lists, strangeIn } from '#platform'
import { pathOf } from '../core/address.ts'
import type { Element } from '../core/element.ts'
import { entryOfElement, kindOf } from '../core/indexed.ts'
import { breakdownBy, fits, type Measure, noSeriesReasons } from '../core/measure.ts'
import { planAsked } from './asked.ts'

const measure = z.object({
  measure: z.string(),
  words: apiWords,
  unit: apiWords,
  note: apiWords.nullable(),
  series: z.string().nullable(),
  breakdown: z.string().nullable(),
  fit: z.enum(fits).nullable().meta({ about: 'plan.api.fit' }),
  no_series: z.enum(noSeriesReasons).nullable().meta({ about: 'plan.api.noSeries' }),
  others: z.array(z.object({ series: z.string(), breakdown: z.string(), by: z.enum(breakdownBy), words: apiWords })),
})

const indicator = z.object({
  edition: z.string(),
  id: z.string(),
  number: z.string().nullable(),
  title: apiWords,
  parents: z.array(z.string()),
  responsible: z.string().nullable(),
  measures: z.array(measure),
  page: z.url(),
})

const measureTold = (one: Measure): z.infer<typeof measure> => {
  const common = { measure: one.id, words: one.words, unit: one.unit, note: one.note }
  return one.kind === 'none'
    ? { ...common, series: null, breakdown: null, fit: null, no_series: one.reason, others: [] }
    : {
        ...common,
        series: one.selection.series,
        breakdown: one.selection.breakdown,
        fit: one.fit,
        no_series: null,
        others: one.others.map(({ series, breakdown, by, words }) => ({ series, breakdown, by, words })),
      }
}

export const indicatorEndpoints = [
  lists({
    path: '/indicators',
    name: 'Indicator',
    may: 'plan.see',
    about: 'plan.api.indicators',
    asks: z.object({
      edition: apiList('plan.api.edition').optional(),
      parent: apiList('plan.api.parent').optional(),
      series: apiList('plan.api.measuredBy').optional(),
    }),
    item: indicator,
    keyOf: ({ edition, id }) => `${edition}/${id}`,
    load: async (look, asked) => {
      const found = await planAsked(look, asked.edition)
      if (isObjection(found)) return found
      const { ix, editions } = found
      const all = editions.flatMap(({ elements }) => elements)
      const seriesOf = (one: Measure): readonly string[] =>
        one.kind === 'none' ? [] : [one.selection, ...one.others].map(({ series }) => series)
      const measuring = new Map(
        ix.plan.measures.flatMap((one) => seriesOf(one).map((series) => [series, one] as const)),
      )
      const strange =
        strangeIn('parent', asked.parent, new Map<string, Element>(all.map((one) => [one.id as string, one]))) ??
        strangeIn('series', asked.series, measuring)
      if (strange !== null) return strange
      return all
        .filter((one) => kindOf(ix, one).role === 'indicator')
        .map((one) => ({ one, measures: ix.measures.get(entryOfElement(one)) ?? [] }))
        .filter(
          ({ one, measures }) =>
            (asked.parent === undefined || one.parents.some((id) => asked.parent?.includes(id))) &&
            (asked.series === undefined || measures.flatMap(seriesOf).some((code) => asked.series?.includes(code))),
        )
        .map(
          ({ one, measures }): z.infer<typeof indicator> => ({
            edition: one.edition,
            id: one.id,
            number: one.number,
            title: one.title,
            parents: [...one.parents],
            responsible: one.indication?.responsible ?? null,
            measures: measures.map(measureTold),
            page: look.pageAt(pathOf(ix, one)),
          }),
        )
    },
  }),
]
