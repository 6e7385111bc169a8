import { type Branded, idKind } from '#kernel'
import { type Selection, selectionKey } from '#statistics/core'
import type { Element } from './element.ts'
import type { EditionCode } from './ids.ts'
import { elementAt, type Indexed, kindOf, measuresOf } from './indexed.ts'
import type { Measure } from './measure.ts'
import type { SeriesMeasure } from './measured.ts'
import { isSeries } from './measured-choice.ts'

/** A measure for an area, for what hangs on it elsewhere: `KEN|measure/…`. */
export type AreaRowId = Branded<'area-row'>
export const AreaRowId = idKind('area-row', /^[^|]+\|.+$/)

export const areaRowOf = (area: string, { id }: Measure): AreaRowId => AreaRowId.trusted(`${area}|${id}`)

export const partsOfAreaRow = (row: AreaRowId): { readonly area: string; readonly measure: string } => {
  const bar = row.indexOf('|')
  return { area: row.slice(0, bar), measure: row.slice(bar + 1) }
}

/** Who asks for a line: an indicator, and what it stands under, a target or an outcome. */
export type Asker = { readonly measure: SeriesMeasure; readonly element: Element; readonly under: Element | null }

/** One line of the statistics, with everybody who asks for it: first those of the edition that is shown first. */
export type AreaAsked = { readonly selection: Selection; readonly askers: readonly [Asker, ...Asker[]] }

/** An indicator of the edition shown first of which there is no series, and why. */
export type Unmeasured = {
  readonly element: Element
  readonly under: Element | null
  readonly measures: readonly Measure[]
}

const underOf = (ix: Indexed, element: Element): Element | null =>
  element.parents[0] === undefined ? null : elementAt(ix, element.edition, element.parents[0])

/** Whether an indicator stands under a target: others stand under an outcome, and are counted, not listed. */
const isOfTarget = (ix: Indexed, under: Element | null): boolean =>
  under !== null && kindOf(ix, under).role === 'target'

const askersIn = (ix: Indexed, edition: EditionCode): readonly Asker[] =>
  (ix.editions.get(edition)?.elements ?? []).flatMap((element) =>
    measuresOf(ix, element)
      .filter(isSeries)
      .map((measure) => ({ measure, element, under: underOf(ix, element) })),
  )

/** Every line that these editions ask for, in the order of the first edition and of its print; targets before outcomes. */
export const areaAskedIn = (ix: Indexed, editions: readonly EditionCode[]): readonly AreaAsked[] => {
  const askers = editions.flatMap((edition) =>
    askersIn(ix, edition).toSorted((a, b) => Number(isOfTarget(ix, b.under)) - Number(isOfTarget(ix, a.under))),
  )
  const bySelection = Map.groupBy(askers, ({ measure }) => selectionKey(measure.selection))
  return [...bySelection.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ selection: first.measure.selection, askers: [first, ...others] as const }],
  )
}

/** Of those, what is asked for by a target of the edition itself. */
export const askedByTargets = (ix: Indexed, edition: EditionCode): readonly AreaAsked[] =>
  areaAskedIn(ix, [edition]).filter(({ askers: [{ under }] }) => isOfTarget(ix, under))

/**
 * What is said first of an economy: of each target the first line with a figure, a line that stands beside somebody before one that
 * does not, and of the targets likewise two. In the order in which the lines came.
 */
export const saidFirst = <Row extends { readonly askers: AreaAsked['askers']; readonly isCompared: boolean }>(
  rows: readonly Row[],
): readonly Row[] => {
  const comparedFirst = (some: readonly Row[]) => some.toSorted((a, b) => Number(b.isCompared) - Number(a.isCompared))
  const ofTargets = [...Map.groupBy(rows, ({ askers: [{ under, element }] }) => (under ?? element).id).values()]
  const two = comparedFirst(ofTargets.flatMap((own) => comparedFirst(own).slice(0, 1))).slice(0, 2)
  return rows.filter((row) => two.includes(row))
}

/** Indicators of an edition that have no series at all: those of targets by name, the others by their number. */
export const unmeasuredIn = (
  ix: Indexed,
  edition: EditionCode,
): { readonly targets: readonly Unmeasured[]; readonly others: number; readonly all: number } => {
  const all = (ix.editions.get(edition)?.elements ?? []).flatMap((element) => {
    const measures = measuresOf(ix, element)
    return measures.length === 0 ? [] : [{ element, under: underOf(ix, element), measures }]
  })
  const without = all.filter(({ measures }) => !measures.some(isSeries))
  const targets = without.filter(({ under }) => isOfTarget(ix, under))
  return { targets, others: without.length - targets.length, all: all.length }
}
