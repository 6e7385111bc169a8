import { dampedTrend, leastDeviation, longestHorizon, onScale } from '#statistics/core'
import { comparedIn, errorRowsOf, keptBias, methodAfter, ownRowsOf } from './calibrating.ts'
import type { Calibration, OwnCalibration } from './calibration.ts'
import { groupSizesOf } from './group-calibrating.ts'
import { type Paces, pacesOf } from './paces.ts'
import { type PeerTable, peerCasesOf, peerTableFrom, type Series } from './peers.ts'
import { ascending, quantileOf, sizes } from './quantiles.ts'
import type { Method } from './question.ts'
import { firstOrigin, originsOf, peersByOrigin, triedByCombined, triedByG1, triedOnIndicator } from './rolling.ts'
import { type CalibrationGroups, triedOnGroups, weightsIn } from './rolling-groups.ts'
import type { SizeRows } from './size-rows.ts'

/** A percentage that is calibrated on its own errors: `least` usable observations make an origin. */
export type CalibratedSeries = { readonly series: Series; readonly least: number }

/** What a calibration is computed from: observed values only. */
export type CalibrationInputs = {
  /** The indicator whose rows are lent, and its observations. */
  readonly lender: { readonly indicator: string; readonly series: Series }
  readonly others: ReadonlyMap<string, CalibratedSeries>
  /** Counts, prices and ratios, all above zero. */
  readonly amounts: readonly Series[]
  readonly population: Series
  readonly groups: CalibrationGroups
}

/** A calibration with the tables that go with it. */
export type Calibrated = {
  readonly calibration: Calibration
  readonly peers: ReadonlyMap<string, PeerTable>
  readonly paces: Paces
}

export const lenderLeast = 6
const firstAmount = 2005

/** Sizes of errors of L1 in standard deviations, the quantiles averaged over the series given (progress.md, 7). */
export const genericSizesOf = (series: readonly Series[]): SizeRows => {
  const each = series.map((one) => {
    const errors = Array.from({ length: longestHorizon + 1 }, (): number[] => [])
    for (const { path, later } of originsOf(one, firstAmount, lenderLeast)) {
      const logs = onScale(path, 'L1')
      const least = leastDeviation(logs, 'L1')
      for (const [ahead, actual] of later) {
        const { centre, deviation } = dampedTrend(logs, ahead, least)
        errors[ahead]?.push(Math.abs(Math.log(actual) - centre) / deviation)
      }
    }
    return errors.map(ascending)
  })
  const rows = Array.from({ length: longestHorizon }, (_, step) => {
    const some = each.map((errors) => errors[step + 1] ?? new Float64Array())
    const mean = (share: number) => some.reduce((sum, errors) => sum + quantileOf(errors, share), 0) / some.length
    return [
      `${step + 1}`,
      { n: some.map(({ length }) => length), q: sizes.map((share) => (share === 0 ? 0 : mean(share))) },
    ]
  })
  return Object.fromEntries(rows)
}

const ownOf = (
  { series, least }: CalibratedSeries,
  current: Method,
  peers: (origin: number) => PeerTable,
): OwnCalibration => {
  const { combined, G1 } = triedOnIndicator(series, least, peers)
  const year = Math.max(...combined.map(({ origin, ahead }) => origin + ahead))
  const compared = comparedIn(combined, G1, year)
  return {
    method: methodAfter(current, compared),
    switch: { year, ...compared },
    combined: ownRowsOf(combined),
    G1: ownRowsOf(G1),
  }
}

/**
 * The next calibration, by the rules of no. 1 (progress.md, 6.3 to 6.6, 7 and 10; aggregates.md, 10). `before`: the methods in force, which
 * change only across their margins. It is data: nothing is in force before a person says so.
 */
export const calibrate = (
  { lender, others, amounts, population, groups }: CalibrationInputs,
  before: Readonly<Record<string, { readonly method: Method }>> = {},
): Calibrated => {
  const weights = weightsIn(population)
  const prepared = [[lender.indicator, { series: lender.series, least: lenderLeast }] as const, ...others].map(
    ([indicator, one]) => {
      const cases = peerCasesOf(one.series)
      return { indicator, one, cases, peers: peersByOrigin(cases) }
    },
  )
  const [first, ...rest] = prepared
  if (first === undefined) throw new Error('A calibration needs the indicator that is lent')
  const groupSizes = prepared.map(({ indicator, one, peers }) => {
    const published = indicator === lender.indicator
    return [indicator, groupSizesOf(triedOnGroups({ series: one.series, groups, weights, peers, published }))] as const
  })
  return {
    calibration: {
      indicator: lender.indicator,
      rows: {
        G1: errorRowsOf(triedByG1(lender.series, firstOrigin.G1, lenderLeast)),
        combined: errorRowsOf(triedByCombined(lender.series, firstOrigin.combined, lenderLeast, first.peers), keptBias),
      },
      indicators: Object.fromEntries(
        rest.map(({ indicator, one, peers }) => [
          indicator,
          ownOf(one, before[indicator]?.method ?? 'combined', peers),
        ]),
      ),
      generic: genericSizesOf(amounts),
      groups: Object.fromEntries(groupSizes.filter(([, rows]) => Object.keys(rows).length > 0)),
    },
    peers: new Map(prepared.map(({ indicator, cases }) => [indicator, peerTableFrom(cases)])),
    paces: pacesOf(lender.series),
  }
}
