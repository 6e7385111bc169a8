import { z } from 'zod'
import { isSeries, ofRole } from '#plan/core'
import { gives, isObjection, objection, unknownValue } from '#platform'
import { hypothesisOf } from '../hypothesis.ts'
import { planInForce } from '../neighbours/plan.ts'
import { measuresFor } from '../outlooks-open.ts'
import { viewTo } from '../pages/hypothesis-parts.tsx'
import { areasAsked, elementsAsked, noCalibration, planAsked } from './asked.ts'
import { standing, standingTold } from './told.ts'

/** `too-far` as a choice in a sentence, which has no hyphens. */
const asKey = (fault: string): string => fault.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

export const whatIfEndpoints = [
  gives({
    path: '/what-if',
    name: 'WhatIf',
    may: 'progress.see',
    about: 'progress.api.whatIf',
    asks: z.object({
      edition: z.string().max(80).meta({ about: 'progress.api.oneEdition' }),
      element: z.string().max(80).meta({ about: 'progress.api.oneElement' }),
      area: z.string().max(90).optional().meta({ about: 'progress.api.oneArea' }),
      number: z.number().min(-1e12).max(1e12).optional().meta({ about: 'progress.api.number' }),
      by: z.int().min(1900).max(2200).optional().meta({ about: 'progress.api.by' }),
      line: z.string().max(300).optional().meta({ about: 'progress.api.lineAsked' }),
    }),
    item: z.object({
      shown: standing.meta({ about: 'progress.api.shown' }),
      outlooks: z.array(standing),
      lines: z.array(z.string()),
      page: z.url(),
    }),
    example: async ({ db }) => {
      const ix = (await planInForce(db))?.ix
      const all = ix === undefined ? [] : ofRole(ix, ix.plan.firstShown, 'target')
      const one = all.find((each) => ix !== undefined && measuresFor(ix, each).some(isSeries))
      return one === undefined ? {} : { edition: one.edition, element: one.id }
    },
    load: async (look, asked) => {
      const plan = await planAsked(look, [asked.edition])
      if (isObjection(plan)) return plan
      const areas = await areasAsked(look, asked.area === undefined ? undefined : [asked.area])
      if (isObjection(areas)) return areas
      const elements = elementsAsked(plan, [asked.element], 'target')
      if (isObjection(elements)) return elements
      const [edition, [element] = []] = elements[0] ?? []
      if (edition === undefined || element === undefined) return unknownValue('element', asked.element)
      const found = await hypothesisOf(look, plan.ix, edition, element, {
        area: asked.area,
        // As it is typed: a number so small that it is written with an exponent is none that anybody asks about.
        number: asked.number === undefined ? undefined : String(asked.number),
        by: asked.by === undefined ? undefined : String(asked.by),
        line: asked.line,
      })
      if (found === null) return noCalibration()
      const { number, by, noLine, lines, area, outlooks, shown, calibration } = found
      if (noLine !== null)
        return unknownValue(
          'line',
          noLine,
          lines.map(({ key }) => key),
        )
      if (number.kind === 'fault')
        return objection('number', String(asked.number), 'progress.api.numberFault', { fault: asKey(number.fault) })
      if (by.kind === 'fault')
        return objection('by', String(asked.by), 'progress.api.yearFault', { fault: asKey(by.fault) })
      return {
        shown: standingTold(element, area, shown, calibration),
        outlooks: outlooks.map((one) => standingTold(element, area, one, calibration)),
        lines: lines.map(({ key }) => key),
        page: look.pageAt(viewTo(found)),
      }
    },
  }),
]
