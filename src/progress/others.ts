import type { Indexed } from '#plan/core'
import { otherEditionsOf } from './other-editions.ts'
import type { Outlook } from './outlook.ts'
import type { OtherDeadline } from './pages/outlook-saying.tsx'

/** The deadlines of the same line in the other editions, where the crosswalk says that its series continues. */
export const otherDeadlines = (ix: Indexed, outlook: Outlook): readonly OtherDeadline[] =>
  outlook.benchmark === null
    ? []
    : otherEditionsOf(ix, outlook).map(({ edition, target }) => ({
        edition: edition.replace('-', '–'),
        by: target.year,
        value: target.value,
      }))
