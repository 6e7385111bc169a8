import { type AreaRowId, type Element, elementAt, type Indexed, kindOf, type Measure, partsOfAreaRow } from '#plan/core'
import { type Panel, type PanelLook, panel } from '#platform'
import { selectionKey } from '#statistics/core'
import { type Answer, assessAll } from './assessing.ts'
import type { Ask } from './bases.ts'
import { outlookPath } from './hypothesis.ts'
import { areaRow, planInForce } from './neighbours/plan.ts'
import { areasOf, seriesOf } from './neighbours/statistics.ts'
import type { Outlook } from './outlook.ts'
import { openOf, seriesAsked } from './outlooks-open.ts'
import { AreaStatus, type AreaStatusProps } from './pages/area-status.tsx'

type Row = { readonly id: AreaRowId; readonly area: string; readonly element: Element; readonly measure: Measure }

const rowsOf = (ix: Indexed, ids: readonly AreaRowId[]): readonly Row[] => {
  const measures = new Map(ix.plan.measures.map((one) => [one.id, one]))
  return ids.flatMap((id): Row[] => {
    const { area, measure: code } = partsOfAreaRow(id)
    const measure = measures.get(code)
    const element = measure === undefined ? null : elementAt(ix, measure.edition, measure.element)
    return measure === undefined || element === null ? [] : [{ id, area, element, measure }]
  })
}

/** The whole outlook of an indicator in this area; other elements have no such page. */
const wholeOf = (ix: Indexed, { area, element }: Row, { selection }: Outlook): string | null =>
  kindOf(ix, element).role === 'indicator' && selection !== null
    ? `${outlookPath(ix, element)}?${new URLSearchParams({ area, line: selectionKey(selection) })}`
    : null

/** Where measures stand in economies and groups, against what their indicator is held against by default: all in one question. */
const load = async (
  { db, asOf }: PanelLook,
  ids: readonly AreaRowId[],
): Promise<ReadonlyMap<AreaRowId, AreaStatusProps>> => {
  const standing = await planInForce(db)
  if (standing === null) return new Map()
  const { ix } = standing
  const rows = rowsOf(ix, ids)
  const series = await seriesOf(
    db,
    seriesAsked(
      ix,
      rows.map(({ element }) => element),
    ),
    asOf,
  )
  const open = rows.flatMap((row): { row: Row; outlook: Outlook; ask: Ask | null }[] => {
    const [first] = openOf(ix, row.element, series, asOf, { measure: row.measure.id })
    if (first === undefined) return []
    return [{ row, outlook: first.outlook, ask: first.ask === null ? null : { ...first.ask, area: row.area } }]
  })
  const read = await assessAll(
    db,
    open.flatMap(({ ask }) => ask ?? []),
    asOf,
  )
  if (read === null) return new Map()
  const answers = new Map<Ask, Answer>(read.answers.map((one) => [one.ask, one]))
  const areas = await areasOf(db, [...new Set(rows.map(({ area }) => area))])
  return new Map(
    open.map(({ row, outlook, ask }) => {
      const answered: Outlook = { ...outlook, answer: ask === null ? null : (answers.get(ask) ?? null) }
      const about = { names: areas.get(row.area)?.names ?? null }
      return [
        row.id,
        {
          outlook: answered,
          all: [answered] as const,
          about,
          calibration: read.calibration,
          whole: wholeOf(ix, row, outlook),
        },
      ] as const
    }),
  )
}

export const areaRowsPanel: Panel = panel({ place: areaRow, may: 'progress.see', load, show: AreaStatus })
