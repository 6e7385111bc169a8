import { type Facts, type Fault, type Language, languages, type Words } from '#kernel'
import type { Said, Wrapped } from './format.ts'
import { faultAt, type Path, type Place } from './source.ts'

export type Wording = Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>

const isWrapped = (value: object): value is Wrapped => 'said' in value && Object.keys(value).length === 1

type Miss = { readonly code: string; readonly facts: Facts }

const miss = (language: Language, english: string): Miss => ({
  code: 'plan.fault.noWording',
  facts: { language, words: english.length > 80 ? `${english.slice(0, 79)}…` : english },
})

/** The words in each language of the plan, and those that lack one. A quotation of the text is the same in all. */
export const wordsOf = (
  said: Said,
  wording: Wording,
  wanted: readonly Language[],
): { readonly words: Words; readonly misses: readonly Miss[] } => {
  const others = languages.filter((one) => one !== 'en')
  if (typeof said === 'object' && 'quoted' in said && said.quoted !== undefined)
    return {
      words: Object.fromEntries(languages.map((one) => [one, said.quoted])) as Words,
      misses: [],
    }
  const english = typeof said === 'string' ? said : ((said as { readonly en: string }).en ?? '')
  const inLanguage = (one: Language): string | undefined =>
    typeof said === 'string' ? wording[one]?.[english] : (said as Readonly<Record<string, string | undefined>>)[one]
  const rendered = others.flatMap((one) => {
    const text = inLanguage(one)
    return text === undefined ? [] : [[one, text] as const]
  })
  const has = new Set(rendered.map(([one]) => one))
  return {
    words: { en: english, ...Object.fromEntries(rendered) },
    misses: others.filter((one) => wanted.includes(one) && !has.has(one)).map((one) => miss(one, english)),
  }
}

/** A parsed part with its words in each language, and a fault for each that lacks one. The type is already that of the whole. */
export const resolved = <Value>(
  value: Value,
  place: Place,
  wording: Wording,
  wanted: readonly Language[],
): { readonly value: Value; readonly faults: readonly Fault[] } => {
  const faults: Fault[] = []
  const walk = (inner: unknown, path: Path): unknown => {
    if (Array.isArray(inner)) return inner.map((one, at) => walk(one, [...path, at]))
    if (typeof inner !== 'object' || inner === null) return inner
    if (isWrapped(inner)) {
      const { words, misses } = wordsOf(inner.said, wording, wanted)
      faults.push(...misses.map(({ code, facts }) => faultAt(place, path, code, facts)))
      return words
    }
    return Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, walk(one, [...path, key])]))
  }
  return { value: walk(value, []) as Value, faults }
}
