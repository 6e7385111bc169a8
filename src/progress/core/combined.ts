import { dampedG1, gompertzTrend, heldWithin, type Path, percentOf } from '#statistics/core'
import { type PeerTable, peerGain } from './peers.ts'

/** How much of the projection is the economy's own recent trend; the rest is the gain of its peers. */
export const ownWeight = 0.25

/**
 * A percentage that should rise, `ahead` whole years after its last value, in per cent (progress.md, 6.1): a quarter own trend,
 * three quarters the median gain of the nearest earlier cases, added on the Gompertz scale. `own` 1 is G1, 0 the peers
 * alone; without a row of peers for these years it is G1. The path is not empty.
 */
export const projectedByCombined = (
  path: Path,
  ahead: number,
  peers: PeerTable | null,
  own: number = ownWeight,
): number => {
  const { z, slope } = gompertzTrend(path)
  const mine = slope * dampedG1(ahead)
  const theirs = peers === null ? null : peerGain(peers, path.values.at(-1) ?? 0, ahead)
  const step = theirs === null ? mine : own * mine + (1 - own) * theirs
  return heldWithin(percentOf((z.at(-1) ?? 0) + step))
}

/** What is in use becomes what is not: the way in which a percentage that should fall is projected. */
export const complementOf = ({ years, values }: Path): Path => ({ years, values: values.map((value) => 100 - value) })

/** Years of the least-squares line of the second opinion, and the fewest observations it is drawn through. */
const lineYears = 5
const fewestInLine = 3

/**
 * The least-squares line through the observations of the last five years, read at a year (progress.md, 9): cut to 0 to 100 for
 * percentages, at 0 for what is positive. Null with fewer than three observations.
 */
export const projectedByLine = (
  { years, values }: Path,
  year: number,
  unit: 'percent' | 'positive' | 'unknown',
): number | null => {
  const last = years.at(-1) ?? 0
  const from = years.findIndex((one) => one > last - lineYears)
  const count = years.length - from
  if (from === -1 || count < fewestInLine) return null
  let [sumYears, sumValues] = [0, 0]
  for (let at = from; at < years.length; at += 1) {
    sumYears += years[at] ?? 0
    sumValues += values[at] ?? 0
  }
  const [midYear, midValue] = [sumYears / count, sumValues / count]
  let [together, alone] = [0, 0]
  for (let at = from; at < years.length; at += 1) {
    const away = (years[at] ?? 0) - midYear
    together += away * ((values[at] ?? 0) - midValue)
    alone += away * away
  }
  const read = midValue + (together / alone) * (year - midYear)
  if (unit === 'percent') return Math.min(Math.max(read, 0), 100)
  return unit === 'positive' ? Math.max(read, 0) : read
}
