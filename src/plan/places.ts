import type { Place } from '#platform'
import { AreaRowId } from './core/area-rows.ts'
import { EditionCode, EntryId, RowId } from './core/ids.ts'

/** A section of an element's page. The id is edition and element: `2028-2031/target/1.1`. */
export const entryPlace = { kind: 'section', name: 'plan.entry', id: EntryId } as const satisfies Place<'entry'>

/** Cells of a target's row at a glance. */
export const targetRow = { kind: 'cell', name: 'plan.targetRow', id: EntryId } as const satisfies Place<'entry'>

/** Under the answer of the plan at a glance: what is known about all targets of an edition together. */
export const glancePlace = { kind: 'section', name: 'plan.glance', id: EditionCode } as const satisfies Place<'edition'>

/** Cells of a row where two editions are compared: what the step did. The id is that of the crosswalk's row. */
export const compareRow = { kind: 'cell', name: 'plan.compareRow', id: RowId } as const satisfies Place<'crosswalk-row'>

/** Cells of a row on the page of an economy or a group: where a measure stands there. The id is area and measure. */
export const areaRow = { kind: 'cell', name: 'plan.areaRow', id: AreaRowId } as const satisfies Place<'area-row'>
