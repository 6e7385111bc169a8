import { becameOf, benchmarksFor, cameFrom, type Element, type Indexed } from '#plan/core'
import type { Outlook } from './outlook.ts'
import type { OtherDeadline } from './pages/outlook-saying.tsx'

/** The deadlines of the same thing in the other editions, where the crosswalk says that its series continues. */
export const otherDeadlines = (ix: Indexed, element: Element, { benchmark }: Outlook): readonly OtherDeadline[] => {
  if (benchmark === null) return []
  return [...cameFrom(ix, element), ...becameOf(ix, element)]
    .filter(({ row }) => row.series === 'yes' || row.series === 'yes-with-note')
    .flatMap(({ elements }) => elements)
    .flatMap((one) => {
      const same = benchmarksFor(ix, one).find(({ kind, asks }) => kind === benchmark.kind && asks !== null)
      return same?.asks == null ? [] : [{ edition: one.edition.replace('-', '–'), by: same.by, value: same.asks.value }]
    })
}
