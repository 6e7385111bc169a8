import type { Feature } from '#platform'
import { checks } from './checks.ts'
import { commands } from './commands.ts'
import { panels } from './panels.ts'
import { accountRoutes } from './routes/account.ts'
import { adminRoutes } from './routes/admin.ts'
import { auditRoutes } from './routes/admin-audit.ts'
import { peopleListRoutes } from './routes/admin-people.ts'
import { peopleRoutes } from './routes/people.ts'
import { signInRoutes } from './routes/sign-in.ts'

export { operatorActor, publicActor } from './core/index.ts'
export { joined, type Part, playersOf, waysIn } from './deeds/cast.ts'
export { firstLink } from './deeds/sign-in.ts'
export { declareUnits } from './deeds.ts'
export { type Equipment, equip, keyIn, type OpenId } from './equipment.ts'
export { type Housekeeping, keepHouse } from './housekeeping.ts'
export { type MailSettings, senderOf, sendLetters } from './post-office.ts'
export { namesOf } from './store/people.ts'
export { unitsOf } from './store.ts'
export { sessionCookie, whoIs } from './who.ts'

export const access: Feature = {
  name: 'access',
  permissions: [
    'access.signIn',
    'access.account',
    'access.people',
    'access.roles',
    'access.settings',
    'access.health',
    'access.audit',
    'access.units',
  ],
  routes: [...signInRoutes, ...accountRoutes, ...peopleRoutes, ...peopleListRoutes, ...adminRoutes, ...auditRoutes],
  panels,
  commands,
  sections: [{ to: '/admin', key: 'access.admin.title', order: 90, may: 'access.audit' }],
  checks,
  addresses: async () => ['/units'],
}
