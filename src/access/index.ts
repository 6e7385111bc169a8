import type { Feature } from '#platform'
import { checks } from './checks.ts'
import { commands } from './commands.ts'
import { panels } from './panels.ts'
import { accountRoutes } from './routes/account.ts'
import { peopleRoutes } from './routes/people.ts'
import { signInRoutes } from './routes/sign-in.ts'

export { operatorActor, publicActor } from './core/index.ts'
export { joined, type Part, playersOf, waysIn } from './deeds/cast.ts'
export { firstLink } from './deeds/sign-in.ts'
export { declareUnits } from './deeds.ts'
export { type Equipment, equip, keyIn, type OpenId } from './equipment.ts'
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
  routes: [...signInRoutes, ...accountRoutes, ...peopleRoutes],
  panels,
  commands,
  sections: [{ to: '/admin/people', key: 'access.section', order: 90, may: 'access.people' }],
  checks,
  addresses: async () => ['/units'],
}
