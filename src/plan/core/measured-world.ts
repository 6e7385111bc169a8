import { type Definition, isGroup, latestOfEach, type Observation, type Series } from '#statistics/core'
import type { GroupRow, PathPoint } from './measured.ts'
import { isObserved } from './measured-economies.ts'

/** The years before which a definition changed: what comes after does not continue what was before. */
const breakYearsOf = (series: Series): ReadonlySet<number> =>
  new Set([series as Definition, ...series.earlier].flatMap(({ sinceYear }) => (sinceYear === null ? [] : [sinceYear])))

/** A path in the order of its years, with the breaks that its publisher or a change of definition makes. */
export const pathOf = (observations: readonly Observation[], series: Series): readonly PathPoint[] => {
  const breaks = [...breakYearsOf(series)]
  const all = observations.filter((one) => isObserved(one) && one.nature !== 'F').toSorted((a, b) => a.year - b.year)
  return all.map((observation, index) => {
    const before = all[index - 1]
    const changed = before !== undefined && breaks.some((since) => since > before.year && since <= observation.year)
    return { observation, breakBefore: before !== undefined && (observation.status === 'B' || changed) }
  })
}

/** The groups for which figures were published, the world left out: each with its last year and the base year. */
export const groupRows = (
  observations: readonly Observation[],
  worldArea: string | null,
  baseYear: number | null,
): readonly GroupRow[] => {
  const groups = Map.groupBy(
    observations.filter(({ area }) => isGroup(area) && area !== worldArea),
    ({ area }) => area,
  )
  return [...groups].flatMap(([area, path]) => {
    const latest = latestOfEach(path).get(area)
    if (latest === undefined) return []
    return [{ area, latest, base: path.find((one) => one.year === baseYear && isObserved(one)) ?? null }]
  })
}
