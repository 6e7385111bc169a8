import {
  type EditionCode,
  type Element,
  type ElementId,
  elementAt,
  type Indexed,
  type JoinedRow,
  joinedRowAt,
  kindOf,
  type RowId,
  rowIdOf,
} from '#plan/core'
import { type PanelLook, panel } from '#platform'
import { selectionKey } from '#statistics/core'
import { world } from './bases.ts'
import { compareRow, planInForce } from './neighbours/plan.ts'
import type { Outlook, Outlooks } from './outlook.ts'
import { type OutlooksIn, outlooksOf } from './outlooks.ts'
import { CompareCell, type CompareCellProps } from './pages/compare-cell.tsx'
import type { OutlookParts } from './pages/outlook-saying.tsx'

/** The elements at one end of a row that can be held against something. */
const assessable = (ix: Indexed, edition: EditionCode, ids: readonly ElementId[]): readonly Element[] =>
  ids
    .flatMap((id) => elementAt(ix, edition, id) ?? [])
    .filter((one) => ['target', 'indicator'].includes(kindOf(ix, one).role))

type Read = NonNullable<Awaited<ReturnType<typeof outlooksOf>>>

const partsOf = ({ calibration }: Read, all: Outlooks, outlook: Outlook): OutlookParts => ({
  outlook,
  all,
  about: { names: null },
  calibration,
})

/** A number by a year for a line; gaps are questions of their own. */
const isHeld = ({ target, gap, answer }: Outlook): boolean => target !== null && gap === null && answer !== null

const isSameLine = (one: Outlook, other: Outlook): boolean =>
  one.held === other.held &&
  one.selection !== null &&
  other.selection !== null &&
  selectionKey(one.selection) === selectionKey(other.selection)

const outlooksFor = (outlooks: OutlooksIn, elements: readonly Element[]): readonly Outlooks[] =>
  elements.flatMap((one) => {
    const all = outlooks.get(one.id)
    return all === undefined ? [] : [all]
  })

/** Each line that both editions hold against the same thing, before and after; else what the default of either says. */
const stepOf = (
  read: { readonly old: Read; readonly fresh: Read },
  before: readonly Outlooks[],
  after: readonly Outlooks[],
) => {
  const steps = after.flatMap((all) =>
    all.filter(isHeld).flatMap((outlook) => {
      const earlier = before.find((one) => one.some((other) => isHeld(other) && isSameLine(other, outlook)))
      const same = earlier?.find((other) => isHeld(other) && isSameLine(other, outlook))
      return earlier === undefined || same === undefined
        ? []
        : [{ before: partsOf(read.old, earlier, same), after: partsOf(read.fresh, all, outlook) }]
    }),
  )
  const [first] = before
  const [last] = after
  return {
    steps,
    before: first === undefined ? null : partsOf(read.old, first, first[0]),
    after: last === undefined ? null : partsOf(read.fresh, last, last[0]),
  }
}

/** What a step from one edition to the next did to what can be said of each target and indicator in its row (S11, V3). */
const load = async ({ db, asOf }: PanelLook, ids: readonly RowId[]): Promise<ReadonlyMap<RowId, CompareCellProps>> => {
  const standing = await planInForce(db)
  if (standing === null) return new Map()
  const { ix } = standing
  const rows = ids.flatMap((id) => joinedRowAt(ix, id) ?? [])
  const ends = ({ from, to, row }: JoinedRow) => ({
    before: assessable(ix, from, row.from),
    after: assessable(ix, to, row.to),
  })
  const found = rows
    .map((joined) => ({ joined, ...ends(joined) }))
    .filter(({ before, after }) => before.length + after.length > 0)
  const cells = new Map<RowId, CompareCellProps>()
  const pairs = new Set(found.map(({ joined }) => `${joined.from} ${joined.to}`))
  for (const pair of pairs) {
    const own = found.filter(({ joined }) => `${joined.from} ${joined.to}` === pair)
    const old = await outlooksOf(
      db,
      ix,
      own.flatMap(({ before }) => before),
      world,
      asOf,
    )
    const fresh = await outlooksOf(
      db,
      ix,
      own.flatMap(({ after }) => after),
      world,
      asOf,
    )
    if (old === null || fresh === null) continue
    for (const { joined, before, after } of own)
      cells.set(
        rowIdOf(joined),
        stepOf({ old, fresh }, outlooksFor(old.outlooks, before), outlooksFor(fresh.outlooks, after)),
      )
  }
  return cells
}

export const comparePanel = panel({ place: compareRow, may: 'progress.see', load, show: CompareCell })
