import { type Selection, type Series, selectionKey } from '#statistics/core'
import { type Ask, type Basis, membersAt } from './bases.ts'
import type { Standing } from './calibrations.ts'
import {
  type Assessment,
  assess,
  baselineIn,
  closed,
  economyForecaster,
  type Forecast,
  type Forecaster,
  forecastGroup,
  type GapAs,
  gapOf,
  type Question,
  unitOf,
} from './core/index.ts'
import { type Tables, tablesFor } from './tables.ts'

/** Who is ahead in a gap, in the latest year with both; both null where neither is. */
export type GapSaid = { readonly as: GapAs; readonly ahead: Selection | null; readonly behind: Selection | null }

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
  readonly line: Basis['line']
  /** Why a group's line has no figure although its members were observed; of a gap, why one of its two lines has none. */
  readonly lacking: Basis['lacking']
  readonly series: Series
  readonly observations: Basis['observations']
  /** The break that the answer looks no further back than: observations before it are shown and not used. Null: there is none. */
  readonly breakIn: number | null
  /** The paces that the one that is needed was compared with. */
  readonly paces: Tables['paces']
  /** Whose cases it was compared with: of a day before the calibration, what its own economies had made by then. */
  readonly tables: Tables['from']
  /** Null: it is about a line, and not about a gap between two. */
  readonly gap: GapSaid | null
}

/** An ask with everything it needs; `other` is the other line of a gap. */
export type Ready = {
  readonly ask: Ask
  readonly area: string
  readonly series: Series
  readonly basis: Basis
  readonly other: Basis | null
  readonly picture: string
  /** The year in which it is asked. */
  readonly year: number
}

const forecasterOf = (calibration: Standing, { members }: Basis, peers: Tables['peers']): Forecaster => {
  const economy = economyForecaster({
    calibration: calibration.calibration,
    peers: new Map(peers === null ? [] : [['own', peers]]),
  })
  return (question, ahead) => {
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

const fanOf = (question: Question, forecast: Forecaster): Answer['fan'] => {
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

const sourcesOf = ({ observations }: Basis) => new Map(observations.map(({ year, source }) => [year, source]))

/** Two lines are compared in years in which one source, or one way to compute them, gives both. */
const comparable = (one: Basis, other: Basis): Basis['path'] => {
  if (one.line !== other.line) return { years: [], values: [] }
  const [own, theirs] = [sourcesOf(one), sourcesOf(other)]
  const kept = one.path.years.map((year) => own.get(year) === theirs.get(year))
  return { years: one.path.years.filter((_, at) => kept[at]), values: one.path.values.filter((_, at) => kept[at]) }
}

const later = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other)

/** A gap as a question: towards none at all, on a scale of its own, with errors of nobody. */
const gapQuestion = ({ ask, basis, other, year }: Ready, gap: NonNullable<Ask['gap']>, rest: Basis) => {
  const { path, ahead } = gapOf(comparable(basis, rest), (other ?? rest).path, gap.as)
  const sides = [ask.selection, gap.other] as const
  const [high, low] = ahead === 'neither' ? [null, null] : ahead === 'one' ? sides : sides.toReversed()
  const question: Question = {
    ...closed[gap.as],
    goal: 'reach',
    tolerance: 0,
    baseline: baselineIn(path),
    baselineFromSeries: false,
    target: ask.target,
    observations: path,
    asOf: year,
    indicator: null,
    peers: null,
    method: null,
  }
  return { question, gap: { as: gap.as, ahead: high ?? null, behind: low ?? null } }
}

const lineQuestion = ({ ask, series, basis, year }: Ready, { indicator, peers }: Tables): Question => ({
  unit: unitOf(series),
  direction: ask.wanted?.direction ?? series.better ?? 'none',
  goal: ask.wanted?.goal ?? 'reach',
  tolerance: 0,
  baseline: baselineIn(basis.path),
  baselineFromSeries: false,
  target: ask.target,
  observations: basis.path,
  asOf: year,
  indicator,
  peers: peers === null ? null : 'own',
  method: null,
})

const remembering = (forecaster: Forecaster): Forecaster => {
  const known = new Map<number, Forecast | null>()
  return (question, ahead) => {
    const standing = known.get(ahead)
    if (standing !== undefined) return standing
    const made = forecaster(question, ahead)
    known.set(ahead, made)
    return made
  }
}

/** Answers asks one by one; several benchmarks of one line and area share its projections, which do not depend on them. */
export const answering = (calibration: Standing) => {
  const forecasters = new Map<string, Forecaster>()
  const sharedBy = (key: string, make: () => Forecaster): Forecaster => {
    const standing = forecasters.get(key)
    if (standing !== undefined) return standing
    const made = remembering(make())
    forecasters.set(key, made)
    return made
  }
  return (ready: Ready): Answer => {
    const { ask, area, series, basis, other, picture, year } = ready
    const { line, observations } = basis
    const key = `${selectionKey(ask.selection)}|${area}`
    if (ask.gap !== undefined && other !== null) {
      const { question, gap } = gapQuestion(ready, ask.gap, other)
      const forecast = sharedBy(`${key}|${selectionKey(ask.gap.other)}|${ask.gap.as}`, () =>
        forecasterOf(calibration, { ...basis, members: null }, null),
      )
      return {
        ...{ ask, area, question, gap, assessment: assess(question, null, forecast), fan: fanOf(question, forecast) },
        ...{ line, series, observations: [], breakIn: later(basis.breakIn, other.breakIn), paces: null },
        lacking: basis.lacking ?? other.lacking,
        tables: { peers: 'none', paces: 'none' },
      }
    }
    const direction = ask.wanted?.direction ?? series.better ?? 'none'
    const { selection } = ask
    const tabled = { selection, series, picture, unit: unitOf(series), direction, asOf: year }
    const tables = tablesFor(calibration, basis, tabled)
    const question = lineQuestion(ready, tables)
    const forecast = sharedBy(`${key}|${direction}`, () => forecasterOf(calibration, basis, tables.peers))
    return {
      ...{ ask, area, question, gap: null, assessment: assess(question, tables.paces, forecast) },
      ...{ fan: fanOf(question, forecast), line, series, observations, breakIn: basis.breakIn, lacking: basis.lacking },
      ...{ paces: tables.paces, tables: tables.from },
    }
  }
}
