import type { Words } from '#kernel'
import type { Element } from './element.ts'
import type { EditionCode } from './ids.ts'
import { type Indexed, ofRole } from './indexed.ts'

/** A printed sum beside the sum of its parts. `difference` is printed minus computed; nothing is repaired (R1). */
export type SumCheck = { readonly printed: number; readonly computed: number; readonly difference: number }

export type MoneyLine = {
  readonly element: Element
  /** In the order of the columns; null where the text prints no cell. */
  readonly amounts: readonly (number | null)[]
  /** Of a printed total in this line against the other cells of it. */
  readonly check: SumCheck | null
}

export type MoneyTable = {
  readonly unit: Words
  readonly columns: readonly string[]
  /** Which column holds the printed totals of the lines, or null. */
  readonly totalColumn: string | null
  readonly lines: readonly MoneyLine[]
  /** The printed total of all lines, or null; `columnChecks` are of its cells. */
  readonly total: MoneyLine | null
  readonly columnChecks: readonly (SumCheck | null)[]
  /** The total of all against all cells that are no totals. */
  readonly allCells: SumCheck | null
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

const checkOf = (printed: number | null, parts: readonly number[]): SumCheck | null => {
  if (printed === null) return null
  const computed = sumOf(parts)
  return { printed, computed, difference: printed - computed }
}

/** The printed table of money of an edition with all its sums computed beside; null when the edition prints none. */
export const moneyTableOf = (ix: Indexed, edition: EditionCode): MoneyTable | null => {
  const rows = ofRole(ix, edition, 'money').flatMap((element) =>
    element.money === null ? [] : [{ element, ...element.money }],
  )
  const [first] = rows
  if (first === undefined) return null
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map((cell) => cell.column)))]
  const isTotalRow = (row: (typeof rows)[number]): boolean => row.cells.every((cell) => cell.printedTotal)
  const totalRow = rows.find(isTotalRow)
  const lineRows = rows.filter((row) => !isTotalRow(row))
  const totalColumn =
    columns.find((column) =>
      lineRows.every(({ cells }) => cells.find((cell) => cell.column === column)?.printedTotal),
    ) ?? null
  const lineOf = ({ element, cells }: (typeof rows)[number]): MoneyLine => {
    const amounts = columns.map((column) => cells.find((cell) => cell.column === column)?.amount ?? null)
    const printed = cells.find((cell) => cell.column === totalColumn)?.amount ?? null
    const parts = cells.filter((cell) => cell.column !== totalColumn).map((cell) => cell.amount)
    return { element, amounts, check: checkOf(printed, parts) }
  }
  const lines = lineRows.map(lineOf)
  const total = totalRow === undefined ? null : lineOf(totalRow)
  const known = (numbers: readonly (number | null | undefined)[]): readonly number[] =>
    numbers.flatMap((one) => (one === null || one === undefined ? [] : [one]))
  const inner = lineRows.flatMap(({ cells }) => cells.filter((cell) => !cell.printedTotal).map((cell) => cell.amount))
  const all = total?.amounts[totalColumn === null ? -1 : columns.indexOf(totalColumn)] ?? null
  return {
    unit: first.unit,
    columns,
    totalColumn,
    lines,
    total,
    columnChecks: columns.map((_, at) =>
      checkOf(total?.amounts[at] ?? null, known(lines.map((line) => line.amounts[at]))),
    ),
    allCells: checkOf(all, inner),
  }
}
