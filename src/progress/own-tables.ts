import { isGroup, type Observation } from '#statistics/core'
import { observedIn, type Paces, type PeerTable, pacesOf, peerTableOf, type Series } from './core/index.ts'

/** What an indicator's own economies made: peers and paces, for one that has no table in the calibration. */
export type OwnTables = { readonly peers: PeerTable | null; readonly paces: Paces | null }

/** Observed values of economies by year; groups are not among them. */
export const seriesOfObservations = (observations: readonly Observation[]): Series => {
  const byArea = Map.groupBy(
    observations.filter(({ area }) => !isGroup(area)),
    ({ area }) => area as string,
  )
  return new Map(
    [...byArea].map(([area, own]) => {
      const { years, values } = observedIn(own)
      return [area, new Map(years.map((year, at) => [year, values[at] ?? 0]))]
    }),
  )
}

/** By what they were made from: the statistics keep a list as long as no release changes it. */
const made = new WeakMap<readonly Observation[], OwnTables>()

/** Peers and paces by the rules of the calibration, from the indicator's own economies (progress.md, 6.3 and 10). */
export const ownTablesOf = (observations: readonly Observation[]): OwnTables => {
  const standing = made.get(observations)
  if (standing !== undefined) return standing
  const series = seriesOfObservations(observations)
  const [peers, paces] = [peerTableOf(series), pacesOf(series)]
  const tables = {
    peers: peers.size === 0 ? null : peers,
    paces: Object.keys(paces).length === 0 ? null : paces,
  }
  made.set(observations, tables)
  return tables
}
