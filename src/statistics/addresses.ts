import { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { exploringAddress, exploringOf, views } from './core/exploring.ts'
import { everybodyIn } from './finding-area.ts'
import { areaAddress } from './pages/figure.tsx'
import { areaPage } from './pages/names.tsx'
import { reachOf } from './store/reach.ts'
import { releasesAsOf } from './store/releases.ts'
import { seriesOf } from './store/series.ts'

const lastDay = Day.trusted('9999-12-31')

/** Every page about statistics, but for single cells: those are reached from the tables. */
export const addresses = async (db: ReadDb): Promise<readonly string[]> => {
  const [series, releases, reach, everybody] = await Promise.all([
    seriesOf(db, null, lastDay),
    releasesAsOf(db, lastDay),
    reachOf(db),
    everybodyIn(db, lastDay),
  ])
  return [
    '/series',
    '/sources',
    '/areas',
    ...[...series.keys()].map((code) => `/series/${code}`),
    ...[...series.keys()].flatMap((code) => views.map((view) => exploringAddress({ ...exploringOf(code, []), view }))),
    ...reach.map((one) => areaAddress(one.series, one.area)),
    ...[...everybody.areas.values()].flatMap(({ code, kind }) =>
      kind === 'economy' || everybody.groups.includes(code) ? [areaPage(code)] : [],
    ),
    ...releases.map(({ number }) => `/releases/${number}`),
  ]
}
