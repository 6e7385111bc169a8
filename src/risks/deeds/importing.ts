import { type Actor, type Attempt, done, mayDo, refused, refusedFields, UnitCode } from '#kernel'
import { entryOfElement, ofRole } from '#plan/core'
import { type ReadDb, type ReadSheet, readWorkbook, type Upload, type Work } from '#platform'
import {
  type Risk,
  RiskId,
  type Scale,
  type SheetAround,
  type SheetColumn,
  type SheetLine,
  scaleOn,
  sheetColumns,
  sheetLines,
} from '#risks/core'
import { type Names, namingOf } from '../naming.ts'
import { scalesOf } from '../store/scales.ts'
import { addSheet, addTaken, lockSheet, type Sheet, type SheetContent, sheetNumbered } from '../store/sheets.ts'
import { addRisks, addSteps, lockedRisks, type NewStep } from '../store/steps.ts'
import { isThereFor } from '../visible.ts'
import { threatened, unitScope } from './deciding.ts'

/** Rows of one file, and letters of one cell: more than any column takes, so that a longer one is refused and not cut. */
export const mostRows = 2000
const mostLetters = 5000

/** The key of a column stands in its head in brackets, in every language: "Owner (owner)". */
const keyIn = (head: string): SheetColumn | null => {
  const [, key] = /\(([a-z_]+)\)\s*$/.exec(head) ?? []
  return sheetColumns.find((one) => one === key) ?? null
}

/** The table of a workbook that came back; or which of its columns is not there. */
const contentOf = (sheets: readonly ReadSheet[]): Attempt<SheetContent> => {
  const mark = (code: string, facts: Readonly<Record<string, string | number>> = {}) =>
    refusedFields([{ field: 'file', code, facts }])
  const sheet = sheets.find(({ rows }) => Object.values(rows[0]?.cells ?? {}).some((head) => keyIn(head) === 'title'))
  const [head, ...rows] = sheet?.rows ?? []
  if (head === undefined) return mark('risks.import.noTable')
  const keys = Object.entries(head.cells).flatMap(([letter, words]) => {
    const key = keyIn(words)
    return key === null ? [] : [[letter, key] as const]
  })
  const lacking = sheetColumns.find((column) => !keys.some(([, key]) => key === column))
  if (lacking !== undefined) return mark('risks.import.noColumn', { column: lacking })
  if (rows.length > mostRows) return mark('risks.import.tooManyRows', { most: mostRows })
  const read = rows.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(
      keys.flatMap(([letter, key]) => {
        const text = (cells[letter] ?? '').replaceAll('\r\n', '\n').trim()
        return text === '' ? [] : [[key, text.slice(0, mostLetters).toWellFormed()]]
      }),
    ),
  }))
  return done({
    columns: Object.fromEntries(keys.map(([letter, key]) => [key, letter])),
    rows: read.filter(({ cells }) => Object.keys(cells).some((key) => key !== 'state')),
  })
}

/** Keeps a workbook that somebody brought back, to be looked at. Nothing is taken from it yet. */
export const receiveSheet = async (
  { db, by }: Work,
  { file }: { readonly file: Upload },
): Promise<Attempt<{ readonly n: number; readonly name: string; readonly rows: number }>> => {
  const read = await readWorkbook(file.bytes)
  if (read.kind === 'refused') return refusedFields([{ field: 'file', code: read.refusal.code, facts: {} }])
  const content = contentOf(read.value)
  if (content.kind === 'refused') return content
  const n = await addSheet(db, by.person, file.name, content.value)
  return done({ n, name: file.name, rows: content.value.rows.length })
}

/** Risks that whoever brings the sheet does not see are not there for it. */
const aroundOf = (by: Actor, risks: readonly Risk[], scale: Scale | null, names: Names): SheetAround => {
  const { ix } = names
  const elements =
    ix === null
      ? []
      : ix.plan.editions.flatMap(({ code }) => threatened.flatMap((role) => ofRole(ix, code, role).map(entryOfElement)))
  const may = (unit: UnitCode): boolean => mayDo(by, 'risks.import', unitScope(unit))
  const seen = risks.filter((risk) => isThereFor(by, risk, 'risks.import'))
  return {
    risks: new Map(seen.map((risk) => [risk.id, risk])),
    scale,
    units: new Set(names.units.map(({ code }) => code)),
    elements: new Set(elements),
    may: (unit) => may(UnitCode.trusted(unit)),
  }
}

/** What the rows of a sheet would do to these risks. */
export const judgedSheet = async (
  db: ReadDb,
  by: Actor,
  sheet: Sheet,
  risks: readonly Risk[],
  today: Work['today'],
): Promise<readonly SheetLine[]> => {
  const scale = scaleOn(await scalesOf(db), today)
  return sheetLines(sheet.rows, aroundOf(by, risks, scale, await namingOf(db)))
}

export type Took = { readonly n: number; readonly name: string; readonly entered: number; readonly changed: number }

/** Takes everything from a sheet, once, or nothing. What it says is judged again, against the register as it stands now. */
export const takeSheet = async (work: Work, { n }: { readonly n: number }): Promise<Attempt<Took>> => {
  const { db, by, today } = work
  await lockSheet(db, n)
  const sheet = await sheetNumbered(db, n)
  if (sheet === null || sheet.person !== by.person) return refused('risks.import.noSuchSheet')
  if (sheet.isTaken) return refused('risks.import.takenAlready')
  const named = sheet.rows.flatMap(({ cells }) => RiskId.parse(cells.risk ?? '') ?? [])
  const risks = await lockedRisks(db, named)
  const lines = await judgedSheet(db, by, sheet, risks, today)
  const bad = lines.filter(({ kind }) => kind === 'refused').length
  if (bad > 0) return refused('risks.import.refusedRows', { count: bad })
  const doing = lines.flatMap((line) => (line.kind === 'new' || line.kind === 'changed' ? [line] : []))
  if (doing.length === 0) return refused('risks.import.nothingToTake')
  const entered = await addRisks(db, doing.filter(({ kind }) => kind === 'new').length)
  const numbers = entered.values()
  const steps = doing.flatMap((line): readonly NewStep[] => {
    const risk = line.kind === 'changed' ? line.risk.id : numbers.next().value
    if (risk === undefined) throw new Error(`The row ${line.row} got no number`)
    return line.acts.map((act) => ({ risk, on: today, by: by.person, reason: line.cells.reason ?? '', act }))
  })
  await addSteps(db, steps)
  await addTaken(db, n, by.person)
  return done({ n, name: sheet.name, entered: entered.length, changed: doing.length - entered.length })
}
