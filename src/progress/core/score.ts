/** Sums over forecasts of the past; `scoreOf` divides them. */
export type Sums = {
  n: number
  error: number
  bias: number
  in80: number
  in95: number
  width80: number
  width95: number
  brier: number
  brierN: number
  base: number
  even: number
  evenN: number
}

/** How good forecasts were: points, fractions, and Brier scores (0 is perfect, 0.25 is what a coin gets). */
export type Score = {
  readonly n: number
  readonly mae: number
  /** Mean of actual minus projected. */
  readonly bias: number
  readonly coverage80: number
  readonly coverage95: number
  readonly width80: number
  readonly width95: number
  /** Of the chance to gain 5, 10, 15 points in three years; null where no such target was below 100. */
  readonly brier: number | null
  /** The same for what half of the economies at that level make. */
  readonly brierEven: number | null
  /** The same when every chance is the share of all earlier cases that made it, and what we add to that. */
  readonly brierBase: number | null
  readonly skill: number | null
}

export const nothingSummed = (): Sums => ({
  n: 0,
  error: 0,
  bias: 0,
  in80: 0,
  in95: 0,
  width80: 0,
  width95: 0,
  brier: 0,
  brierN: 0,
  base: 0,
  even: 0,
  evenN: 0,
})

export const scoreOf = (one: Sums): Score => ({
  n: one.n,
  mae: one.error / one.n,
  bias: one.bias / one.n,
  coverage80: one.in80 / one.n,
  coverage95: one.in95 / one.n,
  width80: one.width80 / one.n,
  width95: one.width95 / one.n,
  brier: one.brierN === 0 ? null : one.brier / one.brierN,
  brierEven: one.evenN === 0 ? null : one.even / one.evenN,
  brierBase: one.brierN === 0 ? null : one.base / one.brierN,
  skill: one.base === 0 ? null : 1 - one.brier / one.base,
})
