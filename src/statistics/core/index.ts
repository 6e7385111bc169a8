export { AreaCode, DatasetCode, isGroup, type ReleaseNumber, SeriesCode } from './ids.ts'
export { isNewer, knownBy, latestOfEach } from './latest.ts'
export { nearest, nearestOf } from './nearest.ts'
export {
  type Cell,
  type Figure,
  type Flag,
  missingReasons,
  numberOf,
  type Observation,
  projected,
  type Reading,
  valueIn,
} from './observation.ts'
export {
  type Area,
  belongs,
  type Code,
  type Dataset,
  type Definition,
  type Dimension,
  type Group,
  type Licence,
  type Membership,
  type Scheme,
  type Series,
} from './reference.ts'
export type { Release, Revised, Source } from './release.ts'
export { type DimensionRule, type RowReader, type Rules, rowReader, type SeriesRule } from './row.ts'
export { breakdownOf, codesOf, isTotal, type Selection, selectionKey, total } from './selection.ts'
export { type Header, headerOf, separatorOf } from './tidy.ts'
