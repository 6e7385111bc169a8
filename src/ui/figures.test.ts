import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day, type Language, languages } from '#kernel'
import { censored, dayWords, figure, percent, range } from './figures.ts'

const nnbsp = '\u202f'
const nbsp = '\u00a0'

describe('A figure', () => {
  const cases: readonly [
    name: string,
    language: Language,
    text: string,
    decimals: number | undefined,
    written: string,
  ][] = [
    ['has a point in English', 'en', '67.4', 1, '67.4'],
    ['has a comma in French', 'fr', '67.4', 1, '67,4'],
    ['has a comma in Spanish', 'es', '67.4', 1, '67,4'],
    ['has a comma and Western digits in Arabic', 'ar', '67.4', 1, '67,4'],
    ['has a comma in Russian', 'ru', '67.4', 1, '67,4'],
    ['has a point in Chinese', 'zh', '67.4', 1, '67.4'],
    ['keeps the decimals it was published with', 'en', '2.770', undefined, '2.770'],
    ['keeps whole numbers whole', 'en', '12', undefined, '12'],
    ['parts thousands with a narrow space', 'en', '1234567.5', 1, `1${nnbsp}234${nnbsp}567.5`],
    ['parts thousands in Spanish from four digits on', 'es', '1234', undefined, `1${nnbsp}234`],
    ['has a true minus', 'fr', '-0.3', 1, '\u22120,3'],
    ['is never minus zero', 'en', '-0.04', 1, '0.0'],
    ['is rounded half away from zero, on the decimal and not on its binary shadow', 'en', '1.005', 2, '1.01'],
    ['is rounded away from zero below it too', 'en', '-2.5', 0, '\u22123'],
    [
      'is exact beyond what a binary number holds',
      'en',
      '12345678901234567890.1',
      1,
      `12${nnbsp}345${nnbsp}678${nnbsp}901${nnbsp}234${nnbsp}567${nnbsp}890.1`,
    ],
  ]
  for (const [name, language, text, decimals, written] of cases)
    it(name, () => assert.equal(figure(language, text, decimals), written))

  for (const strange of ['', 'n/a', '1,5', '0x10', '1e3', '<5', ' 4'])
    it(`is refused as a bug when it is “${strange}”, which is no decimal`, () =>
      assert.throws(() => figure('en', strange), /is not a decimal/))
})

describe('A bound, a range and a share', () => {
  it('keep the sign they were published with', () => {
    assert.equal(censored('en', '<', '0.1'), '<0.1')
    assert.equal(censored('fr', '>', '95.0'), '>95,0')
  })
  it('have an en dash, and space where a sign would touch it', () => {
    assert.equal(range('en', '74', '94'), '74–94')
    assert.equal(range('ru', '-2', '1.5', 1), `\u22122,0${nnbsp}–${nnbsp}1,5`)
  })
  it('have a space before the sign of per cent, in Chinese none', () => {
    for (const language of languages) {
      const point = language === 'en' || language === 'zh' ? '.' : ','
      assert.equal(
        percent(language, '67.4'),
        `67${point}4${{ en: '', zh: '', fr: nnbsp, es: nbsp, ar: nbsp, ru: nbsp }[language]}%`,
      )
    }
  })
})

describe('A day', () => {
  const cases: readonly [Language, string, string][] = [
    ['en', '2026-11-24', '24 November 2026'],
    ['fr', '2026-11-24', '24 novembre 2026'],
    ['fr', '2026-01-01', '1er janvier 2026'],
    ['es', '2026-11-24', '24 de noviembre de 2026'],
    ['ar', '2026-11-24', '24 نوفمبر 2026'],
    ['ru', '2026-11-24', '24 ноября 2026 г.'],
    ['zh', '2026-11-24', '2026年11月24日'],
  ]
  for (const [language, day, words] of cases)
    it(`is written out in ${language}: ${words}`, () =>
      assert.equal(dayWords(language, Day.trusted(day)).replace(nbsp, ' ').replace(nnbsp, ' '), words))
})
