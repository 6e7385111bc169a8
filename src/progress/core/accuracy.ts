import { type BacktestRow, backtest, type OthersForecast } from './backtest.ts'
import { backtestGroups, type GroupRow } from './backtest-groups.ts'
import { groupIntervalsInTime, type IntervalRow, intervalsInTime } from './backtest-intervals.ts'
import { type CalibrationInputs, lenderLeast } from './calibrate.ts'
import { peerCasesOf } from './peers.ts'
import { firstOrigin, peersByOrigin, triedByCombined, triedByG1, triedOnIndicator } from './rolling.ts'
import { triedOnGroups, weightsIn } from './rolling-groups.ts'

/** How good the projections were: what the page on accuracy shows, all from one run on one set of inputs. */
export type Accuracy = {
  readonly indicator: string
  readonly economies: readonly BacktestRow[]
  readonly groups: readonly GroupRow[]
  readonly groupIntervals: readonly IntervalRow[]
  readonly otherIndicators: readonly IntervalRow[]
}

/** Runs everything: the methods on the lending indicator, groups, and the intervals of the others in the order of time. */
export const accuracyOf = (
  { lender, others, population, groups }: CalibrationInputs,
  published: readonly OthersForecast[],
  progress: (done: number, of: number) => void = () => undefined,
): Accuracy => {
  const steps = 3 + 2 * others.size
  let step = 0
  const told = <Value>(value: Value): Value => {
    step += 1
    progress(step, steps)
    return value
  }
  const weights = weightsIn(population)
  const peers = peersByOrigin(peerCasesOf(lender.series))
  const economies = told(backtest(lender.series, published, peers))
  const inGroups = backtestGroups({ series: lender.series, groups, weights, peers })
  const lending = triedOnGroups({ series: lender.series, groups, weights, peers, published: true })
  const hasPublished = (group: string) => groups.get(group)?.published != null
  const sets = [['all groups', () => true] as const, ['published series', hasPublished] as const]
  const groupRows = [...told(groupIntervalsInTime(lender.indicator, lending, lending, sets))]
  const lent = {
    combined: triedByCombined(lender.series, firstOrigin.combined, lenderLeast, peers),
    G1: triedByG1(lender.series, firstOrigin.G1, lenderLeast),
  }
  told(null)
  const otherRows: IntervalRow[] = []
  for (const [indicator, { series, least }] of others) {
    const ofIts = peersByOrigin(peerCasesOf(series))
    const tried = triedOnIndicator(series, least, ofIts)
    for (const method of ['combined', 'G1'] as const)
      otherRows.push(...intervalsInTime(indicator, method, tried[method], lent[method]))
    told(null)
    const onGroups = triedOnGroups({ series, groups, weights, peers: ofIts, published: false })
    groupRows.push(...told(groupIntervalsInTime(indicator, onGroups, lending, sets.slice(0, 1))))
  }
  return {
    indicator: lender.indicator,
    economies,
    groups: inGroups,
    groupIntervals: groupRows,
    otherIndicators: otherRows,
  }
}
