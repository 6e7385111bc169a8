import { lettersApart, type Words } from '#kernel'
import type { Bracket, Element } from './element.ts'
import { EditionCode, type ElementId } from './ids.ts'
import { childrenOf, type Indexed } from './indexed.ts'
import type { Kind } from './organisation.ts'
import type { Edition } from './plan.ts'

export type Thing = Element | Bracket

export const isElement = (thing: Thing): thing is Element => 'kind' in thing

export const tailOf = (id: ElementId): string | null => {
  const slash = id.indexOf('/')
  return slash === -1 ? null : id.slice(slash + 1)
}

const kindFor = (ix: Indexed, thing: Thing): Kind | undefined =>
  isElement(thing) ? ix.kinds.get(thing.kind) : ix.plan.organisation.kinds.find((kind) => kind.role === 'bracket')

export const editionPath = (edition: EditionCode): string => `/editions/${edition}`

/** Its address, without a language: `/editions/2028-2031/targets/2.7`. */
export const pathOf = (ix: Indexed, thing: Thing): string => {
  const kind = kindFor(ix, thing)
  if (kind === undefined) throw new Error(`${thing.edition}/${thing.id} is of a kind that nobody declares`)
  const tail = tailOf(thing.id)
  return `${editionPath(thing.edition)}/${kind.segment}${tail === null ? '' : `/${tail}`}`
}

/** Every address of every edition. */
export const allPaths = (ix: Indexed): readonly string[] =>
  ix.plan.editions.flatMap((edition) => [
    editionPath(edition.code),
    ...[...edition.elements, ...edition.brackets].map((thing) => pathOf(ix, thing)),
  ])

export type Near = { readonly to: string; readonly words: Words }

/** What an address names. `exact` is false where only the case of letters differs; `nothing` says which part is unknown. */
export type Found =
  | { readonly kind: 'element'; readonly element: Element; readonly exact: boolean }
  | { readonly kind: 'bracket'; readonly bracket: Bracket; readonly exact: boolean }
  | { readonly kind: 'all'; readonly of: Kind; readonly edition: Edition; readonly things: readonly Thing[] }
  | {
      readonly kind: 'nothing'
      readonly unknown: 'edition' | 'segment' | 'tail'
      readonly text: string
      readonly nearest: readonly Near[]
    }

const wordsOfThing = (thing: Thing): Words => (isElement(thing) ? thing.title : thing.text)

/** How far apart the last numbers of two texts are: 2.8 is nearer to 2.7 than to 2.1. */
const stepsBetween = (a: string, b: string): number => {
  const [from, to] = [a, b].map((text) => Number(/\d+(?=\D*$)/.exec(text)?.[0] ?? Number.NaN))
  const steps = Math.abs((from ?? Number.NaN) - (to ?? Number.NaN))
  return Number.isNaN(steps) ? 0 : steps
}

/** The nearest names, at most three, and none that is much farther than the first. */
const nearestOf = <Value>(
  text: string,
  all: readonly Value[],
  nameOf: (value: Value) => string,
  near: (value: Value) => Near,
): readonly Near[] => {
  const ranked = all
    .map((value) => ({
      value,
      far: lettersApart(text.toLowerCase(), nameOf(value).toLowerCase()),
      steps: stepsBetween(text, nameOf(value)),
    }))
    .toSorted((a, b) => a.far - b.far || a.steps - b.steps)
  const best = ranked[0]?.far ?? 0
  return ranked
    .filter(({ far }) => far <= best + 1)
    .slice(0, 3)
    .map(({ value }) => near(value))
}

/** An edition as something offered instead: its years, by which people ask, and the act that adopted it. */
export const nearEdition = ({ code, act }: Edition): Near => ({
  to: editionPath(code),
  words: Object.fromEntries(
    Object.entries(act).map(([language, text]) => [
      language,
      `${code.replace(/^(\d{4})-(\d{4})$/, '$1–$2')} · ${text}`,
    ]),
  ) as Words,
})

/** Looks for an address in parts. Without a tail a kind of many answers with all of them. */
export const lookUp = (ix: Indexed, editionText: string, segment: string, tail: string | null): Found => {
  const code = EditionCode.parse(editionText.toLowerCase())
  const edition = code === null ? undefined : ix.editions.get(code)
  if (edition === undefined)
    return {
      kind: 'nothing',
      unknown: 'edition',
      text: editionText,
      nearest: nearestOf(editionText, ix.plan.editions, (one) => one.code, nearEdition),
    }
  const kinds = ix.plan.organisation.kinds
  const kind = kinds.find((one) => one.segment === segment.toLowerCase())
  if (kind === undefined)
    return {
      kind: 'nothing',
      unknown: 'segment',
      text: segment,
      nearest: nearestOf(
        segment,
        kinds,
        (one) => one.segment,
        (one) => ({ to: `${editionPath(edition.code)}/${one.segment}`, words: one.plural }),
      ),
    }
  const things: readonly Thing[] =
    kind.role === 'bracket' ? edition.brackets : edition.elements.filter((element) => element.kind === kind.code)
  if (tail === null && !kind.single) return { kind: 'all', of: kind, edition, things }
  const same = things.find((thing) => tailOf(thing.id)?.toLowerCase() === tail?.toLowerCase())
  if (same === undefined)
    return {
      kind: 'nothing',
      unknown: 'tail',
      text: tail ?? segment,
      nearest: nearestOf(
        tail ?? '',
        things,
        (thing) => tailOf(thing.id) ?? '',
        (thing) => ({ to: pathOf(ix, thing), words: wordsOfThing(thing) }),
      ),
    }
  const exact = tailOf(same.id) === tail && kind.segment === segment && edition.code === editionText
  return isElement(same) ? { kind: 'element', element: same, exact } : { kind: 'bracket', bracket: same, exact }
}

/** The element that an outline goes to before and after this one: its siblings of the same kind. */
export const besides = (
  ix: Indexed,
  element: Element,
): { readonly before: Element | null; readonly after: Element | null } => {
  const edition = ix.editions.get(element.edition)
  const parent = edition?.elements.find((one) => one.id === element.parents[0])
  const siblings = (parent === undefined ? [] : childrenOf(ix, parent)).filter((one) => one.kind === element.kind)
  const at = siblings.findIndex((one) => one.id === element.id)
  return { before: siblings[at - 1] ?? null, after: at === -1 ? null : (siblings[at + 1] ?? null) }
}
