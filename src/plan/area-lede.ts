import { type Panel, type PanelLook, panel } from '#platform'
import { type AreaCode, isGroup, selectionKey } from '#statistics/core'
import { askedByTargets, saidFirst } from './core/area-rows.ts'
import { editionsOn } from './core/history.ts'
import { planInForce } from './held.ts'
import { areaLedePlace, areaLinesOf, areasOf, standingOf } from './neighbours/statistics.ts'
import { AreaLede, type AreaLedeProps } from './pages/area-lede.tsx'

/** The one or two figures of an economy that targets ask for, and how they stand beside its region and its income group. */
const load = async (
  { db, asOf }: PanelLook,
  ids: readonly AreaCode[],
): Promise<ReadonlyMap<AreaCode, AreaLedeProps>> => {
  const standing = await planInForce(db)
  const [first] = standing === null ? [] : editionsOn(standing.ix.plan, asOf).map(({ code }) => code)
  if (standing === null || first === undefined) return new Map()
  const asked = askedByTargets(standing.ix, first)
  const bySelection = new Map(asked.map((one) => [selectionKey(one.selection), one]))
  const parts = new Map<AreaCode, AreaLedeProps>()
  for (const area of ids.filter((id) => !isGroup(id))) {
    const { lines, beside } = await areaLinesOf(
      db,
      area,
      asked.map(({ selection }) => selection),
      asOf,
    )
    const rows = lines.flatMap((line) => {
      const one = bySelection.get(selectionKey(line.selection))
      const latest = line.known.kind === 'economy' ? line.known.latest : null
      if (one === undefined || latest === null || latest.value.kind === 'missing' || latest.flag !== null) return []
      const standings = beside.flatMap(({ group, scheme }, nth) => {
        const found = scheme.world ? null : standingOf(line, nth)
        return found === null ? [] : [{ group, ...found }]
      })
      return [{ ...one, series: line.series, latest, standings, isCompared: standings.length > 0 }]
    })
    const areas = await areasOf(
      db,
      beside.map(({ group }) => group),
    )
    if (rows.length > 0) parts.set(area, { rows: saidFirst(rows), areas })
  }
  return parts
}

export const areaLedePanel: Panel = panel({ place: areaLedePlace, may: 'plan.see', load, show: AreaLede })
