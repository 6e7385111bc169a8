import type { Endpoint } from '#platform'
import { observationEndpoints } from './api/observations.ts'
import { seriesEndpoints } from './api/series.ts'

/** What programs can ask about figures, areas and releases. */
export const api: readonly Endpoint[] = [...seriesEndpoints, ...observationEndpoints]
