import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { type Observation, type Selection, selectionKey } from '#statistics/core'
import { type BySelection, latestOf as latestIn } from './store/observations.ts'
import { picture } from './store/releases.ts'

/** A selection has some two hundred economies: as many selections as this are some tens of megabytes. */
const most = 300
const kept = new Map<string, readonly Observation[]>()

const keep = (key: string, observations: readonly Observation[]): void => {
  kept.set(key, observations)
  while (kept.size > most) kept.delete(kept.keys().next().value ?? '')
}

/**
 * Of each selection, by `selectionKey`, the last observed value of every economy, as known on that day: projections and
 * missing values are passed over. A selection without any is absent. Answers are kept under the picture of the releases
 * they were read from, so what is kept stays true.
 */
export const latestOf = async (db: ReadDb, selections: readonly Selection[], asOf: Day): Promise<BySelection> => {
  const under = await picture(db, asOf)
  const keyOf = (selection: Selection): string => `${under}|${selectionKey(selection)}`
  const asked = selections.filter((one) => !kept.has(keyOf(one)))
  const found = asked.length === 0 ? new Map<string, readonly Observation[]>() : await latestIn(db, asked, asOf)
  for (const one of asked) keep(keyOf(one), found.get(selectionKey(one)) ?? [])
  return new Map(
    selections.flatMap((one) => {
      const observations = found.get(selectionKey(one)) ?? kept.get(keyOf(one)) ?? []
      return observations.length === 0 ? [] : [[selectionKey(one), observations] as const]
    }),
  )
}
