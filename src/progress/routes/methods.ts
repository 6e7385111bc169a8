import { type Absent, type Ask, absent, get, type Route, take, taken } from '#platform'
import { accuracyCsv, recordTold } from '../accuracy-files.ts'
import { type AccuracyKept, recordInForce, type StandingRecord } from '../accuracy-kept.ts'
import { groupNames } from '../calibrated-names.ts'
import { areasOf } from '../neighbours/statistics.ts'
import { MethodsPage } from '../pages/methods.tsx'

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
  take({
    path: '/methods/accuracy.csv',
    may,
    load: async (ask) => {
      const found = await tried(ask)
      if ('kind' in found) return found
      const { standing, kept } = found
      return taken('text/csv; charset=utf-8', `accuracy-${standing.head.number}.csv`, accuracyCsv(kept))
    },
  }),
  take({
    path: '/methods/accuracy.json',
    may,
    load: async (ask) => {
      const found = await tried(ask)
      if ('kind' in found) return found
      const { standing, kept } = found
      const told = JSON.stringify(recordTold(standing, kept))
      return taken('application/json', `accuracy-${standing.head.number}.json`, told)
    },
  }),
]
