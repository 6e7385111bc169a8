import type { Feature } from '#platform'

export { operatorActor, publicActor } from './core/index.ts'
export { declareUnits } from './deeds.ts'
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
  routes: [],
  panels: [],
  commands: [],
}
