import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { type Language, languages } from '#kernel'
import { noSeriesReasons } from '#plan/core'
import { voices } from '#platform'
import { aHere, assertGolden } from '#platform/testing'
import type { NotAssessed, Projection } from '../core/index.ts'
import type { Outlook } from '../outlook.ts'
import { type NoStatus, tallyOf } from '../tally.ts'
import { anAnswer, anOutlook, aProjection, aQuestion, outlookParts } from '../testing/index.ts'
import { GlanceCount } from './glance-count.tsx'
import { OutlookLede } from './outlook-lede.tsx'
import { Why } from './outlook-why.tsx'

const say = voices()
const here = aHere()

/** What a reader reads: no markup, no mark of a status, no marks of direction. */
const read = (html: string): string =>
  html
    .replaceAll(/\s*<svg[\s\S]*?<\/svg>/g, '')
    .replaceAll('</p><p', '</p>\n<p')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .trim()

const given = (outlook: Outlook, language: Language) => ({
  ...outlookParts(outlook),
  say: say[language],
  language,
  here,
})

const told = (outlook: Outlook, language: Language): readonly string[] => [
  read(String(OutlookLede(given(outlook, language)))),
  read(String(Why(given(outlook, language)))),
]

/** So many years from the latest value to the year asked, and so many usable values. */
const spanning = (ahead: number, values: number, but: Partial<Projection> = {}): Outlook => {
  const [latest, target] = [
    { year: 2023, value: 67.4 },
    { year: 2023 + ahead, value: 95 },
  ]
  const years = Array.from({ length: values }, (_, at) => 2023 - values + 1 + at)
  return anOutlook(
    anAnswer(
      { latest, projection: { ...aProjection, year: target.year, horizon: ahead, ...but } },
      {
        question: {
          ...aQuestion,
          target,
          observations: { years, values: years.map((year) => 67.4 - (2023 - year) * 1.2) },
        },
      },
    ),
    { target },
  )
}

const none = (reason: NotAssessed, rest: Partial<Outlook> = {}, ahead = 11): Outlook => {
  const { target, answer } = spanning(ahead, 3)
  const { assessment, question } = answer ?? assert.fail()
  const empty = { status: 'not assessed', reason, projection: null, secondOpinion: null, feasibility: null } as const
  return anOutlook(
    anAnswer(
      { ...assessment, ...empty },
      reason === 'no-target' ? { question: { ...question, target: null } } : { question, fan: [] },
    ),
    { target: reason === 'no-target' ? null : target, ...rest },
  )
}

/** The paragraphs that are kept as they were read: every word of a status, every way to be warned, and the reasons. */
const kept: readonly (readonly [name: string, outlook: Outlook])[] = [
  ['met', anOutlook(anAnswer({ status: 'met', met: true, projection: null, secondOpinion: null, feasibility: null }))],
  ['met, to be kept', anOutlook(anAnswer({ status: 'met', met: true, projection: { ...aProjection, p: 0.9 } }))],
  ['likely', anOutlook(anAnswer({ status: 'likely', projection: { ...aProjection, p: 0.8 } }))],
  [
    'uncertain, lent errors',
    anOutlook(
      anAnswer({ status: 'uncertain', projection: { ...aProjection, p: 0.62, calibratedOn: 'family', widened: 2 } }),
    ),
  ],
  ['unlikely, computed here', anOutlook(anAnswer({}, { line: 'computed' }))],
  ['moving away', anOutlook(anAnswer({ status: 'moving away' }))],
  ['one year ahead, no errors', spanning(1, 5, { calibratedOn: 'none' })],
  ['ten years ahead, a short series', spanning(10, 4, { farHorizon: true, shortSeries: true })],
  ['after a break', anOutlook(anAnswer({}, { breakIn: 2016 }))],
  ['no number', none('no-target')],
  ['too far', none('horizon-too-long')],
  ['too few values', none('too-few-observations')],
  ['not met in its year', none('target-year-passed')],
]

const edges = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000] as const

/** The sentences that count, said for the numbers at which some language changes its form. */
const counting: readonly (readonly [key: string, facts: (n: number) => Readonly<Record<string, string | number>>])[] = [
  ['progress.told.start', (n) => ({ value: '67', year: '2023', number: '95', by: '2031', distance: '28', ahead: n })],
  ['progress.reason.horizon-too-long', (n) => ({ year: '2023', by: '2035', ahead: n })],
  ['progress.reason.too-few-observations', (n) => ({ count: n })],
  ['progress.reason.no-errors-known', (n) => ({ ahead: n })],
  ['progress.warn.far', (n) => ({ by: '2035', ahead: n })],
  ['progress.warn.short', (n) => ({ count: n })],
  ['progress.paces.sentence', (n) => ({ share: '12', n, economies: n, pace: '3' })],
  ['progress.count.head', (n) => ({ assessed: n, now: 'yes' })],
  ['progress.count.without', (n) => ({ without: n, reasons: '…' })],
  ['progress.where.sentence', (n) => ({ of: 'all', people: '5', number: '95', count: n, half: n, reached: n })],
  ['progress.where.sentenceEconomies', (n) => ({ of: 'all', number: '95', count: n, reached: n })],
  ['progress.where.old', (n) => ({ count: n })],
  ['progress.everywhere.economies', (n) => ({ count: n })],
  ['progress.calibrations.lede', (n) => ({ number: 1, count: n })],
]

/** What is written after or before a number in a language, wherever a sentence puts it: unspaced, unglued, unopened. */
const slips: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [/ [,.;:]/, / {2}/, /\b1 (?:years|economies|values)\b/, /\b[02-9] (?:year|economy|value)\b/],
  fr: [
    /(?<!\u202f)[:;!?»]/,
    / {2}/,
    /« /,
    /\b[01] (?:ans|économies|valeurs|années)\b/,
    /\b000 (?:économies|ans|valeurs)/,
  ],
  es: [/ [,.;:]/, / {2}/, /[^\u00a0]%/, /\b1 (?:años|economías|valores)\b/, /\b000 (?:economías|años|valores)/],
  ar: [
    / [،؛.]/,
    / {2}/,
    /[,;?](?!\d)/,
    /\b(?:[3-9]|10) (?:سنة|اقتصاد|قيمة)(?=[\s،.])/,
    /\b(?:11|21) (?:سنوات|اقتصادات|قيم)(?=[\s،.])/,
  ],
  ru: [
    / [,.;:—]/,
    / {2}/,
    /ё/i,
    /\b(?:5|11|100) (?:года?|экономик[аи]|значени[ея])(?=[\s,.;:])/,
    /\b21 (?:лет|экономик|значений)(?=[\s,.;:])/,
  ],
  zh: [/[\u4e00-\u9fff，。；：] | [\u4e00-\u9fff]/, /[\u4e00-\u9fff][,;:]/],
}

const rules: readonly NotAssessed[] = [
  'no-data',
  'outside-scale',
  'no-target',
  'no-direction',
  'target-year-passed',
  'stale',
  'too-few-observations',
  'horizon-too-long',
  'no-errors-known',
]

const without: readonly NoStatus[] = [...rules, ...noSeriesReasons]

for (const language of languages)
  describe(`The words of an outlook in ${language}`, () => {
    it('are what they were: the first paragraph and why', () => {
      const text = kept
        .flatMap(([name, outlook]) => [`## ${name}`, ...told(outlook, language)])
        .join('\n')
        .replaceAll('<', '')
      assertGolden(text, `src/progress/pages/golden/why-${language}.txt`)
    })

    it('are what they were for every number at which a form changes', () => {
      const text = counting
        .flatMap(([key, facts]) => [`## ${key}`, ...edges.map((n) => read(say[language](key, facts(n))))])
        .join('\n')
      assertGolden(text, `src/progress/pages/golden/counted-${language}.txt`)
    })

    it('agree with the numbers beside them, and carry the signs of the language', () => {
      const all = [
        ...kept.flatMap(([, outlook]) => told(outlook, language)),
        ...counting.flatMap(([key, facts]) => edges.map((n) => read(say[language](key, facts(n))))),
        ...rules.flatMap((reason) => told(none(reason), language)),
        ...[1, 2, 21].map((many) =>
          read(
            String(
              GlanceCount({
                tally: tallyOf(
                  Array.from({ length: many }, () => rules.map((reason) => [none(reason)] as const)).flat(),
                ),
                now: true,
                say: say[language],
                language,
                here,
              } as never),
            ),
          ),
        ),
        ...without.map((reason) => say[language](`progress.because.${reason}`, { count: 21 })),
      ]
      for (const sentence of all) for (const slip of slips[language]) assert.doesNotMatch(sentence, slip, sentence)
    })
  })
