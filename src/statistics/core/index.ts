export { AreaCode, DatasetCode, isGroup, SeriesCode } from './ids.ts'
export { knownBy, latestOfEach } from './latest.ts'
export { nearestOf } from './nearest.ts'
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
export type { Release, Revised, Source } from './release.ts'
export { type RowReader, type Rules, rowReader, type SeriesRule } from './row.ts'
export { codesOf, isTotal, type Selection, selectionKey } from './selection.ts'
export { headerOf, separatorOf } from './tidy.ts'
