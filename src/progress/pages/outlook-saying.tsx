import type { Child, FC } from 'hono/jsx'
import { type Language, type Words, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { Fig, figure, Mark, type Standing as MarkOf, percent, percentSign, range } from '#ui'
import type { Answer } from '../assessing.ts'
import type { Standing } from '../calibrations.ts'
import { decimalsApart, decimalsFor, roundedTo, type Status, shownChance } from '../core/index.ts'
import type { Outlook, Outlooks } from '../outlook.ts'

/** Whom it is about: the names of an economy or a group; null for the world, whatever the list it is made of. */
export type About = { readonly names: Words | null }

/** The year and the number of the same thing in another edition, where the crosswalk says that its series continues. */
export type OtherDeadline = { readonly edition: string; readonly by: number; readonly value: number }

/** What every part of an outlook is made from: the one that is shown, all of its element, and where the errors are from. */
export type OutlookParts = {
  readonly outlook: Outlook
  readonly all: Outlooks
  readonly about: About
  readonly calibration: Standing
  readonly others?: readonly OtherDeadline[]
}

/** Of one that has an answer. */
export type Answered = OutlookParts & { readonly answer: Answer }

export type Part = Shown<OutlookParts>
export type AnsweredPart = Shown<Answered>

export const figs = (facts: Readonly<Record<string, string>>): Readonly<Record<string, Child>> =>
  Object.fromEntries(Object.entries(facts).map(([name, words]) => [name, <Fig>{words}</Fig>]))

/** In Arabic, words without markup keep the direction of a figure by the marks around it. */
export const alone = (language: Language, words: string): string => (language === 'ar' ? `\u2066${words}\u2069` : words)

/** Between two sentences. */
export const gapOf = (language: Language): string => (language === 'zh' ? '' : ' ')

const text = (value: number, decimals: number): string => roundedTo(value, decimals).toFixed(decimals)

/** How the values of an answer are written: per cent at the figure, other units as the measure words them. */
export const scribeOf = ({ question: { unit, target }, assessment: { met }, series }: Answer, language: Language) => {
  const isPercent = unit === 'percent'
  const usual = (value: number) => decimalsFor(value, unit)
  const sign = isPercent ? percentSign(language) : ''
  const bare = (value: number, decimals = usual(value)): string => figure(language, text(value, decimals))
  return {
    isPercent,
    decimals: series.decimals,
    bare,
    /** One decimal for per cent. */
    value: (value: number): string => (isPercent ? percent(language, text(value, usual(value))) : bare(value)),
    /** The latest value never looks like the number that it has not come to. */
    latest: (value: number): string => {
      const decimals = target === null ? usual(value) : decimalsApart(value, target.value, met === true, usual(value))
      return `${bare(value, decimals)}${sign}`
    },
    /** A number of a plan: as short as it is. */
    number: (value: number): string => `${figure(language, String(value))}${sign}`,
    /** Whole numbers for per cent: an interval is no more exact than that. */
    interval: (low: number, high: number): string => {
      const decimals = isPercent ? 0 : usual(high)
      return `${range(language, text(low, decimals), text(high, decimals))}${sign}`
    },
    /** The same without a sign and as short as it can be, for a chart. */
    span: (low: number, high: number): string => {
      const decimals = isPercent ? 0 : Math.max(0, usual(high) - 1)
      return range(language, text(low, decimals), text(high, decimals))
    },
    centre: (value: number): string => (isPercent ? percent(language, text(value, 0)) : bare(value)),
    /** A change a year, without its sign. */
    pace: (value: number): string => bare(Math.abs(value)),
    points: isPercent ? 'yes' : 'no',
  } as const
}

export type Scribe = ReturnType<typeof scribeOf>

/** A whole number of per cent. */
export const percentWords = (value: number, language: Language): string => percent(language, text(value, 0))

/** A fraction as a whole number of per cent. */
export const shareWords = (share: number, language: Language): string => percentWords(100 * share, language)

/** A chance as it may be said: a bound or a range. Words and figures each in their own direction, on one line. */
export const chanceWords = (p: number, { say, language }: Pick<Part, 'say' | 'language'>): string => {
  const shown = shownChance(p)
  const sign = percentSign(language)
  return shown.kind === 'between'
    ? alone(language, `${shown.from}–${shown.to}${sign}`)
    : say('progress.chance', { kind: shown.kind, percent: alone(language, `${shown.percent}${sign}`) })
}

export const Chance: FC<Pick<Part, 'say' | 'language'> & { readonly p: number }> = ({ p, say, language }) => (
  <span class="nw">{chanceWords(p, { say, language })}</span>
)

const marks: Readonly<Record<Status, MarkOf>> = {
  met: 'met',
  likely: 'likely',
  uncertain: 'uncertain',
  unlikely: 'unlikely',
  'moving away': 'away',
  'not assessed': 'na',
}

/** The word and the mark of a status, as the house draws it. */
export const markOf = (status: Status): MarkOf => marks[status]

/** What `<st>` becomes in a sentence: the word, and its mark after it. */
export const withMark = (status: Status) => ({
  st: (words: Child) => (
    <span class="nw">
      <b>{words}</b> <Mark status={markOf(status)} />
    </span>
  ),
})

/** The unit after a value that does not carry it: nothing for per cent. After a number Russian and Arabic would bend it. */
export const unitAfter = ({ measure, gap }: Outlook, scribe: Scribe, language: Language): string => {
  if (scribe.isPercent || measure === null || gap !== null) return ''
  const unit = wordsIn(language, measure.unit)
  if (language === 'ru' || language === 'ar') return ` (${unit})`
  return `${gapOf(language)}${unit}`
}

/** What is measured, in the reader's language. */
export const measureText = ({ measure }: Outlook, language: Language): string =>
  measure === null ? '' : wordsIn(language, measure.words)

export const areaText = ({ names }: About, { say, language }: Pick<Part, 'say' | 'language'>): string =>
  names === null ? say('progress.area.world') : wordsIn(language, names)

const sides = { 'at-least': 'least', 'more-than': 'more', 'at-most': 'most', equal: 'equal' } as const

/** "at least 95%": what it is held against, in words. All of a whole is no different from the whole. */
export const asksText = ({ outlook: { benchmark, target }, answer, say, language }: AnsweredPart): string => {
  if (target === null) return ''
  const scribe = scribeOf(answer, language)
  const side = benchmark?.asks == null ? sideOf(answer) : sides[benchmark.asks.comparator]
  const whole = scribe.isPercent && target.value === 100 && side === 'least'
  return say('progress.held.asks', {
    comparator: whole ? 'equal' : side,
    number: alone(language, scribe.number(target.value)),
  })
}

const sideOf = ({ question }: Answer): 'least' | 'most' | 'equal' => {
  if (question.direction === 'none') return 'equal'
  return question.direction === 'up' ? 'least' : 'most'
}

/** The calibration label of what is shown: that of the target's year, else of the last year of the fan. */
export const calibratedOf = ({ assessment, fan }: Answer) =>
  assessment.projection?.calibratedOn ?? fan.at(-1)?.calibratedOn ?? null

/** Where something goes that is held against nothing, as a sentence; null where it has a target, or no projection. */
export const trendSentence = ({ answer, say, language }: AnsweredPart): Child | null => {
  const last = answer.fan.at(-1)
  if (last === undefined || answer.question.target !== null) return null
  const scribe = scribeOf(answer, language)
  return say.rich(
    'progress.lede.trend',
    figs({
      by: String(last.year),
      interval: scribe.interval(last.interval.lo80, last.interval.hi80),
      centre: scribe.centre(last.value),
    }),
  )
}
