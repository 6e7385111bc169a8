import { type Band, bandNumber, bandOf, bands } from './bands.ts'
import { fewestPeers, type Series } from './peers.ts'
import { ascending, quantileOf } from './quantiles.ts'

/** Paces made over five years from a level: 101 quantiles in points a year, of `n` stretches of time of so many economies. */
export type PaceRow = { readonly n: number; readonly economies: number; readonly q: readonly number[] }

/** By the band of the level they started from. */
export type Paces = Readonly<Partial<Record<Band, PaceRow>>>

/** How the pace that is needed compares with paces that were made (progress.md, 10). */
export type Feasibility = {
  /** Points a year. */
  readonly requiredPace: number
  readonly band: Band
  /** Per cent of the paces that were lower; `achievedShare` is 100 less that: those who made it or more. Null: no table. */
  readonly percentile: number | null
  readonly achievedShare: number | null
  readonly n: number
  readonly economies: number
}

const span = 5
const firstStart = 2000

/** The place of a pace among the quantiles, in per cent: linear between them, the middle of those it equals. */
const percentileOf = (q: readonly number[], pace: number): number => {
  if (pace < (q[0] ?? 0)) return 0
  if (pace > (q[100] ?? 0)) return 100
  const first = q.indexOf(pace)
  if (first !== -1) return (first + q.lastIndexOf(pace)) / 2
  const below = q.findLastIndex((one) => one < pace)
  const [low = 0, high = 0] = [q[below], q[below + 1]]
  return below + (pace - low) / (high - low)
}

/** `level` and `pace` are of the rising form, in per cent and points a year. */
export const feasibilityOf = (level: number, pace: number, paces: Paces | null): Feasibility => {
  const band = bandOf(level)
  const row = paces?.[band]
  if (row === undefined) return { requiredPace: pace, band, percentile: null, achievedShare: null, n: 0, economies: 0 }
  const percentile = percentileOf(row.q, pace)
  return {
    requiredPace: pace,
    band,
    percentile,
    achievedShare: 100 - percentile,
    n: row.n,
    economies: row.economies,
  }
}

/**
 * The paces made over five years by all economies from 2000 on, by the band they started from. A band with fewer than 100 is
 * left out: feasibility then says that there is no table.
 */
export const pacesOf = (series: Series): Paces => {
  const made = bands.map((band) => ({ band, paces: [] as number[], who: new Set<string>() }))
  for (const [code, path] of series)
    for (const [year, value] of path) {
      const later = year >= firstStart ? path.get(year + span) : undefined
      if (later === undefined) continue
      const row = made[bandNumber(value)]
      row?.paces.push((later - value) / span)
      row?.who.add(code)
    }
  return Object.fromEntries(
    made.flatMap(({ band, paces, who }) => {
      if (paces.length < fewestPeers) return []
      const sorted = ascending(paces)
      const q = Array.from({ length: 101 }, (_, at) => quantileOf(sorted, at / 100))
      return [[band, { n: paces.length, economies: who.size, q }] as const]
    }),
  )
}
