import type { Feature } from '#platform'
import { api } from './api.ts'
import { checks } from './checks.ts'
import { commands } from './commands.ts'
import { content } from './content.ts'
import { finds } from './finds.ts'
import { planInForce } from './held.ts'
import { panels } from './panels.ts'
import { pagePaths } from './reading.ts'
import { routes } from './routes.ts'
import { sections } from './sections.ts'

export { type PlanInForce, planInForce } from './held.ts'
export {
  areaRow,
  compareRow,
  entryPlace,
  glanceHead,
  glancePlace,
  linePlace,
  picturePlace,
  targetLine,
  targetRow,
} from './places.ts'
export { editionName } from './reading.ts'

export const plan: Feature = {
  name: 'plan',
  permissions: ['plan.see', 'plan.load'],
  routes,
  panels,
  sections,
  commands,
  content,
  finds,
  api,
  addresses: async (db) => {
    const standing = await planInForce(db)
    return standing === null ? [] : pagePaths(standing.ix)
  },
  checks,
}
