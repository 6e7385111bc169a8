import type { Accuracy } from './accuracy.ts'
import type { BacktestRow, Scheme, TriedMethod } from './backtest.ts'
import { type Band, bands } from './bands.ts'

/** The row of a method over all levels; undefined where it was not tried so. */
export const triedRow = (
  { economies }: Accuracy,
  method: TriedMethod,
  scheme: Scheme,
  years: string,
  band: Band | null = null,
): BacktestRow | undefined =>
  economies.find((one) => one.method === method && one.scheme === scheme && one.years === years && one.band === band)

/** Years ahead, 1 to 10, for which a method was tried. */
export const yearsTried = (accuracy: Accuracy, method: TriedMethod, scheme: Scheme): readonly number[] =>
  Array.from({ length: 10 }, (_, at) => at + 1).filter(
    (ahead) => triedRow(accuracy, method, scheme, `${ahead}`) !== undefined,
  )

/** Levels where the 80 % interval held too seldom or too often, `ahead` years ahead; shares are fractions. */
export type Uneven = {
  readonly ahead: number
  readonly band: Band
  readonly coverage80: number
  readonly n: number
}

/** Where the projections are weak: read off their own record, so that a new calibration says its own. */
export type Weaknesses = {
  /** Years ahead with hardly any skill (below a twentieth), and with none. */
  readonly hardly: readonly number[]
  readonly none: readonly number[]
  readonly narrow: readonly Uneven[]
  readonly wide: readonly Uneven[]
  /** Years ahead that no forecast tests in the order of time. */
  readonly untested: readonly number[]
  /** Years ahead whose mean error leans by more than a point. */
  readonly leaning: readonly { readonly ahead: number; readonly bias: number }[]
  /** Years ahead in which recent forecasts, those of the order of time, leaned by more than two points; totals can hide it. */
  readonly drifting: readonly { readonly ahead: number; readonly bias: number }[]
  /** Other indicators that the own trend alone projects better, with both errors over 1 to 5 years. */
  readonly beaten: readonly { readonly indicator: string; readonly combined: number; readonly G1: number }[]
  /** Brier score of targets that half of the economies at that level meet; 0.25 is what a coin gets. */
  readonly even: number | null
}

const hardlyBelow = 0.05
/** Coverage of the 80 % interval outside of these is said, where so many forecasts bear it out. */
const [leastHeld, mostHeld, fewest] = [0.72, 0.92, 30]
/** Levels are looked at from here on: nearer, the totals hold for the levels too. */
const farFrom = 8

export const weaknessesOf = (accuracy: Accuracy): Weaknesses => {
  const tested = yearsTried(accuracy, 'combined', 'later-origins')
  const skillAt = (ahead: number) => triedRow(accuracy, 'combined', 'later-origins', `${ahead}`)?.skill ?? 0
  const uneven = tested
    .filter((ahead) => ahead >= farFrom)
    .flatMap((ahead) =>
      bands.flatMap((band): readonly Uneven[] => {
        const row = triedRow(accuracy, 'combined', 'later-origins', `${ahead}`, band)
        return row === undefined || row.n < fewest ? [] : [{ ahead, band, coverage80: row.coverage80, n: row.n }]
      }),
    )
  const errorOf = (indicator: string, method: string) =>
    accuracy.otherIndicators.find(
      (one) => one.indicator === indicator && one.of === method && one.on === 'any' && one.years === '1-5',
    )?.mae ?? Number.NaN
  return {
    hardly: tested.filter((ahead) => skillAt(ahead) > 0 && skillAt(ahead) < hardlyBelow),
    none: tested.filter((ahead) => skillAt(ahead) <= 0),
    narrow: uneven.filter(({ coverage80 }) => coverage80 < leastHeld),
    wide: uneven.filter(({ coverage80 }) => coverage80 > mostHeld),
    untested: yearsTried(accuracy, 'combined', 'other-economies').filter((ahead) => !tested.includes(ahead)),
    leaning: yearsTried(accuracy, 'combined', 'other-economies').flatMap((ahead) => {
      const bias = triedRow(accuracy, 'combined', 'other-economies', `${ahead}`)?.bias ?? 0
      return Math.abs(bias) > 1 ? [{ ahead, bias }] : []
    }),
    drifting: tested.flatMap((ahead) => {
      const bias = triedRow(accuracy, 'combined', 'later-origins', `${ahead}`)?.bias ?? 0
      return Math.abs(bias) > 2 ? [{ ahead, bias }] : []
    }),
    beaten: [...new Set(accuracy.otherIndicators.map(({ indicator }) => indicator))]
      .map((indicator) => ({
        indicator,
        combined: errorOf(indicator, 'combined'),
        G1: errorOf(indicator, 'G1'),
      }))
      .filter(({ combined, G1 }) => G1 < combined),
    even: triedRow(accuracy, 'combined', 'later-origins', '1-5')?.brierEven ?? null,
  }
}
