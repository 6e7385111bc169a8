import type { Feature } from '#platform'

export { operatorActor, publicActor } from './core/index.ts'
export { declareUnits } from './deeds.ts'

export const access: Feature = {
  name: 'access',
  permissions: ['access.see'],
  routes: [],
  panels: [],
  commands: [],
}
