import { longestHorizon } from '#statistics/core'
import type { Unit } from './question.ts'

/** What is wrong with a typed number or year. `not-a-year` and `not-a-number`: not understood. */
export type NumberFault = 'not-a-number' | 'outside-scale' | 'below-zero'
export type YearFault = 'not-a-year' | 'past' | 'too-far'

export type Typed<Fault> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'fault'; readonly fault: Fault }

const nothing = { kind: 'nothing' } as const

/** Digits as Arabic keyboards type them, as the ones that we write. */
const westernDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))

/** A number as people of six languages type it: a decimal point or comma, a true minus, a sign of per cent behind. */
export const numberTyped = (text: string): Typed<NumberFault> => {
  const plain = westernDigits(text)
    .replaceAll(/[\s\u00a0\u202f]/gu, '')
    .replace(/[%٪]$/u, '')
    .replace(/^\u2212/u, '-')
    .replace(/[,٫]/u, '.')
  if (plain === '') return nothing
  if (!/^[+-]?\d{1,15}(?:\.\d{1,15})?$/u.test(plain)) return { kind: 'fault', fault: 'not-a-number' }
  return { kind: 'value', value: Number(plain) }
}

/** A typed number that the scale of the line cannot hold: no share is above 100 per cent. */
export const onScale = (typed: Typed<NumberFault>, unit: Unit): Typed<NumberFault> => {
  if (typed.kind !== 'value') return typed
  if (unit === 'percent' && (typed.value < 0 || typed.value > 100)) return { kind: 'fault', fault: 'outside-scale' }
  if (unit === 'positive' && typed.value < 0) return { kind: 'fault', fault: 'below-zero' }
  return typed
}

/** A typed year, from the year in which it is asked; no value can be so new that more than 10 years after it are projected. */
export const yearTyped = (text: string, asOf: number): Typed<YearFault> => {
  const plain = westernDigits(text.trim())
  if (plain === '') return nothing
  if (!/^\d{4}$/u.test(plain)) return { kind: 'fault', fault: 'not-a-year' }
  const value = Number(plain)
  if (value < asOf) return { kind: 'fault', fault: 'past' }
  return value - asOf > longestHorizon ? { kind: 'fault', fault: 'too-far' } : { kind: 'value', value }
}
