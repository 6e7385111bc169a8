import { type Language, type Words, wordsIn } from '#kernel'
import { allPaths, besides, editionPath, isElement, type Thing, tailOf } from './core/address.ts'
import { everyKind, kindsOf, type Pair, pairsOf } from './core/compare.ts'
import type { Bracket, Element, Reading } from './core/element.ts'
import { becameOf, cameFrom, rowsOf } from './core/history.ts'
import { ElementId, entryOf } from './core/ids.ts'
import { elementAt, type Indexed, type JoinedRow, kindOf, outlineOf } from './core/indexed.ts'
import type { Kind, Role } from './core/organisation.ts'
import type { Edition } from './core/plan.ts'
import { type Run, wordDiff } from './word-diff.ts'

/** An edition as people write it: years with an en dash. */
export const editionName = (edition: Pick<Edition, 'code'>): string =>
  edition.code.replace(/^(\d{4})-(\d{4})$/, '$1–$2')

export const editionOf = (ix: Indexed, code: Edition['code']): Edition => {
  const edition = ix.editions.get(code)
  if (edition === undefined) throw new Error(`editionOf: ${code} is not in the plan`)
  return edition
}

export const kindOfThing = (ix: Indexed, thing: Thing): Kind => {
  if (isElement(thing)) return kindOf(ix, thing)
  const kind = ix.plan.organisation.kinds.find((one) => one.role === 'bracket')
  if (kind === undefined) throw new Error(`kindOfThing: nobody declares a kind for ${thing.id}`)
  return kind
}

export const titleOf = (thing: Thing): Words => (isElement(thing) ? thing.title : thing.text)

/** By what people point at it: the printed letter, or the number in its address; null where neither is. */
export const referenceOf = (thing: Thing): string | null => {
  const tail = tailOf(thing.id)
  if (isElement(thing) && thing.letter !== null) return thing.letter
  return tail !== null && /^\d/.test(tail) ? tail : isElement(thing) ? thing.number : tail
}

/** "Target 2.7" in each language: the name of its kind and its reference. */
export const shortNameOf = (ix: Indexed, thing: Thing): Words => {
  const { label } = kindOfThing(ix, thing)
  const reference = referenceOf(thing)
  if (reference === null) return label
  return Object.fromEntries(
    Object.entries(label).map(([language, words]) => [
      language,
      language === 'zh' ? `${words}${reference}` : `${words} ${reference}`,
    ]),
  ) as Words
}

/** The comparison of two editions, with what was asked there; what is empty is left out. */
export const comparePath = (
  { from, to }: Pair,
  question: Readonly<Partial<Record<string, string | undefined>>> = {},
): string => {
  const asked = Object.entries(question).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as [string, string]],
  )
  const query = new URLSearchParams(asked).toString()
  return `/compare/${from.code}/${to.code}${query === '' ? '' : `?${query}`}`
}

export const frameworkPath = (slug: string): string => `/frameworks/${slug}`

/** The anchor of a finding on the page of findings. */
export const anchorOf = (finding: { readonly id: string }): string => finding.id.slice(finding.id.indexOf('/') + 1)

/** Brackets in their printed order. */
export const inOrder = (brackets: readonly Bracket[]): readonly Bracket[] =>
  brackets.toSorted((a, b) => (a.openedAtLine ?? a.closedAtLine ?? 0) - (b.openedAtLine ?? b.closedAtLine ?? 0))

/** Words of an element that another edition has too, with the change marked word by word, in one language. */
export type Comparison = {
  readonly from: Element
  readonly to: Element
  readonly language: Language
  readonly title: readonly Run[]
  readonly statement: readonly Run[] | null
}

const comparedIn = (language: Language, all: readonly (Words | null)[]): Language =>
  all.every((words) => words === null || words[language] !== undefined) ? language : 'en'

/** Comparisons by the element they start from: what a load holds never changes, and they go when it goes. */
const kept = new WeakMap<Element, Map<string, Comparison>>()

/** The words of one beside those of the other. */
export const compared = (from: Element, to: Element, wanted: Language): Comparison => {
  const key = `${to.edition}/${to.id} ${wanted}`
  const known = kept.get(from) ?? new Map<string, Comparison>()
  kept.set(from, known)
  const standing = known.get(key)
  if (standing !== undefined) return standing
  const made = comparedNow(from, to, wanted)
  known.set(key, made)
  return made
}

const comparedNow = (from: Element, to: Element, wanted: Language): Comparison => {
  const language = comparedIn(wanted, [from.title, to.title, from.statement, to.statement])
  return {
    from,
    to,
    language,
    title: wordDiff(wordsIn(language, from.title), wordsIn(language, to.title), language),
    statement:
      from.statement === null || to.statement === null
        ? null
        : wordDiff(wordsIn(language, from.statement), wordsIn(language, to.statement), language),
  }
}

/** Its words beside those of what it was, and of what it became. */
export const comparisonsOf = (ix: Indexed, element: Element, language: Language): readonly Comparison[] => [
  ...cameFrom(ix, element).flatMap((step) => step.elements.map((before) => compared(before, element, language))),
  ...becameOf(ix, element).flatMap((step) => step.elements.map((after) => compared(element, after, language))),
]

export const isSame = (runs: readonly Run[] | null): boolean =>
  runs === null || runs.every((run) => run.kind === 'same')

/** An end of a pair of series: an element, or one printed measure of it. */
export const endOf = (
  ix: Indexed,
  edition: Edition['code'],
  id: string,
): { element: Element; part: Words | null } | null => {
  const parsed = ElementId.parse(id)
  const whole = parsed === null ? null : elementAt(ix, edition, parsed)
  if (whole !== null) return { element: whole, part: null }
  for (const element of editionOf(ix, edition).elements) {
    const part = element.indication?.parts.find((one) => one.id === id)
    if (part !== undefined) return { element, part: part.words }
  }
  return null
}

/** What a row points at besides: in the later edition, else in the earlier one. */
export const seeAlsoOf = (ix: Indexed, { from, to, row }: JoinedRow): readonly Element[] =>
  row.seeAlso.flatMap((id) => elementAt(ix, to, id) ?? elementAt(ix, from, id) ?? [])

/** Who names this element by a link, with the link. */
export const namedBy = (ix: Indexed, element: Element): readonly { link: string; element: Element }[] =>
  editionOf(ix, element.edition).elements.flatMap((other) =>
    Object.entries(other.links).flatMap(([link, ids]) => (ids.includes(element.id) ? [{ link, element: other }] : [])),
  )

/** Before and after in its list: among siblings, or among the brackets of the edition. */
export const neighboursOf = (
  ix: Indexed,
  thing: Thing,
): { readonly before: Thing | null; readonly after: Thing | null } => {
  if (isElement(thing)) return besides(ix, thing)
  const { brackets } = editionOf(ix, thing.edition)
  const at = brackets.findIndex((one) => one.id === thing.id)
  return { before: brackets[at - 1] ?? null, after: brackets[at + 1] ?? null }
}

/** Elements that the lines of a section print, though they belong elsewhere; counted by kind. */
export const printedUnder = (
  ix: Indexed,
  section: Element,
): readonly { kind: Kind; elements: readonly Element[] }[] => {
  const edition = editionOf(ix, section.edition)
  const first = section.source.lines[0] ?? 0
  const next = Math.min(
    Number.POSITIVE_INFINITY,
    ...edition.elements
      .filter((one) => kindOf(ix, one).role === 'section' && one.id !== section.id)
      .map((one) => one.source.lines[0] ?? 0)
      .filter((line) => line > first),
  )
  const inside = edition.elements.filter(
    (one) =>
      one.id !== section.id &&
      one.parents.length > 0 &&
      kindOf(ix, one).role !== 'section' &&
      one.source.lines.some((line) => line >= first && line < next),
  )
  return ix.plan.organisation.kinds.flatMap((kind) => {
    const elements = inside.filter((one) => one.kind === kind.code)
    return elements.length === 0 ? [] : [{ kind, elements }]
  })
}

/** The other readings that a finding is about: those readings of its elements that it names. */
export const readingsOf = (ix: Indexed, finding: Indexed['plan']['findings'][number]): readonly Reading[] => {
  const aspects = finding.readings.map((words) => words.en)
  const found = new Map<string, Reading>()
  for (const edition of finding.editions)
    for (const id of finding.elements[edition] ?? [])
      for (const reading of elementAt(ix, edition, id)?.readings ?? [])
        if (aspects.includes(reading.aspect.en)) found.set(`${reading.aspect.en} ${reading.other.en}`, reading)
  return [...found.values()]
}

/** The elements of an edition that its outline does not reach: shown after it, so that nothing is left out. */
export const outsideOutline = (ix: Indexed, edition: Edition): readonly Element[] => {
  const reached = new Set(outlineOf(ix, edition.code).map(({ element }) => element.id))
  return edition.elements.filter((one) => !reached.has(one.id))
}

const inOutline: readonly Role[] = ['section', 'statement', 'goal', 'target', 'priority', 'offering', 'enabler']

/** Whether an outline of the document names it. */
export const isLandmark = (ix: Indexed, element: Element): boolean => inOutline.includes(kindOf(ix, element).role)

export const bracketAt = (ix: Indexed, edition: Edition['code'], id: ElementId): Bracket | null =>
  ix.brackets.get(entryOf(edition, id)) ?? null

/** Every row of the crosswalks with something of this element, once. */
export const historyOf = (ix: Indexed, element: Element): readonly JoinedRow[] => [...new Set(rowsOf(ix, element))]

/**
 * Every page of a plan, without a language: the first page, findings, glossary, frameworks, comparisons, editions, lists of
 * a kind, elements.
 */
export const pagePaths = (ix: Indexed): readonly string[] => [
  '/',
  '/findings',
  '/glossary',
  '/frameworks',
  ...ix.plan.frameworks.map(({ slug }) => frameworkPath(slug)),
  ...pairsOf(ix).flatMap((pair) => [
    comparePath(pair),
    comparePath(pair, { kind: everyKind }),
    ...kindsOf(ix, pair).map(({ code }) => comparePath(pair, { kind: code })),
  ]),
  ...allPaths(ix),
  ...ix.plan.editions.flatMap((edition) =>
    ix.plan.organisation.kinds
      .filter(
        (kind) =>
          !kind.single &&
          (kind.role === 'bracket'
            ? edition.brackets.length > 0
            : edition.elements.some((one) => one.kind === kind.code)),
      )
      .map((kind) => `${editionPath(edition.code)}/${kind.segment}`),
  ),
]
