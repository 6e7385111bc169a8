import { isGroup, type Observation } from '#statistics/core'
import { type Paces, type PeerTable, pacesOf, peerTableOf, type Series, sinceBreak } from './core/index.ts'

/** What an indicator's own economies made: peers and paces, for one that has no table in the calibration. */
export type OwnTables = { readonly peers: PeerTable | null; readonly paces: Paces | null }

/** Observed values of economies by year, each since its last break; groups are not among them. */
export const seriesOfObservations = (observations: readonly Observation[], sinceYear: number | null = null): Series => {
  const byArea = Map.groupBy(
    observations.filter(({ area }) => !isGroup(area)),
    ({ area }) => area as string,
  )
  return new Map(
    [...byArea].map(([area, own]) => {
      const { years, values } = sinceBreak(own, sinceYear).path
      return [area, new Map(years.map((year, at) => [year, values[at] ?? 0]))]
    }),
  )
}

/** What should fall is looked at through its complement; and of the years only those that had ended. */
const rising = (series: Series, falls: boolean, until: number): Series =>
  new Map(
    [...series].map(([area, path]) => [
      area,
      new Map(
        [...path].flatMap(([year, value]) => (year > until ? [] : [[year, falls ? 100 - value : value] as const])),
      ),
    ]),
  )

const most = 300
/** By what they were made from, which never changes: what was made longest ago goes first. */
const made = new Map<string, OwnTables>()

export type Making = {
  /** What the observations depend on, and whose they are. */
  readonly key: string
  readonly observations: readonly Observation[]
  readonly sinceYear: number | null
  readonly falls: boolean
  /** The year in which it is asked: cases that had not ended by then do not count. */
  readonly until: number
}

/**
 * Peers and paces by the rules of the calibration, from the indicator's own economies as they were known (progress.md, 6.3 and 10):
 * made when they are first asked for, and kept as long as no release brings other figures.
 */
export const ownTablesOf = ({ key, observations, sinceYear, falls, until }: Making): OwnTables => {
  const whole = `${key}|${sinceYear}|${falls}|${until}`
  const standing = made.get(whole)
  if (standing !== undefined) return standing
  const series = rising(seriesOfObservations(observations, sinceYear), falls, until)
  const [peers, paces] = [peerTableOf(series), pacesOf(series)]
  const tables = {
    peers: peers.size === 0 ? null : peers,
    paces: Object.keys(paces).length === 0 ? null : paces,
  }
  made.set(whole, tables)
  for (const oldest of [...made.keys()].slice(0, -most)) made.delete(oldest)
  return tables
}
