import type { Feature } from '#platform'
import { addresses } from './addresses.ts'
import { commands } from './commands.ts'
import { content } from './content.ts'
import { finds } from './finds.ts'
import { panels } from './panels.ts'
import { routes, sections } from './routes.ts'

export { type Answer, type Answers, assessAll } from './assessing.ts'
export { type Ask, world } from './bases.ts'
export { calibrationInForce, type Standing } from './calibrations.ts'
export { casesOf, evaluatorOf, type MethodCase } from './evaluate.ts'
export { methodFilesIn } from './method-folder.ts'
export { type OtherEdition, otherEditionsOf } from './other-editions.ts'
export type { Asked, GapAsked, Held, NotAsked, Outlook, Outlooks } from './outlook.ts'
export { type OutlooksIn, outlooksEverywhere, outlooksOf } from './outlooks.ts'
export { type NoStatus, statusOrReason, type Tally, tallyOf } from './tally.ts'
export { standingsOf, type TargetStanding } from './targets.ts'

export const progress: Feature = {
  name: 'progress',
  permissions: ['progress.see', 'progress.calibrate'],
  routes,
  panels,
  commands,
  content,
  finds,
  sections,
  addresses,
}
