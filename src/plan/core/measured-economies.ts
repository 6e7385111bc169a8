import type { Figure, Observation } from '#statistics/core'

export const economyOrders = ['name', '-name', 'value', '-value', 'year', '-year', 'change', '-change'] as const
/** A minus falls. */
export type EconomyOrder = (typeof economyOrders)[number]

/** One economy in the table: its last observed value, or the last year for which somebody said that there is none. */
export type EconomyRow = {
  readonly area: string
  /** Null: nothing was ever observed. */
  readonly latest: Observation | null
  /** Its figure in the base year. */
  readonly base: Observation | null
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
