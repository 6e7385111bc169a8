import type { Day, Words } from '#kernel'
import { codesOf, isTotal, type Series, selectionKey } from '#statistics/core'
import type { Benchmark } from './benchmark.ts'
import type { Element } from './element.ts'
import { benchmarksOf, elementAt, type Indexed, kindOf, measuresOf, measuresUnder } from './indexed.ts'
import type { Measure } from './measure.ts'
import type {
  BenchmarkChoice,
  BenchmarkFit,
  Choice,
  Chosen,
  MeasureChoice,
  SelectionChoice,
  SeriesMeasure,
  Strange,
} from './measured.ts'
import { economyOrders } from './measured-economies.ts'

/** The word for a measure in an address: its id without what all of them begin with, and without the edition. */
export const measureSlug = ({ id, edition }: Measure): string => {
  const slug = id.slice(id.indexOf('/') + 1)
  return slug.startsWith(`${edition}.`) ? slug.slice(edition.length + 1) : slug
}

export const isSeries = (measure: Measure): measure is SeriesMeasure => measure.kind === 'series'

/** The lines of a measure: its own first. A line of the same series is named by its breakdown alone. */
export const selectionsOf = (measure: SeriesMeasure): readonly SelectionChoice[] => {
  const { selection, others } = measure
  const lines = [{ ...selection, by: null, words: measure.words }, ...others]
  return lines.map(({ series, breakdown, by, words }) => {
    const alone = series === selection.series || lines.filter((one) => one.breakdown === breakdown).length === 1
    return {
      slug: alone && breakdown !== '' ? breakdown : selectionKey({ series, breakdown }),
      selection: { series, breakdown },
      by,
      words,
    }
  })
}

/** The benchmarks of a target, or of the target that an indicator stands under; of another element there are none. */
export const benchmarksFor = (ix: Indexed, element: Element): readonly Benchmark[] => {
  const own = benchmarksOf(ix, element)
  if (own.length > 0) return own
  return element.parents.flatMap((id) => {
    const parent = elementAt(ix, element.edition, id)
    return parent !== null && kindOf(ix, parent).role === 'target' ? benchmarksOf(ix, parent) : []
  })
}

/** Whether a benchmark was there on a day; one without a date is. A date may be a month, `2026-07`: then from its first day. */
export const isKnownOn = ({ dated, decidedOn }: Benchmark, day: Day): boolean =>
  (dated === null || dated <= day) && (decidedOn === null || decidedOn <= day)

/** The one that is used unless another is chosen; on a day before it was there, the text itself, which prints what it prints. */
const usualBenchmark = (benchmarks: readonly BenchmarkChoice[]): BenchmarkChoice | null =>
  benchmarks.find(({ benchmark }) => benchmark.first) ??
  benchmarks.find(({ benchmark }) => benchmark.kind === 'text') ??
  null

const benchmarkChoices = (benchmarks: readonly Benchmark[]): readonly BenchmarkChoice[] =>
  benchmarks.map((benchmark) => {
    const same = benchmarks.filter(({ kind }) => kind === benchmark.kind)
    return { slug: same.length === 1 ? benchmark.kind : `${benchmark.kind}-${same.indexOf(benchmark) + 1}`, benchmark }
  })

/**
 * Whether a benchmark can be drawn beside a measure. A share of one population beside a share of another is drawn and the
 * difference said; anything else in another unit is not drawn.
 */
export const fitOf = (
  benchmark: Benchmark | null,
  measure: Measure | null,
  series: Pick<Series, 'unit'> | null,
): BenchmarkFit => {
  if (benchmark === null || benchmark.asks === null) return 'no-number'
  if (benchmark.unit === null || measure === null) return 'other-unit'
  if (benchmark.unit.en === measure.unit.en) return 'same'
  const isShare = (words: string) => /^\s*%/.test(words)
  return series?.unit === 'PT' && isShare(benchmark.unit.en) && isShare(measure.unit.en) ? 'near' : 'other-unit'
}

/** Whether a number says how far parts of a share may be apart: points beside per cent. It is of a gap, and not of the line itself. */
export const isOfGap = (
  { asks, unit }: Pick<Benchmark, 'asks' | 'unit'>,
  { unit: own }: Pick<Measure, 'unit'>,
): boolean => asks !== null && unit !== null && /^percentage points?\b/.test(unit.en) && /^\s*%/.test(own.en)

const found = <One extends { readonly slug: string }>(
  all: readonly One[],
  parameter: keyof Chosen,
  asked: string | undefined,
  usual: One | null,
): readonly [One | null, readonly Strange[]] => {
  if (asked === undefined || asked === '') return [usual, []]
  const one = all.find(({ slug }) => slug === asked)
  return one === undefined ? [usual, [{ parameter, value: asked }]] : [one, []]
}

/** What a reader chose, else what the content says comes first. A choice that names nothing is said, and the usual one shown. */
export const choiceOf = (ix: Indexed, element: Element, chosen: Chosen, asOf: Day): Choice => {
  const all = kindOf(ix, element).role === 'target' ? measuresUnder(ix, element) : measuresOf(ix, element)
  const measures: readonly MeasureChoice[] = all.map((measure) => ({ slug: measureSlug(measure), measure }))
  const withSeries = measures.filter(({ measure }) => isSeries(measure))
  const shown = withSeries.find(({ measure }) => isSeries(measure) && measure.shown) ?? withSeries[0] ?? null
  const [measure, strangeMeasure] = found(withSeries, 'measure', chosen.measure, shown)
  const selections = measure !== null && isSeries(measure.measure) ? selectionsOf(measure.measure) : []
  const [selection, strangeBreakdown] = found(selections, 'breakdown', chosen.breakdown, selections[0] ?? null)
  const benchmarks = benchmarkChoices(benchmarksFor(ix, element).filter((one) => isKnownOn(one, asOf)))
  const first = usualBenchmark(benchmarks)
  const [benchmark, strangeBenchmark] = found(benchmarks, 'benchmark', chosen.benchmark, first)
  return {
    measures,
    measure,
    selections,
    selection,
    benchmarks,
    benchmark,
    order: economyOrders.find((one) => one === chosen.sort) ?? null,
    strange: [...strangeMeasure, ...strangeBreakdown, ...strangeBenchmark],
  }
}

/**
 * Whether the first line is everything that the others are parts of. One skill among ten, or one technology among three, is
 * not: it is called by its own words.
 */
export const isWhole = (lines: readonly SelectionChoice[]): boolean => {
  const [first, ...others] = lines
  return (
    first !== undefined &&
    isTotal(first.selection.breakdown) &&
    others.every(({ by }) => by !== 'technology' && by !== 'source')
  )
}

/**
 * What the chosen line is called: the measure, and which part of it. A part that the measure does not contain, another
 * level or another skill than its own, is a part of the series; another technology has its own words.
 */
export const nameOfLine = (
  { measure, selection }: Choice,
  series: Pick<Series, 'names'> | null,
): { readonly words: Words; readonly part: Words | null } | null => {
  if (measure === null) return null
  const own = measure.measure.words
  if (selection === null || selection.by === null) return { words: own, part: null }
  switch (selection.by) {
    case 'sex':
    case 'age':
    case 'location':
      return { words: own, part: selection.words }
    case 'technology':
      return { words: selection.words, part: null }
    default:
      return { words: series?.names ?? own, part: selection.words }
  }
}

/** The two lines that a gap between the sexes is taken of: for all skills, levels and places alike. */
export const sexesOf = (selections: readonly SelectionChoice[]): readonly [SelectionChoice, SelectionChoice] | null => {
  const of = (code: string) =>
    selections.find(({ by, selection }) => by === 'sex' && codesOf(selection.breakdown)?.['SEX'] === code)
  const [women, men] = [of('F'), of('M')]
  return women === undefined || men === undefined ? null : [women, men]
}

/** The question that leads to a choice: what is usual is left out, so that one view has one address. */
export const questionOf = (choice: Choice, but: Partial<Chosen> = {}): Chosen => {
  const slugs: Chosen = {
    measure: choice.measure?.slug,
    breakdown: choice.selection?.slug,
    benchmark: choice.benchmark?.slug,
    sort: choice.order ?? undefined,
    ...but,
  }
  const usual: Chosen = {
    measure: (
      choice.measures.find(({ measure }) => isSeries(measure) && measure.shown) ??
      choice.measures.find(({ measure }) => isSeries(measure))
    )?.slug,
    breakdown: slugs.measure === choice.measure?.slug ? choice.selections[0]?.slug : slugs.breakdown,
    benchmark: usualBenchmark(choice.benchmarks)?.slug,
  }
  return Object.fromEntries(
    (['measure', 'breakdown', 'benchmark', 'sort'] as const).flatMap((name) =>
      slugs[name] === undefined || slugs[name] === usual[name] ? [] : [[name, slugs[name]]],
    ),
  )
}
