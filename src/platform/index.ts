export { addressAsOf, addressOf } from './address.ts'
export { type Command, reads, type Told, writes } from './command.ts'
export {
  type ReadDb,
  type Row,
  type Sql,
  sql,
  text,
  textOrNull,
  truth,
  type WriteDb,
  whole,
  wholeOrNull,
} from './db.ts'
export type { Check, ContentStep, Feature, Findable, Staged } from './feature.ts'
export type { Here, Say, Section, Show, Shown, Tags } from './page.ts'
export { framePlaces, type Panel, type PanelsAt, type Place, panel } from './panel.ts'
export {
  type Absent,
  type Ask,
  absent,
  get,
  type Nearby,
  notUnderstood,
  type Params,
  parsed,
  post,
  type Reply,
  type Route,
  type Taken,
  take,
  taken,
} from './route.ts'
export { givenBy, printed } from './terminal.ts'
export type { Look, Progress, Work } from './work.ts'
