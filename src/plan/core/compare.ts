import type { Element } from './element.ts'
import { RowId } from './ids.ts'
import { elementAt, type Indexed, type JoinedRow } from './indexed.ts'
import type { Kind } from './organisation.ts'
import {
  type Continuity,
  type Crosswalk,
  type CrosswalkRow,
  continuities,
  type Edition,
  type Relation,
  relations,
} from './plan.ts'
import { nearestNames } from './written.ts'

/** Two editions that a crosswalk joins. */
export type Pair = { readonly crosswalk: Crosswalk; readonly from: Edition; readonly to: Edition }

export const pairsOf = (ix: Indexed): readonly Pair[] =>
  ix.plan.crosswalks.flatMap((crosswalk) => {
    const [from, to] = [ix.editions.get(crosswalk.from), ix.editions.get(crosswalk.to)]
    return from === undefined || to === undefined ? [] : [{ crosswalk, from, to }]
  })

/** What two editions in an address name. `exact` is false where the case of letters differs, or the later one came first. */
export type FoundPair =
  | { readonly kind: 'pair'; readonly pair: Pair; readonly exact: boolean }
  | { readonly kind: 'nothing'; readonly unknown: string | null; readonly nearest: readonly Pair[] }

const nameOfPair = ({ from, to }: Pair): string => `${from.code} ${to.code}`

export const pairAt = (ix: Indexed, older: string, newer: string): FoundPair => {
  const all = pairsOf(ix)
  const [a, b] = [older.toLowerCase(), newer.toLowerCase()]
  const straight = all.find(({ from, to }) => from.code === a && to.code === b)
  if (straight !== undefined) return { kind: 'pair', pair: straight, exact: older === a && newer === b }
  const turned = all.find(({ from, to }) => from.code === b && to.code === a)
  if (turned !== undefined) return { kind: 'pair', pair: turned, exact: false }
  const known = new Set<string>(ix.plan.editions.map(({ code }) => code))
  const unknown = [older, newer].find((text) => !known.has(text.toLowerCase())) ?? null
  return { kind: 'nothing', unknown, nearest: nearestNames(`${a} ${b}`, all, (one) => [nameOfPair(one)]) }
}

export const rowIdOf = ({ from, to, row }: JoinedRow): RowId => RowId.trusted(`${from}/${to}/${row.id}`)

export const joinedRowAt = (ix: Indexed, id: RowId): JoinedRow | null => {
  const [from, to, ...rest] = id.split('/')
  const crosswalk = ix.plan.crosswalks.find((one) => one.from === from && one.to === to)
  const row = crosswalk?.rows.find((one) => one.id === rest.join('/'))
  return crosswalk === undefined || row === undefined ? null : { from: crosswalk.from, to: crosswalk.to, row }
}

/** Which rows are shown; null is any. */
export type RowChoice = {
  readonly kind: Kind | null
  readonly relation: Relation | null
  readonly continuity: Continuity | null
}

/** The word of an address for rows of every kind. */
export const everyKind = 'all'

/** A word of an address that is not understood, with those that it may have meant. */
export type Strange = { readonly parameter: string; readonly value: string; readonly nearest: readonly string[] }

type Asked = Readonly<Partial<Record<'kind' | 'relation' | 'continuity', string | undefined>>>

/** What pages show unless another kind is asked for: that which has a number and a year. */
const firstKind = (ix: Indexed): Kind | null => ix.plan.organisation.kinds.find(({ role }) => role === 'target') ?? null

/** Kinds that a pair has rows of, in the order in which the organization declares them. */
export const kindsOf = (ix: Indexed, { crosswalk }: Pair): readonly Kind[] => {
  const there = new Set(crosswalk.rows.map(({ kind }) => kind))
  return ix.plan.organisation.kinds.filter(({ code }) => there.has(code))
}

const oneOf = <Value extends string>(all: readonly Value[], parameter: string, text: string | undefined) => {
  if (text === undefined || text === '') return { value: null, strange: [] }
  const value = all.find((one) => one === text.toLowerCase()) ?? null
  if (value !== null) return { value, strange: [] }
  return { value, strange: [{ parameter, value: text, nearest: nearestNames(text, all, (one) => [one]) }] }
}

/** What the address asks for. A word that is not understood filters nothing, and is said. */
export const choiceOf = (
  ix: Indexed,
  pair: Pair,
  asked: Asked,
): { readonly choice: RowChoice; readonly strange: readonly Strange[] } => {
  const kinds = kindsOf(ix, pair)
  const text = asked.kind?.toLowerCase() ?? ''
  const byName = kinds.find(({ code, segment }) => code === text || segment === text)
  const isStrange = text !== '' && text !== everyKind && byName === undefined
  const relation = oneOf(relations, 'relation', asked.relation)
  const continuity = oneOf(continuities, 'continuity', asked.continuity)
  return {
    choice: {
      kind: text === everyKind ? null : (byName ?? firstKind(ix)),
      relation: relation.value,
      continuity: continuity.value,
    },
    strange: [
      ...(isStrange
        ? [
            {
              parameter: 'kind',
              value: asked.kind ?? '',
              nearest: nearestNames(text, kinds, ({ code, segment }) => [code, segment]).map(({ code }) => code),
            },
          ]
        : []),
      ...relation.strange,
      ...continuity.strange,
    ],
  }
}

/** The elements at both ends of a row. */
export type Ends = { readonly before: readonly Element[]; readonly after: readonly Element[] }

export const endsOf = (ix: Indexed, { from, to, row }: JoinedRow): Ends => ({
  before: row.from.flatMap((id) => elementAt(ix, from, id) ?? []),
  after: row.to.flatMap((id) => elementAt(ix, to, id) ?? []),
})

const isOfKind = (ix: Indexed, pair: Pair, row: CrosswalkRow, kind: Kind): boolean => {
  if (row.kind === kind.code) return true
  const { before, after } = endsOf(ix, { from: pair.from.code, to: pair.to.code, row })
  return [...before, ...after].some((one) => one.kind === kind.code)
}

/** The rows that are shown: those of a kind, and those in which something became it or stopped being it. */
export const rowsFor = (ix: Indexed, pair: Pair, { kind, relation, continuity }: RowChoice): readonly CrosswalkRow[] =>
  pair.crosswalk.rows.filter(
    (row) =>
      (kind === null || isOfKind(ix, pair, row, kind)) &&
      (relation === null || row.relation === relation) &&
      (continuity === null || row.series === continuity),
  )

/** How many of a kind lived on in how many, ended and began, and what became of the series of those that lived on. */
export type Sums = {
  readonly old: number
  readonly fresh: number
  readonly living: number
  readonly into: number
  readonly dropped: number
  readonly added: number
  /** Rows with both ends. */
  readonly rows: number
  readonly series: Readonly<Record<Continuity, number>>
}

export const sumsOf = (ix: Indexed, pair: Pair, kind: Kind | null): Sums => {
  const rows = rowsFor(ix, pair, { kind, relation: null, continuity: null })
  const own = (one: Element): boolean => kind === null || one.kind === kind.code
  const ends = rows.map((row) => endsOf(ix, { from: pair.from.code, to: pair.to.code, row }))
  const count = (all: readonly (readonly Element[])[]): number => new Set(all.flat().filter(own)).size
  const both = ends.filter(({ before, after }) => before.length > 0 && after.length > 0)
  const lasting = rows.filter(({ from, to }) => from.length > 0 && to.length > 0)
  const of = (series: Continuity): number => lasting.filter((row) => row.series === series).length
  return {
    old: pair.from.elements.filter(own).length,
    fresh: pair.to.elements.filter(own).length,
    living: count(both.map(({ before }) => before)),
    into: count(both.map(({ after }) => after)),
    dropped: count(ends.filter(({ after }) => after.length === 0).map(({ before }) => before)),
    added: count(ends.filter(({ before }) => before.length === 0).map(({ after }) => after)),
    rows: lasting.length,
    series: {
      yes: of('yes'),
      'yes-with-note': of('yes-with-note'),
      no: of('no'),
      'not-a-series': of('not-a-series'),
    },
  }
}

/** Rows by their relation, in the order of relations; one that no row has is absent. */
export const byRelation = (
  rows: readonly CrosswalkRow[],
): readonly { readonly relation: Relation; readonly count: number }[] =>
  relations
    .map((relation) => ({ relation, count: rows.filter((row) => row.relation === relation).length }))
    .filter(({ count }) => count > 0)

const isPartOf = (element: Element, id: string): boolean =>
  element.id === id || element.indication?.parts.some((part) => part.id === id) === true

/** What the crosswalk says of the series of these two: an answer of its own, else that of the row. */
export const continuityBetween = ({ series, why, pairs }: CrosswalkRow, before: Element, after: Element) =>
  pairs.find(({ from, to }) => isPartOf(before, from) && isPartOf(after, to)) ?? { series, why }

/** One line from an old element to a new one. */
export type Flow = { readonly before: Element; readonly after: Element; readonly series: Continuity }

/** An element of one side of a flow: where nothing leads from or to one of its kind, `elsewhere` is what it became or was. */
export type FlowEnd = { readonly element: Element; readonly joined: boolean; readonly elsewhere: readonly Element[] }

/** Both lists of a kind as printed, and what of one became what of the other. */
export const flowOf = (
  ix: Indexed,
  pair: Pair,
  kind: Kind,
): { readonly before: readonly FlowEnd[]; readonly after: readonly FlowEnd[]; readonly flows: readonly Flow[] } => {
  const own = (one: Element): boolean => one.kind === kind.code
  const ends = rowsFor(ix, pair, { kind, relation: null, continuity: null }).map((row) => ({
    row,
    ...endsOf(ix, { from: pair.from.code, to: pair.to.code, row }),
  }))
  const flows = ends.flatMap(({ row, before, after }) =>
    before
      .filter(own)
      .flatMap((one) =>
        after
          .filter(own)
          .map((other) => ({ before: one, after: other, series: continuityBetween(row, one, other).series })),
      ),
  )
  const side = (edition: Edition, at: 'before' | 'after'): readonly FlowEnd[] =>
    edition.elements.filter(own).map((element) => ({
      element,
      joined: flows.some((flow) => flow[at] === element),
      elsewhere: ends
        .filter((one) => one[at].includes(element))
        .flatMap((one) => one[at === 'before' ? 'after' : 'before'])
        .filter((one) => !own(one)),
    }))
  return { before: side(pair.from, 'before'), after: side(pair.to, 'after'), flows }
}
