import type { Endpoint } from '#platform'
import { statusEndpoints } from './api/statuses.ts'
import { whatIfEndpoints } from './api/what-if.ts'

/** What programs can ask about what is ahead. */
export const api: readonly Endpoint[] = [...statusEndpoints, ...whatIfEndpoints]
