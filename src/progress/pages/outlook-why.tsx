import type { Child, FC } from 'hono/jsx'
import { roundedTo } from '../core/index.ts'
import { distanceWords, neededPace, paceWords } from './outlook-chart.tsx'
import { recentPace, secondOpinion, warningsOf } from './outlook-facts.tsx'
import { reasonSentence } from './outlook-reason.tsx'
import {
  type AnsweredPart,
  asksText,
  Chance,
  calibratedOf,
  figs,
  gapBeside,
  gapOf,
  type Part,
  percentWords,
  scribeOf,
  trendSentence,
} from './outlook-saying.tsx'

const noBreak = (words: Child): Child => <span class="nw">{words}</span>

/** From where to where, at which pace, and how often anybody made it. */
const wayTold = (part: AnsweredPart): readonly Child[] => {
  const { answer, say, language } = part
  const { latest, feasibility, projection } = answer.assessment
  const { target } = answer.question
  const [needed, made] = [neededPace(answer), recentPace(answer)]
  if (latest === null || target === null || needed === null || projection === null) return []
  const scribe = scribeOf(answer, { say, language })
  return [
    say.rich('progress.told.start', {
      ...figs({
        value: scribe.latest(latest.value),
        year: String(latest.year),
        number: scribe.number(target.value),
        by: String(target.year),
      }),
      distance: noBreak(distanceWords(scribe, target.value - latest.value, part)),
      ahead: target.year - latest.year,
    }),
    ...(made === null
      ? []
      : [
          say.rich('progress.told.needed', {
            needed: noBreak(paceWords(scribe, needed, part)),
            ...figs({ from: String(made.from), to: String(latest.year) }),
            made: noBreak(
              // Counted towards the number, as the needed one is: a fall is progress where it is to fall.
              made.pace * needed < 0
                ? `\u2212${paceWords(scribe, made.pace, part)}`
                : paceWords(scribe, made.pace, part),
            ),
          }),
        ]),
    ...(feasibility?.achievedShare == null
      ? []
      : [
          say.rich(
            'progress.told.feasible',
            figs({ share: percentWords(roundedTo(feasibility.achievedShare, 0), language) }),
          ),
        ]),
  ]
}

/** What is expected, whose errors that rests on, and by which rule the word follows. */
const verdictTold = (part: AnsweredPart): readonly Child[] => {
  const { answer, say, language } = part
  const { projection, status, latest } = answer.assessment
  const { target } = answer.question
  const scribe = scribeOf(answer, { say, language })
  if (latest === null || target === null) return []
  const met =
    status === 'met'
      ? [
          say.rich('progress.told.met', {
            ...figs({ year: String(latest.year), value: scribe.latest(latest.value) }),
            asks: <bdi>{asksText(part)}</bdi>,
          }),
        ]
      : []
  if (projection === null || status === 'not assessed') return met
  const { lo80, hi80, lo95, hi95, value, year, p } = projection
  const chance = <Chance p={p} say={say} language={language} />
  const calibrated = calibratedOf(answer)
  return [
    ...met,
    say.rich(
      'progress.told.interval',
      figs({
        most: scribe.interval(lo80, hi80),
        nearly: scribe.interval(lo95, hi95),
        by: String(year),
        centre: scribe.centre(value),
      }),
    ),
    ...(calibrated === null
      ? []
      : [say(`progress.caption.calibrated.${calibrated}`, { widened: scribe.bare(projection.widened ?? 1, 0) })]),
    status === 'met'
      ? say.rich('progress.told.kept', { ...figs({ by: String(year) }), chance })
      : say.rich(`progress.told.${status === 'moving away' ? 'away' : status}`, {
          ...figs({ number: scribe.number(target.value) }),
          chance,
        }),
  ]
}

/** What stands instead of a status: the latest value, the reason, and where a trend leads that is held against nothing. */
const reasonTold = (part: AnsweredPart): readonly Child[] => {
  const { answer, say, language } = part
  const { latest, status, reason } = answer.assessment
  if (status !== 'not assessed') return []
  const scribe = scribeOf(answer, { say, language })
  const trend = trendSentence(part)
  return [
    // The reason that it was not met in its year names the latest value itself.
    ...(latest === null || reason === 'target-year-passed'
      ? []
      : [say.rich('progress.told.latest', figs({ value: scribe.latest(latest.value), year: String(latest.year) }))]),
    reasonSentence(part),
    ...(trend === null ? [] : [trend]),
  ]
}

/** That it is about a gap, who is ahead, what the ratio is, and which gaps nobody can tell. */
const gapTold = (part: AnsweredPart): readonly Child[] => {
  const { outlook, say } = part
  if (outlook.gap === null) return []
  const { by, as } = outlook.gap
  return [say('progress.gap.told', { by, as }), ...gapBeside(part)]
}

/** The sentences of the paragraph, each a whole one. */
const sentencesOf = (part: Part): readonly Child[] => {
  const { answer } = part.outlook
  if (answer === null) return [reasonSentence(part)]
  const answered = { ...part, answer }
  const second = secondOpinion(answered)
  return [
    ...gapTold(answered),
    ...reasonTold(answered),
    ...wayTold(answered),
    ...verdictTold(answered),
    ...(second === null ? [] : [second]),
    ...warningsOf(answered),
  ]
}

/** Why it has this status, or none: one paragraph in plain language that names every number it rests on. */
export const Why: FC<Part> = (part) => (
  <p class="small">
    {sentencesOf(part).map((sentence, at) => (
      <>
        {at === 0 ? '' : gapOf(part.language)}
        {sentence}
      </>
    ))}
  </p>
)
