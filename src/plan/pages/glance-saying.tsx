import type { Child } from 'hono/jsx'
import { type Language, wordsIn } from '#kernel'
import { censored, Fig, figure, percent } from '#ui'
import type { Benchmark } from '../core/benchmark.ts'

/** Digits of a decimal as the row prints them, with the sign it was published with. */
export const figureWords = (
  language: Language,
  decimal: string,
  decimals: number,
  bound: '<' | '>' | null = null,
): string => (bound === null ? figure(language, decimal, decimals) : censored(language, bound, decimal, decimals))

const shortest = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)

/** The number that something is held against: "95 %", or with its unit in words. */
export const numberWords = (language: Language, { asks, unit }: Benchmark, isPercent: boolean): string => {
  if (asks === null) return ''
  const decimal = shortest(String(asks.value))
  if (isPercent) return percent(language, decimal)
  return unit === null ? figure(language, decimal) : `${figure(language, decimal)} ${wordsIn(language, unit)}`
}

export const fig = (words: Child) => <Fig>{words}</Fig>

/** "2014–2018", or one year. */
export const yearsWords = (first: number, last: number): string => (first === last ? String(first) : `${first}–${last}`)

/** Several things in a row as the language joins them: "1.7 and 2.1". */
export const joined = (language: Language, parts: readonly Child[]): Child => {
  const written = new Intl.ListFormat(language, { type: 'conjunction' }).formatToParts(parts.map((_, at) => String(at)))
  return <>{written.map(({ type, value }) => (type === 'element' ? parts[Number(value)] : value))}</>
}

/** The same for words that go into a sentence. */
export const joinedWords = (language: Language, parts: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(parts)

const semicolons: Readonly<Partial<Record<Language, string>>> = { ar: '؛ ', fr: '\u00a0; ', zh: '；' }

/** Between parts that may hold commas themselves. */
export const semicolon = (language: Language): string => semicolons[language] ?? '; '

/** At the end of words that are no sentence of ours. */
export const fullStop = (language: Language): string => (language === 'zh' ? '。' : '. ')

/** Between two sentences. */
export const gap = (language: Language): string => (language === 'zh' ? '' : ' ')
