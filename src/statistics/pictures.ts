import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { type Selection, selectionKey, valuesUnder, weightUnder } from '#statistics/core'
import { groupsIn } from './aggregates-groups.ts'
import { picturesOf } from './store/aggregation.ts'

/**
 * Of each selection, by `selectionKey`, what every figure of it, of economies and of groups, depends on as known on a day: the
 * reference data, and the releases of its series, of those that it is computed from and of its weights. What was made under one
 * picture stays true under it; a release of other series leaves it as it is.
 */
export const figuresDependOn = async (
  db: ReadDb,
  selections: readonly Selection[],
  asOf: Day,
): Promise<ReadonlyMap<string, string>> => {
  const groups = await groupsIn(db, asOf)
  const distinct = new Map(selections.map((one) => [selectionKey(one), one]))
  const touched = [...distinct].map(([key, selection]) => {
    const rule = groups.ruleFor(selection)
    const values = rule === null ? null : valuesUnder(rule.method, selection)
    const weight = rule === null ? null : weightUnder(rule.method)
    const series = [selection, values, weight].flatMap((one) => (one === null ? [] : [one.series]))
    return { key, series: [...new Set(series)] }
  })
  const pictures = await picturesOf(db, [...new Set(touched.flatMap(({ series }) => series))], asOf)
  return new Map(
    touched.map(({ key, series }) => [
      key,
      [groups.picture, ...series.map((one) => `${one} ${pictures.get(one) ?? ''}`)].join('|'),
    ]),
  )
}
