import {
  dampedG1,
  dampedL1,
  gompertzOf,
  heldWithin,
  latestIn,
  type Path,
  percentOf,
  sinceStart,
  weightedSlope,
} from './own-trend.ts'

/** Where a percentage stands on the Gompertz scale, and its own pace there, a year. */
type GompertzTrend = { readonly z: readonly number[]; readonly slope: number }

/**
 * The own trend of a percentage that should rise, on the Gompertz scale (progress.md, 6.2, steps 2 to 4). `z` has one value
 * for each observation since the start. One value alone: slope 0. The path is not empty.
 */
export const gompertzTrend = (path: Path): GompertzTrend => {
  const { years, values } = sinceStart(path)
  const z = values.map(gompertzOf)
  return { z, slope: z.length > 1 ? weightedSlope({ years, values: z }).slope : 0 }
}

/** G1: a percentage that should rise, `ahead` whole years after its last value, in per cent (progress.md, 6.2). */
export const projectedByG1 = (path: Path, ahead: number): number => {
  const { z, slope } = gompertzTrend(path)
  return heldWithin(percentOf((z.at(-1) ?? 0) + slope * dampedG1(ahead)))
}

/** A centre with its standard deviation, and the slope a year, all on the scale of the values given. */
type Spread = { readonly centre: number; readonly deviation: number; readonly slope: number }

/**
 * The damped trend `ahead` whole years after the last value (progress.md, 7): L1 gives it logarithms, U1 plain values.
 * `least` is the smallest yearly standard deviation believed. Needs two values at least.
 */
export const dampedTrend = (path: Path, ahead: number, least = 0): Spread => {
  const { slope, variance, effective } = weightedSlope(path)
  const corrected = effective > 1 ? (variance * effective) / (effective - 1) : variance
  const believed = Math.max(corrected, least * least)
  const years = dampedL1(ahead)
  return {
    centre: (latestIn(path)?.value ?? 0) + slope * years,
    deviation: Math.sqrt(believed * (ahead + (years * years) / effective)),
    slope,
  }
}

/** L1 for what is always above zero; U1 for every other scale that is no percentage (progress.md, 7). */
export type Scale = 'L1' | 'U1'

export const scaleOf = (unit: 'positive' | 'unknown', values: readonly number[]): Scale =>
  unit === 'positive' && values.every((value) => value > 0) ? 'L1' : 'U1'

/** The path on its scale: logarithms under L1. */
export const onScale = ({ years, values }: Path, scale: Scale): Path => ({
  years,
  values: scale === 'L1' ? values.map(Math.log) : values,
})

/** The smallest yearly deviation believed: 1 per cent. Smoother than that, a series was modelled and not measured. */
export const leastDeviation = (onItsScale: Path, scale: Scale): number =>
  scale === 'L1' ? 0.01 : 0.01 * Math.max(...onItsScale.values.map(Math.abs))

/** The centre of L1 or U1 alone, in the unit of the values: what a nowcast of a count, price or ratio takes. */
export const projectedByTrend = (path: Path, ahead: number, scale: Scale): number => {
  const { centre } = dampedTrend(onScale(path, scale), ahead)
  return scale === 'L1' ? Math.exp(centre) : centre
}
