import type { Bracket, Element } from './element.ts'
import { entryOf } from './ids.ts'
import type { Indexed } from './indexed.ts'

/**
 * A text cut at its square brackets. A bracket nests what it holds. `open` says which side is not printed:
 * it is shown as it stands, and nothing is closed for it (T2).
 */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'bracket'
      readonly parts: readonly TextPart[]
      readonly lacks: 'closing' | 'opening' | null
      /** The bracket of the list that this is, where it could be told. */
      readonly bracket: Bracket | null
    }

type Cut = { readonly parts: readonly TextPart[]; readonly at: number; readonly closed: boolean }

const textPart = (text: string): readonly TextPart[] => (text === '' ? [] : [{ kind: 'text', text }])

const cutFrom = (text: string, start: number, inside: boolean): Cut => {
  const parts: TextPart[] = []
  let from = start
  let at = start
  while (at < text.length) {
    const sign = text[at]
    if (sign === '[') {
      parts.push(...textPart(text.slice(from, at)))
      const inner = cutFrom(text, at + 1, true)
      parts.push({ kind: 'bracket', parts: inner.parts, lacks: inner.closed ? null : 'closing', bracket: null })
      at = inner.at
      from = at
    } else if (sign === ']') {
      parts.push(...textPart(text.slice(from, at)))
      if (inside) return { parts, at: at + 1, closed: true }
      parts.push({ kind: 'bracket', parts: [], lacks: 'opening', bracket: null })
      at += 1
      from = at
    } else at += 1
  }
  parts.push(...textPart(text.slice(from)))
  return { parts, at, closed: false }
}

export const plainOf = (parts: readonly TextPart[]): string =>
  parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      return `${part.lacks === 'opening' ? '' : '['}${plainOf(part.parts)}${part.lacks === 'closing' ? '' : ']'}`
    })
    .join('')

/** The brackets of an element, as objects of the edition's list. */
export const bracketsOf = (ix: Indexed, element: Element): readonly Bracket[] =>
  element.brackets.flatMap((id) => ix.brackets.get(entryOf(element.edition, id)) ?? [])

/**
 * Cuts a text and joins each bracket with its object: by the same words in any language, else in printed order when the
 * text has as many brackets as the list.
 */
export const cutAtBrackets = (text: string, brackets: readonly Bracket[] = []): readonly TextPart[] => {
  const { parts } = cutFrom(text, 0, false)
  const flat: TextPart[] = []
  const walk = (some: readonly TextPart[]): void => {
    for (const part of some)
      if (part.kind === 'bracket') {
        flat.push(part)
        walk(part.parts)
      }
  }
  walk(parts)
  const left = [...brackets]
  const objects = new Map<TextPart, Bracket>()
  for (const part of flat) {
    const plain = plainOf([part])
    const same = left.findIndex((one) => Object.values(one.text).includes(plain))
    const at = same !== -1 ? same : flat.length === brackets.length ? 0 : -1
    const [found] = at === -1 ? [] : left.splice(at, 1)
    if (found !== undefined) objects.set(part, found)
  }
  const joined = (some: readonly TextPart[]): readonly TextPart[] =>
    some.map((part) =>
      part.kind === 'text' ? part : { ...part, parts: joined(part.parts), bracket: objects.get(part) ?? null },
    )
  return joined(parts)
}

/** Why a bracket is not an ordinary one; a page says it. */
export const oddityOf = (bracket: Bracket): 'empty' | 'unclosed' | 'unopened' | null => {
  if (bracket.openedAtLine === null) return 'unopened'
  if (bracket.closedAtLine === null) return 'unclosed'
  return bracket.text.en.replaceAll(/[[\]\s]/g, '') === '' ? 'empty' : null
}
