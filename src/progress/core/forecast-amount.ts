import { dampedTrend, leastDeviation, onScale, type Path, scaleOf } from '#statistics/core'
import type { Forecast } from './forecast.ts'
import type { Direction } from './question.ts'
import { chanceOfSizeAtMost, type SizeRows, sizeAt } from './size-rows.ts'

/**
 * A count, price or ratio `ahead` years (1 to 10) after its last value, by L1 or U1 (progress.md, 7). Its intervals are not
 * calibrated on the indicator. Null where no sizes of errors are known so far ahead. The path has two values at least.
 */
export const forecastAmount = (
  path: Path,
  ahead: number,
  unit: 'positive' | 'unknown',
  direction: Direction,
  generic: SizeRows,
): Forecast | null => {
  const scale = scaleOf(unit, path.values)
  const scaled = onScale(path, scale)
  const { centre, deviation, slope } = dampedTrend(scaled, ahead, leastDeviation(scaled, scale))
  const [most, nearlyAll] = [sizeAt(generic, ahead, 0.8), sizeAt(generic, ahead, 0.95)]
  if (most === null || nearlyAll === null) return null
  const back = (value: number) => (scale === 'L1' ? Math.exp(value) : value)
  const below = (limit: number): number => {
    // What is always above zero cannot fall below a limit that is not.
    if (scale === 'L1' && limit <= 0) return 0
    const place = scale === 'L1' ? Math.log(limit) : limit
    // A path of zeros alone has no deviation: it stays where it is.
    if (deviation === 0) return place >= centre ? 1 : 0
    return chanceOfSizeAtMost(generic, ahead, (place - centre) / deviation) ?? 0
  }
  return {
    method: scale,
    value: back(centre),
    interval: {
      lo80: back(centre - most * deviation),
      hi80: back(centre + most * deviation),
      lo95: back(centre - nearlyAll * deviation),
      hi95: back(centre + nearlyAll * deviation),
    },
    calibrationN: 0,
    calibratedOn: 'none',
    widened: null,
    parts: null,
    pace: direction === 'none' ? null : direction === 'up' ? slope : -slope,
    reaching: direction === 'down' ? below : (limit) => 1 - below(limit),
  }
}
