import {
  type Element,
  type EntryId,
  elementAt,
  type Indexed,
  isSeries,
  kindOf,
  measureSlug,
  partsOf,
  selectionsOf,
} from '#plan/core'
import { type Panel, type PanelLook, panel } from '#platform'
import { world } from './bases.ts'
import { chartOf } from './chart-address.ts'
import { entryPlace, linePlace, picturePlace, planInForce } from './neighbours/plan.ts'
import { oncePerLook } from './once.ts'
import { otherDeadlines } from './others.ts'
import { type Asked, heldAs } from './outlook.ts'
import { outlooksOf } from './outlooks.ts'
import { measuresFor } from './outlooks-open.ts'
import { PictureStanding } from './pages/outlook-picture.tsx'
import type { OutlookParts } from './pages/outlook-saying.tsx'
import { OutlookSection } from './pages/outlook-section.tsx'

/** The element of an entry where it can be held against something: a target or an indicator. */
const assessableIn = (ix: Indexed, entry: EntryId): Element | null => {
  const { edition, id } = partsOf(entry)
  const found = elementAt(ix, edition, id)
  return found !== null && ['target', 'indicator'].includes(kindOf(ix, found).role) ? found : null
}

/** What the page was asked to show: a measure and a line of it, by their words in an address. */
const askedOn = (ix: Indexed, element: Element, query: PanelLook['query']): Asked => {
  const all = measuresFor(ix, element)
  const measure = all.find((one) => measureSlug(one) === query['measure']) ?? all.find(isSeries)
  if (measure === undefined || !isSeries(measure)) return {}
  const line = selectionsOf(measure).find(({ slug }) => slug === query['breakdown'])
  return { measure: measure.id, ...(line === undefined ? {} : { selection: line.selection }) }
}

const partsOn = oncePerLook(async (look, entry: EntryId): Promise<OutlookParts | null> => {
  const { db, asOf, query } = look
  const standing = await planInForce(db)
  if (standing === null) return null
  const { ix } = standing
  const element = assessableIn(ix, entry)
  if (element === null) return null
  const read = await outlooksOf(db, ix, [element], world, asOf, askedOn(ix, element, query))
  const all = read?.outlooks.get(element.id)
  if (read === null || all === undefined) return null
  const outlook = heldAs(all, query['benchmark'])
  const chart = chartOf(ix, element, all, outlook)
  const others = otherDeadlines(ix, outlook)
  return { outlook, all, about: { names: null }, calibration: read.calibration, others, chart }
})

/** Whether a part draws the very line that its page shows: a gap is another one, and of nothing there is no line. */
const drawsLine = ({ outlook: { gap, answer } }: OutlookParts): boolean =>
  gap === null && answer !== null && answer.question.observations.years.length > 0

const partsWhere =
  (isWanted: (parts: OutlookParts) => boolean) =>
  async (look: PanelLook, ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, OutlookParts>> => {
    const found = new Map<EntryId, OutlookParts>()
    for (const entry of ids) {
      const parts = await partsOn(look, entry)
      if (parts !== null && isWanted(parts)) found.set(entry, parts)
    }
    return found
  }

/** What we know about targets and indicators on their own pages: where it draws their line, and where it does not. */
export const outlookPanels: readonly Panel[] = [
  panel({ place: linePlace, may: 'progress.see', load: partsWhere(drawsLine), show: OutlookSection }),
  panel({
    place: entryPlace,
    may: 'progress.see',
    load: partsWhere((parts) => !drawsLine(parts)),
    show: OutlookSection,
  }),
  panel({ place: picturePlace, may: 'progress.see', load: partsWhere(() => true), show: PictureStanding }),
]
