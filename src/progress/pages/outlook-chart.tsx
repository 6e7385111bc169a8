import type { FC } from 'hono/jsx'
import { plainDecimal, wordsIn } from '#kernel'
import type { Say } from '#platform'
import { type Observation, projected } from '#statistics/core'
import {
  type Band,
  type Benchmark,
  ChartFigure,
  FanChart,
  type FanEnd,
  Link,
  type Point,
  type Required,
  type Scale,
  type Size,
} from '#ui'
import type { Answer } from '../assessing.ts'
import { methodVersion } from '../core/index.ts'
import type { Outlook } from '../outlook.ts'
import {
  type AnsweredPart,
  alone,
  areaText,
  calibratedOf,
  gapOf,
  measureText,
  type OtherDeadline,
  type Scribe,
  scribeOf,
} from './outlook-saying.tsx'

const madeUp: ReadonlySet<string | null> = new Set(['E', 'M'])

/** A published break stands in the status code of its value. */
const isBreak = ({ status }: Observation): boolean => status === 'B'

/** What stands before a break is shown, and nothing is concluded from it. */
const isShown = ({ value, nature, flag }: Observation): boolean =>
  value.kind === 'known' && nature !== projected && flag === null

const decimalOf = (value: number): string => value.toFixed(6)

/** What was published for the area, with its bounds, breaks and estimates; of a line of ours its values. */
export const pointsOf = ({ line, question, observations, breakIn }: Answer, say: Say): readonly Point[] => {
  if (line === 'computed' || observations.length === 0)
    return question.observations.years.map((year, at) => ({
      year,
      value: decimalOf(question.observations.values[at] ?? 0),
    }))
  return observations
    .filter(isShown)
    .flatMap((one): readonly Point[] => {
      if (one.value.kind !== 'known') return []
      const { decimal, bound } = one.value.value
      return [
        {
          year: one.year,
          value: plainDecimal(decimal),
          ...(bound === null ? {} : { bound }),
          ...(madeUp.has(one.nature) ? { estimate: true } : {}),
          ...(isBreak(one) || one.year === breakIn
            ? { breakBefore: say('progress.break', { year: String(one.year) }) }
            : {}),
        },
      ]
    })
    .toSorted((a, b) => a.year - b.year)
}

export const scaleOf = (scribe: Scribe, { outlook: { measure }, answer, say, language }: AnsweredPart): Scale => {
  if (scribe.isPercent) return { kind: 'percent' }
  if (answer.gap !== null) return { kind: 'plain', unit: say('progress.gap.unit', { as: answer.gap.as }) }
  return { kind: 'plain', unit: measure === null ? '' : wordsIn(language, measure.unit) }
}

/** So many years before the last one are drawn: enough to see where it comes from; the table has all of them. */
const drawnBefore = 26

/** The deadlines of the other edition that are not the one shown, for the same number. */
const otherMarks = ({ target }: Outlook, others: readonly OtherDeadline[]): readonly OtherDeadline[] =>
  others.filter(({ by, value }) => target !== null && by !== target.year && value === target.value)

/** First and last year of the drawing: the deadlines of both editions are on it. */
const yearsOf = (
  { answer: { fan, question }, outlook, others = [] }: AnsweredPart,
  points: readonly Point[],
): readonly [number, number] => {
  const last = points.at(-1)?.year ?? 0
  const to = Math.max(
    last,
    fan.at(-1)?.year ?? last,
    question.target?.year ?? last,
    ...otherMarks(outlook, others).map(({ by }) => by),
  )
  const from = Math.max(points[0]?.year ?? to, to - drawnBefore)
  return [from, to === from ? to + 1 : to]
}

/** The bands from the last observation on, where all of them begin. */
export const bandsOf = ({ fan, assessment: { latest } }: Answer): readonly Band[] => {
  if (fan.length === 0 || latest === null) return []
  const start = { year: latest.year, low: decimalOf(latest.value), high: decimalOf(latest.value) }
  const of = (level: Band['level'], low: 'lo80' | 'lo95', high: 'hi80' | 'hi95'): Band => ({
    level,
    points: [
      start,
      ...fan.map(({ year, interval }) => ({ year, low: decimalOf(interval[low]), high: decimalOf(interval[high]) })),
    ],
  })
  return [of(95, 'lo95', 'hi95'), of(80, 'lo80', 'hi80')]
}

/** What a year would have to bring from the latest value on; null where nothing is to be reached any more. */
export const neededPace = ({ assessment: { latest, met }, question: { target, goal } }: Answer): number | null =>
  latest === null || target === null || met === true || goal !== 'reach' || target.year <= latest.year
    ? null
    : (target.value - latest.value) / (target.year - latest.year)

/** The required pace in words: points a year, or the unit a year. */
export const paceWords = (scribe: Scribe, pace: number, { say, language }: Pick<AnsweredPart, 'say' | 'language'>) =>
  say('progress.pace', { points: scribe.points, pace: alone(language, scribe.pace(pace)), size: Math.abs(pace) })

/** How far it is from one value to another, in words. */
export const distanceWords = (scribe: Scribe, by: number, { say, language }: Pick<AnsweredPart, 'say' | 'language'>) =>
  say('progress.pace', {
    points: scribe.points,
    pace: alone(language, scribe.bare(Math.abs(by))),
    size: Math.abs(by),
  })

/** What the last year of the drawing holds. */
const endsOf = (scribe: Scribe, { fan }: Answer, { say, language }: AnsweredPart): readonly FanEnd[] => {
  const last = fan.at(-1)
  if (last === undefined) return []
  const { lo80, hi80, lo95, hi95 } = last.interval
  return [
    {
      // A hair above the centre, so that it is named first.
      value: decimalOf(last.value + 0.01),
      words: say('progress.chart.four', { interval: alone(language, scribe.span(lo80, hi80)) }),
      tone: 'strong',
    },
    {
      value: decimalOf(last.value),
      words: say('progress.chart.centre', { value: alone(language, scribe.drawn.centre(last.value)) }),
      tone: 'plain',
    },
    {
      value: decimalOf(lo95),
      words: say('progress.chart.nineteen', { interval: alone(language, scribe.span(lo95, hi95)) }),
      tone: 'plain',
    },
  ]
}

/** What it is held against, and the year of the other edition where the crosswalk says that the series continues. */
const marksOf = (scribe: Scribe, { outlook, others = [], say, language }: AnsweredPart): readonly Benchmark[] => {
  const { target, held } = outlook
  if (target === null) return []
  const number = alone(language, scribe.drawn.number(target.value))
  return [
    {
      value: String(target.value),
      year: target.year,
      label: say('progress.chart.by', { number, year: String(target.year) }),
      about: say('progress.chart.about', { held }),
    },
    ...otherMarks(outlook, others).map(({ by, value, edition }) => ({
      value: String(value),
      year: by,
      label: say('progress.chart.other', { year: String(by), edition: alone(language, edition) }),
    })),
  ]
}

const requiredOf = (scribe: Scribe, part: AnsweredPart): { required: Required; requiredShort: string } | null => {
  const { answer, say } = part
  const pace = neededPace(answer)
  const { latest } = answer.assessment
  const { target } = answer.question
  if (pace === null || latest === null || target === null) return null
  const words = paceWords(scribe, pace, part)
  return {
    required: {
      from: { year: latest.year, value: decimalOf(latest.value) },
      to: { year: target.year, value: String(target.value) },
      label: say('progress.chart.required', { pace: words }),
    },
    requiredShort: say('progress.chart.requiredShort', { pace: words }),
  }
}

const descOf = (scribe: Scribe, part: AnsweredPart, points: readonly Point[]): string => {
  const { answer, say, language } = part
  const { latest } = answer.assessment
  const [start] = yearsOf(part, points)
  const first = points.find(({ year }) => year >= start)
  if (first === undefined || latest === null) return ''
  const own = (words: string) => alone(language, words)
  const facts = {
    first: own(scribe.value(Number(first.value))),
    from: String(first.year),
    last: own(scribe.latest(latest.value)),
    year: String(latest.year),
  }
  const end = answer.fan.at(-1)
  if (end === undefined) return say('progress.chart.descNone', facts)
  const pace = neededPace(answer)
  const { target } = answer.question
  return say('progress.chart.desc', {
    ...facts,
    by: String(end.year),
    most: own(scribe.interval(end.interval.lo80, end.interval.hi80)),
    nearly: own(scribe.interval(end.interval.lo95, end.interval.hi95)),
    has: pace === null || target === null ? 'no' : 'yes',
    number: target === null ? '' : own(scribe.number(target.value)),
    pace: pace === null ? '' : paceWords(scribe, pace, part),
  })
}

/** The title that the drawing and its table share. */
export const chartTitle = (part: AnsweredPart): string => {
  const { outlook, about, answer, say, language } = part
  const [from, to] = yearsOf(part, pointsOf(answer, say))
  return say('progress.chart.title', {
    measure: alone(language, measureText(outlook, { say, language })),
    area: alone(language, areaText(about, { say, language })),
    from: String(from),
    to: String(to),
  })
}

const Caption: FC<AnsweredPart> = ({ answer, calibration, say, language, here }) => {
  const gap = gapOf(language)
  const calibrated = calibratedOf(answer)
  const year = String(answer.assessment.latest?.year ?? '')
  return (
    <>
      {answer.gap === null
        ? say('progress.caption.line', { line: answer.line ?? 'economy', year })
        : say('progress.gap.line', { as: answer.gap.as, year })}
      {calibrated === null ? null : (
        <>
          {gap}
          {say('progress.caption.bands')}
          {gap}
          {say(`progress.caption.calibrated.${calibrated}`, {
            widened: alone(language, scribeOf(answer, { say, language }).bare(answer.fan.at(-1)?.widened ?? 1, 0)),
          })}
          {gap}
          {say('progress.caption.calibration', {
            later: calibration.later ? 'yes' : 'no',
            number: calibration.head.number,
            day: calibration.head.dated,
          })}
          {gap}
          {say.rich(
            'progress.caption.method',
            { version: methodVersion },
            {
              how: (words) => (
                <Link to="/methods/statuses" language={language} here={here}>
                  {words}
                </Link>
              ),
              good: (words) => (
                <Link to="/methods" language={language} here={here}>
                  {words}
                </Link>
              ),
            },
          )}
        </>
      )}
    </>
  )
}

/** What was observed and what may come; null where nothing was observed. */
export const OutlookDrawing: FC<AnsweredPart & { readonly id?: string; readonly only?: Size }> = (part) => {
  const { answer, id = 'outlook', only, say, language } = part
  const points = pointsOf(answer, say)
  if (points.length === 0) return null
  const scribe = scribeOf(answer, { say, language })
  const calibrated = calibratedOf(answer)
  const needed = requiredOf(scribe, part)
  return (
    <FanChart
      id={id}
      title={chartTitle(part)}
      desc={descOf(scribe, part, points)}
      points={points}
      years={yearsOf(part, points)}
      scale={scaleOf(scribe, part)}
      {...(scribe.decimals === undefined ? {} : { decimals: scribe.decimals })}
      bands={bandsOf(answer)}
      centre={fanCentre(answer)}
      marks={marksOf(scribe, part)}
      ends={endsOf(scribe, answer, part)}
      {...(needed ?? {})}
      {...(calibrated === null ? {} : { note: say(`progress.band.${calibrated}`) })}
      {...(only === undefined ? {} : { only })}
      say={say}
      language={language}
    />
  )
}

/** The same in two drawings, with whose errors the bands are made of. */
export const OutlookChart: FC<AnsweredPart> = (part) =>
  pointsOf(part.answer, part.say).length === 0 ? null : (
    <ChartFigure caption={<Caption {...part} />}>
      <OutlookDrawing {...part} />
    </ChartFigure>
  )

const fanCentre = ({ fan, assessment: { latest } }: Answer): readonly Point[] =>
  fan.length === 0 || latest === null
    ? []
    : [latest, ...fan].map(({ year, value }) => ({ year, value: decimalOf(value) }))
