import { lettersApart } from '#kernel'
import { tailOf } from './address.ts'
import type { Element } from './element.ts'
import { entryOfElement, type Indexed, kindOf } from './indexed.ts'
import type { Kind } from './organisation.ts'
import type { Edition } from './plan.ts'

/** The values whose names are nearest to what was written: at most three, and none that is much farther than the first. */
export const nearestNames = <Value>(
  text: string,
  all: readonly Value[],
  namesOf: (value: Value) => readonly string[],
): readonly Value[] => {
  const far = (name: string): number => lettersApart(text.toLowerCase(), name.toLowerCase())
  const ranked = all
    .map((value) => ({ value, far: Math.min(...namesOf(value).map(far)) }))
    .toSorted((a, b) => a.far - b.far)
  const best = ranked[0]?.far ?? 0
  return ranked
    .filter((one) => one.far <= best + 1)
    .slice(0, 3)
    .map(({ value }) => value)
}

/** What people type for an element: its number, its id, its kind with its number in any language. */
const namesOf = (ix: Indexed, element: Element): readonly string[] => {
  const { label, segment, code } = kindOf(ix, element)
  const tail = tailOf(element.id)
  const kinds = [...Object.values(label), code, segment]
  return [
    element.id,
    ...(tail === null
      ? kinds
      : [tail, `${segment}/${tail}`, ...kinds.flatMap((kind) => [`${kind} ${tail}`, `${kind}${tail}`])]),
    ...(element.number === null ? [] : [element.number]),
  ].map((name) => name.toLowerCase())
}

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ')

const hasWords = (element: Element, words: string): boolean =>
  Object.values(element.title).some((title) => title?.toLowerCase().includes(words) === true)

/** More than this is a list, and no answer. */
const most = 8

/** What was meant by something typed. `more` were found than are given. */
export type Meant = {
  readonly elements: readonly Element[]
  readonly more: number
  /** Where nothing was found: what it may have been. */
  readonly nearest: readonly Element[]
}

/** The elements of these editions that somebody means who writes `1.7`, `target/1.7`, `Target 1.7` or words of a title. */
export const elementsMeant = (
  ix: Indexed,
  editions: readonly Edition[],
  text: string,
  /** What is shown: where a number names several things, one of this kind was meant first. */
  shown: Kind | null = null,
): Meant => {
  const wanted = plain(text)
  const all = editions.flatMap(({ elements }) => elements)
  const exact = all.filter((one) => one.id === wanted || entryOfElement(one) === wanted)
  const named = exact.length > 0 ? exact : all.filter((one) => namesOf(ix, one).includes(wanted))
  const found = named.length > 0 || wanted.length < 3 ? named : all.filter((one) => hasWords(one, wanted))
  if (found.length > 0) {
    const isShown = (one: Element): number => Number(one.kind === shown?.code)
    const ordered = found.toSorted((a, b) => isShown(b) - isShown(a))
    return { elements: ordered.slice(0, most), more: Math.max(0, found.length - most), nearest: [] }
  }
  const tail = wanted.replace(/^.*[\s/](?=[\w.-]+$)/, '')
  const near = nearestNames(tail, all, (one) => [tailOf(one.id) ?? one.id])
  return { elements: [], more: 0, nearest: near }
}
