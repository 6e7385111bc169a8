import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { isGroup, type Observation, type Path, type Selection, type Series, selectionKey } from '#statistics/core'
import { type GapAs, type Member, type Question, sinceBreak } from './core/index.ts'
import { breaksIn, cutAt } from './member-breaks.ts'
import { aggregatesOf, type GroupMember, membersOfGroups, pathsOf } from './neighbours/statistics.ts'

/** The gap between an ask's own line and another one, as a question of its own. */
export type Gap = { readonly other: Selection; readonly as: GapAs }

/** What is asked: one line of the statistics for an economy, a group (`scheme/code`) or `world`, towards a target or none. */
export type Ask = {
  readonly selection: Selection
  readonly area: string
  readonly target: Question['target']
  /** Null: the direction of the series, and to reach the target. Of a gap: that it closes. */
  readonly wanted: Pick<Question, 'direction' | 'goal'> | null
  readonly gap?: Gap | undefined
}

/** The area that stands for the world: the group with the custodian's own figures where there is one, else any list's. */
export const world = 'world'

/** `not-aggregated`: by the method of the series no figure of a group is computed. `too-thin`: what was observed of the members is too little. */
export type Lacking = 'not-aggregated' | 'too-thin'

/** What an ask rests on. `line`: whose a group's is, the custodian's, or ours where it has none; null for an economy. */
export type Basis = {
  /** Since the last break. */
  readonly path: Path
  /** The year of the break before which nothing is used; null where there is none. Of our own lines nothing is known of breaks. */
  readonly breakIn: number | null
  /** What was published for the area itself, with bounds, breaks and gaps: for a drawing. Empty where the line is ours. */
  readonly observations: readonly Observation[]
  readonly members: readonly GroupMember[] | null
  readonly line: 'custodian' | 'computed' | null
  /** Why a line of ours has no figure although members were observed; null where it has one, or where none was. */
  readonly lacking: Lacking | null
  /** All areas of the line: what its own tables are made from. */
  readonly everybody: readonly Observation[]
}

/** One line of an area. */
export type Line = Pick<Ask, 'selection' | 'area'>

type Figures = Awaited<ReturnType<typeof aggregatesOf>>[number]

/** A group's line has one publisher: the custodian's figures where there are any, else ours. */
const lineOf = (
  figures: Figures | undefined,
  sinceYear: number | null,
): Omit<Basis, 'members' | 'everybody' | 'lacking'> => {
  const all = figures?.figures ?? []
  const published = all.flatMap(({ headline }) => (headline?.by === 'custodian' ? [headline.observation] : []))
  if (published.length > 0)
    return { ...sinceBreak(published, sinceYear), observations: published, line: 'custodian' as const }
  const ours = all.flatMap(({ year, headline }) =>
    headline?.by === 'computed' && (sinceYear === null || year >= sinceYear) ? [{ year, value: headline.value }] : [],
  )
  return {
    path: { years: ours.map(({ year }) => year), values: ours.map(({ value }) => value) },
    breakIn: null,
    observations: [],
    line: 'computed' as const,
  }
}

const lackingIn = (figures: Figures | undefined): Lacking =>
  figures?.method == null || figures.method.kind === 'none' ? 'not-aggregated' : 'too-thin'

const isAnyKnown = (observations: readonly Observation[]): boolean =>
  observations.some(({ value }) => value.kind === 'known')

/** The weight of a year, or of the last year before it that has one. */
const weightAt = (weights: ReadonlyMap<number, number>, year: number): number | null => {
  const own = weights.get(year)
  if (own !== undefined) return own
  let latest: number | null = null
  for (const one of weights.keys()) if (one <= year && (latest === null || one > latest)) latest = one
  return latest === null ? null : (weights.get(latest) ?? null)
}

export const membersAt = (members: readonly GroupMember[], last: number, year: number): readonly Member[] =>
  members.map(({ path, weights }) => ({
    observations: path,
    weight: weightAt(weights, last),
    weightTarget: weightAt(weights, year),
  }))

/** What the lines need of the statistics, in their order: all of it in a few questions. A line that comes twice is read once. */
export const basesOf = async (
  db: ReadDb,
  lines: readonly Line[],
  asOf: Day,
  series: ReadonlyMap<string, Series>,
): Promise<readonly Basis[]> => {
  const nameOf = ({ selection, area }: Line): string => `${selectionKey(selection)}|${area}`
  const names = lines.map(nameOf)
  const distinct = new Map(lines.map((line, at) => [names[at] ?? '', line]))
  const bases = await distinctBasesOf(db, [...distinct.values()], asOf, series)
  const found = new Map([...distinct.keys()].map((name, at) => [name, bases[at]]))
  return names.map((name) => {
    const basis = found.get(name)
    if (basis === undefined) throw new Error(`Nothing was read for ${name}`)
    return basis
  })
}

/** By area, found once for observations that are kept and asked about for one area after another. */
const grouped = new WeakMap<readonly Observation[], ReadonlyMap<string, readonly Observation[]>>()
const byAreaOf = (all: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> => {
  const found = grouped.get(all) ?? Map.groupBy(all, ({ area }) => area as string)
  grouped.set(all, found)
  return found
}

const distinctBasesOf = async (
  db: ReadDb,
  lines: readonly Line[],
  asOf: Day,
  series: ReadonlyMap<string, Series>,
): Promise<readonly Basis[]> => {
  const byKey = new Map(lines.map(({ selection }) => [selectionKey(selection), selection]))
  const paths = await pathsOf(db, [...byKey.values()], null, asOf)
  const groups = lines.filter(({ area }) => isGroup(area)).map(({ selection, area }) => ({ selection, group: area }))
  const figures = groups.length === 0 ? [] : await aggregatesOf(db, groups, asOf, 'now')
  const members = groups.length === 0 ? [] : await membersOfGroups(db, groups, asOf, asOf)
  const byArea = new Map([...paths].map(([key, all]) => [key, byAreaOf(all)] as const))
  const aggregated = new Map(groups.map(({ selection }) => [selectionKey(selection), selection.series]))
  const breaks = new Map(
    [...aggregated].map(
      ([key, code]) => [key, breaksIn(paths.get(key) ?? [], series.get(code)?.sinceYear ?? null)] as const,
    ),
  )
  let nth = -1
  return lines.map(({ selection, area }) => {
    const key = selectionKey(selection)
    const everybody = paths.get(key) ?? []
    const sinceYear = series.get(selection.series)?.sinceYear ?? null
    if (!isGroup(area)) {
      const observations = byArea.get(key)?.get(area) ?? []
      return {
        ...sinceBreak(observations, sinceYear),
        observations,
        members: null,
        line: null,
        lacking: null,
        everybody,
      }
    }
    nth += 1
    const own = lineOf(figures[nth], sinceYear)
    const isObserved = (members[nth] ?? []).some(({ code }) => isAnyKnown(byArea.get(key)?.get(code) ?? []))
    return {
      ...own,
      lacking: own.path.years.length > 0 || !isObserved ? null : lackingIn(figures[nth]),
      members: cutAt(members[nth] ?? [], breaks.get(key) ?? new Map()),
      everybody,
    }
  })
}
