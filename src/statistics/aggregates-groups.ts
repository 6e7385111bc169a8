import { Day } from '#kernel'
import type { ReadDb } from '#platform'
import {
  type AggregationRule,
  belongs,
  type Composition,
  type Group,
  ruleFor as inForce,
  type Membership,
  type Scheme,
  type Selection,
} from '#statistics/core'
import { aggregationRules } from './store/aggregation.ts'
import { groupNamesOf, membershipsOf, schemesOf } from './store/areas.ts'
import { type ReferenceOn, referenceOn } from './store/reference.ts'

/** Groups and rules of a load of reference data, as they are needed to compute. */
export type Groups = {
  /** Equal pictures mean equal groups and rules. */
  readonly picture: string
  readonly ruleFor: (selection: Selection) => AggregationRule | null
  readonly rules: readonly AggregationRule[]
  /** Every group, `scheme/code`. */
  readonly all: readonly string[]
  /** The same list by list, in the order of the lists, each with every spell of belonging to it. */
  readonly lists: readonly (Pick<Group, 'scheme' | 'code' | 'names'> & { readonly spells: readonly Membership[] })[]
  readonly schemeOf: (group: string) => Scheme | null
  /**
   * Who belongs to the group on a day, as far as was known on another, and which region everybody is in. The same object for
   * the same members, so that what is found for it can be kept.
   */
  readonly composition: (group: string, regions: string | null, on: Day, asOf: Day) => Composition
  /** Equal stretches of one picture mean equal compositions: on days between two changes of a list there is one. */
  readonly stretch: (group: string, regions: string | null, on: Day, asOf: Day) => string
}

/** The day whose members a figure has: 1 July of its year, the day asked about, or the day named. */
export const membershipDay = (year: number, asOf: Day, composed: 'then' | 'now' | Day): Day => {
  if (composed === 'then') return Day.trusted(`${year}-07-01`)
  return composed === 'now' ? asOf : composed
}

const nobody: ReadonlyMap<string, string> = new Map()

const lastOf = (days: readonly string[], day: string): string => days.findLast((one) => one <= day) ?? ''

/** Days on which anything about a scheme changes: between two of them it is one composition. */
const changesIn = (spells: readonly Membership[]) => {
  const sorted = (days: readonly (Day | null)[]): readonly string[] =>
    [...new Set(days.flatMap((day) => (day === null ? [] : [day])))].toSorted()
  const dated = sorted(spells.flatMap(({ from, until }) => [from, until]))
  const learned = sorted(spells.map(({ knownOn }) => knownOn))
  return (on: Day, asOf: Day): string => `${lastOf(dated, on)} ${lastOf(learned, asOf)}`
}

const read = async (db: ReadDb, { id, picture }: ReferenceOn): Promise<Groups> => {
  const rules = await aggregationRules(db, id)
  const schemes = new Map((await schemesOf(db, id, null)).map((one) => [one.code, one]))
  const spells = await membershipsOf(db, id, null)
  const named = await groupNamesOf(db, id, null)
  const names = named.map(({ scheme, code }) => `${scheme}/${code}`)
  const byScheme = Map.groupBy(spells, ({ scheme }) => scheme)
  const known = new Set(names)
  const byGroup = Map.groupBy(spells, ({ scheme, group }) => `${scheme}/${group}`)
  const changes = new Map([...byScheme].map(([scheme, own]) => [scheme, changesIn(own)]))
  const members = new Map<string, readonly string[]>()
  const regions = new Map<string, ReadonlyMap<string, string>>()
  const compositions = new Map<string, Composition>()

  const stretchOf = (scheme: string, on: Day, asOf: Day): string => changes.get(scheme)?.(on, asOf) ?? ''
  /** What tells a group, and the regions that everybody is in, from those of other days. */
  const keysOf = (group: string, scheme: string | null, on: Day, asOf: Day) => ({
    groupKey: `${group} ${stretchOf(group.split('/')[0] ?? '', on, asOf)}`,
    regionKey: scheme === null ? '' : `${scheme} ${stretchOf(scheme, on, asOf)}`,
  })
  const kept = <Value>(from: Map<string, Value>, key: string, make: () => Value): Value => {
    const standing = from.get(key)
    if (standing !== undefined) return standing
    const made = make()
    from.set(key, made)
    return made
  }
  const schemeOf = (group: string): Scheme | null =>
    known.has(group) ? (schemes.get(group.split('/')[0] ?? '') ?? null) : null

  return {
    picture,
    rules,
    ruleFor: (selection) => inForce(rules, selection),
    all: names,
    lists: [...schemes.values()].flatMap((scheme) =>
      named
        .filter((one) => one.scheme === scheme.code)
        .map(({ code, names: said }) => ({
          ...{ scheme, code, names: said },
          spells: byGroup.get(`${scheme.code}/${code}`) ?? [],
        })),
    ),
    schemeOf,
    stretch: (...asked) => Object.values(keysOf(...asked)).join('|'),
    composition: (group, scheme, on, asOf) => {
      const { groupKey, regionKey } = keysOf(group, scheme, on, asOf)
      return kept(compositions, `${groupKey}|${regionKey}`, () => ({
        members: kept(members, groupKey, () => [
          ...new Set((byGroup.get(group) ?? []).filter((one) => belongs(one, on, asOf)).map(({ member }) => member)),
        ]),
        regions:
          scheme === null
            ? nobody
            : kept(
                regions,
                regionKey,
                () =>
                  new Map(
                    (byScheme.get(scheme) ?? [])
                      .filter((one) => belongs(one, on, asOf))
                      .map((one) => [one.member, one.group]),
                  ),
              ),
      }))
    },
  }
}

/** The newest few: several databases in one process each have their own. */
const standing = new Map<string, Groups>()

/** The groups and rules of the reference data of that day. */
export const groupsIn = async (db: ReadDb, asOf: Day): Promise<Groups> => {
  const reference = await referenceOn(db, asOf)
  const { picture } = reference
  const found = standing.get(picture)
  if (found !== undefined) return found
  const made = await read(db, reference)
  if (standing.size > 3) standing.delete(standing.keys().next().value ?? '')
  standing.set(picture, made)
  return made
}

/**
 * The groups of these schemes, or with null of all, in the order of the schemes; each with its members on a day, as far
 * as was known on `asOf`: by the reference data of that day. A member is an economy, or a former one that is no area.
 */
export const groupsOf = async (
  db: ReadDb,
  schemes: readonly string[] | null,
  on: Day,
  asOf: Day,
): Promise<readonly Group[]> =>
  (await groupsIn(db, asOf)).lists
    .filter(({ scheme }) => schemes === null || schemes.includes(scheme.code))
    .map(({ spells, ...group }) => ({ ...group, members: spells.filter((one) => belongs(one, on, asOf)) }))
