import { type Panel, type PanelLook, panel } from '#platform'
import type { AreaCode } from '#statistics/core'
import { areaAskedIn, areaRowOf, unmeasuredIn } from './core/area-rows.ts'
import { editionsOn } from './core/history.ts'
import { planInForce } from './held.ts'
import { areaLinesOf, areaPlace, areasOf } from './neighbours/statistics.ts'
import { AreaSection, type AreaSectionProps } from './pages/area-section.tsx'
import { areaRow } from './places.ts'

/** What the editions ask for, for an economy or a group: one row for each line, and what has none. */
const load = async (look: PanelLook, ids: readonly AreaCode[]): Promise<ReadonlyMap<AreaCode, AreaSectionProps>> => {
  const { db, asOf, query, panels } = look
  const standing = await planInForce(db)
  const parts = new Map<AreaCode, AreaSectionProps>()
  if (standing === null) return parts
  const { ix } = standing
  const editions = editionsOn(ix.plan, asOf).map(({ code }) => code)
  const [first] = editions
  if (first === undefined) return parts
  const asked = areaAskedIn(ix, editions)
  const composed = query['composed'] === 'now' ? 'now' : 'then'
  for (const area of ids) {
    const selections = asked.map(({ selection }) => selection)
    const lines = await areaLinesOf(db, area, selections, asOf, composed)
    const rows = asked.flatMap((one) => {
      const line = lines.lines.find(
        ({ selection }) => selection.series === one.selection.series && selection.breakdown === one.selection.breakdown,
      )
      return line === undefined ? [] : [{ ...one, id: areaRowOf(area, one.askers[0].measure), line }]
    })
    const areas = await areasOf(db, [area, ...lines.beside.map(({ group }) => group)])
    const cells = await panels(
      areaRow,
      rows.map(({ id }) => id),
    )
    parts.set(area, { ix, first, lines, rows, areas, cells, composed, without: unmeasuredIn(ix, first) })
  }
  return parts
}

export const areaPanel: Panel = panel({ place: areaPlace, may: 'plan.see', load, show: AreaSection })
