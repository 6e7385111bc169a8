import { z } from 'zod'
import { type Absent, type Ask, absent, get, type Route, takeTable } from '#platform'
import { takeChart } from '#ui'
import { accuracyTaken } from '../accuracy-files.ts'
import { type AccuracyKept, accuracyKept, recordInForce, type StandingRecord } from '../accuracy-kept.ts'
import { groupNames } from '../calibrated-names.ts'
import { calibrationOf } from '../calibrations.ts'
import { areasOf } from '../neighbours/statistics.ts'
import { CalibrationsPage, type CalibrationsProps, type Listed } from '../pages/calibrations.tsx'
import { chartTaken } from '../pages/chart-takes.ts'
import { MethodsPage, MethodsSections } from '../pages/methods.tsx'
import { StatusesPage } from '../pages/statuses.tsx'
import { calibrations, wordsInForce } from '../store/calibrations.ts'
import { calibrationWords } from '../taken-notes.ts'

const may = 'progress.see'

const inForce = async ({ db, asOf }: Ask): Promise<StandingRecord | Absent> =>
  (await recordInForce(db, asOf)) ?? absent('progress.notCalibrated')

/** The record that is shown: a calibration that was never backtested has none. */
const tried = async (ask: Ask): Promise<(StandingRecord & { readonly kept: AccuracyKept }) | Absent> => {
  const found = await inForce(ask)
  if ('kind' in found) return found
  const { standing, kept } = found
  return kept === null ? absent('progress.notBacktested', { number: standing.head.number }) : { standing, kept }
}

/** Those that were there on the day asked about; before the first of all, that one, which is used for such days. */
const listedOn = async (ask: Ask): Promise<CalibrationsProps | Absent> => {
  const found = await inForce(ask)
  if ('kind' in found) return found
  const { db, asOf } = ask
  const [heads, words] = [await calibrations(db), await wordsInForce(db)]
  const inForceNow = found.standing.head.number
  const listed: Listed[] = []
  for (const head of heads.filter(({ dated, number }) => dated <= asOf || number === inForceNow)) {
    const calibration = await calibrationOf(db, head.number)
    if (calibration === null) continue
    const said = words.filter((one) => one.calibration === head.number && (one.since <= asOf || found.standing.later))
    listed.push({ calibration, words: said, kept: await accuracyKept(db, head.number) })
  }
  return { listed, inForce: inForceNow }
}

export const methodsRoutes: readonly Route[] = [
  get({
    path: '/methods',
    may,
    load: async (ask) => {
      const found = await tried(ask)
      if ('kind' in found) return found
      return { ...found, nameOf: groupNames(await areasOf(ask.db, null)) }
    },
    page: MethodsPage,
  }),
  ...takeTable({
    path: '/methods/accuracy',
    may,
    load: async (ask) => {
      const found = await tried(ask)
      return 'kind' in found ? found : accuracyTaken(ask, found.standing, found.kept)
    },
  }),
  ...takeChart({
    path: '/methods/chart',
    may,
    asks: z.object({ chart: z.string().max(40).optional() }),
    load: async (ask, _, { chart }) => {
      const found = await tried(ask)
      if ('kind' in found) return found
      const { say, language, asOf, here } = ask
      const nameOf = groupNames(await areasOf(ask.db, null))
      return chartTaken({
        markup: MethodsSections({ kept: found.kept, nameOf, say, language, here }) as { toString(): string },
        chart,
        to: '/methods/chart.svg',
        page: '/methods',
        sources: [calibrationWords(say, found.standing, language)],
        asOf,
        say,
        language,
      })
    },
  }),
  get({ path: '/methods/statuses', may, load: inForce, page: StatusesPage }),
  get({ path: '/methods/calibrations', may, load: listedOn, page: CalibrationsPage }),
]
