import { decimalLess } from '#kernel'
import { type Figure, latestOfEach, numberOf, type Observation } from '#statistics/core'
import { medianOf } from './median.ts'

export const economyOrders = ['name', '-name', 'value', '-value', 'year', '-year', 'change', '-change'] as const
/** What a table of economies is sorted by; a minus falls. */
export type EconomyOrder = (typeof economyOrders)[number]

/** The order of a table that nobody has sorted. */
export const usualOrder: EconomyOrder = '-value'

export type Column = 'name' | 'value' | 'year' | 'change'
export const columnOf = (order: EconomyOrder): Column => order.replace('-', '') as Column
export const falls = (order: EconomyOrder): boolean => order.startsWith('-')

/** The order that the head of a column leads to: the other way round when it is sorted by it already. */
export const orderFrom = (column: Column, current: EconomyOrder): EconomyOrder => {
  const first: EconomyOrder = column === 'name' ? 'name' : `-${column}`
  if (current !== first) return first
  return first === 'name' ? '-name' : column
}

/** One economy in the table. */
export type EconomyRow = {
  readonly area: string
  /** Its last observed value; null when nothing was ever observed and somebody said so. */
  readonly latest: Observation | null
  /** A later year for which its source says that there is no figure, and why. */
  readonly missing: Observation | null
  /** From the base year on, as a decimal in the unit of the series; null where it cannot be told. */
  readonly change: string | null
}

/** The last values of all economies; those outside the plausible range are counted apart and not judged. */
export type Distribution = {
  readonly count: number
  readonly median: Figure | null
  readonly years: readonly [first: number, last: number] | null
  readonly outside: readonly Observation[]
}

/** A figure that was observed, and how. */
export type Observed = Observation & { readonly value: { readonly kind: 'known'; readonly value: Figure } }

export const isObserved = (one: Observation | null | undefined): one is Observed =>
  one !== null && one !== undefined && one.value.kind === 'known'

export const distributionOf = (latest: readonly Observation[]): Distribution => {
  const observed = latest.filter(isObserved)
  const plausible = observed.filter(({ flag }) => flag === null)
  const years = plausible.map(({ year }) => year)
  return {
    count: observed.length,
    median: medianOf(plausible.map(({ value }) => value.value)),
    years: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
    outside: observed.filter(({ flag }) => flag !== null),
  }
}

/** How many years a change is counted over, where the figures allow it, and how many economies it takes to show one. */
const span = 5
const enough = 10

const yearsOf = (path: readonly Observation[]): ReadonlySet<number> =>
  new Set(path.filter((one) => isObserved(one) && one.flag === null).map(({ year }) => year))

/**
 * The year from which changes are counted: five years before the year in which most economies have their last figure, or
 * the nearest year to that for which at least ten, and at least a quarter, also have one. Null when there is none.
 */
export const baseYearOf = (paths: ReadonlyMap<string, readonly Observation[]>): number | null => {
  const all = [...paths.values()].map(yearsOf).filter(({ size }) => size > 0)
  const lasts = Map.groupBy(
    all.map((years) => Math.max(...years)),
    (year) => year,
  )
  const [last] = [...lasts].toSorted(([a, one], [b, other]) => other.length - one.length || b - a)[0] ?? []
  if (last === undefined) return null
  const wanted = last - span
  const countIn = (year: number) => all.filter((years) => years.has(year) && Math.max(...years) > year).length
  const near = [0, 1, -1, 2, -2, 3, -3, 4, -4].map((step) => wanted + step).filter((year) => year < last)
  return near.find((year) => countIn(year) >= enough && countIn(year) * 4 >= all.length) ?? null
}

/** From the base year to the last figure. A bound, a doubtful value and a break in between leave it unknown. */
export const changeOf = (path: readonly Observation[], latest: Observation, baseYear: number): string | null => {
  const base = path.find(({ year }) => year === baseYear)
  if (!isObserved(base) || !isObserved(latest) || latest.year <= baseYear) return null
  if (base.flag !== null || latest.flag !== null) return null
  if (base.value.value.bound !== null || latest.value.value.bound !== null) return null
  if (path.some(({ year, status }) => status === 'B' && year > baseYear && year <= latest.year)) return null
  return decimalLess(latest.value.value.decimal, base.value.value.decimal)
}

/** A row for every economy of which something is known, be it that there is no figure. */
export const economyRows = (
  paths: ReadonlyMap<string, readonly Observation[]>,
  baseYear: number | null,
): readonly EconomyRow[] =>
  [...paths].map(([area, path]) => {
    const latest = latestOfEach(path).get(area) ?? null
    const last = path.toSorted((a, b) => b.year - a.year)[0]
    return {
      area,
      latest,
      missing: last?.value.kind === 'missing' ? last : null,
      change: latest === null || baseYear === null ? null : changeOf(path, latest, baseYear),
    }
  })

const keyOf = (row: EconomyRow, column: Column): number | null => {
  if (column === 'change') return row.change === null ? null : Number(row.change)
  if (!isObserved(row.latest)) return null
  return column === 'year' ? row.latest.year : numberOf(row.latest.value.value)
}

/** The rows in an order; those that have nothing to be sorted by come last, whichever way. Equal ones go by name. */
export const sortedRows = (
  rows: readonly EconomyRow[],
  order: EconomyOrder,
  byName: (a: string, b: string) => number,
): readonly EconomyRow[] => {
  const column = columnOf(order)
  const way = falls(order) ? -1 : 1
  return rows.toSorted((a, b) => {
    if (column === 'name') return way * byName(a.area, b.area)
    const [one, other] = [keyOf(a, column), keyOf(b, column)]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a.area, b.area)
    return way * (one - other) || byName(a.area, b.area)
  })
}
