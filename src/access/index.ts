import type { Feature } from '#platform'
import { adminRoutes } from './routes/admin.ts'
import { auditRoutes } from './routes/admin-audit.ts'

export { operatorActor, publicActor } from './core/index.ts'
export { declareUnits } from './deeds.ts'
export { type Housekeeping, keepHouse } from './housekeeping.ts'
export { namesOf } from './store/people.ts'
export { unitsOf } from './store.ts'
export { whoIs } from './who.ts'

export const access: Feature = {
  name: 'access',
  permissions: [
    'access.see',
    'access.signIn',
    'access.account',
    'access.people',
    'access.roles',
    'access.settings',
    'access.health',
    'access.audit',
    'access.units',
  ],
  routes: [...adminRoutes, ...auditRoutes],
  panels: [],
  commands: [],
  sections: [{ to: '/admin', key: 'access.admin.title', order: 90, may: 'access.audit' }],
}
