import { type Day, languages, lettersApart, type Words } from '#kernel'
import type { ReadDb } from '#platform'
import { type Area, nearestOf } from '#statistics/core'
import { world } from './bases.ts'
import { areasOf, groupsOf } from './neighbours/statistics.ts'

/** What a reader can ask about: the world, the groups of each list, and all economies. Lists of the world alone are left out. */
export type AreasIn = {
  readonly all: ReadonlyMap<string, Area>
  readonly lists: readonly { readonly names: Words; readonly groups: readonly Area[] }[]
  readonly economies: readonly Area[]
}

export const areasIn = async (db: ReadDb, asOf: Day): Promise<AreasIn> => {
  const all = await areasOf(db, null)
  const groups = (await groupsOf(db, null, asOf, asOf)).filter(({ scheme }) => !scheme.world)
  const lists = Map.groupBy(groups, ({ scheme }) => scheme)
  return {
    all,
    lists: [...lists].map(([{ names }, own]) => ({
      names,
      groups: own.flatMap(({ scheme, code }) => all.get(`${scheme.code}/${code}`) ?? []),
    })),
    economies: [...all.values()].filter(({ kind }) => kind === 'economy'),
  }
}

/** The area that a text names; or the nearest ones, at most three. */
export type AreaFound =
  | { readonly kind: 'area'; readonly code: string }
  | { readonly kind: 'unknown'; readonly nearest: readonly Area[] }

const spellings = ({ code, names }: Area): readonly string[] => [
  code,
  ...languages.flatMap((language) => names[language] ?? []),
]

/** Finds an area by its code or by its name in any language; no case of letters is asked for. */
export const areaFor = (text: string, { all }: Pick<AreasIn, 'all'>): AreaFound => {
  const asked = text.trim().toLowerCase()
  if (asked === '' || asked === world) return { kind: 'area', code: world }
  const called = new Map<string, Area>()
  // An economy comes before a group that is called the same.
  for (const area of [...all.values()].toSorted((a, b) => Number(a.kind === 'economy') - Number(b.kind === 'economy')))
    for (const name of spellings(area)) called.set(name.toLowerCase(), area)
  const found = called.get(asked)
  if (found !== undefined) return { kind: 'area', code: found.code }
  const near = nearestOf(asked, [...called.keys()], 8)
    .filter((name) => lettersApart(asked, name) <= Math.max(1, asked.length / 3))
    .flatMap((name) => called.get(name) ?? [])
  return { kind: 'unknown', nearest: [...new Set(near)].slice(0, 3) }
}
