import { type Day, known } from '#kernel'
import type { ReadDb } from '#platform'
import { AreaCode, type Observation, type Selection, SeriesCode, selectionKey } from '#statistics/core'
import { noRelease } from './core/glance-figures.ts'
import { aggregatesOf, groupsOf, publishedWorldOf, seriesOf } from './neighbours/statistics.ts'

/** The line of a group: its custodian's own figures, or those that are computed here where there are none. Never both. */
export type GroupLine = { readonly area: string; readonly observations: readonly Observation[] }

/** A figure of a group that is computed here, as a row shows it: it leads to the group's line, and to no release. */
const computedIn = ({ series, breakdown }: Selection, area: string, year: number, value: number): Observation => ({
  ...{ series: SeriesCode.trusted(series), breakdown, area: AreaCode.trusted(area), year },
  value: known({ decimal: value.toFixed(6), bound: null }),
  ...{ published: '', unit: '', nature: null, status: null, note: '', source: '', flag: null },
  release: noRelease,
})

/** Of each selection, by `selectionKey`, the line of a group that may be shown; before a definition changed nothing is computed. */
export const groupLinesOf = async (
  db: ReadDb,
  selections: readonly Selection[],
  group: string,
  asOf: Day,
): Promise<ReadonlyMap<string, GroupLine>> => {
  const definitions = await seriesOf(db, [...new Set(selections.map(({ series }) => series))], asOf)
  const asks = selections.map((selection) => ({ selection, group }))
  const found = await aggregatesOf(db, asks, asOf, 'now')
  return new Map(
    found.flatMap((one) => {
      if (one === null) return []
      const { selection, figures } = one
      const since = definitions.get(selection.series)?.sinceYear ?? null
      const published = figures.flatMap(({ headline }) => (headline?.by === 'custodian' ? [headline.observation] : []))
      const ours = figures.flatMap(({ year, headline }) =>
        headline?.by === 'computed' && (since === null || year >= since)
          ? [computedIn(selection, group, year, headline.value)]
          : [],
      )
      const observations = published.length > 0 ? published : ours
      return observations.length === 0 ? [] : [[selectionKey(selection), { area: group, observations }] as const]
    }),
  )
}

/** The same for the world: as its custodian publishes it, whatever the list; else for the members of any list of the world. */
export const worldLinesOf = async (
  db: ReadDb,
  selections: readonly Selection[],
  asOf: Day,
): Promise<ReadonlyMap<string, GroupLine>> => {
  const published = await publishedWorldOf(db, selections, asOf)
  const others = selections.filter((one) => !published.has(selectionKey(one)))
  const list = others.length === 0 ? null : (await groupsOf(db, null, asOf, asOf)).find(({ scheme }) => scheme.world)
  const computed = list == null ? [] : await groupLinesOf(db, others, `${list.scheme.code}/${list.code}`, asOf)
  return new Map([...published, ...computed])
}
