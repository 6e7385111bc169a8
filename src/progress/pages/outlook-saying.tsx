import type { Child, FC } from 'hono/jsx'
import { type Language, type Words, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { type Selection, selectionKey } from '#statistics/core'
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
  /** The drawing to take, beside the whole outlook with its question: for a page that is not that one. Null where nothing can be taken. */
  readonly chart?: string | null
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

/** Per cent; points, as the gap between two shares has them; a ratio of two lines; anything else in the unit of its measure. */
const writtenAs = ({ question: { unit }, gap, series }: Answer): 'percent' | 'points' | 'ratio' | 'plain' => {
  if (gap?.as === 'ratio') return 'ratio'
  if (gap !== null) return series.unit === 'PT' ? 'points' : 'plain'
  return unit === 'percent' ? 'percent' : 'plain'
}

/** Decimals of a value, of an interval and its centre, of the same in a chart, and of a pace; null: by their size. An interval is no more exact than that. */
const decimalsAs = {
  percent: { value: 1, interval: 0, short: 0, pace: 1 },
  points: { value: 1, interval: 1, short: 0, pace: 2 },
  ratio: { value: 2, interval: 2, short: 2, pace: 3 },
  plain: null,
} as const

/** How the values of an answer are written: per cent at the figure, points in words, other units as the measure words them. */
export const scribeOf = (answer: Answer, { say, language }: Pick<Part, 'say' | 'language'>) => {
  const { question, assessment, series } = answer
  const { unit, target } = question
  const as = writtenAs(answer)
  const own = decimalsAs[as]
  const usual = (value: number) => own?.value ?? decimalsFor(value, unit)
  const bare = (value: number, decimals = usual(value)): string => figure(language, text(value, decimals))
  // Among figures, which go from left to right, words in Arabic keep their own direction.
  const inWords = (words: string): string => (language === 'ar' ? `\u2067${words}\u2069` : words)
  const signedBeside = (words: string): string => (as === 'percent' ? `${words}${percentSign(language)}` : words)
  const signed = (words: string, value: number): string => {
    if (as === 'points')
      return inWords(say('progress.pace', { points: 'yes', pace: alone(language, words), size: Math.abs(value) }))
    return signedBeside(words)
  }
  return {
    isPercent: as === 'percent',
    decimals: as === 'ratio' ? own?.value : series.decimals,
    bare,
    value: (value: number): string => signed(bare(value), value),
    /** The latest value never looks like the number that it has not come to. */
    latest: (value: number): string => {
      const isMet = assessment.met === true
      const decimals = target === null ? usual(value) : decimalsApart(value, target.value, isMet, usual(value))
      return signed(bare(value, decimals), value)
    },
    /** A number of a plan: as short as it is. */
    number: (value: number): string => signed(figure(language, String(value)), value),
    interval: (low: number, high: number): string => {
      const decimals = own?.interval ?? usual(high)
      return signed(range(language, text(low, decimals), text(high, decimals)), high)
    },
    /** The same without a sign and as short as it can be, for a chart. */
    span: (low: number, high: number): string => {
      const decimals = own?.short ?? Math.max(0, usual(high) - 1)
      return range(language, text(low, decimals), text(high, decimals))
    },
    centre: (value: number): string => signed(bare(value, own?.interval ?? usual(value)), value),
    /** Beside a drawing whose axis has the unit: points need no word of their own, and there is little room. */
    drawn: {
      number: (value: number): string => signedBeside(figure(language, String(value))),
      centre: (value: number): string => signedBeside(bare(value, own?.interval ?? usual(value))),
    },
    /** A change a year, without its sign. */
    pace: (value: number): string => bare(Math.abs(value), own?.pace ?? usual(value)),
    points: as === 'percent' || as === 'points' ? 'yes' : 'no',
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

/** What is measured, in the reader's language; of a gap, between whom. */
export const measureText = ({ measure, gap }: Outlook, { say, language }: Pick<Part, 'say' | 'language'>): string => {
  if (measure === null) return ''
  const words = wordsIn(language, measure.words)
  return gap === null ? words : say('progress.gap.measure', { measure: words, by: gap.by, as: gap.as })
}

export const areaText = ({ names }: About, { say, language }: Pick<Part, 'say' | 'language'>): string =>
  names === null ? say('progress.area.world') : wordsIn(language, names)

const sides = { 'at-least': 'least', 'more-than': 'more', 'at-most': 'most', equal: 'equal' } as const

/** "at least 95%": what it is held against, in words. All of a whole is no different from the whole. */
export const asksText = ({ outlook: { benchmark, target }, answer, say, language }: AnsweredPart): string => {
  if (target === null) return ''
  const scribe = scribeOf(answer, { say, language })
  // A ratio is held against what its difference would be without a gap: it is to rise where the other is to fall.
  const side = benchmark?.asks == null || answer.gap?.as === 'ratio' ? sideOf(answer) : sides[benchmark.asks.comparator]
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
  const scribe = scribeOf(answer, { say, language })
  return say.rich(
    'progress.lede.trend',
    figs({
      by: String(last.year),
      interval: scribe.interval(last.interval.lo80, last.interval.hi80),
      centre: scribe.centre(last.value),
    }),
  )
}

/** The ratio beside a difference, and the parts of people that no figures tell apart, each a sentence; none for a line. */
export const gapBeside = ({ outlook, all, say, language }: Part): readonly Child[] => {
  const { gap } = outlook
  if (gap === null) return []
  const ratio = all.find((one) => one.gap?.as === 'ratio' && one.gap.by === gap.by)?.answer ?? null
  const wordsOf = (selection: Selection | null | undefined): string => {
    const side = gap.sides?.find((one) => selection != null && selectionKey(one.selection) === selectionKey(selection))
    return side === undefined ? '' : wordsIn(language, side.words)
  }
  const latest = ratio?.assessment.latest ?? null
  const [ahead, behind] = [wordsOf(ratio?.gap?.ahead), wordsOf(ratio?.gap?.behind)]
  const lacking = all.flatMap((one) => (one.notAsked === 'not-broken-down' && one.gap !== null ? [one.gap.by] : []))
  return [
    ...(ratio === null || latest === null || ahead === ''
      ? []
      : [
          say.rich('progress.gap.beside', {
            ahead,
            behind,
            ...figs({ value: scribeOf(ratio, { say, language }).value(latest.value), year: String(latest.year) }),
          }),
        ]),
    ...lacking.map((by) => say('progress.apart.lacking', { by })),
  ]
}

/** The same under the sentence of an outlook. */
export const GapBeside: FC<Part> = (part) => {
  const all = gapBeside(part)
  if (all.length === 0) return null
  return (
    <p class="small">
      {all.map((sentence, at) => (
        <>
          {at === 0 ? '' : gapOf(part.language)}
          {sentence}
        </>
      ))}
    </p>
  )
}
