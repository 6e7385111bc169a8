import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { type Language, languages } from '#kernel'
import { noSeriesReasons } from '#plan/core'
import { voices } from '#platform'
import { aHere } from '#platform/testing'
import type { Assessment, NotAssessed } from '../core/index.ts'
import type { Outlook } from '../outlook.ts'
import { type NoStatus, tallyOf } from '../tally.ts'
import { anAnswer, anOutlook, aProjection, aQuestion, outlookParts } from '../testing/index.ts'
import { GlanceCount } from './glance-count.tsx'
import { OutlookSection } from './outlook-section.tsx'
import { TargetCell } from './target-cell.tsx'

const say = voices()
const here = aHere()

const bare = (html: string): string =>
  html
    .replaceAll(/<(?:title|desc)[\s\S]*?<\/(?:title|desc)>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')

const section = (outlook: Outlook, language: Language, later = false): string =>
  String(OutlookSection({ ...outlookParts(outlook, later), say: say[language], language, here }))

const cell = (outlook: Outlook, language: Language): string =>
  String(TargetCell({ ...outlookParts(outlook), say: say[language], language, here }))

const nothingStrange = (html: string, where: string): void =>
  assert.doesNotMatch(html, /undefined|\bNaN\b|\[object |progress\.[a-z]+\.|\{[a-zA-Z]+[,}]|Infinity|\bnull\b/, where)

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

/** Nothing is projected where a rule says that nothing can be. */
const notAssessed = (reason: NotAssessed): Outlook => {
  const empty: Partial<Assessment> = {
    status: 'not assessed',
    reason,
    projection: null,
    secondOpinion: null,
    feasibility: null,
  }
  const noTarget = reason === 'no-target'
  return anOutlook(
    anAnswer(reason === 'no-data' ? { ...empty, latest: null, labels: null, complement: null } : empty, {
      ...(noTarget ? { question: { ...aQuestion, target: null } } : { fan: [] }),
    }),
    noTarget ? { target: null, held: 'text' } : {},
  )
}

const reasons: readonly (readonly [reason: NoStatus, outlook: Outlook])[] = [
  ...rules.map((reason) => [reason, notAssessed(reason)] as const),
  ...(['too-thin', 'not-aggregated'] as const).map((lacking): readonly [NoStatus, Outlook] => {
    const { answer } = notAssessed('no-data')
    return [lacking, anOutlook(answer === null ? null : { ...answer, lacking })]
  }),
  ['no-series', anOutlook(null, { measure: null, notAsked: 'no-series', target: null })],
  ['other-unit', anOutlook(notAssessed('no-target').answer, { notAsked: 'other-unit', target: null })],
  ...noSeriesReasons.map((why) => [why, anOutlook(null, { notAsked: 'no-series', why, target: null })] as const),
]

const words = (en: string) => ({ en, fr: en, es: en, ar: en, ru: en, zh: en })
const women = { slug: 'women', selection: { series: 'F', breakdown: '' }, by: 'sex', words: words('women') } as const
const men = { slug: 'men', selection: { series: 'M', breakdown: '' }, by: 'sex', words: words('men') } as const

/** A gap between women and men that was to be closed by 2030: its difference in points, or the ratio beside it. */
const aGap = (as: 'difference' | 'ratio'): Outlook => {
  const values = as === 'ratio' ? [0.91, 0.92, 0.93, 0.933] : [5.3, 4.8, 4.4, 4.01]
  const latest = { year: 2023, value: values.at(-1) ?? 0 }
  const target = { year: 2030, value: as === 'ratio' ? 1 : 0 }
  const range = { lo80: -1.17, hi80: 7.47, lo95: -4.2, hi95: 10.49 }
  return anOutlook(
    anAnswer(
      {
        latest,
        feasibility: null,
        projection: { ...aProjection, ...range, value: 3.15, calibratedOn: 'none', p: 0.18 },
      },
      {
        gap: { as, ahead: men.selection, behind: women.selection },
        line: 'computed',
        question: {
          ...aQuestion,
          unit: as === 'ratio' ? 'positive' : 'unknown',
          direction: as === 'ratio' ? 'up' : 'down',
          target,
          observations: { years: [2018, 2020, 2022, 2023], values },
        },
      },
    ),
    {
      held: 'gap',
      target,
      benchmark: {
        kind: 'literal',
        asks: { comparator: 'at-most', value: 0 },
        unit: words('percentage points'),
        by: 2030,
        source: words('the words at their letter'),
      } as never,
      gap: { by: 'sex', as, sides: [women, men] },
    },
  )
}

const statuses: readonly (readonly [name: string, ui: string, outlook: Outlook])[] = [
  [
    'met',
    'met',
    anOutlook(anAnswer({ status: 'met', met: true, projection: null, secondOpinion: null, feasibility: null })),
  ],
  ['kept', 'met', anOutlook(anAnswer({ status: 'met', met: true, projection: { ...aProjection, p: 0.9 } }))],
  ['likely', 'likely', anOutlook(anAnswer({ status: 'likely', projection: { ...aProjection, p: 0.8 } }))],
  ['uncertain', 'uncertain', anOutlook(anAnswer({ status: 'uncertain', projection: { ...aProjection, p: 0.62 } }))],
  ['unlikely', 'unlikely', anOutlook(anAnswer())],
  ['moving away', 'away', anOutlook(anAnswer({ status: 'moving away' }))],
]

for (const language of languages)
  describe(`An outlook in ${language}`, () => {
    it('says every status as a word with its mark, on its page and in its row', () => {
      for (const [name, ui, outlook] of statuses)
        for (const html of [section(outlook, language), cell(outlook, language)]) {
          nothingStrange(html, name)
          assert.ok(html.includes(`#m-${ui}"`), `${name}: its mark`)
          assert.ok(html.includes('67'), `${name}: the latest value`)
        }
    })

    it('says every reason in a sentence of its own, on its page and in its row', () => {
      const said = new Set<string>()
      for (const [reason, outlook] of reasons) {
        const [page, row] = [section(outlook, language), cell(outlook, language)]
        for (const html of [page, row]) {
          nothingStrange(html, reason)
          assert.ok(html.includes('#m-na"'), `${reason}: the broken ring`)
        }
        const sentence = /<p class="lede">([\s\S]*?)<\/p>/.exec(page)?.[1] ?? ''
        assert.ok(bare(sentence).length > 12, reason)
        said.add(bare(sentence))
        assert.match(row, /<span class="u why">.{3,}?<\/span>/, reason)
      }
      assert.equal(said.size, reasons.length, 'two reasons sound the same')
    })

    it('names the interval before the centre, and the chance as a range or a bound', () => {
      const text = bare(section(statuses[3]?.[2] ?? assert.fail(), language))
      assert.ok(text.indexOf('74–92') < text.indexOf('83'), 'interval first')
      assert.ok(text.includes('60–65'), 'a range of five points')
      assert.doesNotMatch(text, /62[\s\u00a0\u202f]?%/, 'no single number')
      assert.match(bare(section(statuses[4]?.[2] ?? assert.fail(), language)), /5[\u00a0\u202f ]?%/)
    })

    it('labels every band by whose errors it is made of', () => {
      const labels = (['indicator', 'family', 'none'] as const).map((calibratedOn) => {
        const html = section(
          anOutlook(anAnswer({ projection: { ...aProjection, calibratedOn, widened: 2 } })),
          language,
        )
        nothingStrange(html, calibratedOn)
        const label = say[language](`progress.band.${calibratedOn}`)
        assert.ok(html.includes(`>${label}</text>`), `${calibratedOn} in the drawing`)
        return label
      })
      assert.equal(new Set(labels).size, 3)
      const later = section(anOutlook(anAnswer()), language, true)
      assert.ok(
        bare(later).includes(
          bare(say[language]('progress.caption.calibration', { later: 'yes', number: 1, day: '2026-11-24' })),
        ),
      )
    })

    it('counts what can be assessed, and every reason with its number', () => {
      for (const many of [1, 2, 3, 5, 11, 21, 101]) {
        const all = [
          ...Array.from({ length: many }, () => [statuses[4]?.[2] ?? assert.fail()] as const),
          ...reasons.flatMap(([, one]) => Array.from({ length: many }, () => [one] as const)),
        ]
        const tally = tallyOf(all)
        const text = String(GlanceCount({ tally, now: true, say: say[language], language, here } as never))
        nothingStrange(text, `${many}`)
        assert.ok(text.replaceAll(/[^\p{L}\p{N}:]/gu, '').includes(String(tally.all - tally.assessed)), 'of how many')
        assert.equal(tally.reasons.length, reasons.length)
      }
      const none = tallyOf([[statuses[4]?.[2] ?? assert.fail()]])
      const alone = String(GlanceCount({ tally: none, now: true, say: say[language], language, here } as never))
      assert.doesNotMatch(alone, /[:：]/, 'no reasons where there are no others')
    })

    it('says a gap in points, with the ratio beside it and who is ahead, on its page and in its row', () => {
      const [difference, ratio] = [aGap('difference'), aGap('ratio')]
      const parts = {
        ...outlookParts(difference),
        all: [difference, ratio] as const,
        say: say[language],
        language,
        here,
      }
      const page = String(OutlookSection(parts))
      const row = String(TargetCell(parts))
      const points = bare(say[language]('progress.pace', { points: 'yes', pace: '', size: 4.01 })).trim()
      for (const html of [page, row]) {
        nothingStrange(html, 'a gap')
        assert.match(bare(html), /4[.,]0/, 'the distance')
        assert.ok(bare(html).includes(points), 'in points')
        assert.doesNotMatch(bare(html), /4[.,]0[\s\u00a0\u202f]?%/)
        assert.match(bare(html), /0[.,]93/, 'the ratio')
      }
      assert.ok(page.includes(say[language]('progress.gap.unit', { as: 'difference' })), 'the axis in points')
      const each = /<section[^>]* id="benchmarks">[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
      assert.match(bare(each), /0[.,]93|1/, 'the ratio has a row of its own')
    })

    it('says that an official label contradicts itself where it does', () => {
      const heading = say[language]('progress.labels.contradicts')
      assert.ok(section(anOutlook(anAnswer()), language).includes(heading))
      const one = anAnswer()
      const { labels, complement } = one.assessment
      const agreed = { ...(complement ?? assert.fail()), contradicts: [], rhoContradicts: false }
      assert.ok(!section(anOutlook(anAnswer({ labels, complement: agreed })), language).includes(heading))
    })
  })

describe('The forms of numbers', () => {
  const ahead: readonly (readonly [language: Language, years: number, words: string])[] = [
    ['en', 1, 'it is 1 year;'],
    ['en', 11, 'it is 11 years;'],
    ['fr', 1, 'il y a 1 an'],
    ['fr', 11, 'il y a 11 ans'],
    ['es', 1, 'hay 1 año;'],
    ['es', 11, 'hay 11 años;'],
    ['ru', 1, '1 год;'],
    ['ru', 3, '3 года;'],
    ['ru', 11, '11 лет;'],
    ['ru', 21, '21 год;'],
    ['ar', 1, 'سنة واحدة'],
    ['ar', 2, 'سنتان'],
    ['ar', 3, '3 سنوات'],
    ['ar', 11, '11 سنة'],
    ['ar', 100, '100 سنة'],
    ['zh', 11, '有11年'],
  ]
  for (const [language, years, words] of ahead)
    it(`of ${years} years are right in ${language}`, () => {
      const text = say[language]('progress.reason.horizon-too-long', {
        year: '2020',
        by: String(2020 + years),
        ahead: years,
      })
      assert.ok(text.includes(words), text)
    })
})
