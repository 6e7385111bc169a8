import type { Day, Language } from '#kernel'

/** How a published value is bounded when it was not published exactly: `<0.1`, `>95`. */
export type Bound = '<' | '>' | '≤' | '≥'

const minus = '\u2212'
const thousands = '\u202f'
const noBreak = '\u00a0'
const pointLanguages: readonly Language[] = ['en', 'zh']

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0

/** Digits with one more at their end; all of them nines make one digit more. */
const oneMore = (digits: string): string => String(BigInt(digits) + 1n).padStart(digits.length, '0')

/** Digits of a decimal without its point, rounded half away from zero to so many places: worked out on the digits, so that none is lost. */
const roundedDigits = (whole: string, part: string, decimals: number): string => {
  const kept = `${whole}${part.slice(0, decimals).padEnd(decimals, '0')}`
  return (part[decimals] ?? '0') >= '5' ? oneMore(kept) : kept
}

const decimalForm = /^([+-]?)0*(\d+)(?:\.(\d+))?$/

/**
 * A decimal as the language writes it, exactly: "1234.5" is "1 234,5" in French. `decimals` rounds, half away from zero,
 * and is the only place where a value is rounded; without it the value keeps the decimals that it was published with.
 * Western digits in all six languages. Throws on what is not a decimal. A page may have twenty thousand of them.
 */
export const figure = (language: Language, text: string, decimals = decimalsOf(text)): string => {
  const found = decimalForm.exec(text)
  if (found === null) throw new Error(`figure: "${text}" is not a decimal`)
  const digits = roundedDigits(found[2] ?? '', found[3] ?? '', decimals)
  const whole = digits.slice(0, digits.length - decimals)
  const grouped = whole.length < 4 ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, thousands)
  const sign = found[1] === '-' && /[1-9]/.test(digits) ? minus : ''
  if (decimals === 0) return `${sign}${grouped}`
  return `${sign}${grouped}${pointLanguages.includes(language) ? '.' : ','}${digits.slice(-decimals)}`
}

/** A value known only by its bound, with the sign it was published with: "<0.1". */
export const censored = (language: Language, bound: Bound, text: string, decimals?: number): string =>
  `${bound}${figure(language, text, decimals)}`

/** From low to high, with an en dash: "74–94". Where a sign would touch the dash, narrow spaces keep them apart. */
export const range = (language: Language, low: string, high: string, decimals?: number): string => {
  const [from, to] = [figure(language, low, decimals), figure(language, high, decimals)]
  return to.startsWith(minus) || from.startsWith(minus) ? `${from}${thousands}–${thousands}${to}` : `${from}–${to}`
}

/** The sign of per cent after a figure, as the language sets it: close up in English and Chinese, after a space elsewhere. */
export const percentSign = (language: Language): string =>
  language === 'en' || language === 'zh' ? '%' : language === 'fr' ? `${thousands}%` : `${noBreak}%`

export const percent = (language: Language, text: string, decimals?: number): string =>
  `${figure(language, text, decimals)}${percentSign(language)}`

const calendars: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  fr: 'fr',
  es: 'es',
  ar: 'ar-u-ca-gregory-nu-latn',
  ru: 'ru',
  zh: 'zh',
}

const days = new Map<Language, Intl.DateTimeFormat>()

/** A day in words: "26 November 2026", "1er janvier 2026", "2026年11月26日". */
export const dayWords = (language: Language, day: Day): string => {
  const format =
    days.get(language) ??
    new Intl.DateTimeFormat(calendars[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  days.set(language, format)
  const words = format.format(new Date(`${day}T00:00:00Z`))
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words
}
