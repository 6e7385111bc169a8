export {
  type Exposure,
  exposures,
  inGravity,
  type LateMitigation,
  lateMitigations,
  type Move,
  moversSince,
  withoutMitigation,
} from './attention.ts'
export { carriedTo, kinOf } from './carried.ts'
export { type Compared, comparing, type Movement } from './comparing.ts'
export { type Frozen, type FrozenRisk, frozenGrade, frozenIn, frozenOf, type Naming, textOf } from './frozen.ts'
export type { Scores } from './judging.ts'
export * as judging from './judging.ts'
export { type Matrix, type MatrixCell, matrixOf } from './matrix.ts'
export {
  type Chosen,
  chosenFrom,
  gradeCodeOf,
  lateCount,
  type RegisterSort,
  sorted,
  sorts,
  states,
} from './register.ts'
export {
  choicesOf,
  freezing,
  type Given,
  isToAdopt,
  listOf,
  opening,
  type Review,
  reviewing,
  type Verdict,
  type VerdictKind,
  verdictKinds,
  verdictOf,
  walkOf,
} from './review.ts'
export {
  type Assessment,
  asOfDay,
  assessmentOf,
  assessmentsOf,
  type Graded,
  gradedBy,
  gradedOf,
  isOpen,
  isPublic,
  levelOf,
  type MitigationNow,
  type MitigationState,
  mitigationsOf,
  nextPart,
  publicPart,
  type Risk,
  type RiskState,
  seenOf,
  stateOf,
  type WatchNow,
  type Which,
  watchesOf,
  wordingOf,
} from './risk.ts'
export {
  type Declared,
  declaring,
  type Grade,
  gradeNamed,
  gradeOf,
  isAboveAppetite,
  type Scale,
  type Score,
  scaleNumbered,
  scaleOn,
} from './scale.ts'
export {
  cellsOf,
  type SheetAround,
  type SheetCells,
  type SheetColumn,
  type SheetLine,
  sheetColumns,
  sheetLines,
} from './sheet.ts'
export {
  type Act,
  type Crossing,
  type Level,
  levels,
  type Mitigation,
  mostElements,
  PartId,
  RiskId,
  type Step,
  type Watch,
  type Wording,
  watchDirections,
} from './step.ts'
export { scaleAsTyped, type TypedScale, typedScale, wordLists } from './typed-scale.ts'
export { hasCrossed, type Question, questionsOf, type WatchedFigure } from './watching.ts'
