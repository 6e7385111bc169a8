import type { Endpoint } from '#platform'
import { editionEndpoints } from './api/editions.ts'
import { elementEndpoints } from './api/elements.ts'

/** What programs can ask about the text of the plan. */
export const api: readonly Endpoint[] = [...editionEndpoints, ...elementEndpoints]
