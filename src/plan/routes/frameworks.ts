import { type Absent, type Ask, absent, get, goes, type Nearby, type Params, type Route, takeTable } from '#platform'
import { frameworkAt, readFramework } from '../core/frameworks.ts'
import type { Framework } from '../core/plan.ts'
import { type FrameworkShown, frameworkShown } from '../frameworks.ts'
import { frameworkTaken } from '../frameworks-taking.ts'
import { FrameworkPage } from '../pages/framework.tsx'
import { FrameworksPage } from '../pages/frameworks.tsx'
import { frameworkPath } from '../reading.ts'
import { isAbsent, planFor } from './asked.ts'
import { fromOf } from './taking-from.ts'

const near = ({ slug, names }: Framework): Nearby => ({ to: frameworkPath(slug), words: names })

const asked = async (ask: Ask, params: Params): Promise<FrameworkShown | Absent> => {
  const ix = await planFor(ask)
  if (isAbsent(ix)) return ix
  const slug = params['slug'] ?? ''
  const { framework, nearest } = frameworkAt(ix, slug)
  if (framework === null)
    return absent(
      'plan.frameworks.unknown',
      { slug: slug.slice(0, 80), all: ix.plan.frameworks.map((one) => one.slug).join(', ') },
      nearest.map(near),
    )
  return frameworkShown(ask, ix, framework)
}

export const frameworksRoutes: readonly Route[] = [
  get({
    path: '/frameworks',
    may: 'plan.see',
    load: async (ask) => {
      const ix = await planFor(ask)
      if (isAbsent(ix)) return ix
      return { ix, all: ix.plan.frameworks.map((one) => readFramework(ix, one, ask.asOf)) }
    },
    page: FrameworksPage,
  }),
  get({
    path: '/frameworks/:slug',
    may: 'plan.see',
    load: async (ask, params) => {
      const read = await asked(ask, params)
      if (isAbsent(read)) return read
      return read.framework.slug === params['slug'] ? read : goes(frameworkPath(read.framework.slug))
    },
    page: FrameworkPage,
  }),
  ...takeTable({
    path: '/frameworks/:slug/links',
    may: 'plan.see',
    load: async (ask, params) => {
      const read = await asked(ask, params)
      return isAbsent(read) ? read : frameworkTaken(read, fromOf(ask, frameworkPath(read.framework.slug)), ask)
    },
  }),
]
