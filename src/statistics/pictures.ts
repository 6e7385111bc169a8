import { hash } from 'node:crypto'
import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { isGroup, type Selection, type Series, selectionKey, valuesUnder, weightUnder } from '#statistics/core'
import { type Groups, groupsIn } from './aggregates-groups.ts'
import { picturesOf } from './store/aggregation.ts'
import { seriesOf } from './store/series.ts'

/** A selection for an economy, a group (`scheme/code`), or with null for whichever list of the world has figures of it. */
export type Depending = { readonly selection: Selection; readonly area: string | null }

/** What figures depend on, as known on a day. What was made under equal ones stays true: a day itself is no part of it. */
export type DependsOn = {
  /** The reference data, and the releases of the series, of what it is computed from and of its weights. Of every area. */
  readonly figures: string
  /** How the series is defined. */
  readonly definition: string
  /** Who belongs to the group, and to the regions that estimates are taken from; empty for an economy. */
  readonly members: string
}

const digests = new WeakMap<Series, string>()
const digestOf = (series: Series | undefined): string => {
  if (series === undefined) return ''
  const found = digests.get(series) ?? hash('sha256', JSON.stringify(series), 'base64')
  digests.set(series, found)
  return found
}

const membersOf = (groups: Groups, { selection, area }: Depending, asOf: Day): string => {
  if (area !== null && !isGroup(area)) return ''
  const asked = area === null ? groups.all.filter((one) => groups.schemeOf(one)?.world === true) : [area]
  const regions = groups.ruleFor(selection)?.regions ?? null
  return asked.map((one) => groups.stretch(one, regions, asOf, asOf)).join('|')
}

/**
 * What each of these depends on, in their order: everything that a figure of it, of an economy or of a group with the members of that
 * day, is made from. A release of other series, a day on which nobody joins or leaves, a load that defines others leave it as it is.
 */
export const figuresDependOn = async (
  db: ReadDb,
  all: readonly Depending[],
  asOf: Day,
): Promise<readonly DependsOn[]> => {
  const groups = await groupsIn(db, asOf)
  const distinct = new Map(all.map(({ selection }) => [selectionKey(selection), selection]))
  const touched = [...distinct].map(([key, selection]) => {
    const rule = groups.ruleFor(selection)
    const values = rule === null ? null : valuesUnder(rule.method, selection)
    const weight = rule === null ? null : weightUnder(rule.method)
    const series = [selection, values, weight].flatMap((one) => (one === null ? [] : [one.series]))
    return { key, series: [...new Set(series)] }
  })
  const pictures = await picturesOf(db, [...new Set(touched.flatMap(({ series }) => series))], asOf)
  const series = await seriesOf(db, [...new Set(all.map(({ selection }) => selection.series))], asOf)
  const figures = new Map(
    touched.map(({ key, series }) => [
      key,
      [groups.picture, ...series.map((one) => `${one} ${pictures.get(one) ?? ''}`)].join('|'),
    ]),
  )
  return all.map((one) => ({
    figures: figures.get(selectionKey(one.selection)) ?? '',
    definition: digestOf(series.get(one.selection.series)),
    members: membersOf(groups, one, asOf),
  }))
}
