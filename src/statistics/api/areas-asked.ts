import { type ApiLook, type Objection, unknownValue } from '#platform'
import { groupsIn } from '../aggregates-groups.ts'
import { areasNamed } from '../core/finding-area.ts'
import { everybodyIn } from '../finding-area.ts'

/** The first of these that is no code of an area, with the areas that it may mean: by name in any language as well. */
export const strangeArea = async (
  { db, asOf }: ApiLook,
  parameter: string,
  codes: readonly string[],
  kind: 'area' | 'economy' | 'group',
  status: 400 | 404 = 400,
): Promise<Objection | null> => {
  const { areas, groups, spellings } = await everybodyIn(db, asOf)
  const isGroup = (code: string): boolean => groups.includes(code)
  const fits = (code: string): boolean =>
    kind === 'group'
      ? isGroup(code)
      : areas.get(code)?.kind === 'economy' || (kind === 'area' && (isGroup(code) || areas.has(code)))
  const strange = codes.find((code) => !fits(code))
  return strange === undefined
    ? null
    : unknownValue(parameter, strange, areasNamed(strange, spellings, 12).areas.filter(fits).slice(0, 3), status)
}

/** The members of groups, as of the day that is asked about. */
export const membersOf = async ({ db, asOf }: ApiLook, groups: readonly string[]): Promise<readonly string[]> => {
  const known = await groupsIn(db, asOf)
  return [...new Set(groups.flatMap((group) => known.composition(group, null, asOf, asOf).members))]
}
