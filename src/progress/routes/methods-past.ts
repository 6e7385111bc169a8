import { z } from 'zod'
import { type Absent, type Ask, absent, get, notUnderstood, type Route, takeTable } from '#platform'
import { takeChart } from '#ui'
import { groupNames } from '../calibrated-names.ts'
import { calibrationInForce } from '../calibrations.ts'
import type { Outcome } from '../core/index.ts'
import { areasOf } from '../neighbours/statistics.ts'
import { chartTaken } from '../pages/chart-takes.ts'
import { PastPage, PastSections } from '../pages/past.tsx'
import { type PastProps, pastAddress, world } from '../pages/past-parts.ts'
import { madeIn, outcomesTaken } from '../past-files.ts'
import { type Past, pastKept } from '../past-kept.ts'
import { aboutSeries, calibrationWords } from '../taken-notes.ts'

const may = 'progress.see'

const asks = z.object({
  indicator: z.string().max(80).optional(),
  from: z.string().max(20).optional(),
  in: z.string().max(20).optional(),
  area: z.string().max(80).optional(),
})
type Asked = z.infer<typeof asks>

/** An origin that has five years of outcomes behind it, or else the last one. */
const usualAhead = 5

const yearsOf = (made: readonly Outcome[]): readonly number[] =>
  [...new Set(made.map(({ origin, ahead }) => origin + ahead))].toSorted((a, b) => a - b)

/** The last year that is not far from complete: the figures of the very last one have often come for a few only. */
const usualYear = (made: readonly Outcome[], years: readonly number[]): number => {
  const counts = new Map(years.map((year) => [year, made.filter((one) => one.origin + one.ahead === year).length]))
  const most = Math.max(0, ...counts.values())
  return years.findLast((year) => 2 * (counts.get(year) ?? 0) >= most) ?? 0
}

const pastAsked = async ({ db, asOf }: Ask, { indicator: asked, from }: Asked): Promise<Past | Absent> => {
  const standing = await calibrationInForce(db, asOf)
  if (standing === null) return absent('progress.notCalibrated')
  const { lender, others } = standing.manifest
  const indicators = [lender, ...others]
  const chosen = asked === undefined ? lender : indicators.find((one) => one.indicator === asked)
  if (chosen === undefined)
    return notUnderstood('ui.parameterNotUnderstood', { parameter: 'indicator', value: asked ?? '' })
  const all = pastKept(standing, chosen.indicator)
  const origins = [...new Set(all.map(({ origin }) => origin))].toSorted((a, b) => a - b)
  const last = origins.at(-1) ?? 0
  const origin = from === undefined ? (origins.findLast((one) => one <= last - usualAhead) ?? last) : Number(from)
  if (!origins.includes(origin))
    return notUnderstood('ui.parameterNotUnderstood', { parameter: 'from', value: from ?? '' })
  return { standing, indicators, indicator: chosen.indicator, selection: chosen.selection, all, origins, origin }
}

/** What a file is of: the question of the page without what only chooses what is shown first. */
const fileAsks = asks.pick({ indicator: true, from: true })

const shown = async (ask: Ask, asked: Asked): Promise<PastProps | Absent> => {
  const past = await pastAsked(ask, asked)
  if ('kind' in past) return past
  const made = madeIn(past)
  const years = yearsOf(made)
  const year = asked.in === undefined ? usualYear(made, years) : Number(asked.in)
  if (!years.includes(year))
    return notUnderstood('ui.parameterNotUnderstood', { parameter: 'in', value: asked.in ?? '' })
  const codes = new Set(made.map(({ code }) => code))
  const area = asked.area ?? world
  if (asked.area !== undefined && !codes.has(asked.area))
    return notUnderstood('ui.parameterNotUnderstood', { parameter: 'area', value: asked.area })
  const areas = await areasOf(ask.db, null)
  return {
    ...past,
    made,
    years,
    year,
    area: codes.has(area) ? area : (made[0]?.code ?? area),
    areas,
    groupName: groupNames(areas),
  }
}

export const methodsPastRoutes: readonly Route[] = [
  get({ path: '/methods/past', may, asks, load: (ask, _, asked) => shown(ask, asked), page: PastPage }),
  ...takeChart({
    path: '/methods/past/chart',
    may,
    asks: asks.extend({ chart: z.string().max(40).optional() }),
    load: async (ask, _, { chart, ...asked }) => {
      const past = await shown(ask, asked)
      if ('kind' in past) return past
      const { say, language, asOf, here } = ask
      const { credit } = await aboutSeries(ask, past.selection === null ? [] : [past.selection.series])
      return chartTaken({
        markup: PastSections({ ...past, say, language, here }) as { toString(): string },
        chart,
        page: pastAddress(past),
        to: `/methods/past/chart.svg${pastAddress(past).replace('/methods/past', '')}`,
        sources: [...(credit === null ? [] : [credit]), calibrationWords(say, past.standing, language)],
        asOf,
        say,
        language,
      })
    },
  }),
  ...takeTable({
    path: '/methods/past/outcomes',
    may,
    asks: fileAsks,
    load: async (ask, _, asked) => {
      const past = await pastAsked(ask, asked)
      return 'kind' in past ? past : outcomesTaken(ask, past)
    },
  }),
]
