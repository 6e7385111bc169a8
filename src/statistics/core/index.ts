export {
  type Aggregate,
  type Aggregator,
  aggregatorOf,
  type Composition,
  type ExplainedMember,
  type Explanation,
  type Pool,
} from './aggregate.ts'
export {
  type AggregateInput,
  aggregateCase,
  type CaseMember,
  type CaseTables,
  type DatedMember,
  membersOn,
  type RealCase,
  realCase,
} from './aggregate-case.ts'
export { differsFrom, standingOf } from './aggregate-headline.ts'
export type { Judged, Large } from './aggregate-label.ts'
export { type AggregationRule, type Method, ruleFor, valuesUnder, weightUnder } from './aggregate-rule.ts'
export type { Economy, Tier, Unit } from './aggregate-values.ts'
export { AreaCode, DatasetCode, isGroup, SeriesCode } from './ids.ts'
export { knownBy, latestOfEach } from './latest.ts'
export { nearest, nearestOf } from './nearest.ts'
export {
  type Cell,
  cellsOf,
  type Figure,
  missingReasons,
  numberOf,
  type Observation,
  projected,
  type Reading,
} from './observation.ts'
export {
  type BadPath,
  dampedG1,
  fewestObservations,
  gompertzOf,
  heldWithin,
  latestIn,
  longestHorizon,
  lowest,
  type Path,
  pathOf,
  pathUntil,
  percentOf,
  sinceStart,
  staleAfter,
} from './own-trend.ts'
export { dampedTrend, gompertzTrend, leastDeviation, onScale, projectedByG1, scaleOf } from './own-trend-projection.ts'
export {
  type Area,
  belongs,
  type Dataset,
  type Definition,
  type Dimension,
  type Group,
  type Membership,
  type Scheme,
  type Series,
} from './reference.ts'
export { ownBasis, ownBasisOf, type Release, type Revised, type Source } from './release.ts'
export { type RowReader, type Rules, rowReader, type SeriesRule } from './row.ts'
export { codesOf, isTotal, type Selection, selectionKey } from './selection.ts'
export { headerOf, separatorOf } from './tidy.ts'
