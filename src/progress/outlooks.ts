import type { Day } from '#kernel'
import {
  type Benchmark,
  benchmarksFor,
  type Element,
  type ElementId,
  fitOf,
  type Indexed,
  isKnownOn,
  isSeries,
  kindOf,
  type Measure,
  measuresOf,
  measuresUnder,
  type SeriesMeasure,
} from '#plan/core'
import type { ReadDb } from '#platform'
import { type Selection, type Series, selectionKey } from '#statistics/core'
import { assessAll } from './assessing.ts'
import type { Ask } from './bases.ts'
import type { Standing } from './calibrations.ts'
import { directionFor } from './core/index.ts'
import { seriesOf } from './neighbours/statistics.ts'
import type { Asked, Outlook, Outlooks } from './outlook.ts'

/** An outlook before it is answered, with the question to ask; null where nothing is asked. */
type Open = { readonly outlook: Outlook; readonly ask: Ask | null }

/** The measures of an indicator, or of all indicators of a target; the one that its row shows comes first. */
const measuresFor = (ix: Indexed, element: Element): readonly Measure[] => {
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

const heldAgainst = (
  element: Element,
  measure: SeriesMeasure,
  selection: Selection,
  benchmark: Benchmark | null,
  definition: Series | null,
  area: string,
): Open => {
  const fit = fitOf(benchmark, measure, definition)
  const asks = fit === 'same' || fit === 'near' ? (benchmark?.asks ?? null) : null
  const target = asks === null || benchmark === null ? null : { year: benchmark.by, value: asks.value }
  return {
    outlook: {
      element,
      measure,
      selection,
      benchmark,
      held: benchmark?.kind ?? 'nothing',
      fit,
      target,
      answer: null,
      notAsked: fit === 'other-unit' ? 'other-unit' : null,
      why: null,
    },
    ask: { selection, area, target, wanted: asks === null ? null : directionFor(asks.comparator) },
  }
}

/** A typed number or year stands in for that of the default; what neither has leaves no target. */
const typedFrom = (first: Open, asked: Asked): readonly Open[] => {
  if ((asked.value === undefined && asked.by === undefined) || first.ask === null) return []
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

const openOf = (
  ix: Indexed,
  element: Element,
  series: ReadonlyMap<string, Series>,
  { area, asOf, asked }: { readonly area: string; readonly asOf: Day; readonly asked: Asked },
): readonly Open[] => {
  const measure = chosenMeasure(measuresFor(ix, element), asked)
  const benchmarks = benchmarksFor(ix, element).filter((one) => isKnownOn(one, asOf))
  if (measure === null || !isSeries(measure)) {
    const benchmark = benchmarks.find(({ first }) => first) ?? benchmarks[0] ?? null
    const outlook: Outlook = {
      element,
      measure,
      selection: null,
      benchmark,
      held: benchmark?.kind ?? 'nothing',
      fit: fitOf(benchmark, measure, null),
      target: null,
      answer: null,
      notAsked: 'no-series',
      why: measure?.reason ?? null,
    }
    return [{ outlook, ask: null }]
  }
  const lines = [measure.selection, ...measure.others]
  const key = asked.selection === undefined ? null : selectionKey(asked.selection)
  const { series: code, breakdown } = lines.find((one) => selectionKey(one) === key) ?? measure.selection
  const held = benchmarks.length === 0 ? [null] : benchmarks
  const all = held.map((one) =>
    heldAgainst(element, measure, { series: code, breakdown }, one, series.get(code) ?? null, area),
  )
  const [first, ...others] = inOrder(all)
  return first === undefined ? [] : [first, ...others, ...typedFrom(first, asked)]
}

const seriesAsked = (ix: Indexed, elements: readonly Element[]): readonly string[] => [
  ...new Set(
    elements.flatMap((element) =>
      measuresFor(ix, element).flatMap((one) =>
        isSeries(one) ? [one.selection, ...one.others].map(({ series }) => series) : [],
      ),
    ),
  ),
]

/**
 * What is to be said of each element for an area, as known on a day: one outlook per benchmark, the default first, and a typed
 * one last where something was typed. Elements are targets or indicators; an indicator is held against the benchmarks of its
 * target. Null without a calibration.
 */
export const outlooksOf = async (
  db: ReadDb,
  ix: Indexed,
  elements: readonly Element[],
  area: string,
  asOf: Day,
  asked: Asked = {},
): Promise<{ readonly calibration: Standing; readonly outlooks: ReadonlyMap<ElementId, Outlooks> } | null> => {
  const series = await seriesOf(db, seriesAsked(ix, elements), asOf)
  const open = elements.map((element) => ({ element, all: openOf(ix, element, series, { area, asOf, asked }) }))
  const asks = open.flatMap(({ all }) => all.flatMap(({ ask }) => ask ?? []))
  const answered = await assessAll(db, asks, asOf)
  if (answered === null) return null
  const answerOf = new Map(answered.answers.map((one) => [one.ask, one]))
  const outlooks = open.flatMap(({ element, all }) => {
    const [first, ...others] = all.map(
      ({ outlook, ask }): Outlook => ({ ...outlook, answer: ask === null ? null : (answerOf.get(ask) ?? null) }),
    )
    return first === undefined ? [] : [[element.id, [first, ...others]] as const]
  })
  return { calibration: answered.calibration, outlooks: new Map(outlooks) }
}
