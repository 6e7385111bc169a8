import { latestIn, longestHorizon, type Path, pathUntil, sinceStart, staleAfter } from '#statistics/core'
import { projectedByCombined } from './combined.ts'
import type { TriedGroup } from './group-calibrating.ts'
import { type Followed, projectFollowed } from './group-forecast.ts'
import type { PeerTable, Series } from './peers.ts'

/** A group: who belongs to it, and its published percentages where a custodian publishes them. */
export type CalibrationGroup = {
  readonly members: ReadonlySet<string>
  readonly published: ReadonlyMap<number, number> | null
}
export type CalibrationGroups = ReadonlyMap<string, CalibrationGroup>

/** The weight of an economy in a year, or of its last year before it; null without one. */
export type Weights = (code: string, year: number) => number | null

export const weightsIn = (population: Series): Weights => {
  const last = new Map([...population].map(([code, years]) => [code, Math.max(...years.keys())]))
  return (code, year) => population.get(code)?.get(Math.min(year, last.get(code) ?? 0)) ?? null
}

const firstYear = 1990
const firstOrigin = 2000
const enoughKnown = 2 / 3
const fewestYears = 6
/** A group that stands as high as this has nothing left to project. */
const ended = 99.5

const pathsOf = (series: Series): ReadonlyMap<string, Path> =>
  new Map(
    [...series].map(([code, observed]) => {
      const pairs = [...observed].toSorted(([a], [b]) => a - b)
      return [code, { years: pairs.map(([year]) => year), values: pairs.map(([, value]) => value) }]
    }),
  )

/** A value of every year between the first and the last observed one: observed, else on the line between its neighbours. */
const interpolated = ({ years, values }: Path): ReadonlyMap<number, number> => {
  const all = new Map<number, number>()
  years.forEach((year, at) => {
    const [value = 0, next, later] = [values[at], years[at + 1], values[at + 1]]
    all.set(year, value)
    if (next === undefined || later === undefined) return
    for (let between = year + 1; between < next; between += 1)
      all.set(between, value + ((later - value) * (between - year)) / (next - year))
  })
  return all
}

/** The weighted mean of observed and interpolated members, of the years in which they hold two thirds of the weight. */
const meansOf = (
  members: ReadonlySet<string>,
  known: ReadonlyMap<string, ReadonlyMap<number, number>>,
  weights: Weights,
  lastYear: number,
): ReadonlyMap<number, number> => {
  const codes = [...members].toSorted()
  const means = new Map<number, number>()
  for (let year = firstYear; year <= lastYear; year += 1) {
    let [all, weight, sum] = [0, 0, 0]
    for (const code of codes) {
      const own = weights(code, year) ?? 0
      const value = known.get(code)?.get(year)
      all += own
      if (value === undefined || own === 0) continue
      weight += own
      sum += own * value
    }
    if (all > 0 && weight / all >= enoughKnown) means.set(year, sum / weight)
  }
  return means
}

/** Where each economy stands at the origin and is projected to stand 1 to 10 years later. */
type Followable = ReadonlyMap<string, readonly number[]>

const followable = (paths: ReadonlyMap<string, Path>, origin: number, peers: PeerTable): Followable => {
  const known = new Map<string, readonly number[]>()
  for (const [code, path] of paths) {
    const seen = pathUntil(path, origin)
    const latest = latestIn(seen)
    if (latest === null || origin - latest.year > staleAfter) continue
    const gap = origin - latest.year
    const at = (ahead: number) => projectedByCombined(seen, Math.min(gap + ahead, longestHorizon), peers)
    const years = Array.from({ length: longestHorizon }, (_, step) => at(step + 1))
    known.set(code, [gap === 0 ? latest.value : at(0), ...years])
  }
  return known
}

const followedIn = (
  members: readonly string[],
  economies: Followable,
  weights: Weights,
  origin: number,
  ahead: number,
): Followed => {
  let weight = 0
  const followers = members.flatMap((code) => {
    const own = weights(code, origin) ?? 0
    if (own <= 0) return []
    weight += own
    const path = economies.get(code)
    if (path === undefined) return []
    return [
      { weight: own, weightTarget: weights(code, origin + ahead) || own, now: path[0] ?? 0, ahead: path[ahead] ?? 0 },
    ]
  })
  return { followers, weight }
}

const asPath = (means: ReadonlyMap<number, number>, until: number): Path => {
  const pairs = [...means].filter(([year]) => year <= until).toSorted(([a], [b]) => a - b)
  return sinceStart({ years: pairs.map(([year]) => year), values: pairs.map(([, value]) => value) })
}

export type GroupTrial = {
  readonly series: Series
  readonly groups: CalibrationGroups
  readonly weights: Weights
  readonly peers: (origin: number) => PeerTable
  /** Whether published series are used: those of the indicator that is lent. */
  readonly published: boolean
}

/**
 * Every group, every origin from 2000 with 6 years and below 99.5 per cent, 1 to 10 years ahead, by the group method (aggregates.md, 10). A
 * group's series is the published one, else the mean of its members.
 */
export const triedOnGroups = ({ series, groups, weights, peers, published }: GroupTrial): readonly TriedGroup[] => {
  const paths = pathsOf(series)
  const lastYear = Math.max(...[...paths.values()].map(({ years }) => years.at(-1) ?? 0))
  const known = new Map([...paths].map(([code, path]) => [code, interpolated(path)]))
  const standing = [...groups].map(([group, one]) => ({
    group,
    members: [...one.members].toSorted(),
    means: (published ? one.published : null) ?? meansOf(one.members, known, weights, lastYear),
  }))
  const tried: TriedGroup[] = []
  for (let origin = firstOrigin; origin < lastYear; origin += 1) {
    const economies = followable(paths, origin, peers(origin))
    for (const { group, members, means } of standing) {
      if (!means.has(origin)) continue
      const path = asPath(means, origin)
      if (path.years.length < fewestYears || (latestIn(path)?.value ?? 0) >= ended) continue
      for (let ahead = 1; ahead <= longestHorizon; ahead += 1) {
        const actual = means.get(origin + ahead)
        if (actual === undefined) continue
        const followed = followedIn(members, economies, weights, origin, ahead)
        tried.push({ group, origin, ahead, projected: projectFollowed(path, ahead, followed).value, actual })
      }
    }
  }
  return tried
}
