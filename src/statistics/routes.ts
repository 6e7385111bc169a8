import type { Route, Section } from '#platform'
import { areaRoutes } from './routes/area.ts'
import { areasRoutes } from './routes/areas.ts'
import { explainRoutes } from './routes/explain.ts'
import { explorerRoutes } from './routes/explorer.ts'
import { feedRoutes } from './routes/feeds.ts'
import { observationRoutes } from './routes/observations.ts'
import { releaseRoutes } from './routes/releases.ts'
import { seriesRoutes } from './routes/series.ts'
import { seriesAreaRoutes } from './routes/series-area.ts'
import { seriesListRoutes } from './routes/series-list.ts'
import { sourcesRoutes } from './routes/sources.ts'

export const routes: readonly Route[] = [
  ...seriesListRoutes,
  ...explorerRoutes,
  ...seriesRoutes,
  ...seriesAreaRoutes,
  ...observationRoutes,
  ...explainRoutes,
  ...areasRoutes,
  ...areaRoutes,
  ...sourcesRoutes,
  ...releaseRoutes,
  ...feedRoutes,
]

export const sections: readonly Section[] = [
  { to: '/series', key: 'statistics.section.series', order: 30 },
  { to: '/areas', key: 'statistics.section.areas', order: 35 },
  { to: '/sources', key: 'statistics.section.sources', order: 60, isInFoot: true },
]
