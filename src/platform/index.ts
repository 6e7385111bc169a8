export { addressAsOf, addressOf } from './address.ts'
export { answeringOf, type Trouble, type TroubleShow } from './answering.ts'
export { type Api, apiOf } from './api/answering.ts'
export {
  type ApiLook,
  apiList,
  apiWords,
  type Endpoint,
  gives,
  isObjection,
  lists,
  nearestIn,
  type Objection,
  objection,
  type Rows,
  strangeIn,
  unknownValue,
} from './api/endpoint.ts'
export { type ApiPageProps, type ApiShown, type ApiUseProps, apiPagesOf, exampleAddress } from './api/route.ts'
export { byPrecision, languageFor, patternOf } from './asking.ts'
export { type Feed, type FeedEntry, feedTaken } from './atom.ts'
export { type DeedBy, deedsBy } from './audit/deeds-by.ts'
export { addEvent, type NewEvent, type Way } from './audit/event.ts'
export { trailFormat, trailLines, trailParts } from './audit/exporting.ts'
export {
  lastOf,
  searchTrail,
  streamTrail,
  type TrailEntry,
  type TrailQuestion,
  trailColumns,
  trailEntry,
  trailEvents,
  wholeTrail,
} from './audit/reading.ts'
export {
  headFrom,
  headStands,
  type TrailHead,
  trailCheck,
  trailHead,
  type Verified,
  verified,
} from './audit/verifying.ts'
export { backUp, restore } from './backup.ts'
export { type BackupNoted, lastBackup, noteBackup } from './backup-noted.ts'
export { CannotGoOn } from './cannot-go-on.ts'
export { databaseChecks } from './checking.ts'
export { todayIs } from './clock.ts'
export { type Command, reads, type Told, writes } from './command.ts'
export { type Config, configOf, rootFolder, settingNames } from './config.ts'
export { type SettingShown, settingsShown } from './config-shown.ts'
export { csvOf } from './csv.ts'
export { type Database, openDatabase } from './database.ts'
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
export type { Check, ContentStep, DemoSetting, Feature, Staged } from './feature.ts'
export { digestOfTexts, fileTrouble, readTextFile, staysIn } from './files.ts'
export { isolated } from './isolates.ts'
export { type Log, logAt } from './log.ts'
export { voices } from './messages.ts'
export { onceIn } from './once.ts'
export type { Here, Say, Section, Show, Shown, Tags } from './page.ts'
export {
  framePlaces,
  type Panel,
  type PanelLook,
  type PanelsAt,
  type PartShow,
  type Place,
  panel,
  type ToldCells,
} from './panel.ts'
export { cookieName } from './posting/cookies.ts'
export { type Fields, type Filled, onceField, type Sent, type Upload } from './posting/form.ts'
export { type Asker, arrive, type Cookie, post, postShowing, type Trail } from './posting/post.ts'
export type { Throttle, Throttling } from './posting/throttle.ts'
export { anybody, type Caller, type Who, type WhoIs } from './posting/who.ts'
export { buildOf, indexedBy, wasDone } from './revision.ts'
export {
  type Absent,
  type Ask,
  absent,
  type Going,
  get,
  goes,
  type Nearby,
  notUnderstood,
  type Params,
  parsed,
  type Route,
  type Taken,
  take,
  taken,
} from './route.ts'
export { forgetGenerations, indexed, saidIn } from './search/building.ts'
export type { Findable, FindKind, Finds, Said } from './search/documents.ts'
export { type Found, find, type Hit } from './search/finding.ts'
export type { Piece } from './search/marking.ts'
export { type SearchProps, searchOf } from './search/route.ts'
export { type Serving, serverOf } from './server.ts'
export { type Running, startServing } from './serving.ts'
export { type ReadRow, type ReadSheet, readWorkbook } from './sheets/read-workbook.ts'
export { type Sitemap, sitemapOf } from './sitemap.ts'
export { bytesOf, gathered } from './taking/bytes.ts'
export { csvTable } from './taking/csv-table.ts'
export { type FileKind, fileKinds, fileOf } from './taking/file.ts'
export {
  type CellType,
  columnsOf,
  notesOf,
  type TakeAway,
  type TakenCell,
  type TakenColumn,
  type TakenNote,
  type TakenRow,
  type TakenRows,
  type TakenTable,
} from './taking/table.ts'
export { takeTable } from './taking/take-table.ts'
export { xlsxRows } from './taking/xlsx.ts'
export { type ZipEntry, zipOf } from './taking/zip.ts'
export { givenBy, printed } from './terminal.ts'
export { turnsOf } from './turns.ts'
export type { Look, Progress, Work } from './work.ts'
export { plainText } from './xml.ts'
