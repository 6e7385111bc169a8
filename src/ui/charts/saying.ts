import type { Language } from '#kernel'
import type { Say } from '#platform'
import { censored, figure, percentSign } from '../figures.ts'
import type { Point, Scale } from './drawing.tsx'

/** In an Arabic sentence a figure with its sign stays as it is written: the marks around it keep its direction. */
const isolated = (language: Language, words: string): string => (language === 'ar' ? `\u2066${words}\u2069` : words)

/** A point as it is printed: "67.4 %", "<0.1", "12 300". */
export const pointWords = (language: Language, scale: Scale, point: Point, decimals?: number): string => {
  const value =
    point.bound === undefined
      ? figure(language, point.value, decimals)
      : censored(language, point.bound, point.value, decimals)
  return isolated(language, scale.kind === 'percent' ? `${value}${percentSign(language)}` : value)
}

/** "67.4 % in 2023". */
export const inYear = (say: Say, language: Language, scale: Scale, point: Point, decimals?: number): string =>
  say('ui.chart.inYear', { value: pointWords(language, scale, point, decimals), year: String(point.year) })

/** What a line shows, in a sentence: its first and last value, and how many years between them are missing. */
export const lineWords = (
  say: Say,
  language: Language,
  scale: Scale,
  points: readonly Point[],
  decimals?: number,
): string => {
  const all = points.toSorted((a, b) => a.year - b.year)
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return say('ui.chart.noPoints')
  if (first === last) return say('ui.chart.onePoint', { last: inYear(say, language, scale, last, decimals) })
  return say('ui.chart.line', {
    first: inYear(say, language, scale, first, decimals),
    last: inYear(say, language, scale, last, decimals),
    missing: last.year - first.year + 1 - new Set(all.map(({ year }) => year)).size,
  })
}
