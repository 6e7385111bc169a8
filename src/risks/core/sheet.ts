import { type Facts, type Refusal, UnitCode } from '#kernel'
import { EntryId } from '#plan/core'
import { type Scores, scoring, standing } from './judging.ts'
import { assessmentOf, type Risk, seenOf, wordingOf } from './risk.ts'
import type { Scale, Score } from './scale.ts'
import { type Act, mostElements, RiskId, type Wording } from './step.ts'

/** Columns of the workbook that goes out and comes back. The first three are protected. */
export const sheetColumns = [
  ...(['risk', 'seen', 'state', 'title', 'cause', 'event', 'effect', 'owner', 'elements'] as const),
  ...(['inherent_likelihood', 'inherent_impact', 'residual_likelihood', 'residual_impact', 'reason'] as const),
] as const
export type SheetColumn = (typeof sheetColumns)[number]

/** Texts of a row by column; an empty cell is absent. */
export type SheetCells = Readonly<Partial<Record<SheetColumn, string>>>

export type CellFault = { readonly column: SheetColumn; readonly code: string; readonly facts: Facts }

export type SheetChange = { readonly column: SheetColumn; readonly before: string; readonly after: string }

/** What a row that came back would do. */
export type SheetLine = { readonly row: number; readonly cells: SheetCells } & (
  | { readonly kind: 'new'; readonly acts: readonly Act[] }
  | {
      readonly kind: 'changed'
      readonly risk: Risk
      readonly changes: readonly SheetChange[]
      readonly acts: readonly Act[]
    }
  | { readonly kind: 'unchanged'; readonly risk: Risk }
  | { readonly kind: 'refused'; readonly faults: readonly CellFault[] }
)

export type SheetAround = {
  readonly risks: ReadonlyMap<RiskId, Risk>
  readonly scale: Scale | null
  readonly units: ReadonlySet<string>
  readonly elements: ReadonlySet<string>
  /** Whether whoever brings it may do so for this unit. */
  readonly may: (unit: string) => boolean
}

const scoreColumns = ['inherent_likelihood', 'inherent_impact', 'residual_likelihood', 'residual_impact'] as const

/** A risk as its row says it. Scores on another scale than the one in force are left empty: their steps mean something else. */
export const cellsOf = (risk: Risk, scale: Scale | null): SheetCells => {
  const { title, cause, event, effect, owner, elements } = wordingOf(risk)
  const latest = assessmentOf(risk)
  const scores =
    latest === null || latest.scale !== scale?.n
      ? []
      : [latest.inherent.likelihood, latest.inherent.impact, latest.residual.likelihood, latest.residual.impact]
  return {
    ...{ risk: risk.id, seen: String(seenOf(risk)), title, cause, event, effect, owner },
    ...(elements.length === 0 ? {} : { elements: elements.join(' ') }),
    ...Object.fromEntries(scores.map((step, at) => [scoreColumns[at] ?? '', String(step)])),
  }
}

const texts = ['title', 'cause', 'event', 'effect'] as const
/** As in the forms, in letters. */
const longestReason = 2000
const longest: Readonly<Record<(typeof texts)[number], number>> = { title: 200, cause: 4000, event: 4000, effect: 4000 }

type Judged = {
  readonly faults: CellFault[]
  readonly mark: (column: SheetColumn, code: string, facts?: Facts) => number
}

const judged = (): Judged => {
  const faults: CellFault[] = []
  return { faults, mark: (column, code, facts = {}) => faults.push({ column, code, facts }) }
}

const wordingIn = (cells: SheetCells, around: SheetAround, { faults, mark }: Judged): Wording | null => {
  for (const column of texts) {
    const text = cells[column] ?? ''
    if (text === '') mark(column, 'ui.form.empty')
    else if (text.length > longest[column]) mark(column, 'ui.form.tooLong', { most: longest[column] })
  }
  const owner = UnitCode.parse(cells.owner ?? '')
  if (owner === null || !around.units.has(owner)) mark('owner', 'risks.noSuchUnit', { unit: cells.owner ?? '' })
  else if (!around.may(owner)) mark('owner', 'risks.notYourUnit', { unit: owner, right: 'risks.import' })
  const named = [...new Set((cells.elements ?? '').split(/[\s,;]+/).filter(Boolean))]
  const strange = named.find((one) => !around.elements.has(one))
  if (strange !== undefined) mark('elements', 'risks.noSuchElement', { element: strange.slice(0, 120) })
  if (named.length > mostElements) mark('elements', 'risks.import.tooManyElements', { most: mostElements })
  if (faults.length > 0 || owner === null) return null
  const { title = '', cause = '', event = '', effect = '' } = cells
  return { title, cause, event, effect, owner, elements: named.map((one) => EntryId.trusted(one)) }
}

/** Scores of a row: all four or none; null when there are none, and when a fault was found. */
const scoresIn = (cells: SheetCells, { scale }: SheetAround, { mark }: Judged): Scores | null => {
  const given = scoreColumns.filter((column) => cells[column] !== undefined)
  if (given.length === 0) return null
  const lacking = scoreColumns.find((column) => cells[column] === undefined)
  if (lacking !== undefined) {
    mark(lacking, 'risks.import.allScores')
    return null
  }
  const [a = 0, b = 0, c = 0, d = 0] = scoreColumns.map((column) => Number(cells[column]))
  const scores: Scores = { inherent: { likelihood: a, impact: b }, residual: { likelihood: c, impact: d } }
  const attempt = scoring(scale, scores)
  if (attempt.kind === 'done') return scores
  const refusal: Refusal = attempt.refusal
  for (const { field, code } of refusal.fields ?? [{ field: '', code: refusal.code }]) mark(columnOf(field), code)
  return null
}

const columnOf = (field: string): SheetColumn =>
  scoreColumns.find((column) => column.replace('_l', 'L').replace('_i', 'I') === field) ?? 'inherent_likelihood'

const same = (one: Score, other: Score): boolean => one.likelihood === other.likelihood && one.impact === other.impact

const changesIn = (before: SheetCells, after: SheetCells): readonly SheetChange[] =>
  sheetColumns.slice(3, -1).flatMap((column) => {
    const [was, is] = [before[column] ?? '', (after[column] ?? '').trim()]
    return was === is ? [] : [{ column, before: was, after: is }]
  })

const isScore = (column: SheetColumn): boolean => scoreColumns.some((one) => one === column)

const lineOf = (row: number, cells: SheetCells, around: SheetAround): SheetLine => {
  const judge = judged()
  const refusedLine = (): SheetLine => ({ row, cells, kind: 'refused', faults: judge.faults })
  const id = cells.risk === undefined ? null : RiskId.parse(cells.risk)
  const risk = id === null ? null : (around.risks.get(id) ?? null)
  if (cells.risk !== undefined && risk === null) {
    judge.mark('risk', 'risks.noSuchRisk', { risk: cells.risk.slice(0, 40) })
    return refusedLine()
  }
  const before = risk === null ? {} : cellsOf(risk, around.scale)
  const changes = changesIn(before, cells)
  if (risk !== null && changes.length === 0) return { row, cells, kind: 'unchanged', risk }
  if (risk !== null) {
    const { owner, title } = wordingOf(risk)
    if (!around.may(owner)) judge.mark('risk', 'risks.notYourUnit', { unit: owner, right: 'risks.import' })
    const open = standing(risk)
    if (open.kind === 'refused') judge.mark('risk', open.refusal.code, open.refusal.facts)
    if (cells.seen !== String(seenOf(risk))) judge.mark('seen', 'risks.import.changedMeanwhile', { title })
  }
  const wording = wordingIn(cells, around, judge)
  const scores = scoresIn(cells, around, judge)
  const reason = cells.reason ?? ''
  if (reason.trim() === '') judge.mark('reason', 'risks.reasonNeeded')
  else if (reason.length > longestReason) judge.mark('reason', 'ui.form.tooLong', { most: longestReason })
  if (risk !== null && assessmentOf(risk) !== null && scores === null && judge.faults.length === 0)
    if (changes.some(({ column }) => isScore(column))) judge.mark('inherent_likelihood', 'risks.import.allScores')
  if (wording === null || judge.faults.length > 0) return refusedLine()
  const latest = risk === null ? null : assessmentOf(risk)
  const isAssessed =
    scores !== null &&
    !(
      latest !== null &&
      latest.scale === around.scale?.n &&
      same(latest.inherent, scores.inherent) &&
      same(latest.residual, scores.residual)
    )
  const acts: readonly Act[] = [
    ...(risk === null || changes.some(({ column }) => !isScore(column))
      ? [{ kind: 'described' as const, ...wording }]
      : []),
    ...(isAssessed && scores !== null && around.scale !== null
      ? [{ kind: 'assessed' as const, scale: around.scale.n, ...scores }]
      : []),
  ]
  return risk === null ? { row, cells, kind: 'new', acts } : { row, cells, kind: 'changed', risk, changes, acts }
}

/** What each row that came back would do, judged against the register as it stands. A risk stands in one row. */
export const sheetLines = (
  rows: readonly { readonly row: number; readonly cells: SheetCells }[],
  around: SheetAround,
): readonly SheetLine[] => {
  const seen = new Set<string>()
  return rows.map(({ row, cells }) => {
    const isTwice = cells.risk !== undefined && seen.has(cells.risk)
    if (cells.risk !== undefined) seen.add(cells.risk)
    return isTwice
      ? {
          row,
          cells,
          kind: 'refused',
          faults: [{ column: 'risk', code: 'risks.import.twice', facts: { risk: cells.risk ?? '' } }],
        }
      : lineOf(row, cells, around)
  })
}
