import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { type Series, selectionKey } from '#statistics/core'
import { type Ask, type Basis, basesOf, membersAt, world } from './bases.ts'
import { calibrationInForce, type Standing } from './calibrations.ts'
import {
  type Assessment,
  assess,
  baselineIn,
  economyForecaster,
  type Forecast,
  forecastGroup,
  type Question,
  unitOf,
} from './core/index.ts'
import { groupsOf, publishedWorldOf, seriesOf } from './neighbours/statistics.ts'

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
  readonly series: Series
  readonly observations: Basis['observations']
  /** The paces that the one that is needed was compared with. */
  readonly paces: Basis['paces']
}

/** The answers in the order of the asks, and the calibration that they come from. */
export type Answers = { readonly calibration: Standing; readonly answers: readonly Answer[] }

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
    const { line, observations, paces } = basis
    return [
      {
        ...{ ask, area: placedAsk.area, question, assessment },
        ...{ fan: fanOf(question, forecast), line, series: definition, observations, paces },
      },
    ]
  })
  return { calibration, answers }
}
