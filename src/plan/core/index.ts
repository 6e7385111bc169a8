export { lookUp, nearEdition, pathOf, tailOf } from './address.ts'
export { AreaRowId, areaRowOf, partsOfAreaRow } from './area-rows.ts'
export type { Benchmark, BenchmarkKind } from './benchmark.ts'
export { joinedRowAt, rowIdOf } from './compare.ts'
export type { Element } from './element.ts'
export { goalOf, lineYears } from './glance.ts'
export { becameOf, cameFrom, isThereOn } from './history.ts'
export { EditionCode, ElementId, EntryId, partsOf, RowId } from './ids.ts'
export {
  benchmarksOf,
  elementAt,
  entryOfElement,
  firstBenchmarkOf,
  type Indexed,
  type JoinedRow,
  kindOf,
  measuresOf,
  measuresUnder,
  ofRole,
} from './indexed.ts'
export type { BreakdownBy, Measure } from './measure.ts'
export { type NoSeriesReason, noSeriesReasons } from './measure.ts'
export type { BenchmarkFit, SelectionChoice, SeriesMeasure } from './measured.ts'
export {
  benchmarksFor,
  fitOf,
  isKnownOn,
  isOfGap,
  isSeries,
  measureSlug,
  selectionsOf,
  sexesOf,
} from './measured-choice.ts'
export type { Continuity, CrosswalkRow, Edition } from './plan.ts'
