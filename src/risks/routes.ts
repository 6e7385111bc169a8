import type { Route, Section } from '#platform'
import { importRoutes } from './routes/import.ts'
import { partRoutes } from './routes/parts.ts'
import { registerRoutes } from './routes/register.ts'
import { reviewRoutes } from './routes/reviews.ts'
import { riskRoutes } from './routes/risk.ts'
import { scaleRoutes } from './routes/scale.ts'

export const routes: readonly Route[] = [
  ...registerRoutes,
  ...scaleRoutes,
  ...reviewRoutes,
  ...importRoutes,
  ...riskRoutes,
  ...partRoutes,
]

export const sections: readonly Section[] = [{ to: '/risks', key: 'risks.section', order: 50 }]
