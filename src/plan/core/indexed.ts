import type { Benchmark } from './benchmark.ts'
import type { Bracket, Element } from './element.ts'
import { type EditionCode, type ElementId, type EntryId, entryOf, type KindCode } from './ids.ts'
import type { Measure } from './measure.ts'
import type { Kind, Role } from './organisation.ts'
import type { CrosswalkRow, Edition, Finding, Plan } from './plan.ts'

/** A row of a crosswalk with the editions that it joins. */
export type JoinedRow = { readonly from: EditionCode; readonly to: EditionCode; readonly row: CrosswalkRow }

/** A plan with its ways in: made once for a load, asked by every page. */
export type Indexed = {
  readonly plan: Plan
  readonly kinds: ReadonlyMap<KindCode, Kind>
  readonly editions: ReadonlyMap<EditionCode, Edition>
  readonly elements: ReadonlyMap<EntryId, Element>
  readonly brackets: ReadonlyMap<EntryId, Bracket>
  /** By their first parent, in printed order. */
  readonly children: ReadonlyMap<EntryId, readonly Element[]>
  /** By a parent that is not their first, in printed order. */
  readonly alsoUnder: ReadonlyMap<EntryId, readonly Element[]>
  readonly measures: ReadonlyMap<EntryId, readonly Measure[]>
  readonly benchmarks: ReadonlyMap<EntryId, readonly Benchmark[]>
  readonly findings: ReadonlyMap<EntryId, readonly Finding[]>
  /** By the elements that they leave from, and by those that they arrive at. */
  readonly leaving: ReadonlyMap<EntryId, readonly JoinedRow[]>
  readonly arriving: ReadonlyMap<EntryId, readonly JoinedRow[]>
}

/** Printed order: by the first line in the text; on the same line the paragraph comes before what is drawn from it. */
const inPrintedOrder =
  (kinds: ReadonlyMap<KindCode, Kind>) =>
  (a: Element, b: Element): number =>
    (a.source.lines[0] ?? 0) - (b.source.lines[0] ?? 0) ||
    Number(kinds.get(b.kind)?.role === 'paragraph') - Number(kinds.get(a.kind)?.role === 'paragraph') ||
    a.position - b.position

const grouped = <Value>(pairs: readonly (readonly [EntryId, Value])[]): ReadonlyMap<EntryId, readonly Value[]> => {
  const groups = new Map<EntryId, Value[]>()
  for (const [entry, value] of pairs) {
    const group = groups.get(entry)
    if (group === undefined) groups.set(entry, [value])
    else group.push(value)
  }
  return groups
}

export const indexed = (plan: Plan): Indexed => {
  const kinds = new Map(plan.organisation.kinds.map((kind) => [kind.code, kind]))
  const elements = plan.editions.flatMap((edition) => edition.elements)
  const ordered = elements.toSorted(inPrintedOrder(kinds))
  const rows = plan.crosswalks.flatMap(({ from, to, rows }) => rows.map((row) => ({ from, to, row })))
  return {
    plan,
    kinds,
    editions: new Map(plan.editions.map((edition) => [edition.code, edition])),
    elements: new Map(elements.map((element) => [entryOf(element.edition, element.id), element])),
    brackets: new Map(
      plan.editions.flatMap(({ brackets }) => brackets.map((one) => [entryOf(one.edition, one.id), one])),
    ),
    children: grouped(
      ordered.flatMap((one) => one.parents.slice(0, 1).map((parent) => [entryOf(one.edition, parent), one] as const)),
    ),
    alsoUnder: grouped(
      ordered.flatMap((one) => one.parents.slice(1).map((parent) => [entryOf(one.edition, parent), one] as const)),
    ),
    measures: grouped(plan.measures.map((one) => [entryOf(one.edition, one.element), one])),
    benchmarks: grouped(plan.benchmarks.map((one) => [entryOf(one.edition, one.target), one])),
    findings: grouped(
      plan.findings.flatMap((finding) =>
        finding.editions.flatMap((edition) =>
          (finding.elements[edition] ?? []).map((id) => [entryOf(edition, id), finding] as const),
        ),
      ),
    ),
    leaving: grouped(
      rows.flatMap((joined) => joined.row.from.map((id) => [entryOf(joined.from, id), joined] as const)),
    ),
    arriving: grouped(rows.flatMap((joined) => joined.row.to.map((id) => [entryOf(joined.to, id), joined] as const))),
  }
}

export const entryOfElement = ({ edition, id }: { readonly edition: EditionCode; readonly id: ElementId }): EntryId =>
  entryOf(edition, id)

export const elementAt = (ix: Indexed, edition: EditionCode, id: ElementId): Element | null =>
  ix.elements.get(entryOf(edition, id)) ?? null

/** Every element's kind is declared; the loader saw to it. */
export const kindOf = (ix: Indexed, element: Element): Kind => {
  const kind = ix.kinds.get(element.kind)
  if (kind === undefined)
    throw new Error(`${element.edition}/${element.id} is of the kind ${element.kind}, which nobody declares`)
  return kind
}

/** The elements of an edition that play this part, in the order of the document. */
export const ofRole = (ix: Indexed, edition: EditionCode, role: Role): readonly Element[] =>
  (ix.editions.get(edition)?.elements ?? []).filter((element) => ix.kinds.get(element.kind)?.role === role)

export const childrenOf = (ix: Indexed, element: Element): readonly Element[] =>
  ix.children.get(entryOfElement(element)) ?? []

export const alsoUnder = (ix: Indexed, element: Element): readonly Element[] =>
  ix.alsoUnder.get(entryOfElement(element)) ?? []

/** From the root down to its first parent. */
export const ancestorsOf = (ix: Indexed, element: Element): readonly Element[] => {
  const parent = element.parents[0] === undefined ? null : elementAt(ix, element.edition, element.parents[0])
  return parent === null ? [] : [...ancestorsOf(ix, parent), parent]
}

export type OutlineRow = { readonly element: Element; readonly depth: number }

/** The whole edition from its root, each element below its first parent, in printed order. */
export const outlineOf = (ix: Indexed, edition: EditionCode): readonly OutlineRow[] => {
  const below = (element: Element, depth: number): readonly OutlineRow[] => [
    { element, depth },
    ...childrenOf(ix, element).flatMap((child) => below(child, depth + 1)),
  ]
  return (ix.editions.get(edition)?.elements ?? [])
    .filter((element) => element.parents.length === 0)
    .flatMap((root) => below(root, 0))
}

/** The elements that an element names by a link, those that exist. */
export const linkedBy = (ix: Indexed, element: Element, link: string): readonly Element[] =>
  (element.links[link] ?? []).flatMap((id) => elementAt(ix, element.edition, id) ?? [])

/** The definition that this edition gives of a kind, or null. */
export const definitionOf = (ix: Indexed, edition: EditionCode, kind: Kind): Element | null =>
  kind.definition === null ? null : elementAt(ix, edition, kind.definition as ElementId)

export const measuresOf = (ix: Indexed, element: Element): readonly Measure[] =>
  ix.measures.get(entryOfElement(element)) ?? []

export const findingsOf = (ix: Indexed, element: Element): readonly Finding[] =>
  ix.findings.get(entryOfElement(element)) ?? []

export const benchmarksOf = (ix: Indexed, target: Element): readonly Benchmark[] =>
  ix.benchmarks.get(entryOfElement(target)) ?? []

/** The benchmark that pages use unless another is chosen; null for an element that has none. */
export const firstBenchmarkOf = (ix: Indexed, target: Element): Benchmark | null =>
  benchmarksOf(ix, target).find((one) => one.first) ?? null

/** The measures of all indicators of a target, in printed order; the one that its row shows comes first. */
export const measuresUnder = (ix: Indexed, target: Element): readonly Measure[] => {
  const all = childrenOf(ix, target).flatMap((indicator) => measuresOf(ix, indicator))
  return all.toSorted((a, b) => Number(isShown(b)) - Number(isShown(a)))
}

export const isShown = (measure: Measure): boolean => measure.kind === 'series' && measure.shown

/** All elements, of any edition, whose measures use this series: one series serves several (I8). */
export const usersOf = (ix: Indexed, series: string): readonly Element[] => {
  const entries = new Set(
    ix.plan.measures
      .filter((one) => one.kind === 'series' && [one.selection, ...one.others].some((each) => each.series === series))
      .map((one) => entryOf(one.edition, one.element)),
  )
  return [...entries].flatMap((entry) => ix.elements.get(entry) ?? [])
}
