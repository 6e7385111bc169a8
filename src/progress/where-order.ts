import type { Language } from '#kernel'
import type { Missing } from './core/index.ts'
import type { Counted, Where } from './where.ts'

const keys = ['missing', 'short', 'latest', 'year', 'name'] as const

/** By which column those who are missing stand, and which way. */
export type WhereOrder = { readonly by: (typeof keys)[number]; readonly falling: boolean }

/** As it stands in an address: `-missing`, `name`. */
export const wordOf = ({ by, falling }: WhereOrder): string => `${falling ? '-' : ''}${by}`

export const orderIn = (word: string): WhereOrder | null => {
  const by = keys.find((one) => one === word.replace(/^-/, ''))
  return by === undefined ? null : { by, falling: word.startsWith('-') }
}

/** The most first: people, or points where nobody can be counted. */
export const usualOrder = ({ total }: Pick<Where, 'total'>): WhereOrder => ({
  by: total === null ? 'short' : 'missing',
  falling: true,
})

const sizeOf = (one: Missing<Counted>, by: Exclude<WhereOrder['by'], 'name'>): number | null =>
  by === 'latest' ? one.value : one[by]

/** The rows in the order asked for; those without such a value last, whichever way. */
export const ordered = (
  rows: readonly Missing<Counted>[],
  { by, falling }: WhereOrder,
  nameOf: (code: string) => string,
  language: Language,
): readonly Missing<Counted>[] => {
  const sign = falling ? -1 : 1
  if (by === 'name') {
    const { compare } = new Intl.Collator(language)
    return rows.toSorted((a, b) => sign * compare(nameOf(a.area), nameOf(b.area)))
  }
  return rows.toSorted((a, b) => {
    const [one, other] = [sizeOf(a, by), sizeOf(b, by)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return sign * (one - other)
  })
}
