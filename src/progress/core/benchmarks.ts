import { longestHorizon, type Path } from '#statistics/core'
import type { Tried } from './calibrating.ts'
import { projectedByLine } from './combined.ts'
import { within } from './comparing.ts'
import type { Series } from './peers.ts'
import { ascending, quantileOf } from './quantiles.ts'

/** What a projection has to beat: simple ways to go on, in per cent. */
export type Benchmark = (path: Path, ahead: number) => number

const lastOf = ({ values }: Path): number => values.at(-1) ?? 0

/** It stays as it is. */
export const unchanged: Benchmark = lastOf

/** It grows by the rate of the last five years. */
export const byGrowthRate: Benchmark = (path, ahead) => {
  const now = path.years.at(-1) ?? 0
  const at = path.years.findLastIndex((year) => year <= now - 5)
  const [year, value] = [path.years[at], path.values[at]]
  const last = lastOf(path)
  if (year === undefined || value === undefined || value <= 0) return last
  return Math.min(last * (last / value) ** (ahead / (now - year)), 100)
}

/** It goes on along the line of the last five years. */
export const byRecentLine: Benchmark = (path, ahead) =>
  projectedByLine(path, (path.years.at(-1) ?? 0) + ahead, 'percent') ?? lastOf(path)

/** It goes on along the line of all its years. */
export const byWholeLine: Benchmark = ({ years, values }, ahead) => {
  const count = years.length
  const [midYear, midValue] = [years, values].map((all) => all.reduce((sum, one) => sum + one, 0) / count)
  let [together, alone] = [0, 0]
  for (let at = 0; at < count; at += 1) {
    const away = (years[at] ?? 0) - (midYear ?? 0)
    together += away * ((values[at] ?? 0) - (midValue ?? 0))
    alone += away * away
  }
  return within((midValue ?? 0) + (together / alone) * ((years.at(-1) ?? 0) + ahead - (midYear ?? 0)), 0, 100)
}

const bandWidth = 5
const firstStart = 1998
const fewestGains = 5

/**
 * The last value and the median gain that others made from the same band of five points in as many years, in stretches that had
 * ended by the origin. Answers the forecasts given with this projection.
 */
export const byBandGain = (series: Series, tried: readonly Tried[]): readonly Tried[] => {
  const gains = new Map<string, { readonly end: number; readonly gain: number }[]>()
  for (const path of series.values())
    for (const [year, value] of path)
      for (let ahead = 1; year >= firstStart && ahead <= longestHorizon; ahead += 1) {
        const later = path.get(year + ahead)
        if (later === undefined) continue
        const key = `${Math.floor(value / bandWidth)} ${ahead}`
        const some = gains.get(key) ?? []
        some.push({ end: year + ahead, gain: later - value })
        gains.set(key, some)
      }
  const medians = new Map<string, number>()
  return tried.map((one) => {
    const key = `${Math.floor(one.last / bandWidth)} ${one.ahead}`
    const dated = `${key} ${one.origin}`
    let gain = medians.get(dated)
    if (gain === undefined) {
      const known = (gains.get(key) ?? []).filter(({ end }) => end <= one.origin).map((some) => some.gain)
      gain = known.length >= fewestGains ? quantileOf(ascending(known), 0.5) : 0
      medians.set(dated, gain)
    }
    return { ...one, projected: within(one.last + gain, 0, 100) }
  })
}
