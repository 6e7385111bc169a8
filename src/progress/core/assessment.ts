import { fewestObservations, latestIn, longestHorizon, sinceStart, staleAfter } from '#statistics/core'
import type { Assessment, Forecaster, NotAssessed, Projection, SecondOpinion, Status } from './assessment-said.ts'
import { complementOf, projectedByLine } from './combined.ts'
import type { Forecast } from './forecast.ts'
import { complementOf as complementLabels, officialLabels } from './labels.ts'
import { distanceCovered, isMet, timeElapsed, wasMetAlready } from './met.ts'
import { feasibilityOf, type Paces } from './paces.ts'
import type { Point, Question } from './question.ts'
import { chanceOf, isMovingAway, standingOf } from './standing.ts'

const farFrom = 9
const shortBelow = 6

const nothingKnown: Assessment = {
  status: 'not assessed',
  reason: 'no-data',
  met: null,
  latest: null,
  baseline: null,
  labels: null,
  complement: null,
  distanceCovered: null,
  timeElapsed: null,
  projection: null,
  secondOpinion: null,
  feasibility: null,
}

const baselineOf = ({ baseline, baselineFromSeries, observations: { years, values } }: Question) => {
  if (baseline !== null) return { ...baseline, from: 'given' as const }
  const [year, value] = [years[0], values[0]]
  if (!baselineFromSeries || years.length < 2 || year === undefined || value === undefined) return null
  return { year, value, from: 'series' as const }
}

/** What is said before anything is projected: met, the official labels, the way and the time behind. */
const factsOf = (question: Question, latest: Point): Assessment => {
  const { unit, direction, target } = question
  const baseline = baselineOf(question)
  const met = target === null ? null : isMet(latest.value, target.value, question)
  const labelled = { ...question, baseline, latest, met }
  const labels = officialLabels(labelled)
  return {
    ...nothingKnown,
    reason: null,
    met,
    latest,
    baseline,
    labels,
    complement: unit === 'percent' ? complementLabels(labelled, labels) : null,
    distanceCovered: distanceCovered(baseline, latest, target, direction),
    timeElapsed: timeElapsed(baseline, latest, target),
  }
}

/** How many observations a projection can use: of a percentage, those from where it started (progress.md, 6). */
export const usableIn = ({ unit, direction, observations }: Question): number =>
  unit === 'percent'
    ? sinceStart(direction === 'down' ? complementOf(observations) : observations).years.length
    : observations.years.length

/** Why nothing is projected `ahead` years, though it is asked for; the first reason that holds. */
const noProjection = (question: Question, latest: Point, ahead: number): NotAssessed | null => {
  if (question.asOf - latest.year > staleAfter) return 'stale'
  if (usableIn(question) < fewestObservations) return 'too-few-observations'
  return ahead > longestHorizon ? 'horizon-too-long' : null
}

const projectionOf = (question: Question, target: Point, ahead: number, forecast: Forecast): Projection => ({
  year: target.year,
  horizon: ahead,
  method: forecast.method,
  value: forecast.value,
  ...forecast.interval,
  shortSeries: usableIn(question) < shortBelow,
  farHorizon: ahead >= farFrom,
  calibrationN: forecast.calibrationN,
  calibrated: forecast.calibratedOn === 'indicator',
  calibratedOn: forecast.calibratedOn,
  widened: forecast.widened,
  ownTrend: forecast.parts?.own ?? null,
  peerMedian: forecast.parts?.others ?? null,
  p: chanceOf(question, target.value, forecast),
})

const paceNeeded = (question: Question, latest: Point, target: Point, ahead: number, paces: Paces | null) => {
  const { unit, goal, direction } = question
  if (unit !== 'percent' || goal !== 'reach' || direction === 'none') return null
  const level = direction === 'up' ? latest.value : 100 - latest.value
  return feasibilityOf(level, Math.abs(target.value - latest.value) / ahead, paces)
}

const lineOf = (question: Question, target: Point, status: Status): SecondOpinion | null => {
  const value = projectedByLine(question.observations, target.year, question.unit)
  if (value === null) return null
  const reaches = isMet(value, target.value, question)
  const adverse = status === 'unlikely' || status === 'moving away'
  const agrees = status === 'likely' ? reaches : adverse ? !reaches : null
  return { method: 'linear-5', value, reaches, agrees }
}

/**
 * Where an indicator stands towards a target (progress.md, 2): the first rule that holds decides. `paces` null: feasibility
 * says that there is no table. Pure: the same question, calibration and paces always give the same answer.
 */
export const assess = (question: Question, paces: Paces | null, forecaster: Forecaster): Assessment => {
  const { unit, direction, goal, target, observations } = question
  const latest = latestIn(observations)
  if (latest === null) return nothingKnown
  if (unit === 'percent' && observations.values.some((value) => value < 0 || value > 100))
    return { ...nothingKnown, reason: 'outside-scale' }
  const facts = factsOf(question, latest)
  if (target === null) return { ...facts, reason: 'no-target' }
  if (direction === 'none' && goal === 'reach') return { ...facts, reason: 'no-direction' }
  const ahead = target.year - latest.year
  // What is to be kept is met today, and may be lost: it is still projected.
  if (facts.met === true && (goal === 'reach' || ahead <= 0)) return { ...facts, status: 'met' }
  if (ahead <= 0) return { ...facts, reason: 'target-year-passed' }
  const reason = noProjection(question, latest, ahead)
  const forecast = reason === null ? forecaster(question, ahead) : null
  if (forecast === null)
    return facts.met === true ? { ...facts, status: 'met' } : { ...facts, reason: reason ?? 'no-errors-known' }
  const projection = projectionOf(question, target, ahead, forecast)
  const away = isMovingAway({
    pace: forecast.pace,
    chance: projection.p,
    latest,
    baseline: facts.baseline,
    target,
    direction,
    wasMet: wasMetAlready(facts.baseline, target, direction),
    covered: facts.distanceCovered,
    elapsed: facts.timeElapsed,
  })
  const status = facts.met === true ? 'met' : standingOf(projection.p, away)
  return {
    ...facts,
    status,
    projection,
    secondOpinion: lineOf(question, target, status),
    feasibility: paceNeeded(question, latest, target, ahead, paces),
  }
}
