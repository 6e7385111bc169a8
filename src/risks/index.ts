import type { Feature } from '#platform'

export const risks: Feature = {
  name: 'risks',
  permissions: [],
  routes: [],
  panels: [],
  commands: [],
}
