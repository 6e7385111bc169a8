import {
  type EditionCode,
  type Element,
  type EntryId,
  elementAt,
  entryOfElement,
  type Indexed,
  isSeries,
  kindOf,
  measureSlug,
  ofRole,
  partsOf,
  selectionsOf,
} from '#plan/core'
import { type Panel, type PanelLook, panel } from '#platform'
import { world } from './bases.ts'
import { entryPlace, glancePlace, planInForce, targetRow } from './neighbours/plan.ts'
import { areasOf } from './neighbours/statistics.ts'
import { otherDeadlines } from './others.ts'
import type { Asked, Outlook, Outlooks } from './outlook.ts'
import { outlooksOf } from './outlooks.ts'
import { measuresFor } from './outlooks-open.ts'
import { GlanceCount } from './pages/glance-count.tsx'
import type { OutlookParts } from './pages/outlook-saying.tsx'
import { OutlookSection } from './pages/outlook-section.tsx'
import { TargetCell } from './pages/target-cell.tsx'
import { tallyOf } from './tally.ts'

/** The elements that can be held against something: targets and indicators, by their entries. */
const assessableIn = (ix: Indexed, ids: readonly EntryId[]): readonly Element[] =>
  ids.flatMap((entry) => {
    const { edition, id } = partsOf(entry)
    const found = elementAt(ix, edition, id)
    if (found === null) return []
    const { role } = kindOf(ix, found)
    return role === 'target' || role === 'indicator' ? [found] : []
  })

/** What the page was asked to show: a measure and a line of it, by their words in an address. */
const askedOn = (ix: Indexed, element: Element, query: PanelLook['query']): Asked => {
  const all = measuresFor(ix, element)
  const measure = all.find((one) => measureSlug(one) === query['measure']) ?? all.find(isSeries)
  if (measure === undefined || !isSeries(measure)) return {}
  const line = selectionsOf(measure).find(({ slug }) => slug === query['breakdown'])
  return { measure: measure.id, ...(line === undefined ? {} : { selection: line.selection }) }
}

/** The one that a reader chose to hold it against, `companion` or `companion-2`; else the default. */
const heldAs = (all: Outlooks, word: string | undefined): Outlook => {
  const [, kind, nth = '1'] = /^([a-z]+)(?:-(\d+))?$/.exec(word ?? '') ?? []
  // A number of points is of the gap itself, and is told as a difference.
  const same = all.filter(({ held, gap, benchmark }) =>
    gap === null ? held === kind : benchmark?.kind === kind && gap.as === 'difference' && gap.sides !== null,
  )
  return same[Number(nth) - 1] ?? all[0]
}

const entryParts = async (
  { db, asOf, query }: PanelLook,
  ids: readonly EntryId[],
): Promise<ReadonlyMap<EntryId, OutlookParts>> => {
  const standing = await planInForce(db)
  const parts = new Map<EntryId, OutlookParts>()
  if (standing === null) return parts
  const { ix } = standing
  for (const element of assessableIn(ix, ids)) {
    const read = await outlooksOf(db, ix, [element], world, asOf, askedOn(ix, element, query))
    const all = read?.outlooks.get(element.id)
    if (read === null || all === undefined) continue
    const outlook = heldAs(all, query['benchmark'])
    const others = otherDeadlines(ix, outlook)
    parts.set(entryOfElement(element), { outlook, all, about: { names: null }, calibration: read.calibration, others })
  }
  return parts
}

/** Whom a page asks about: an economy or a group that there is, else the world. */
const areaOn = async ({ db, query }: PanelLook) => {
  const code = query['area'] ?? ''
  const found = code === '' ? undefined : (await areasOf(db, [code])).get(code)
  return found === undefined ? { code: world, names: null } : { code, names: found.names }
}

const targetParts = async (look: PanelLook, ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, OutlookParts>> => {
  const standing = await planInForce(look.db)
  if (standing === null) return new Map()
  const area = await areaOn(look)
  const elements = assessableIn(standing.ix, ids)
  const read = await outlooksOf(look.db, standing.ix, elements, area.code, look.asOf)
  if (read === null) return new Map()
  const { outlooks, calibration } = read
  return new Map(
    elements.flatMap((element) => {
      const all = outlooks.get(element.id)
      return all === undefined
        ? []
        : [
            [
              entryOfElement(element),
              { outlook: heldAs(all, look.query['read']), all, about: area, calibration },
            ] as const,
          ]
    }),
  )
}

const counts = async (look: PanelLook, editions: readonly EditionCode[]) => {
  const standing = await planInForce(look.db)
  if (standing === null) return new Map()
  const area = await areaOn(look)
  const { ix } = standing
  const counted = new Map<EditionCode, { readonly tally: ReturnType<typeof tallyOf>; readonly about: typeof area }>()
  for (const edition of editions) {
    const read = await outlooksOf(look.db, ix, ofRole(ix, edition, 'target'), area.code, look.asOf)
    if (read === null) continue
    const shown = [...read.outlooks.values()].map((all): Outlooks => [heldAs(all, look.query['read'])])
    if (shown.length > 0) counted.set(edition, { tally: tallyOf(shown), about: area })
  }
  return counted
}

/** What we know about targets and indicators, on their own pages and at a glance. */
export const outlookPanels: readonly Panel[] = [
  panel({ place: entryPlace, may: 'progress.see', load: entryParts, show: OutlookSection }),
  panel({ place: targetRow, may: 'progress.see', load: targetParts, show: TargetCell }),
  panel({ place: glancePlace, may: 'progress.see', load: counts, show: GlanceCount }),
]
