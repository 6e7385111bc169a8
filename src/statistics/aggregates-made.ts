import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import {
  type AggregationRule,
  type Aggregator,
  aggregatorOf,
  type Economy,
  type Method,
  type Observation,
  type Path,
  projected,
  type Selection,
  type Series,
  selectionKey,
  type Unit,
  valuesUnder,
  weightUnder,
} from '#statistics/core'
import type { Groups } from './aggregates-groups.ts'
import { type ObservedPath, type observedOf, picturesOf } from './store/aggregation.ts'
import { pathsOf } from './store/observations.ts'
import { seriesOf } from './store/series.ts'

/** A selection made ready: every figure of every group and year comes from it without another question. */
export type Made = {
  readonly rule: AggregationRule | null
  readonly weight: Selection | null
  /** Null where nothing is computed. */
  readonly aggregator: Aggregator | null
  /** Years in which anybody was observed. */
  readonly years: readonly number[]
  /** The custodian's figures, by group and year. */
  readonly published: ReadonlyMap<string, ReadonlyMap<number, Observation>>
  readonly member: (code: string) => { readonly path: Path; readonly weights: ReadonlyMap<number, number> }
}

export type ReadObserved = typeof observedOf

/** Made selections of these, in their order, as known on that day. */
export type Making = (
  db: ReadDb,
  groups: Groups,
  selections: readonly Selection[],
  asOf: Day,
) => Promise<readonly Made[]>

type Paths = ReadonlyMap<string, ObservedPath>
const noPath: Path = { years: [], values: [] }

const valueAt = ({ years, values }: Path, year: number): number | null => {
  // Years mostly follow one another, so that the place of one is known from the first.
  const guess = year - (years[0] ?? 0)
  const at = years[guess] === year ? guess : years.indexOf(year)
  return at === -1 ? null : (values[at] ?? null)
}

/** Per cent is what lies between 0 and 100 by its definition. */
const unitOf = (series: Series | undefined): Unit =>
  series?.lowest !== null && Number(series?.lowest) === 0 && series?.highest !== null && Number(series?.highest) === 100
    ? 'percent'
    : 'positive'

const ratioOf = (numerator: Path, denominator: Path | undefined, times: number): Path => {
  const both = numerator.years.flatMap((year, at) => {
    const [over, under] = [numerator.values[at], denominator === undefined ? null : valueAt(denominator, year)]
    return over === undefined || under === null || under === 0 ? [] : [{ year, value: (times * over) / under }]
  })
  return { years: both.map(({ year }) => year), values: both.map(({ value }) => value) }
}

const economiesOf = (method: Method, values: Paths, weights: Paths): readonly Economy[] =>
  [...new Set([...values.keys(), ...weights.keys()])].toSorted().map((code) => {
    const { years, values: own, estimated } = values.get(code) ?? { ...noPath, estimated: new Set<number>() }
    const path = { years, values: own }
    return {
      code,
      estimated,
      path: method.kind === 'ratio-of-sums' ? ratioOf(path, weights.get(code), method.times) : path,
    }
  })

const publishedIn = (observations: readonly Observation[]): Made['published'] =>
  new Map(
    [
      ...Map.groupBy(
        observations.filter(
          ({ value, nature }) => value.kind === 'known' && value.value.bound === null && nature !== projected,
        ),
        ({ area }) => area,
      ),
    ].map(([area, own]) => [area, new Map(own.map((one) => [one.year, one]))]),
  )

const makeOne = (
  rule: AggregationRule | null,
  unit: Unit,
  values: Paths,
  weights: Paths,
  published: Made['published'],
): Made => {
  const weight = rule === null ? null : weightUnder(rule.method)
  const member: Made['member'] = (code) => ({
    path: values.get(code) ?? noPath,
    weights: new Map((weights.get(code)?.years ?? []).map((year, at) => [year, weights.get(code)?.values[at] ?? 0])),
  })
  if (rule === null || rule.method.kind === 'none')
    return { rule, weight, aggregator: null, years: [], published, member }
  const economies = economiesOf(rule.method, values, weights)
  const years = [...new Set(economies.flatMap(({ path }) => path.years))].toSorted((a, b) => a - b)
  const weightOf = (code: string, year: number): number | null => {
    const path = weights.get(code)
    return path === undefined ? null : valueAt(path, year)
  }
  const aggregator = aggregatorOf({
    economies,
    unit,
    method: rule.method,
    weightOf: weight === null ? () => 1 : weightOf,
  })
  return { rule, weight, aggregator, years, published, member }
}

/** Observations that are kept at the most, over all selections made. */
const most = 2_000_000

const byArea = (paths: readonly ObservedPath[] | undefined): Paths =>
  new Map((paths ?? []).map((one) => [one.area, one]))

const distinct = (selections: readonly Selection[]): readonly Selection[] => [
  ...new Map(selections.map((one) => [selectionKey(one), one])).values(),
]

/**
 * A memory of selections made. Each is kept under the releases that brought its figures or its weights, and the reference
 * data: a release of other series leaves it as it is, and one that touches it makes it anew.
 */
export const making = (read: ReadObserved): Making => {
  const kept = new Map<string, { readonly made: Made; readonly size: number }>()
  let total = 0
  const forget = (key: string): void => {
    total -= kept.get(key)?.size ?? 0
    kept.delete(key)
  }
  const keep = (key: string, made: Made, size: number): void => {
    forget(key)
    kept.set(key, { made, size })
    total += size
    while (total > most && kept.size > 1) forget(kept.keys().next().value ?? '')
  }

  return async (db, groups, selections, asOf) => {
    const asked = distinct(selections).map((selection) => {
      const rule = groups.ruleFor(selection)
      const values = rule === null ? selection : valuesUnder(rule.method, selection)
      return { selection, rule, values, weight: rule === null ? null : weightUnder(rule.method) }
    })
    const touching = (one: (typeof asked)[number]): readonly string[] => [
      one.selection.series,
      one.values.series,
      ...(one.weight === null ? [] : [one.weight.series]),
    ]
    const pictures = await picturesOf(db, [...new Set(asked.flatMap(touching))], asOf)
    const series = await seriesOf(db, [...new Set(asked.map(({ selection }) => selection.series))], asOf)
    const keyed = asked.map((one) => {
      const unit = unitOf(series.get(one.selection.series))
      const seen = touching(one).map((code) => pictures.get(code) ?? '')
      return { ...one, unit, key: [groups.picture, selectionKey(one.selection), unit, ...seen].join('|') }
    })
    const fresh = keyed.filter(({ key }) => !kept.has(key))
    const answers = new Map(keyed.map(({ selection, key }) => [selectionKey(selection), kept.get(key)?.made]))
    if (fresh.length > 0) {
      const isComputed = (one: (typeof fresh)[number]) => one.rule !== null && one.rule.method.kind !== 'none'
      const wanted = fresh.filter(isComputed)
      const values = await read(db, distinct(wanted.map((one) => one.values)), asOf, false)
      const weights = await read(db, distinct(wanted.flatMap(({ weight }) => weight ?? [])), asOf, true)
      const weighing = new Map([...weights].map(([key, paths]) => [key, byArea(paths)]))
      const published = await pathsOf(
        db,
        fresh.map(({ selection }) => selection),
        groups.all,
        asOf,
      )
      for (const one of fresh) {
        const own = values.get(selectionKey(one.values))
        const made = makeOne(
          one.rule,
          one.unit,
          byArea(own),
          one.weight === null ? new Map() : (weighing.get(selectionKey(one.weight)) ?? new Map()),
          publishedIn(published.get(selectionKey(one.selection)) ?? []),
        )
        answers.set(selectionKey(one.selection), made)
        keep(
          one.key,
          made,
          (own ?? []).reduce((sum, { years }) => sum + years.length, 100),
        )
      }
    }
    // What was asked for last is forgotten last.
    for (const { key } of keyed) {
      const standing = kept.get(key)
      if (standing !== undefined) keep(key, standing.made, standing.size)
    }
    return selections.map((selection) => {
      const made = answers.get(selectionKey(selection))
      if (made === undefined) throw new Error(`Nothing was made of ${selectionKey(selection)}`)
      return made
    })
  }
}
