import type { Place } from '#platform'
import { AreaRowId } from './core/area-rows.ts'
import { EditionCode, EntryId, RowId } from './core/ids.ts'

/** A section of an element's page. The id is edition and element: `2028-2031/target/1.1`. */
export const entryPlace = { kind: 'section', name: 'plan.entry', id: EntryId } as const satisfies Place<'entry'>

/**
 * A section of an element's page that draws the line of it that the page was asked for: where there is one, the page's own drawing of
 * the same line is folded away with its table.
 */
export const linePlace = { kind: 'section', name: 'plan.entryLine', id: EntryId } as const satisfies Place<'entry'>

/** On the picture of an element's page: how it stands, in a few words; words alone, without markup. */
export const picturePlace = { kind: 'cell', name: 'plan.picture', id: EntryId } as const satisfies Place<'entry'>

/** Cells of a target's row at a glance; what they tell stands in the row of the file. */
export const targetRow = { kind: 'cell', name: 'plan.targetRow', id: EntryId } as const satisfies Place<'entry'>

/** The small drawing of a target's line in its row, in place of the plan's own. */
export const targetLine = { kind: 'cell', name: 'plan.targetLine', id: EntryId } as const satisfies Place<'entry'>

/** In the heading of the plan at a glance, after the count of targets: one short sentence about all of them together. */
export const glanceHead = { kind: 'cell', name: 'plan.glanceHead', id: EditionCode } as const satisfies Place<'edition'>

/** Under the answer of the plan at a glance: what is known about all targets of an edition together. */
export const glancePlace = { kind: 'section', name: 'plan.glance', id: EditionCode } as const satisfies Place<'edition'>

/** Cells of a row where two editions are compared: what the step did. The id is that of the crosswalk's row. */
export const compareRow = { kind: 'cell', name: 'plan.compareRow', id: RowId } as const satisfies Place<'crosswalk-row'>

/** Cells of a row on the page of an economy or a group: where a measure stands there. The id is area and measure. */
export const areaRow = { kind: 'cell', name: 'plan.areaRow', id: AreaRowId } as const satisfies Place<'area-row'>
