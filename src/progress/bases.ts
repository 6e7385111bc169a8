import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { isGroup, type Observation, type Path, type Selection, selectionKey } from '#statistics/core'
import type { Standing } from './calibrations.ts'
import { type Member, observedIn, type Paces, type PeerTable, type Question } from './core/index.ts'
import { aggregatesOf, type GroupMember, membersOfGroups, pathsOf } from './neighbours/statistics.ts'
import { ownTablesOf } from './own-tables.ts'

/** What is asked: one line of the statistics for an economy, a group (`scheme/code`) or `world`, towards a target or none. */
export type Ask = {
  readonly selection: Selection
  readonly area: string
  readonly target: Question['target']
  /** Null: the direction of the series, and to reach the target. */
  readonly wanted: Pick<Question, 'direction' | 'goal'> | null
}

/** The area that stands for the world: the group with the custodian's own figures where there is one, else any list's. */
export const world = 'world'

/** What an ask rests on. `line`: whose a group's is, the custodian's, or ours where it has none; null for an economy. */
export type Basis = {
  readonly path: Path
  /** What was published for the area itself, with bounds, breaks and gaps: for a drawing. Empty where the line is ours. */
  readonly observations: readonly Observation[]
  readonly members: readonly GroupMember[] | null
  readonly line: 'custodian' | 'computed' | null
  readonly indicator: string | null
  readonly peers: PeerTable | null
  readonly paces: Paces | null
}

/** The calibration's name of a selection, or null. */
const indicatorOf = ({ manifest }: Standing, selection: Selection): string | null => {
  const all = [manifest.lender, ...manifest.others]
  const key = selectionKey(selection)
  return all.find((one) => one.selection !== null && selectionKey(one.selection) === key)?.indicator ?? null
}

const tablesFor = (calibration: Standing, selection: Selection, observations: readonly Observation[]) => {
  const indicator = indicatorOf(calibration, selection)
  const shipped = indicator === null ? undefined : calibration.peers.get(indicator)
  const isLender = indicator === calibration.calibration.indicator
  const needsOwn = shipped === undefined || !isLender
  const own = needsOwn ? ownTablesOf(observations) : null
  return {
    indicator,
    peers: shipped ?? own?.peers ?? null,
    paces: isLender ? calibration.paces : (own?.paces ?? null),
  }
}

/** A group's line has one publisher: the custodian's figures where there are any, else ours. */
const lineOf = (figures: Awaited<ReturnType<typeof aggregatesOf>>[number] | undefined) => {
  const all = figures?.figures ?? []
  const published = all.flatMap(({ headline }) => (headline?.by === 'custodian' ? [headline.observation] : []))
  if (published.length > 0) return { path: observedIn(published), observations: published, line: 'custodian' as const }
  const ours = all.flatMap(({ year, headline }) =>
    headline?.by === 'computed' ? [{ year, value: headline.value }] : [],
  )
  return {
    path: { years: ours.map(({ year }) => year), values: ours.map(({ value }) => value) },
    observations: [],
    line: 'computed' as const,
  }
}

/** The weight of a year, or of the last year before it that has one. */
const weightAt = (weights: ReadonlyMap<number, number>, year: number): number | null => {
  const known = [...weights.keys()].filter((one) => one <= year)
  return known.length === 0 ? null : (weights.get(Math.max(...known)) ?? null)
}

export const membersAt = (members: readonly GroupMember[], last: number, year: number): readonly Member[] =>
  members.map(({ path, weights }) => ({
    observations: path,
    weight: weightAt(weights, last),
    weightTarget: weightAt(weights, year),
  }))

/** What the asks need of the statistics: all of it in a few questions. */
export const basesOf = async (
  db: ReadDb,
  asks: readonly Ask[],
  asOf: Day,
  calibration: Standing,
): Promise<readonly Basis[]> => {
  const byKey = new Map(asks.map(({ selection }) => [selectionKey(selection), selection]))
  const paths = await pathsOf(db, [...byKey.values()], null, asOf)
  const groups = asks.filter(({ area }) => isGroup(area)).map(({ selection, area }) => ({ selection, group: area }))
  const figures = groups.length === 0 ? [] : await aggregatesOf(db, groups, asOf, 'now')
  const members = groups.length === 0 ? [] : await membersOfGroups(db, groups, asOf, asOf)
  const byArea = new Map([...paths].map(([key, all]) => [key, Map.groupBy(all, ({ area }) => area as string)] as const))
  let nth = -1
  return asks.map(({ selection, area }) => {
    const all = paths.get(selectionKey(selection)) ?? []
    const tables = tablesFor(calibration, selection, all)
    if (!isGroup(area)) {
      const own = byArea.get(selectionKey(selection))?.get(area) ?? []
      return { path: observedIn(own), observations: own, members: null, line: null, ...tables }
    }
    nth += 1
    return { ...lineOf(figures[nth]), members: members[nth] ?? [], ...tables }
  })
}
