import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { isGroup, type Observation, type Path, type Selection, selectionKey } from '#statistics/core'
import { calibrationInForce, type Standing } from './calibrations.ts'
import {
  type Assessment,
  assess,
  baselineIn,
  economyForecaster,
  type Forecast,
  forecastGroup,
  type Member,
  observedIn,
  type Paces,
  type PeerTable,
  type Question,
  unitOf,
} from './core/index.ts'
import {
  aggregatesOf,
  type GroupMember,
  groupsOf,
  membersOfGroups,
  pathsOf,
  publishedWorldOf,
  seriesOf,
} from './neighbours/statistics.ts'
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

/** The answer with what it rests on. `fan`: the projection of each year up to the target's, or to 10 years ahead without one. */
export type Answer = {
  readonly ask: Ask
  /** The area that it is about: of `world`, the code of its group. */
  readonly area: string
  readonly question: Question
  readonly assessment: Assessment
  readonly fan: readonly (Pick<Forecast, 'method' | 'value' | 'interval' | 'calibratedOn' | 'widened'> & {
    readonly year: number
  })[]
  /** Whose line a group's is: the custodian's, or ours where the custodian has none. Null for an economy. */
  readonly line: 'custodian' | 'computed' | null
}

/** The answers in the order of the asks, and the calibration that they come from. */
export type Answers = { readonly calibration: Standing; readonly answers: readonly Answer[] }

type Basis = {
  readonly path: Path
  readonly members: readonly GroupMember[] | null
  readonly line: Answer['line']
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
  if (published.length > 0) return { path: observedIn(published), line: 'custodian' as const }
  const ours = all.flatMap(({ year, headline }) =>
    headline?.by === 'computed' ? [{ year, value: headline.value }] : [],
  )
  return {
    path: { years: ours.map(({ year }) => year), values: ours.map(({ value }) => value) },
    line: 'computed' as const,
  }
}

/** The weight of a year, or of the last year before it that has one. */
const weightAt = (weights: ReadonlyMap<number, number>, year: number): number | null => {
  const known = [...weights.keys()].filter((one) => one <= year)
  return known.length === 0 ? null : (weights.get(Math.max(...known)) ?? null)
}

const membersAt = (members: readonly GroupMember[], last: number, year: number): readonly Member[] =>
  members.map(({ path, weights }) => ({
    observations: path,
    weight: weightAt(weights, last),
    weightTarget: weightAt(weights, year),
  }))

const forecastBy = (calibration: Standing, { members, peers }: Basis) => {
  const economy = economyForecaster({
    calibration: calibration.calibration,
    peers: new Map(peers === null ? [] : [['own', peers]]),
  })
  return (question: Question, ahead: number): Forecast | null => {
    // Only percentages have a method for groups; a group's count or price goes on by its own trend.
    if (members === null || question.unit !== 'percent') return economy(question, ahead)
    const last = question.observations.years.at(-1) ?? 0
    return forecastGroup(question.observations, ahead, {
      direction: question.direction,
      // An indicator without a name here has no errors of groups of its own: they are lent to it.
      indicator: question.indicator ?? '',
      members: membersAt(members, last, last + ahead),
      peers,
      calibration: calibration.calibration,
    })
  }
}

const fanOf = (question: Question, forecast: ReturnType<typeof forecastBy>): Answer['fan'] => {
  const { years } = question.observations
  const last = years.at(-1)
  if (last === undefined || years.length < 4) return []
  const until = Math.min(question.target?.year ?? last + 10, last + 10)
  return Array.from({ length: Math.max(0, until - last) }, (_, at) => at + 1).flatMap((ahead) => {
    const one = forecast(question, ahead)
    if (one === null) return []
    const { method, value, interval, calibratedOn, widened } = one
    return [{ year: last + ahead, method, value, interval, calibratedOn, widened }]
  })
}

/** What the asks need of the statistics: all of it in a few questions. */
const basesOf = async (
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
      return { path: observedIn(own), members: null, line: null, ...tables }
    }
    nth += 1
    return { ...lineOf(figures[nth]), members: members[nth] ?? [], ...tables }
  })
}

/** The asks with the world of each by its code. Without any list of the world, such an ask stays as it is and finds nothing. */
const placed = async (db: ReadDb, asks: readonly Ask[], asOf: Day): Promise<readonly Ask[]> => {
  const asked = asks.filter(({ area }) => area === world).map(({ selection }) => selection)
  if (asked.length === 0) return asks
  const published = await publishedWorldOf(db, asked, asOf)
  const any = (await groupsOf(db, null, asOf, asOf)).find(({ scheme }) => scheme.world)
  const usual = any === undefined ? world : `${any.scheme.code}/${any.code}`
  return asks.map((ask) =>
    ask.area === world ? { ...ask, area: published.get(selectionKey(ask.selection))?.area ?? usual } : ask,
  )
}

/** Answers all asks as known on a day, with the calibration in force then; null before any calibration was loaded. */
export const assessAll = async (db: ReadDb, given: readonly Ask[], asOf: Day): Promise<Answers | null> => {
  const calibration = await calibrationInForce(db, asOf)
  if (calibration === null) return null
  const asks = await placed(db, given, asOf)
  const series = await seriesOf(db, [...new Set(asks.map(({ selection }) => selection.series))], asOf)
  const bases = await basesOf(db, asks, asOf, calibration)
  const answers = asks.flatMap((placedAsk, at) => {
    const ask = given[at] ?? placedAsk
    const [basis, definition] = [bases[at], series.get(ask.selection.series)]
    if (basis === undefined || definition === undefined) return []
    const question: Question = {
      unit: unitOf(definition),
      direction: ask.wanted?.direction ?? definition.better ?? 'none',
      goal: ask.wanted?.goal ?? 'reach',
      tolerance: 0,
      baseline: baselineIn(basis.path),
      baselineFromSeries: false,
      target: ask.target,
      observations: basis.path,
      asOf: Number(asOf.slice(0, 4)),
      indicator: basis.indicator,
      peers: basis.peers === null ? null : 'own',
      method: null,
    }
    const forecast = forecastBy(calibration, basis)
    const assessment = assess(question, basis.paces, forecast)
    return [{ ask, area: placedAsk.area, question, assessment, fan: fanOf(question, forecast), line: basis.line }]
  })
  return { calibration, answers }
}
