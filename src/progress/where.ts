import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import {
  isGroup,
  latestIn as latestOfPath,
  type Method,
  type Observation,
  type Selection,
  selectionKey,
  staleAfter,
} from '#statistics/core'
import { type Answer, assessAll } from './assessing.ts'
import { type Ask, world } from './bases.ts'
import {
  type Direction,
  type MissingIn,
  missingTo,
  observedIn,
  type Peopled,
  type Point,
  type Question,
} from './core/index.ts'
import { aggregatesOf, membersOfGroups, pathsOf, seriesOf } from './neighbours/statistics.ts'

/** What all areas are held against alike: a line, a number and a year, and which way is better. */
export type HeldAll = Pick<Ask, 'selection' | 'target' | 'wanted'>

/** What is known of every area: the world first, then the groups and economies that were asked for, each by its code. */
export type Everywhere = {
  readonly world: Answer | null
  readonly areas: ReadonlyMap<string, Answer>
}

/** The same question asked of the world and of each of these areas. */
export const everywhere = async (
  db: ReadDb,
  held: HeldAll,
  areas: readonly string[],
  asOf: Day,
): Promise<Everywhere | null> => {
  const asks = [world, ...areas].map((area): Ask => ({ ...held, area }))
  const answered = await assessAll(db, asks, asOf)
  if (answered === null) return null
  return {
    world: answered.answers.find(({ ask }) => ask.area === world) ?? null,
    areas: new Map(answered.answers.flatMap((one) => (one.ask.area === world ? [] : [[one.ask.area, one] as const]))),
  }
}

/** Why nobody can say how many people are missing. `not-people`: what weighs the line is no number of people. */
export type NoPeople = { readonly kind: 'no-weight'; readonly method: Method | null } | { readonly kind: 'not-people' }

/** An economy as it is counted: its latest value, and the year of the number of people. `estimated`: by the publisher of the value. */
export type Counted = Peopled & {
  readonly estimated: boolean
  readonly old: boolean
  readonly weightYear: number | null
}

/** Where it must happen: who is missing to the number in each economy, in which group, and how many people that is. */
export type Where = MissingIn<Counted> & {
  /** The group whose members are looked at: the world's, or the group asked about. */
  readonly group: string
  /** To what they are counted, in per cent. `number`: the one that it is held against; `all`: there is none, so everybody. */
  readonly limit: { readonly value: number; readonly of: 'number' | 'all' }
  readonly direction: 'up' | 'down'
  /** The series that says how many people there are, and the last year that it was taken of; null without one. */
  readonly weight: (Selection & { readonly year: number }) | null
  readonly noPeople: NoPeople | null
  /** The part of the people of all members that is of members with a figure: a fraction; null where nobody is counted. */
  readonly covered: number | null
  /** How many of those that fall short have no value of the last five years. */
  readonly old: number
  /** Members of which there is no figure. */
  readonly without: readonly string[]
}

const persons = 'PS'

const lastUntil = (weights: ReadonlyMap<number, number>, year: number) =>
  [...weights].filter(([one, value]) => one <= year && value > 0).toSorted(([a], [b]) => b - a)[0] ?? null

const limitOf = ({ target }: Question, direction: Direction): Where['limit'] =>
  target === null ? { value: direction === 'down' ? 0 : 100, of: 'all' } : { value: target.value, of: 'number' }

/** A line for the members of a group. */
export type GroupLine = { readonly selection: Selection; readonly group: string }

/** The latest value of each economy, by its code, and whether its publisher estimated it. */
export type LatestOf = (code: string) => (Point & { readonly estimated: boolean }) | null

const madeUp: ReadonlySet<string | null> = new Set(['E', 'M'])

const withNature = (latest: Point | null, observations: readonly Observation[]): ReturnType<LatestOf> =>
  latest === null
    ? null
    : { ...latest, estimated: observations.some(({ year, nature }) => year === latest.year && madeUp.has(nature)) }

export const latestFrom =
  ({ areas }: Everywhere): LatestOf =>
  (code) => {
    const answer = areas.get(code)
    return answer === undefined ? null : withNature(answer.assessment.latest, answer.observations)
  }

/** The same without any assessment: for a page that says where and not when. */
export const latestIn = async (db: ReadDb, selection: Selection, asOf: Day): Promise<LatestOf> => {
  const paths = await pathsOf(db, [selection], null, asOf)
  const byArea = Map.groupBy(paths.get(selectionKey(selection)) ?? [], ({ area }) => area as string)
  return (code) => {
    const own = byArea.get(code) ?? []
    return withNature(latestOfPath(observedIn(own)), own)
  }
}

/** Null where the line is no share of a whole, or nobody says which way is better: then nobody is missing. */
export const whereOf = async (db: ReadDb, question: Question, ask: GroupLine, latestOf: LatestOf, asOf: Day) => {
  const { unit, direction } = question
  if (unit !== 'percent' || direction === 'none') return null
  const { group } = ask
  const [line = null] = await aggregatesOf(db, [{ ...ask, years: [] }], asOf, 'now')
  const [members = []] = await membersOfGroups(db, [ask], asOf, asOf)
  const series =
    line?.weight == null ? undefined : (await seriesOf(db, [line.weight.series], asOf)).get(line.weight.series)
  const isPeople = series?.unit === persons
  const asked = Number(asOf.slice(0, 4))
  const known = members.map(({ code, weights }) => ({ code, last: isPeople ? lastUntil(weights, asked) : null }))
  const counted = known.flatMap(({ code, last }): Counted[] => {
    const latest = latestOf(code)
    if (latest === null) return []
    const old = asked - latest.year > staleAfter
    return [{ area: code, ...latest, old, weight: last?.[1] ?? null, weightYear: last?.[0] ?? null }]
  })
  const people = known.reduce((sum, { last }) => sum + (last?.[1] ?? 0), 0)
  const ofCounted = counted.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
  const limit = limitOf(question, direction)
  const years = known.flatMap(({ last }) => last?.[0] ?? [])
  const there = new Set(counted.map(({ area }) => area))
  const found = missingTo(counted, limit.value, direction)
  return {
    ...found,
    covered: people === 0 ? null : ofCounted / people,
    old: found.rows.filter(({ old }) => old).length,
    group,
    limit,
    direction,
    // Where nobody's people were known on that day, nothing was weighed.
    weight: isPeople && line?.weight != null && years.length > 0 ? { ...line.weight, year: Math.max(...years) } : null,
    noPeople: isPeople
      ? null
      : line?.weight == null
        ? { kind: 'no-weight' as const, method: line?.method ?? null }
        : { kind: 'not-people' as const },
    without: members.flatMap(({ code }) => (there.has(code) ? [] : [code])),
  } satisfies Where
}

/** The group whose members are looked at when this area is asked about: itself, or the world's. */
export const groupAround = (area: string, someWorld: string): string => (isGroup(area) ? area : someWorld)
