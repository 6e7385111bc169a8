import type { Route } from '#platform'
import { compareRoutes } from './routes/compare.ts'
import { editionRoutes } from './routes/edition.ts'
import { elementRoutes } from './routes/element.ts'
import { feedRoutes } from './routes/feed.ts'
import { figuresRoutes } from './routes/figures.ts'
import { findingsRoutes } from './routes/findings.ts'
import { frameworksRoutes } from './routes/frameworks.ts'
import { glanceRoutes } from './routes/glance.ts'
import { glossaryRoutes } from './routes/glossary.ts'
import { pictureRoutes } from './routes/picture.ts'

export const routes: readonly Route[] = [
  ...glanceRoutes,
  ...editionRoutes,
  ...compareRoutes,
  ...elementRoutes,
  ...figuresRoutes,
  ...feedRoutes,
  ...pictureRoutes,
  ...findingsRoutes,
  ...frameworksRoutes,
  ...glossaryRoutes,
]
