import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { isGroup, numberOf, type Observation, projected, type Selection, selectionKey } from '#statistics/core'
import { aggregating, type GroupAsk, type GroupFigures, aggregatesOf as standing } from './aggregates.ts'
import { groupsIn } from './aggregates-groups.ts'
import { making, type ReadObserved } from './aggregates-made.ts'
import { breakdownsOf, pathsOf } from './store/observations.ts'

const usable = ({ value, flag, nature }: Observation, alsoProjected: boolean): boolean =>
  value.kind === 'known' && value.value.bound === null && flag === null && (alsoProjected || nature !== projected)

const estimatedNatures: ReadonlySet<string> = new Set(['E', 'M'])

/** What was observed, row by row as pages show it: another way to the same paths, to hold the quick one against. */
const rowByRow: ReadObserved = async (db, selections, asOf, alsoProjected) => {
  const paths = await pathsOf(db, selections, null, asOf)
  return new Map(
    [...paths].map(([key, observations]) => {
      const own = observations.filter((one) => usable(one, alsoProjected) && !isGroup(one.area))
      return [
        key,
        [...Map.groupBy(own, ({ area }) => area)].map(([area, rows]) => ({
          area,
          years: rows.map(({ year }) => year),
          values: rows.map(({ value }) => (value.kind === 'known' ? numberOf(value.value) : Number.NaN)),
          estimated: new Set(
            rows.filter(({ nature }) => nature !== null && estimatedNatures.has(nature)).map(({ year }) => year),
          ),
        })),
      ]
    }),
  )
}

/** A figure that is not the same when it is computed from nothing. There must be none. */
export type Differing = {
  readonly series: string
  readonly breakdown: string
  readonly group: string
  readonly year: number
}

export type Recomputed = {
  readonly selections: number
  readonly groups: number
  readonly figures: number
  /** Null where nothing was compared. */
  readonly differences: readonly Differing[] | null
}

/** Every breakdown of every series that has a rule to aggregate it, with figures on that day. */
const aggregated = async (db: ReadDb, asOf: Day): Promise<readonly Selection[]> => {
  const groups = await groupsIn(db, asOf)
  const series = [...new Set(groups.rules.map((one) => one.series))]
  return (await breakdownsOf(db, series, asOf)).filter((one) => {
    const rule = groups.ruleFor(one)
    return rule !== null && rule.method.kind !== 'none'
  })
}

const differing = (one: GroupFigures | null, other: GroupFigures | null): readonly Differing[] => {
  if (one === null || other === null) return []
  const byYear = new Map(other.figures.map((figure) => [figure.year, JSON.stringify(figure)]))
  const years = new Set([...one.figures, ...other.figures].map(({ year }) => year))
  const own = new Map(one.figures.map((figure) => [figure.year, JSON.stringify(figure)]))
  return [...years]
    .filter((year) => own.get(year) !== byYear.get(year))
    .map((year) => ({ ...one.selection, group: one.group, year }))
}

/**
 * Computes every figure of every group from nothing; with `verify` from rows read one by one, and compares each with what is
 * answered to those who ask.
 */
export const recomputed = async (db: ReadDb, asOf: Day, verify: boolean): Promise<Recomputed> => {
  const groups = await groupsIn(db, asOf)
  const selections = await aggregated(db, asOf)
  const fresh = aggregating(making(rowByRow))
  let figures = 0
  const differences: Differing[] = []
  for (const selection of selections) {
    const asks = groups.all.map((group): GroupAsk => ({ selection, group }))
    const lines = await fresh.aggregatesOf(db, asks, asOf, 'then')
    figures += lines.reduce((sum, line) => sum + (line?.figures.length ?? 0), 0)
    if (!verify) continue
    const answered = await standing(db, asks, asOf, 'then')
    for (const [nth, line] of lines.entries()) differences.push(...differing(line, answered[nth] ?? null))
  }
  return {
    selections: new Set(selections.map(selectionKey)).size,
    groups: groups.all.length,
    figures,
    differences: verify ? differences : null,
  }
}
