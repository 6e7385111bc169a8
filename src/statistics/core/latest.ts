import type { Day } from '#kernel'
import { type Observation, projected } from './observation.ts'

/** When the figures of a release were known, and its number. */
export type Known = { readonly release: number; readonly knownOn: Day }

/** Whether one release comes after another: known later, or on the same day and loaded later. */
export const isNewer = (one: Known, other: Known): boolean =>
  one.knownOn > other.knownOn || (one.knownOn === other.knownOn && one.release > other.release)

const cellOf = ({ series, breakdown, area, year }: Observation): string => `${series}|${breakdown}|${area}|${year}`

/**
 * What was known on a day: of each cell the row of the newest release, known by then, that has one. A release that leaves
 * a cell out withdraws nothing; one that says it is missing, does.
 */
export const knownBy = (
  observations: readonly Observation[],
  releases: readonly Known[],
  asOf: Day,
): readonly Observation[] => {
  const byNumber = new Map(releases.filter(({ knownOn }) => knownOn <= asOf).map((one) => [one.release, one]))
  const newest = new Map<string, readonly [Observation, Known]>()
  for (const observation of observations) {
    const release = byNumber.get(observation.release)
    if (release === undefined) continue
    const standing = newest.get(cellOf(observation))
    if (standing === undefined || isNewer(release, standing[1])) newest.set(cellOf(observation), [observation, release])
  }
  return [...newest.values()].map(([observation]) => observation)
}

/** Of each area its last year with a value that was observed. The observations are of one selection, as known on one day. */
export const latestOfEach = (observations: readonly Observation[]): ReadonlyMap<string, Observation> => {
  const latest = new Map<string, Observation>()
  for (const observation of observations) {
    if (observation.value.kind === 'missing' || observation.nature === projected) continue
    const standing = latest.get(observation.area)
    if (standing === undefined || observation.year > standing.year) latest.set(observation.area, observation)
  }
  return latest
}
