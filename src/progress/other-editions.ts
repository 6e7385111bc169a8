import type { Words } from '#kernel'
import {
  type Benchmark,
  becameOf,
  benchmarksFor,
  type Continuity,
  type CrosswalkRow,
  cameFrom,
  type EditionCode,
  type Element,
  fitOf,
  type Indexed,
  isSeries,
  type SeriesMeasure,
} from '#plan/core'
import { selectionKey } from '#statistics/core'
import type { Point } from './core/index.ts'
import type { Outlook } from './outlook.ts'
import { measuresFor } from './outlooks-open.ts'

/** The same line in another edition: what it is held against there, so that one axis can carry both deadlines. */
export type OtherEdition = {
  readonly edition: EditionCode
  readonly element: Element
  readonly series: Extract<Continuity, 'yes' | 'yes-with-note'>
  /** Why the crosswalk says that the series continues. */
  readonly why: Words
  readonly benchmark: Benchmark
  readonly target: Point
}

/** What the crosswalk says of the series of these two: a pair of its own, else the row. */
const continuityOf = ({ series, why, pairs }: CrosswalkRow, one: Element, other: Element) => {
  const ids: ReadonlySet<string> = new Set([one.id, other.id])
  return (
    pairs.find(({ from, to }) => ids.has(from) && ids.has(to) && (from !== to || one.id === other.id)) ?? {
      series,
      why,
    }
  )
}

/** The measure of an element that has this very line, its own or another. */
const measureWith = (ix: Indexed, element: Element, key: string): SeriesMeasure | null =>
  measuresFor(ix, element)
    .filter(isSeries)
    .find(({ selection, others }) => [selection, ...others].some((one) => selectionKey(one) === key)) ?? null

/** The benchmark of the same kind there, of what was typed the one that its pages use; only with a number in the unit of the line. */
const sameBenchmark = (ix: Indexed, element: Element, measure: SeriesMeasure, { held, answer }: Outlook) => {
  const all = benchmarksFor(ix, element).filter((one) => {
    const fit = fitOf(one, measure, answer?.series ?? null)
    return fit === 'same' || fit === 'near'
  })
  return all.find((one) => (held === 'typed' ? one.first : one.kind === held)) ?? null
}

/**
 * Where the crosswalk says that the series of an outlook continues in another edition and the same line is measured there: that
 * edition's number and year. An element that continues in several, or comes from several, has one for each edition and number. None
 * for a gap.
 */
export const otherEditionsOf = (ix: Indexed, outlook: Outlook): readonly OtherEdition[] => {
  const { element, selection, gap } = outlook
  if (selection === null || gap !== null) return []
  const key = selectionKey(selection)
  const all = [...cameFrom(ix, element), ...becameOf(ix, element)].flatMap(({ edition, row, elements }) =>
    elements.flatMap((other): readonly OtherEdition[] => {
      const { series, why } = continuityOf(row, element, other)
      const measure = measureWith(ix, other, key)
      if (measure === null || (series !== 'yes' && series !== 'yes-with-note')) return []
      const benchmark = sameBenchmark(ix, other, measure, outlook)
      if (benchmark === null || benchmark.asks === null) return []
      const target = { year: benchmark.by, value: benchmark.asks.value }
      return [{ edition, element: other, series, why, benchmark, target }]
    }),
  )
  const name = ({ edition, target }: OtherEdition): string => `${edition} ${target.year} ${target.value}`
  return all.filter((one, at) => all.findIndex((other) => name(other) === name(one)) === at)
}
