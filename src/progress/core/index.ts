export { type Accuracy, accuracyOf } from './accuracy.ts'
export { assess, usableIn } from './assessment.ts'
export type {
  Assessment,
  Forecaster,
  NotAssessed,
  Projection,
  SecondOpinion,
  Status,
} from './assessment-said.ts'
export { type BacktestRow, backtest, type OthersForecast, type Scheme, type TriedMethod } from './backtest.ts'
export type { GroupMethod, GroupRow } from './backtest-groups.ts'
export type { IntervalRow } from './backtest-intervals.ts'
export {
  type Band,
  type BandStanding,
  bandOf,
  bandStandingOf,
  bands,
  type ConnectivityBand,
  connectivityBandOf,
  connectivityBands,
  universalFrom,
} from './bands.ts'
export { type Calibrated, type CalibratedSeries, type CalibrationInputs, calibrate } from './calibrate.ts'
export {
  type Compared,
  comparedIn,
  errorRowsOf,
  errorsKnown,
  keptBias,
  methodAfter,
  missScore,
  missScores,
  ownRowsOf,
  type Tried,
  wideningFrom,
} from './calibrating.ts'
export {
  type CalibratedOn,
  type Calibration,
  lentWidening,
  methodOf,
  type OwnCalibration,
  type OwnRows,
  rowsFor,
} from './calibration.ts'
export { chanceInSigns, likelyFrom, type ShownChance, shownChance, unlikelyBelow } from './chance.ts'
export { complementOf, ownWeight, projectedByCombined, projectedByLine } from './combined.ts'
export { decimalsApart, decimalsFor, roundedTo } from './display.ts'
export { type BandRows, type ErrorRow, type ErrorRows, errorAt, rowFor, widenedBy } from './error-rows.ts'
export type { Forecast, Interval } from './forecast.ts'
export { forecastAmount } from './forecast-amount.ts'
export { forecastPercent, type PercentBasis } from './forecast-percent.ts'
export { economyForecaster, type Methods } from './forecaster.ts'
export { closed, type GapAs, type GapPath, gapOf } from './gap.ts'
export {
  forecastGroup,
  type GroupBasis,
  type GroupProjection,
  groupScale,
  type Member,
  projectGroup,
} from './group-forecast.ts'
export type { Labelled, NoLabel } from './growth.ts'
export {
  growthSteps,
  type LabelMethod,
  type LabelName,
  type LabelSource,
  labelSources,
  ratioSteps,
} from './label-methods.ts'
export { type Complement, type Label, type Labels, officialLabels } from './labels.ts'
export { distanceCovered, isMet, timeElapsed } from './met.ts'
export { type Missing, type MissingIn, missingTo, type Peopled } from './missing.ts'
export { type Feasibility, feasibilityOf, type PaceRow, type Paces, pacesOf } from './paces.ts'
export { type Counted, countedOf, type Landed, landedOf, type Outcome, pastOf } from './past.ts'
export {
  type PeerCase,
  type PeerTable,
  peerCases,
  peerGain,
  peerLevels,
  peerMedian,
  peerTableOf,
  type Series,
} from './peers.ts'
export type { Direction, Goal, Method, Point, Question, Unit } from './question.ts'
export { baselineIn, baseYear, directionFor, observedIn, sinceBreak, type Unbroken, unitOf } from './reading.ts'
export type { CalibrationGroup, CalibrationGroups } from './rolling-groups.ts'
export type { Score } from './score.ts'
export { type SizeRows, sizeAt } from './size-rows.ts'
export {
  type NumberFault,
  numberTyped,
  onScale,
  type Typed,
  type YearFault,
  yearTyped,
} from './typed.ts'
export { methodVersion } from './version.ts'
export { triedRow, type Uneven, type Weaknesses, weaknessesOf, yearsTried } from './weaknesses.ts'
