import type { Endpoint } from '#platform'
import { aggregateEndpoints } from './api/aggregates.ts'
import { areaEndpoints } from './api/areas.ts'
import { groupEndpoints } from './api/groups.ts'
import { observationEndpoints } from './api/observations.ts'
import { releaseEndpoints } from './api/releases.ts'
import { seriesEndpoints } from './api/series.ts'

/** What programs can ask about figures, areas and releases. */
export const api: readonly Endpoint[] = [
  ...seriesEndpoints,
  ...observationEndpoints,
  ...aggregateEndpoints,
  ...areaEndpoints,
  ...groupEndpoints,
  ...releaseEndpoints,
]
