export {
  allPaths,
  besides,
  editionPath,
  type Found,
  isElement,
  lookUp,
  type Near,
  nearEdition,
  pathOf,
  type Thing,
  tailOf,
} from './address.ts'
export { type Benchmark, type BenchmarkKind, benchmarkComparators, benchmarkKinds } from './benchmark.ts'
export { bracketsOf, cutAtBrackets, oddityOf, type TextPart } from './brackets.ts'
export { checkPlan, type PlanFault } from './checking.ts'
export { countsOf, crosswalkCountsOf, findingCountsOf } from './counting.ts'
export {
  agreements,
  type Bracket,
  type Certainty,
  certainties,
  comparators,
  directions,
  type Element,
  type Period,
  type Quotation,
  type Reading,
} from './element.ts'
export { becameOf, cameFrom, editionsKnownOn, isAmbiguous, isThereOn, rowsOf, type Step, usesOfId } from './history.ts'
export { EditionCode, ElementId, EntryId, entryOf, KindCode, partsOf } from './ids.ts'
export {
  alsoUnder,
  ancestorsOf,
  benchmarksOf,
  childrenOf,
  definitionOf,
  elementAt,
  entryOfElement,
  findingsOf,
  firstBenchmarkOf,
  type Indexed,
  indexed,
  isShown,
  type JoinedRow,
  kindOf,
  linkedBy,
  measuresOf,
  measuresUnder,
  ofRole,
  outlineOf,
} from './indexed.ts'
export {
  type BreakdownBy,
  breakdownBy,
  fits,
  type Measure,
  type NoSeriesReason,
  noSeriesReasons,
  type OtherSelection,
} from './measure.ts'
export type { BenchmarkFit, SelectionChoice, SeriesMeasure } from './measured.ts'
export { benchmarksFor, fitOf, isKnownOn, isSeries, measureSlug, selectionsOf, sexesOf } from './measured-choice.ts'
export { type MoneyTable, moneyTableOf, type SumCheck } from './money.ts'
export { type Kind, type Organisation, type Role, roles, type Unit } from './organisation.ts'
export {
  type Continuity,
  type Crosswalk,
  type CrosswalkRow,
  changes,
  continuities,
  type Edition,
  type Finding,
  type Framework,
  type Plan,
  relations,
} from './plan.ts'
