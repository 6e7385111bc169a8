import type { Findable, Finds } from '#platform'
import { calibrations } from './store/calibrations.ts'

/** Pages about the methods, with the keys of what they say first. */
const pages: readonly (readonly [address: string, title: string, texts: readonly string[]])[] = [
  [
    '/methods',
    'progress.methods.title',
    ['progress.section.methods', 'progress.methods.ledeWeak', 'progress.weak.about'],
  ],
  ['/methods/statuses', 'progress.statuses.title', ['progress.section.methods', 'progress.statuses.lede']],
  ['/methods/calibrations', 'progress.calibrations.title', ['progress.section.methods', 'progress.calibrations.about']],
  ['/methods/past', 'progress.past.title', ['progress.section.methods']],
]

/** How projections and statuses are made, and how good they are. */
export const finds: Finds = {
  kinds: [{ code: 'methods', key: 'progress.find.methods', example: 'progress.find.methodsExample', order: 75 }],
  // Without a calibration these pages have nothing to say.
  documents: async (db, said) =>
    (await calibrations(db)).length === 0
      ? []
      : pages.map(
          ([address, title, texts]): Findable => ({
            key: `methods${address}`,
            address,
            kind: 'methods',
            label: null,
            title: said(title),
            texts: texts.map(said),
            codes: [],
            weight: 1.3,
          }),
        ),
}
