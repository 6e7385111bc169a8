import { z } from 'zod'
import { apiList, isObjection, lists } from '#platform'
import { outlooksEverywhere } from '../outlooks.ts'
import { areasAsked, elementsAsked, noCalibration, planAsked, rolesAsked } from './asked.ts'
import { type StandingTold, standing, standingTold, statusNames } from './told.ts'

const may = 'progress.see'

/** Each area asks every line anew: more at once would keep others waiting. */
const mostAreas = 40

const asks = z.object({
  edition: apiList('progress.api.edition').optional(),
  element: apiList('progress.api.element').optional(),
  role: z.enum(rolesAsked).optional().meta({ about: 'progress.api.role' }),
  area: apiList('progress.api.area', mostAreas).optional(),
})

const projected = z.object({
  edition: z.string(),
  element: z.string(),
  area: z.string(),
  series: z.string(),
  breakdown: z.string(),
  year: z.int(),
  value: z.number(),
  lo80: z.number(),
  hi80: z.number(),
  lo95: z.number(),
  hi95: z.number(),
  method: z.string(),
  calibrated_on: z.string(),
  calibration: z.int(),
})

type Look = Parameters<Parameters<typeof lists>[0]['load']>[0]

/** The default outlook of every element in every area, edition by edition. */
const outlooksAsked = async (look: Look, asked: z.infer<typeof asks>) => {
  const plan = await planAsked(look, asked.edition)
  if (isObjection(plan)) return plan
  const areas = await areasAsked(look, asked.area)
  if (isObjection(areas)) return areas
  const elements = elementsAsked(plan, asked.element, asked.role ?? 'target')
  if (isObjection(elements)) return elements
  const found = []
  for (const [, own] of elements) {
    const read = await outlooksEverywhere(look.db, plan.ix, own, areas, look.asOf)
    if (read === null) return noCalibration()
    for (const area of areas)
      for (const element of own) {
        const first = read.outlooks.get(area)?.get(element.id)?.[0]
        if (first !== undefined) found.push({ element, area, outlook: first, calibration: read.calibration })
      }
  }
  return found
}

export const statusEndpoints = [
  lists({
    path: '/statuses',
    name: 'Status',
    may,
    about: 'progress.api.statuses',
    asks: asks.extend({
      status: z
        .array(z.enum(statusNames))
        .min(1)
        .max(statusNames.length)
        .optional()
        .meta({ about: 'progress.api.status' }),
    }),
    item: standing,
    keyOf: (one) => [one.edition, one.element, one.area].join('|'),
    load: async (look, asked) => {
      const found = await outlooksAsked(look, asked)
      if (isObjection(found)) return found
      return found
        .map(
          ({ element, area, outlook, calibration }): StandingTold => standingTold(element, area, outlook, calibration),
        )
        .filter(({ status }) => asked.status?.includes(status) ?? true)
    },
  }),
  lists({
    path: '/projections',
    name: 'Projection',
    may,
    about: 'progress.api.projections',
    asks,
    item: projected,
    keyOf: (one) => [one.edition, one.element, one.area, one.year].join('|'),
    load: async (look, asked) => {
      const found = await outlooksAsked(look, asked)
      if (isObjection(found)) return found
      return found.flatMap(({ element, area, outlook: { selection, answer }, calibration }) =>
        (answer?.fan ?? []).map(
          (one): z.infer<typeof projected> => ({
            edition: element.edition,
            element: element.id,
            area,
            series: selection?.series ?? '',
            breakdown: selection?.breakdown ?? '',
            year: one.year,
            value: one.value,
            lo80: one.interval.lo80,
            hi80: one.interval.hi80,
            lo95: one.interval.lo95,
            hi95: one.interval.hi95,
            method: one.method,
            calibrated_on: one.calibratedOn,
            calibration: calibration.head.number,
          }),
        ),
      )
    },
  }),
]
