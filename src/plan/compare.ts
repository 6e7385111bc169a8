import type { Words } from '#kernel'
import type { Ask, Show } from '#platform'
import {
  choiceOf,
  continuityBetween,
  endsOf,
  type Pair,
  type RowChoice,
  rowIdOf,
  rowsFor,
  type Strange,
  type Sums,
  sumsOf,
} from './core/compare.ts'
import type { Element } from './core/element.ts'
import type { RowId } from './core/ids.ts'
import { type Indexed, kindOf, measuresOf } from './core/indexed.ts'
import type { Continuity, CrosswalkRow, Edition } from './core/plan.ts'
import { elementsMeant, type Meant } from './core/written.ts'
import { seriesOf } from './neighbours/statistics.ts'
import { compareRow } from './places.ts'

/** What may follow the question mark: which rows, and of what somebody asks what became. */
export type CompareQuestion = Readonly<
  Partial<Record<'kind' | 'relation' | 'continuity' | 'of' | 'edition', string | undefined>>
>

/** A series of ours, with its name on the day asked. */
type Named = { readonly code: string; readonly names: Words }

/** Two indicators whose series goes on from the one to the other, with the series of ours that each is measured by. */
export type Lasting = {
  readonly row: CrosswalkRow
  readonly before: Element
  readonly after: Element
  readonly series: Continuity
  readonly why: Words
  readonly measured: readonly Named[]
}

export type Happened = { readonly text: string; readonly edition: Edition | null; readonly meant: Meant }

export type CompareRead = {
  readonly ix: Indexed
  readonly pair: Pair
  readonly choice: RowChoice
  readonly strange: readonly Strange[]
  readonly rows: readonly CrosswalkRow[]
  readonly sums: Sums
  /** Null: nobody asked. */
  readonly happened: Happened | null
  readonly lasting: readonly Lasting[]
  readonly panels: ReadonlyMap<RowId, readonly Show[]>
}

const codesOf = (ix: Indexed, element: Element): readonly string[] =>
  measuresOf(ix, element).flatMap((one) =>
    one.kind === 'series' ? [one.selection, ...one.others].map(({ series }) => series) : [],
  )

/** Every pair of indicators whose series goes on, in the order of the crosswalk (V3). */
const lastingOf = async (ask: Ask, ix: Indexed, pair: Pair): Promise<readonly Lasting[]> => {
  const all = pair.crosswalk.rows.flatMap((row) => {
    const { before, after } = endsOf(ix, { from: pair.from.code, to: pair.to.code, row })
    return before.flatMap((one) =>
      after.flatMap((other) => {
        const { series, why } = continuityBetween(row, one, other)
        const isIndicator = [one, other].every((each) => kindOf(ix, each).role === 'indicator')
        if (!isIndicator || (series !== 'yes' && series !== 'yes-with-note')) return []
        return [
          { row, before: one, after: other, series, why, codes: new Set([...codesOf(ix, one), ...codesOf(ix, other)]) },
        ]
      }),
    )
  })
  const names = await seriesOf(ask.db, [...new Set(all.flatMap(({ codes }) => [...codes]))], ask.asOf)
  return all.map(({ codes, ...one }) => ({
    ...one,
    measured: [...codes].flatMap((code) => {
      const found = names.get(code)
      return found === undefined ? [] : [{ code, names: found.names }]
    }),
  }))
}

const happenedOf = (
  ix: Indexed,
  { from, to }: Pair,
  { of = '', edition = '' }: CompareQuestion,
  shown: RowChoice['kind'],
): { readonly happened: Happened | null; readonly strange: readonly Strange[] } => {
  const asked = [from, to].find(({ code }) => code === edition.toLowerCase()) ?? null
  const strange =
    edition === '' || asked !== null
      ? []
      : [{ parameter: 'edition', value: edition, nearest: [from.code, to.code] as readonly string[] }]
  if (of.trim() === '') return { happened: null, strange }
  const meant = elementsMeant(ix, asked === null ? [from, to] : [asked], of, shown)
  return { happened: { text: of.trim(), edition: asked, meant }, strange }
}

/** Everything that the comparison of two editions shows. */
export const readCompare = async (
  ask: Ask,
  ix: Indexed,
  pair: Pair,
  question: CompareQuestion,
): Promise<CompareRead> => {
  const { choice, strange } = choiceOf(ix, pair, question)
  const rows = rowsFor(ix, pair, choice)
  const ids = rows.map((row) => rowIdOf({ from: pair.from.code, to: pair.to.code, row }))
  const { happened, strange: alsoStrange } = happenedOf(ix, pair, question, choice.kind)
  return {
    ix,
    pair,
    choice,
    strange: [...strange, ...alsoStrange],
    rows,
    sums: sumsOf(ix, pair, choice.kind),
    happened,
    lasting: await lastingOf(ask, ix, pair),
    panels: (await ask.panels(compareRow, ids)) as ReadonlyMap<RowId, readonly Show[]>,
  }
}
