import type { Feature } from '#platform'
import { addresses } from './addresses.ts'
import { api } from './api.ts'
import { checks } from './checks.ts'
import { demo } from './demo/demo.ts'
import { panels } from './panels.ts'
import { routes, sections } from './routes.ts'

export const risks: Feature = {
  name: 'risks',
  permissions: [
    'risks.see',
    'risks.seeDrafts',
    'risks.enter',
    'risks.assess',
    'risks.mitigate',
    'risks.adopt',
    'risks.escalate',
    'risks.close',
    'risks.setScale',
    'risks.review',
    'risks.freeze',
    'risks.import',
  ],
  routes,
  panels,
  commands: [],
  sections,
  addresses,
  api,
  demo,
  checks,
}
