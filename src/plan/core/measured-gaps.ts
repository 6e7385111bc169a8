import type { Observation } from '#statistics/core'
import type { Distribution } from './measured-economies.ts'

/** One economy with both sexes observed in one year by one source. */
export type SexGapRow = {
  readonly area: string
  readonly women: Observation
  readonly men: Observation
  /** Men less women, in the unit of the series: a decimal. */
  readonly gap: string
  /** The total of that year; null when there is none. It may lie outside the two. */
  readonly total: Observation | null
}

export type SexGap = {
  readonly rows: readonly SexGapRow[]
  readonly median: Distribution['median']
  /** Economies with one sex only, or with both in different years or from different sources. */
  readonly unpaired: number
  /** Economies whose total lies outside both sexes. */
  readonly totalsOutside: number
}
