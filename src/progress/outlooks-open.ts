import type { Day } from '#kernel'
import {
  type Benchmark,
  benchmarksFor,
  type Element,
  fitOf,
  type Indexed,
  isKnownOn,
  isOfGap,
  isSeries,
  kindOf,
  type Measure,
  measuresOf,
  measuresUnder,
  type SeriesMeasure,
} from '#plan/core'
import { type Selection, type Series, selectionKey } from '#statistics/core'
import { apartBy, sidesOf } from './apart.ts'
import { type Ask, world } from './bases.ts'
import { closed, directionFor, type GapAs } from './core/index.ts'
import type { Asked, Outlook } from './outlook.ts'

/** An outlook before it is answered, with the question to ask of the world or of any area; null where nothing is asked. */
export type Open = { readonly outlook: Outlook; readonly ask: Ask | null }

/** The measures of an indicator, or of all indicators of a target; the one that its row shows comes first. */
export const measuresFor = (ix: Indexed, element: Element): readonly Measure[] => {
  if (kindOf(ix, element).role === 'target') return measuresUnder(ix, element)
  const shown = (measure: Measure): number => Number(isSeries(measure) && measure.shown)
  return measuresOf(ix, element).toSorted((a, b) => shown(b) - shown(a))
}

const chosenMeasure = (all: readonly Measure[], asked: Asked): Measure | null =>
  all.find(({ id }) => id === asked.measure) ?? all.find(isSeries) ?? all[0] ?? null

/** The default one first: what the content names first where its number fits, else the first that fits, else the first. */
const inOrder = (outlooks: readonly Open[]): readonly Open[] => {
  const isAsked = ({ outlook }: Open) => outlook.target !== null
  const first =
    outlooks.find((one) => one.outlook.benchmark?.first === true && isAsked(one)) ??
    outlooks.find(isAsked) ??
    outlooks.find(({ outlook }) => outlook.benchmark?.first === true) ??
    outlooks[0]
  return first === undefined ? [] : [first, ...outlooks.filter((one) => one !== first)]
}

type Line = {
  readonly element: Element
  readonly measure: SeriesMeasure
  readonly selection: Selection
  readonly definition: Series | null
}

const bare = { answer: null, notAsked: null, why: null, gap: null, band: null } as const

const heldAgainst = ({ element, measure, selection, definition }: Line, benchmark: Benchmark | null): Open => {
  const fit = fitOf(benchmark, measure, definition)
  const asks = fit === 'same' || fit === 'near' ? (benchmark?.asks ?? null) : null
  const target = asks === null || benchmark === null ? null : { year: benchmark.by, value: asks.value }
  const notAsked = fit === 'other-unit' ? ('other-unit' as const) : null
  const held = benchmark?.kind ?? 'nothing'
  return {
    outlook: { ...bare, element, measure, selection, benchmark, held, fit, target, notAsked },
    ask: { selection, area: world, target, wanted: asks === null ? null : directionFor(asks.comparator) },
  }
}

/** What can be asked of a gap that is to be no wider than so many points: with none, the ratio as well. */
const gapsFrom = ({ element, measure }: Line, benchmark: Benchmark): readonly Open[] => {
  const { asks, by: year } = benchmark
  if (asks === null || asks.comparator !== 'at-most') return []
  const ways: readonly GapAs[] = asks.value === closed.difference.value ? ['difference', 'ratio'] : ['difference']
  const all = sidesOf(measure)
  const common = { ...bare, element, measure, benchmark, held: 'gap', fit: 'same' } as const
  return apartBy.flatMap((by): readonly Open[] => {
    const sides = all.filter((one) => one.by === by)
    if (sides.length === 0) {
      const gap = { by, as: 'difference', sides: null } as const
      return [{ outlook: { ...common, selection: null, target: null, notAsked: 'not-broken-down', gap }, ask: null }]
    }
    return sides.flatMap(({ one, other }) =>
      ways.map((as): Open => {
        const target = { year, value: as === 'ratio' ? closed.ratio.value : asks.value }
        const { selection } = one
        return {
          outlook: { ...common, selection, target, gap: { by, as, sides: [one, other] } },
          ask: { selection, area: world, target, wanted: null, gap: { other: other.selection, as } },
        }
      }),
    )
  })
}

/** A typed number or year stands in for that of the default line; what neither has leaves no target. */
const typedFrom = (lines: readonly Open[], asked: Asked): readonly Open[] => {
  const [first] = lines
  if ((asked.value === undefined && asked.by === undefined) || first === undefined || first.ask === null) return []
  const value = asked.value ?? first.outlook.target?.value
  const year = asked.by ?? first.outlook.benchmark?.by
  const target = value === undefined || year === undefined ? null : { year, value }
  const fit = target === null ? 'no-number' : 'same'
  return [
    {
      outlook: { ...first.outlook, benchmark: null, held: 'typed', fit, target, notAsked: null },
      ask: { ...first.ask, target },
    },
  ]
}

const unmeasured = (element: Element, measure: Measure | null, benchmarks: readonly Benchmark[]): Open => {
  const benchmark = benchmarks.find(({ first }) => first) ?? benchmarks[0] ?? null
  const held = benchmark?.kind ?? 'nothing'
  const fit = fitOf(benchmark, measure, null)
  const why = measure?.kind === 'none' ? measure.reason : null
  const common = { ...bare, element, measure, selection: null, benchmark, held } as const
  return { outlook: { ...common, fit, target: null, notAsked: 'no-series', why }, ask: null }
}

/** All that is to be asked about an element, the default first: its line against each benchmark, its gaps, and what was typed; gaps first where they are what is asked. */
export const openOf = (
  ix: Indexed,
  element: Element,
  series: ReadonlyMap<string, Series>,
  asOf: Day,
  asked: Asked,
): readonly Open[] => {
  const measure = chosenMeasure(measuresFor(ix, element), asked)
  const benchmarks = benchmarksFor(ix, element).filter((one) => isKnownOn(one, asOf))
  if (measure === null || !isSeries(measure)) return [unmeasured(element, measure, benchmarks)]
  const key = asked.selection === undefined ? null : selectionKey(asked.selection)
  const { series: code, breakdown } =
    [measure.selection, ...measure.others].find((one) => selectionKey(one) === key) ?? measure.selection
  const line = { element, measure, selection: { series: code, breakdown }, definition: series.get(code) ?? null }
  const ofGaps = benchmarks.filter((one) => isOfGap(one, measure))
  const gaps = ofGaps.flatMap((one) => gapsFrom(line, one))
  const told = gaps.filter(({ outlook }) => outlook.gap?.sides != null)
  // A number of points says nothing about the line itself; only where the content names it first and no parts are told apart, it says so.
  const isLeft = (one: Benchmark) =>
    !ofGaps.includes(one) || (one.first && !told.some(({ outlook }) => outlook.benchmark === one))
  const ofLine = benchmarks.filter(isLeft)
  const lines = inOrder((ofLine.length === 0 ? [null] : ofLine).map((one) => heldAgainst(line, one)))
  // What the content names first is of a gap: then the gap is what a status is of, unless a reader asks for one part of it.
  const isWhole = selectionKey(line.selection) === selectionKey(measure.selection)
  const first = isWhole ? told.filter(({ outlook }) => outlook.benchmark?.first === true) : []
  return [...first, ...lines, ...gaps.filter((one) => !first.includes(one)), ...typedFrom(lines, asked)]
}

/** Every series that the outlooks of these elements may look at. */
export const seriesAsked = (ix: Indexed, elements: readonly Element[]): readonly string[] => [
  ...new Set(
    elements.flatMap((element) =>
      measuresFor(ix, element).flatMap((one) =>
        isSeries(one) ? [one.selection, ...one.others].map(({ series }) => series) : [],
      ),
    ),
  ),
]
