import { gompertzTrend, type Path } from '#statistics/core'
import { type Calibration, methodOf, rowsFor } from './calibration.ts'
import { complementOf, projectedByCombined } from './combined.ts'
import { within } from './comparing.ts'
import { chanceOfAtMost, errorAt, rowFor, widenedBy } from './error-rows.ts'
import type { Forecast, Interval } from './forecast.ts'
import type { PeerTable } from './peers.ts'
import type { Direction, Method } from './question.ts'

/** What a projection of a percentage needs besides its path. `peers` is the indicator's own table, null without one. */
export type PercentBasis = {
  readonly direction: Direction
  readonly indicator: string | null
  readonly method: Method | null
  readonly peers: PeerTable | null
  readonly calibration: Calibration
}

/** An interval of the complement: the ends change places. */
export const turnedInterval = ({ lo80, hi80, lo95, hi95 }: Interval): Interval => ({
  lo80: 100 - hi80,
  hi80: 100 - lo80,
  lo95: 100 - hi95,
  hi95: 100 - lo95,
})

/** The peers that are asked: none for G1, without a direction, or where the table has no row for these years. */
const peersAsked = ({ direction, peers, indicator, method, calibration }: PercentBasis, ahead: number) =>
  direction === 'none' || methodOf(calibration, indicator, method) === 'G1' || !peers?.has(ahead) ? null : peers

/**
 * A percentage `ahead` years (1 to 10) after its last value, with its intervals (progress.md, 6). What should fall is projected through
 * its complement, so that an indicator and its complement get the same answer. Null where no errors are known so far ahead.
 */
export const forecastPercent = (path: Path, ahead: number, basis: PercentBasis): Forecast | null => {
  const { direction, indicator, calibration } = basis
  const falls = direction === 'down'
  const rising = falls ? complementOf(path) : path
  const peers = peersAsked(basis, ahead)
  const method = peers === null ? 'G1' : 'combined'
  const centre = projectedByCombined(rising, ahead, peers)
  const picked = rowsFor(calibration, indicator, method, ahead)
  const row = rowFor(picked.rows, ahead, centre)
  if (row === null) return null
  const errors = widenedBy(row, picked.apply)
  const edge = (probability: number) => within(centre + errorAt(errors, probability), 0, 100)
  const interval = { lo80: edge(0.1), hi80: edge(0.9), lo95: edge(0.025), hi95: edge(0.975) }
  const turned = (value: number) => (falls ? 100 - value : value)
  const alone = (own: number) => turned(projectedByCombined(rising, ahead, peers, own))
  return {
    method,
    value: turned(centre),
    interval: falls ? turnedInterval(interval) : interval,
    calibrationN: row.n,
    calibratedOn: picked.calibratedOn,
    widened: picked.widened,
    parts: peers === null ? null : { own: alone(1), others: alone(0) },
    pace: direction === 'none' ? null : gompertzTrend(rising).slope,
    reaching: (limit) => 1 - chanceOfAtMost(errors, turned(limit) - centre),
  }
}
