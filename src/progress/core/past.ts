import { type CalibrationInputs, lenderLeast } from './calibrate.ts'
import type { Interval } from './forecast.ts'
import { groupsToldInTime, isInside, type ToldInTime, toldInTime } from './in-time.ts'
import { peerCasesOf, type Series } from './peers.ts'
import { firstOrigin, peersByOrigin, triedByCombined, triedOnIndicator } from './rolling.ts'
import { triedOnGroups, weightsIn } from './rolling-groups.ts'

/**
 * What the method would have said at the end of `origin` from what had been observed by then, with the errors known then, and what
 * came `ahead` years later; per cent. `code` is an economy, or a group as the calibration names it.
 */
export type Outcome = Interval & {
  readonly code: string
  readonly isGroup: boolean
  readonly origin: number
  readonly ahead: number
  readonly projected: number
  readonly actual: number
  /** Whether the errors known then were the indicator's own, or lent to it. */
  readonly isOwn: boolean
}

type Trial = { readonly origin: number; readonly ahead: number; readonly projected: number; readonly actual: number }

const outcomeOf = (
  code: string,
  isGroup: boolean,
  { one: { origin, ahead, projected, actual }, interval, isOwn }: ToldInTime<Trial>,
): Outcome => ({ code, isGroup, origin, ahead, projected, actual, isOwn, ...interval })

/** No projection before it has errors to learn from. */
const anyOrigin = [2005, 9999] as const

/** The series that is asked about, and how many observations make an origin; null where the calibration does not know it. */
const triedSeries = ({ lender, others }: CalibrationInputs, indicator: string) =>
  indicator === lender.indicator ? { series: lender.series, least: lenderLeast } : (others.get(indicator) ?? null)

/** Every projection of the past that can be held against what came, for the economies and groups of an indicator. */
export const pastOf = (inputs: CalibrationInputs, indicator: string): readonly Outcome[] => {
  const asked = triedSeries(inputs, indicator)
  if (asked === null) return []
  const { lender, population, groups } = inputs
  const weights = weightsIn(population)
  const triedOn = (series: Series, published: boolean, peers = peersByOrigin(peerCasesOf(series))) => ({
    peers,
    groups: triedOnGroups({ series, groups, weights, peers, published }),
  })
  const lending = triedOn(lender.series, true)
  const lent = triedByCombined(lender.series, firstOrigin.combined, lenderLeast, lending.peers)
  const isLender = asked.series === lender.series
  const its = isLender ? lending : triedOn(asked.series, false)
  const tried = isLender ? lent : triedOnIndicator(asked.series, asked.least, its.peers).combined
  return [
    ...groupsToldInTime(its.groups, lending.groups, anyOrigin).map((told) => outcomeOf(told.one.group, true, told)),
    ...toldInTime('combined', tried, lent, anyOrigin).map((told) => outcomeOf(told.one.code, false, told)),
  ]
}

/** How outcomes turned out, counted: points and numbers of outcomes. */
export type Counted = {
  readonly n: number
  readonly inside80: number
  readonly inside95: number
  readonly above: number
  readonly below: number
  readonly mae: number
  /** Mean of actual minus projected. */
  readonly bias: number
}

export type Landed = 'inside80' | 'inside95' | 'above' | 'below'

/** Where an outcome landed: inside the 80 % interval, else inside the 95 % one, else above or below both. */
export const landedOf = ({ lo80, hi80, lo95, hi95, actual }: Outcome): Landed => {
  if (isInside(lo80, actual, hi80)) return 'inside80'
  if (isInside(lo95, actual, hi95)) return 'inside95'
  return actual > hi95 ? 'above' : 'below'
}

/** Counts outcomes; null where there are none. `inside95` counts those inside 80 % too. */
export const countedOf = (outcomes: readonly Outcome[]): Counted | null => {
  const n = outcomes.length
  if (n === 0) return null
  const landed = outcomes.map(landedOf)
  const number = (...some: readonly Landed[]) => landed.filter((one) => some.includes(one)).length
  const mean = (of: (one: Outcome) => number) => outcomes.reduce((sum, one) => sum + of(one), 0) / n
  return {
    n,
    inside80: number('inside80'),
    inside95: number('inside80', 'inside95'),
    above: number('above'),
    below: number('below'),
    mae: mean(({ actual, projected }) => Math.abs(actual - projected)),
    bias: mean(({ actual, projected }) => actual - projected),
  }
}
