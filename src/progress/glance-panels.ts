import {
  type EditionCode,
  type ElementId,
  type EntryId,
  elementAt,
  goalOf,
  lineYears,
  ofRole,
  partsOf,
  tailOf,
} from '#plan/core'
import { type Panel, type PanelLook, panel } from '#platform'
import { world } from './bases.ts'
import { glanceHead, glancePlace, planInForce, targetLine, targetRow } from './neighbours/plan.ts'
import { areasOf } from './neighbours/statistics.ts'
import { oncePerLook } from './once.ts'
import { heldAs, type Outlooks } from './outlook.ts'
import { outlooksOf } from './outlooks.ts'
import { GlanceCount, GlanceHead } from './pages/glance-count.tsx'
import type { OutlookParts } from './pages/outlook-saying.tsx'
import { TargetCell } from './pages/target-cell.tsx'
import { isDrawn, TargetLine } from './pages/target-line.tsx'
import { tallyOf } from './tally.ts'
import { standingTold } from './told.ts'

/** Whom a page asks about: an economy or a group that there is, else the world. */
const areaOn = async ({ db, query }: PanelLook) => {
  const code = query['area'] ?? ''
  const found = code === '' ? undefined : (await areasOf(db, [code])).get(code)
  return found === undefined ? { code: world, names: null } : { code, names: found.names }
}

/** The targets of an edition, each held against what the page asks and for whom it asks. */
const editionOn = oncePerLook(async (look, edition: EditionCode) => {
  const standing = await planInForce(look.db)
  if (standing === null) return null
  const { ix } = standing
  const area = await areaOn(look)
  const read = await outlooksOf(look.db, ix, ofRole(ix, edition, 'target'), area.code, look.asOf)
  if (read === null) return null
  const parts = new Map<ElementId, OutlookParts>(
    [...read.outlooks].map(([id, all]) => [
      id,
      { outlook: heldAs(all, look.query['read']), all, about: area, calibration: read.calibration },
    ]),
  )
  return { ix, parts, years: lineYears(ix, edition, look.today) }
})

const targetParts = async (look: PanelLook, ids: readonly EntryId[]) => {
  const found = new Map<EntryId, OutlookParts & { readonly years: readonly [number, number] }>()
  for (const entry of ids) {
    const { edition, id } = partsOf(entry)
    const read = await editionOn(look, edition)
    const parts = read?.parts.get(id)
    if (read !== null && parts !== undefined) found.set(entry, { ...parts, years: read.years })
  }
  return found
}

const linesDrawn = async (look: PanelLook, ids: readonly EntryId[]) =>
  new Map([...(await targetParts(look, ids))].filter(([, parts]) => isDrawn(parts)))

/** The count of the targets that the page shows: of one goal where it was asked for one. */
const counts = async (look: PanelLook, editions: readonly EditionCode[]) => {
  const counted = new Map<EditionCode, { readonly tally: ReturnType<typeof tallyOf>; readonly now: boolean }>()
  const goal = look.query['goal'] ?? ''
  for (const edition of editions) {
    const read = await editionOn(look, edition)
    if (read === null) continue
    const shown = [...read.parts].flatMap(([id, { outlook }]): Outlooks[] => {
      const target = elementAt(read.ix, edition, id)
      const above = target === null || goal === '' ? null : goalOf(read.ix, target)
      return goal === '' || (above !== null && (tailOf(above.id) ?? above.id) === goal) ? [[outlook]] : []
    })
    if (shown.length > 0) counted.set(edition, { tally: tallyOf(shown), now: look.asOf === look.today })
  }
  return counted
}

/** What we know about targets at a glance: a row's status and small drawing, and all of them counted. */
export const glancePanels: readonly Panel[] = [
  panel({ place: targetRow, may: 'progress.see', load: targetParts, show: TargetCell, told: standingTold }),
  panel({ place: targetLine, may: 'progress.see', load: linesDrawn, show: TargetLine }),
  panel({ place: glanceHead, may: 'progress.see', load: counts, show: GlanceHead }),
  panel({ place: glancePlace, may: 'progress.see', load: counts, show: GlanceCount }),
]
