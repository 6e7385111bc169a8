import { type Element, type EntryId, elementAt, entryOfElement, type Indexed, kindOf, partsOf } from '#plan/core'
import { type Look, type Panel, panel } from '#platform'
import { world } from './bases.ts'
import { entryPlace, planInForce } from './neighbours/plan.ts'
import { otherDeadlines } from './others.ts'
import { outlooksOf } from './outlooks.ts'
import { OutlookSection } from './pages/outlook-section.tsx'
import { wherePanel } from './where-panel.ts'

/** The elements that can be held against something: targets and indicators, by their entries. */
const assessableIn = (ix: Indexed, ids: readonly EntryId[]): readonly Element[] =>
  ids.flatMap((entry) => {
    const { edition, id } = partsOf(entry)
    const found = elementAt(ix, edition, id)
    if (found === null) return []
    const { role } = kindOf(ix, found)
    return role === 'target' || role === 'indicator' ? [found] : []
  })

const outlookParts = async ({ db, asOf }: Look, ids: readonly EntryId[]) => {
  const standing = await planInForce(db)
  if (standing === null) return new Map()
  const { ix } = standing
  const elements = assessableIn(ix, ids)
  const read = elements.length === 0 ? null : await outlooksOf(db, ix, elements, world, asOf)
  if (read === null) return new Map()
  return new Map(
    elements.flatMap((element) => {
      const all = read.outlooks.get(element.id)
      if (all === undefined) return []
      const [outlook] = all
      const others = otherDeadlines(ix, element, outlook)
      return [
        [
          entryOfElement(element),
          { outlook, all, about: { names: null }, calibration: read.calibration, others },
        ] as const,
      ]
    }),
  )
}

/** What we know about the things on other features' pages. */
export const panels: readonly Panel[] = [
  panel({ place: entryPlace, may: 'progress.see', load: outlookParts, show: OutlookSection }),
  wherePanel,
]
