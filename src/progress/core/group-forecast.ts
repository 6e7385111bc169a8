import {
  gompertzTrend,
  heldWithin,
  latestIn,
  longestHorizon,
  type Path,
  pathUntil,
  projectedByG1,
  staleAfter,
} from '#statistics/core'
import { type Calibration, lentWidening } from './calibration.ts'
import { complementOf, projectedByCombined } from './combined.ts'
import { within } from './comparing.ts'
import type { Forecast } from './forecast.ts'
import { turnedInterval } from './forecast-percent.ts'
import type { PeerTable } from './peers.ts'
import { chanceOfSizeAtMost, sizeAt } from './size-rows.ts'

/** A member: its weight in the last published year and in the year projected to (null: the same), and what was observed. */
export type Member = {
  readonly weight: number | null
  readonly weightTarget: number | null
  readonly observations: Path
}

/** A group's percentage, its two parts, and the share of the weight whose members could be followed: a fraction. */
export type GroupProjection = {
  readonly value: number
  readonly method: 'mean' | 'own'
  /** G1 of the group's own series. */
  readonly ownSeries: number
  /** The last value, and the change of its members' weighted mean. Null where they hold less than two thirds. */
  readonly members: number | null
  readonly covered: number
}

const enoughWeight = 2 / 3 - 1e-9

/** A member that could be followed: its weights, and where it stands in the last published year and is projected to stand. */
export type Follower = {
  readonly weight: number
  readonly weightTarget: number
  readonly now: number
  readonly ahead: number
}

/** What is known of members: those that could be followed, and the weight of all. */
export type Followed = { readonly followers: readonly Follower[]; readonly weight: number }

/** The members with a weight and an observation in the last five years; what was observed after `last` is not looked at. */
const followedOf = (members: readonly Member[], last: number, ahead: number, peers: PeerTable | null): Followed => {
  const weighted = members.filter(({ weight }) => weight !== null && weight > 0)
  const followers = weighted.flatMap(({ weight, weightTarget, observations }) => {
    const path = pathUntil(observations, last)
    const latest = latestIn(path)
    if (latest === null || weight === null || last - latest.year > staleAfter) return []
    const gap = last - latest.year
    return [
      {
        weight,
        weightTarget: weightTarget || weight,
        now: gap === 0 ? latest.value : projectedByCombined(path, gap, peers),
        ahead: projectedByCombined(path, Math.min(gap + ahead, longestHorizon), peers),
      },
    ]
  })
  return { followers, weight: weighted.reduce((sum, { weight }) => sum + (weight ?? 0), 0) }
}

/** A group `ahead` years after its last value, from its own path and its members as they are followed (aggregates.md, 10). */
export const projectFollowed = (path: Path, ahead: number, { followers, weight }: Followed): GroupProjection => {
  const ownSeries = projectedByG1(path, ahead)
  let [now, nowWeight, then, thenWeight] = [0, 0, 0, 0]
  for (const one of followers) {
    now += one.weight * one.now
    nowWeight += one.weight
    then += one.weightTarget * one.ahead
    thenWeight += one.weightTarget
  }
  const covered = weight === 0 ? 0 : nowWeight / weight
  if (covered < enoughWeight) return { value: ownSeries, method: 'own', ownSeries, members: null, covered }
  const byMembers = heldWithin((latestIn(path)?.value ?? 0) + then / thenWeight - now / nowWeight)
  return { value: (ownSeries + byMembers) / 2, method: 'mean', ownSeries, members: byMembers, covered }
}

/**
 * World, a region or another group `ahead` years (1 to 10) after its last published value, in per cent that should rise
 * (aggregates.md, 10). A group is not one more economy: it is never projected by `combined` itself. The path is not empty.
 */
export const projectGroup = (
  path: Path,
  ahead: number,
  members: readonly Member[],
  peers: PeerTable | null,
): GroupProjection => projectFollowed(path, ahead, followedOf(members, latestIn(path)?.year ?? 0, ahead, peers))

/** The scale of a group's errors in points: 100 √(p (1 - p)), p cut to 5 to 95 per cent. */
export const groupScale = (percent: number): number => {
  const p = within(percent, 5, 95) / 100
  return 100 * Math.sqrt(p * (1 - p))
}

export type GroupBasis = {
  readonly direction: 'up' | 'down' | 'none'
  readonly indicator: string | null
  readonly members: readonly Member[]
  readonly peers: PeerTable | null
  readonly calibration: Calibration
}

/** The sizes of errors of an indicator's groups so far ahead: its own, else lent ones with the scale doubled. */
const sizesFor = ({ calibration, indicator }: GroupBasis, ahead: number) => {
  const name = indicator ?? calibration.indicator
  const own = Object.hasOwn(calibration.groups, name) ? calibration.groups[name] : undefined
  if (own !== undefined && `${ahead}` in own) return { rows: own, calibratedOn: 'indicator', widening: 1 } as const
  const lent = calibration.groups[calibration.indicator] ?? {}
  return { rows: lent, calibratedOn: 'family', widening: lentWidening } as const
}

/** A group's projection with its interval. Null where no errors of groups are known so far ahead. */
export const forecastGroup = (path: Path, ahead: number, basis: GroupBasis): Forecast | null => {
  const falls = basis.direction === 'down'
  const turned = (value: number) => (falls ? 100 - value : value)
  const rising = falls ? complementOf(path) : path
  const members = falls
    ? basis.members.map((one) => ({ ...one, observations: complementOf(one.observations) }))
    : basis.members
  const { value, method, ownSeries, members: byMembers } = projectGroup(rising, ahead, members, basis.peers)
  const { rows, calibratedOn, widening } = sizesFor(basis, ahead)
  const [most, nearlyAll] = [sizeAt(rows, ahead, 0.8), sizeAt(rows, ahead, 0.95)]
  const n = rows[`${ahead}`]?.n
  if (most === null || nearlyAll === null || typeof n !== 'number') return null
  const scale = groupScale(value) * widening
  const interval = {
    lo80: Math.max(value - most * scale, 0),
    hi80: Math.min(value + most * scale, 100),
    lo95: Math.max(value - nearlyAll * scale, 0),
    hi95: Math.min(value + nearlyAll * scale, 100),
  }
  return {
    method,
    value: turned(value),
    interval: falls ? turnedInterval(interval) : interval,
    calibrationN: n,
    calibratedOn,
    widened: widening,
    parts: byMembers === null ? null : { own: turned(ownSeries), others: turned(byMembers) },
    pace: basis.direction === 'none' ? null : gompertzTrend(rising).slope,
    reaching: (limit) => 1 - (chanceOfSizeAtMost(rows, ahead, (turned(limit) - value) / scale) ?? 0),
  }
}
