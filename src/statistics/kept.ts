import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { type Observation, type Selection, selectionKey } from '#statistics/core'
import { type BySelection, latestOf as latestIn, pathsOf as pathsIn } from './store/observations.ts'
import { picture } from './store/releases.ts'

/** Observations that are kept at the most: with their words shared, some tens of megabytes. */
const most = 200_000

type Reader = (db: ReadDb, selections: readonly Selection[], asOf: Day) => Promise<BySelection>

/**
 * Answers of a reader, kept under the picture of the releases they were read from: a picture never changes what it shows,
 * so what is kept stays true, and days between two releases share it. What was asked longest ago goes first.
 */
const keeping = (read: Reader): Reader => {
  const kept = new Map<string, readonly Observation[]>()
  let total = 0
  /** What has nothing to say takes room too. */
  const sizeOf = (observations: readonly Observation[]): number => observations.length + 1
  const forget = (key: string): void => {
    const standing = kept.get(key)
    if (standing !== undefined) total -= sizeOf(standing)
    kept.delete(key)
  }
  const keep = (key: string, observations: readonly Observation[]): void => {
    forget(key)
    kept.set(key, observations)
    total += sizeOf(observations)
    while (total > most && kept.size > 1) forget(kept.keys().next().value ?? '')
  }
  return async (db, selections, asOf) => {
    const under = await picture(db, asOf)
    const keyOf = (selection: Selection): string => `${under}|${selectionKey(selection)}`
    const asked = selections.filter((one) => !kept.has(keyOf(one)))
    const found: BySelection = asked.length === 0 ? new Map() : await read(db, asked, asOf)
    const answer = new Map(
      selections.map((one) => [selectionKey(one), found.get(selectionKey(one)) ?? kept.get(keyOf(one)) ?? []] as const),
    )
    for (const one of selections) keep(keyOf(one), answer.get(selectionKey(one)) ?? [])
    return new Map([...answer].filter(([, observations]) => observations.length > 0))
  }
}

/**
 * Of each selection, by `selectionKey`, the last observed value of every economy, as known on that day: projections and
 * missing values are passed over. A selection without any is absent.
 */
export const latestOf: Reader = keeping(latestIn)

const wholePaths: Reader = keeping((db, selections, asOf) => pathsIn(db, selections, null, asOf))

/**
 * Of each selection, by `selectionKey`, all years of these areas as known on that day, by area and year. With null all
 * areas, groups of published figures among them.
 */
export const pathsOf = (
  db: ReadDb,
  selections: readonly Selection[],
  areas: readonly string[] | null,
  asOf: Day,
): Promise<BySelection> => (areas === null ? wholePaths(db, selections, asOf) : pathsIn(db, selections, areas, asOf))
