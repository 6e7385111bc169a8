import { z } from 'zod'
import { type ApiLook, apiList, apiWords, gives, lists, nearestIn, strangeIn, unknownValue } from '#platform'
import type { Series, Source } from '#statistics/core'
import { breakdownsIn } from '../kept-breakdowns.ts'
import { sourcesOf } from '../reads.ts'
import type { Breakdown } from '../store/observations.ts'
import { seriesOf } from '../store/series.ts'
import { anExample } from './example.ts'

const may = 'statistics.see'

const series = z.object({
  code: z.string(),
  dataset: z.string(),
  frame: z.string().nullable().meta({ about: 'statistics.api.frame' }),
  names: apiWords,
  unit: z.string(),
  unit_names: apiWords,
  lowest: z.string().nullable(),
  highest: z.string().nullable(),
  decimals: z.int(),
  better: z.enum(['up', 'down']).nullable(),
  aggregation: apiWords,
  since_year: z.int().nullable().meta({ about: 'statistics.api.sinceYear' }),
  known_on: z.string().nullable(),
  breakdowns: z.array(z.string()).meta({ about: 'statistics.api.breakdowns' }),
  page: z.url(),
})

const told = (
  one: Series,
  breakdowns: ReadonlyMap<string, readonly Breakdown[]>,
  { pageAt }: ApiLook,
): z.infer<typeof series> => ({
  code: one.code,
  dataset: one.dataset,
  frame: one.frame,
  names: one.names,
  unit: one.unit,
  unit_names: one.unitNames,
  lowest: one.lowest,
  highest: one.highest,
  decimals: one.decimals,
  better: one.better,
  aggregation: one.aggregationNames ?? { en: one.aggregation },
  since_year: one.sinceYear,
  known_on: one.knownOn,
  breakdowns: (breakdowns.get(one.code) ?? []).map(({ breakdown }) => breakdown),
  page: pageAt(`/series/${one.code}`),
})

const whole = series.extend({
  reach: z.array(
    z.object({
      breakdown: z.string(),
      economies: z.int(),
      groups: z.int(),
      observations: z.int(),
      first_year: z.int(),
      last_year: z.int(),
    }),
  ),
  sources: z.array(
    z.object({
      dataset: z.string(),
      names: apiWords,
      publisher: apiWords,
      address: z.string(),
      licence: z.string(),
      licence_address: z.string(),
      credit: z.string(),
      releases: z.array(z.object({ release: z.int(), known_on: z.string(), vintage: z.string() })),
    }),
  ),
})

const sourceTold = ({ dataset, releases }: Source) => ({
  dataset: dataset.code as string,
  names: dataset.names,
  publisher: dataset.publisher,
  address: dataset.address,
  licence: dataset.licence.code,
  licence_address: dataset.licence.address,
  credit: dataset.credit,
  releases: releases.map(({ number, knownOn, vintage }) => ({ release: number, known_on: knownOn, vintage })),
})

export const seriesEndpoints = [
  lists({
    path: '/series',
    name: 'Series',
    may,
    about: 'statistics.api.seriesAll',
    asks: z.object({
      series: apiList('statistics.api.series').optional(),
      dataset: apiList('statistics.api.dataset').optional(),
    }),
    item: series,
    keyOf: ({ code }) => code,
    load: async (look, asked) => {
      const { db, asOf } = look
      const [all, { bySeries }] = [await seriesOf(db, null, asOf), await breakdownsIn(db, asOf)]
      const datasets = new Map([...all.values()].map((one) => [one.dataset as string, one]))
      const strange = strangeIn('series', asked.series, all) ?? strangeIn('dataset', asked.dataset, datasets)
      if (strange !== null) return strange
      return [...all.values()]
        .filter(
          ({ code, dataset }) => (asked.series?.includes(code) ?? true) && (asked.dataset?.includes(dataset) ?? true),
        )
        .map((one) => told(one, bySeries, look))
    },
  }),
  gives({
    path: '/series/:code',
    name: 'SeriesWhole',
    may,
    about: 'statistics.api.seriesOne',
    params: z.object({ code: z.string().max(80).meta({ about: 'statistics.api.code' }) }),
    item: whole,
    example: async (look) => ({ code: (await anExample(look)).series }),
    load: async (look, { code }) => {
      const { db, asOf } = look
      const all = await seriesOf(db, null, asOf)
      const one = all.get(code)
      if (one === undefined) return unknownValue('code', code, nearestIn(code, all.keys()), 404)
      const [{ bySeries }, sources] = [await breakdownsIn(db, asOf), await sourcesOf(db, [code], asOf)]
      return {
        ...told(one, bySeries, look),
        reach: (bySeries.get(code) ?? []).map((each) => ({
          breakdown: each.breakdown,
          economies: each.economies,
          groups: each.groups,
          observations: each.observations,
          first_year: each.firstYear,
          last_year: each.lastYear,
        })),
        sources: sources.map(sourceTold),
      }
    },
  }),
]
