import type { Endpoint } from '#platform'
import { crosswalkEndpoints } from './api/crosswalk.ts'
import { editionEndpoints } from './api/editions.ts'
import { elementEndpoints } from './api/elements.ts'
import { findingEndpoints } from './api/findings.ts'
import { indicatorEndpoints } from './api/indicators.ts'

/** What programs can ask about the text of the plan. */
export const api: readonly Endpoint[] = [
  ...editionEndpoints,
  ...elementEndpoints,
  ...crosswalkEndpoints,
  ...findingEndpoints,
  ...indicatorEndpoints,
]
