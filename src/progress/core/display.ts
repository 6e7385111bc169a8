import type { Unit } from './question.ts'

/** Rounds half away from zero, in decimals as they are printed: 1.005 to two is 1.01. */
export const roundedTo = (value: number, decimals: number): number => {
  const scale = 10 ** decimals
  const units = Math.abs(value) * scale
  return (Math.sign(value) * Math.floor(units * (1 + Number.EPSILON) + 0.5)) / scale
}

/** Decimals to show: one for percentages and points, three significant digits for other amounts (progress.md, 12). */
export const decimalsFor = (value: number, unit: Unit): number => {
  const size = Math.abs(value)
  return unit === 'percent' || size === 0 ? 1 : Math.max(0, 2 - Math.floor(Math.log10(size)))
}

const most = 9

/**
 * As many decimals as it takes for a value that does not meet its target to look different from it: 89.96 beside 90 has two, because
 * it would be 90.0 with one (progress.md, 3). A value that meets it keeps the usual ones.
 */
export const decimalsApart = (value: number, target: number, met: boolean, usual: number): number => {
  if (met) return usual
  let decimals = usual
  while (decimals < most && roundedTo(value, decimals) === roundedTo(target, decimals)) decimals += 1
  return decimals
}
