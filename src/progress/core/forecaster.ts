import type { Forecaster } from './assessment-said.ts'
import type { Calibration } from './calibration.ts'
import { forecastAmount } from './forecast-amount.ts'
import { forecastPercent } from './forecast-percent.ts'
import type { PeerTable } from './peers.ts'

/** What the methods are told by: a calibration with its number, and a table of peers for each indicator that has one. */
export type Methods = {
  readonly calibration: Calibration
  readonly peers: ReadonlyMap<string, PeerTable>
}

/** How one economy is projected: percentages by `combined` or G1, everything else by L1 or U1. */
export const economyForecaster =
  ({ calibration, peers }: Methods): Forecaster =>
  ({ unit, direction, indicator, method, observations, ...question }, ahead) =>
    unit === 'percent'
      ? forecastPercent(observations, ahead, {
          direction,
          method,
          calibration,
          indicator: indicator ?? question.peers,
          peers: question.peers === null ? null : (peers.get(question.peers) ?? null),
        })
      : forecastAmount(observations, ahead, unit, direction, calibration.generic)
