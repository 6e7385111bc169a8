import type { Feature } from '#platform'

export { casesOf, evaluatorOf, type MethodCase } from './evaluate.ts'
export { methodFilesIn } from './method-folder.ts'

export const progress: Feature = {
  name: 'progress',
  permissions: ['progress.see'],
  routes: [],
  panels: [],
  commands: [],
}
