import type { Looked, Near } from './store.ts'
import { fold, tokensOf } from './terms.ts'

/** A word of the question: as it was typed, its forms, and those that may go on. */
export type Slot = {
  readonly typed: string
  /** Terms that are the word. */
  readonly forms: readonly string[]
  /** Terms that begin like this are it too: another ending of the same word. */
  readonly beginnings: readonly string[]
  /** The two pairs of Chinese letters that it overlaps; null where it is no pair, or at an end. */
  readonly between: readonly [string, string] | null
}

/** The question taken apart; `left` says how many of its words are passed over, because there are too many. */
export type Question = { readonly slots: readonly Slot[]; readonly left: number; readonly code: string }

/** More would make the answer slow, and tell no more. */
const mostSlots = 12

/** What may be another word's ending: a word that differs by it is the same to who searches. */
const ending = /(?:(?<=\p{Script=Cyrillic}{4})[аеиоуыэюяйьмхв]{1,3}|(?<=[a-z]{4})s|(?<=[a-z]{5})(?:[aoe]s?|x))$/u

const isWord = (term: string): boolean => [...term].length >= 3 && !/\d/.test(term) && !/\p{Script=Han}/u.test(term)

const slotOf = (typed: string, terms: readonly string[], between: Slot['between']): Slot => {
  const [whole = '', ...parts] = terms
  const forms = [whole, ...parts.filter((part) => [...part].length >= 3)]
  const bare = whole.replace(ending, '')
  const beginnings = isWord(whole) ? [...new Set([whole, ...(isWord(bare) ? [bare] : [])])] : []
  return { typed, forms, beginnings, between }
}

export const questionOf = (asked: string): Question => {
  const slots = new Map<string, Slot>()
  const text = asked.normalize('NFC')
  const tokens = tokensOf(text)
  for (const [at, { from, to, terms }] of tokens.entries()) {
    const [before, after] = [tokens[at - 1], tokens[at + 1]]
    const overlaps = before !== undefined && after !== undefined && before.to > from && after.from < to
    const between = overlaps ? ([before.terms[0] ?? '', after.terms[0] ?? ''] as const) : null
    const slot = slotOf(text.slice(from, to), terms, between)
    if (terms.length > 0) slots.set(slot.forms.join(' '), slot)
  }
  const all = [...slots.values()]
  return {
    slots: all.slice(0, mostSlots),
    left: Math.max(0, all.length - mostSlots),
    code: fold(asked.replaceAll(/\p{C}/gu, ' ').trim()),
  }
}

/** Two neighbours changed places: one slip of the hand, though two letters differ. */
const isSwap = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, nth) => letter !== b[nth])
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** A slot as it is looked for: with what it may have been meant for, when it stands nowhere itself. */
export type Sought = Slot & { readonly read: readonly Near[]; readonly tells: number; readonly known: boolean }

/** Two Chinese letters of two words are hardly a word: they stand together far less often than the pairs beside them. */
const ofPair = 0.2
const farLess = 0.25

export const soughtFrom = (slots: readonly Slot[], looked: readonly Looked[], documents: number): readonly Sought[] => {
  const by = new Map(looked.map((one) => [one.word, one]))
  return slots.map((slot) => {
    const word = slot.forms[0] ?? ''
    const all = slot.forms.flatMap((form) => by.get(form) ?? [])
    const known = all.some((one) => one.texts !== null)
    const near = known ? [] : (by.get(word)?.near ?? [])
    const fair = near.filter(({ word: other, letters }) => letters < 2 || word.length >= 7 || isSwap(word, other))
    // The nearest only: who wrote one letter wrong did not mean what differs by two.
    const best = fair.some(({ letters, word: other }) => letters === 1 || isSwap(word, other)) ? 1 : 2
    const read = fair.filter(({ letters, word: other }) => letters <= best || isSwap(word, other))
    const often = known ? Math.max(...all.map((one) => one.texts ?? 0)) : read.reduce((sum, one) => sum + one.texts, 0)
    const beside = (slot.between ?? []).map((pair) => by.get(pair)?.texts ?? 0)
    const isSeam = slot.between !== null && often < farLess * Math.min(...beside)
    return { ...slot, read, known, tells: (isSeam ? ofPair : 1) * Math.log(1 + documents / Math.max(1, often)) }
  })
}

const quoted = (term: string): string => `'${term.replaceAll("'", "''")}'`

/** As PostgreSQL asks for it: anywhere, or only where the texts have this mark. */
export const tsqueryOf = ({ forms, beginnings, read }: Sought, mark: '' | 'A' | 'B' | 'C' = ''): string => {
  const weight = mark === '' ? '' : `:${mark}`
  return [
    ...forms.map((form) => `${quoted(form)}${weight}`),
    ...beginnings.map((beginning) => `${quoted(beginning)}:*${mark}`),
    ...read.map(({ word }) => `${quoted(word)}${weight}`),
  ].join(' | ')
}

/** The same without other endings: what is written as it was asked for. */
export const plainOf = ({ forms, read }: Sought): string =>
  [...forms, ...read.map(({ word }) => word)].map(quoted).join(' | ')

/** Words that tell something: beside them `of` and `the` are passed over. */
export const telling = (sought: readonly Sought[]): readonly Sought[] => {
  const most = Math.max(0, ...sought.filter(({ known }) => known).map(({ tells }) => tells))
  return sought.filter(({ tells }) => tells >= most * leastTelling)
}
const leastTelling = 0.45

/** Whether a term of a text is one that was sought. */
export const matcherOf = (sought: readonly Sought[]): ((term: string) => boolean) => {
  const exact = new Set(sought.flatMap(({ forms, read }) => [...forms, ...read.map(({ word }) => word)]))
  const beginnings = sought.flatMap((one) => one.beginnings)
  return (term) => exact.has(term) || beginnings.some((beginning) => term.startsWith(beginning))
}
