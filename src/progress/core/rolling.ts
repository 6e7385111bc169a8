import { longestHorizon, type Path, projectedByG1, sinceStart } from '#statistics/core'
import type { Tried } from './calibrating.ts'
import { ownWeight, projectedByCombined } from './combined.ts'
import { type PeerCases, type PeerTable, peerCasesOf, peerTableFrom, type Series } from './peers.ts'

/** An economy in a year of the past: what had been observed by then, and what came 1 to 10 years later. */
export type Origin = {
  readonly code: string
  readonly origin: number
  readonly path: Path
  readonly later: readonly (readonly [ahead: number, actual: number])[]
}

/** Every economy and every year from `first` on with at least `least` usable observations and something later. */
export const originsOf = (series: Series, first: number, least: number): readonly Origin[] =>
  [...series.keys()].toSorted().flatMap((code) => {
    const observed = [...(series.get(code) ?? [])].toSorted(([a], [b]) => a - b)
    const years = observed.map(([year]) => year)
    const values = observed.map(([, value]) => value)
    return years.flatMap((origin, at) => {
      if (origin < first) return []
      const path = sinceStart({ years: years.slice(0, at + 1), values: values.slice(0, at + 1) })
      const later = Array.from({ length: longestHorizon }, (_, step) => step + 1).flatMap((ahead) => {
        const actual = series.get(code)?.get(origin + ahead)
        return actual === undefined ? [] : [[ahead, actual] as const]
      })
      return path.years.length >= least && later.length > 0 ? [{ code, origin, path, later }] : []
    })
  })

/** Each origin and number of years ahead with what a method said. */
export const triedBy = (
  origins: readonly Origin[],
  project: (path: Path, ahead: number, origin: number) => number,
): readonly Tried[] =>
  origins.flatMap(({ code, origin, path, later }) =>
    later.map(([ahead, actual]) => ({
      code,
      origin,
      ahead,
      observed: path.years.length,
      last: path.values.at(-1) ?? 0,
      projected: project(path, ahead, origin),
      actual,
    })),
  )

/** The table of peers of each origin: only cases that had ended by that year. Each is made once. */
export const peersByOrigin = (cases: PeerCases): ((origin: number) => PeerTable) => {
  const made = new Map<number, PeerTable>()
  return (origin) => {
    const table = made.get(origin) ?? peerTableFrom(cases, origin)
    made.set(origin, table)
    return table
  }
}

/** First origins: of the rows of `combined` that are lent, of those of G1, and of an indicator's own. */
export const firstOrigin = { combined: 2004, G1: 2008, own: 2000 } as const
/** An economy that stands as high as this has nothing left to project: left out of an indicator's own errors. */
const ended = 99.9

export const triedByG1 = (series: Series, first: number, least: number): readonly Tried[] =>
  triedBy(originsOf(series, first, least), projectedByG1)

export const triedByCombined = (
  series: Series,
  first: number,
  least: number,
  peers: (origin: number) => PeerTable = peersByOrigin(peerCasesOf(series)),
  own: number = ownWeight,
): readonly Tried[] =>
  triedBy(originsOf(series, first, least), (path, ahead, origin) =>
    projectedByCombined(path, ahead, peers(origin), own),
  )

/** Both methods on an indicator of its own, from 2000 on, without what had ended. */
export const triedOnIndicator = (series: Series, least: number, peers = peersByOrigin(peerCasesOf(series))) => {
  const going = ({ last }: Tried) => last < ended
  return {
    combined: triedByCombined(series, firstOrigin.own, least, peers).filter(going),
    G1: triedByG1(series, firstOrigin.own, least).filter(going),
  }
}
