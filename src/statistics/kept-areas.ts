import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { type Selection, selectionKey } from '#statistics/core'
import { groupsIn } from './aggregates-groups.ts'
import { breakdownsIn } from './kept-breakdowns.ts'
import { type BySelection, pathsOf, pathsOfArea } from './store/observations.ts'
import { picture } from './store/releases.ts'

/** A page asks for the same area several times, and many readers for the same few areas: some thousand observations each. */
const mostAreas = 16
const areas = new Map<string, BySelection>()

/** Everything known of an economy on a day, of every series and breakdown, by `selectionKey`: years in their order. */
export const pathsOfEconomy = async (db: ReadDb, area: string, asOf: Day): Promise<BySelection> => {
  const key = `${await picture(db, asOf)}|${area}`
  const standing = areas.get(key)
  areas.delete(key)
  const found = standing ?? (await pathsOfArea(db, (await breakdownsIn(db, asOf)).all, area, asOf))
  areas.set(key, found)
  if (areas.size > mostAreas) areas.delete(areas.keys().next().value ?? '')
  return found
}

const mostWorlds = 8
const worlds = new Map<string, string | null>()

/**
 * The list of the world with the most custodian's figures for these lines, so that a column is one composition; the first where
 * nobody has any, null where there is no list.
 */
export const worldFor = async (db: ReadDb, selections: readonly Selection[], asOf: Day): Promise<string | null> => {
  const groups = await groupsIn(db, asOf)
  const all = groups.all.filter((group) => groups.schemeOf(group)?.world)
  if (all.length < 2) return all[0] ?? null
  const key = [await picture(db, asOf), groups.picture, ...selections.map(selectionKey)].join('|')
  const standing = worlds.get(key)
  if (standing !== undefined) return standing
  const paths = await pathsOf(db, selections, all, asOf)
  const count = (world: string) =>
    [...paths.values()].filter((observations) => observations.some(({ area }) => area === world)).length
  const found = all.toSorted((one, other) => count(other) - count(one))[0] ?? null
  worlds.set(key, found)
  if (worlds.size > mostWorlds) worlds.delete(worlds.keys().next().value ?? '')
  return found
}
