import { type Attempt, Day, done, refused } from '#kernel'
import type { Work } from '#platform'
import type { Definition, Series } from '#statistics/core'
import { digestOf } from '../files.ts'
import { type Folder, folderAt, referenceFilesIn, wordsFrom } from '../folder.ts'
import {
  addDefinitions,
  addReference,
  addSeries,
  datasetOfSeries,
  nextReference,
  type ReferenceRows,
} from '../store/reference.ts'
import { takeTurn } from '../store/releases.ts'
import { seriesOf } from '../store/series.ts'

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)
const numberOrNull = (text: string | undefined): number | null =>
  text === undefined || text === '' ? null : Number(text)

type Ruled = Folder['aggregation']['rules'][number]

const weighed = (weight: { readonly series: string; readonly breakdown: string } | undefined) => ({
  weight_series: weight?.series ?? null,
  weight_breakdown: weight?.breakdown ?? null,
})

const methodColumns = (rule: Ruled): object => {
  if (rule.method === 'weighted-mean' || rule.method === 'sum') return weighed(rule.weight)
  if (rule.method === 'count' || rule.method === 'share') return { passes: rule.passes, threshold: rule.threshold }
  if (rule.method === 'none') return { reason: rule.reason }
  if (rule.method !== 'ratio-of-sums') return {}
  const { numerator, denominator, times } = rule
  return {
    ...weighed(denominator),
    numerator_series: numerator.series,
    numerator_breakdown: numerator.breakdown,
    times,
  }
}

const rowsFrom = ({ declared, aggregation, tables, shapes }: Folder): ReferenceRows => {
  const points = new Map(tables['geo/points.csv'].map((one) => [one.iso3, one]))
  const listOf = (column: string, series: string): string => {
    const [first] = series.split(';')
    const own = declared.dimensions.find(
      (one) => one.column === column && (one.series === undefined || one.series.includes(first ?? '')),
    )
    return own?.code ?? column.toUpperCase()
  }
  return {
    datasets: declared.datasets.map((one) => ({
      code: one.code,
      names: one.names,
      publisher: one.publisher,
      address: one.url,
      licence: one.licence.code,
      licence_name: one.licence.name,
      licence_address: one.licence.url,
      credit: one.credit,
      caveat: one.caveat,
    })),
    dimensions: declared.dimensions.map(({ code, column, series, names }, position) => ({
      code,
      file_column: column,
      series: series ?? null,
      names,
      position,
    })),
    codes: tables['codes.csv'].map((one, position) => ({
      list: listOf(one.column, one.series),
      code: one.code,
      names: wordsFrom(one),
      position,
    })),
    areas: tables['areas.csv'].map((one) => ({
      code: one.iso3,
      m49: orNull(one.m49),
      iso2: orNull(one.iso2),
      names: wordsFrom(one),
      latitude: numberOrNull(points.get(one.iso3)?.lat),
      longitude: numberOrNull(points.get(one.iso3)?.lon),
      kind: one.kind,
    })),
    aliases: tables['aliases.csv'].map(({ alias, kind, iso3, source }) => ({ alias, kind, area: iso3, source })),
    schemes: declared.schemes.map((one, position) => ({
      code: one.code,
      names: one.names,
      composition_on: one.compositionAsOf,
      dated: one.dated,
      world: one.world,
      position,
    })),
    groups: tables['group_names.csv'].map((one) => ({ scheme: one.scheme, code: one.group, names: wordsFrom(one) })),
    memberships: tables['groups.csv'].map((one) => ({
      scheme: one.scheme,
      grouping: one.group,
      member: one.member_iso3,
      from_on: orNull(one.from),
      until_on: orNull(one.to),
      precision: orNull(one.precision),
      status: orNull(one.status),
      source: one.source,
      known_on: orNull(one.known_on),
    })),
    seen: tables['groups_snapshots.csv'].map((one) => ({
      known_on: one.known_on,
      scheme: one.scheme,
      member: one.member_iso3,
      event: one.event,
      source: one.commit,
    })),
    aggregations: aggregation.rules.map((rule, position) => ({
      series: rule.series,
      position,
      codes: rule.when,
      method: rule.method,
      regions: aggregation.regions,
      ...methodColumns(rule),
    })),
    shapes:
      declared.map === undefined
        ? []
        : (shapes?.features ?? []).map(({ properties, geometry }, position) => ({
            position,
            dataset: declared.map?.dataset,
            code: properties.iso3,
            geometry,
          })),
    portraits: [
      ...declared.portrait.series.map(({ series, breakdown }) => ({ series, breakdown, scheme: null })),
      ...declared.portrait.beside.map((scheme) => ({ series: null, breakdown: null, scheme })),
    ].map((one, position) => ({ ...one, position })),
  }
}

/** Every definition counts, also one that is known from a day to come. */
const lastDay = Day.trusted('9999-12-31')

type Defining = Definition & { readonly series: string }

const definitionsFrom = ({ tables }: Folder): readonly Defining[] =>
  tables['series.csv'].map((one) => ({
    series: one.series,
    knownOn: one.known_on === undefined || one.known_on === '' ? null : Day.trusted(one.known_on),
    sinceYear: numberOrNull(one.since_year),
    frame: orNull(one.indicator),
    names: wordsFrom(one),
    unit: one.unit,
    lowest: orNull(one.min),
    highest: orNull(one.max),
    decimals: Number(one.display_decimals),
    better: one.better === '' ? null : one.better,
    aggregation: one.aggregation,
  }))

/** The meaning of a definition, without the day on which it was known. */
const meaning = (one: Definition): string => {
  const names = Object.entries(one.names).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([
    one.sinceYear,
    one.frame,
    names,
    one.unit,
    one.lowest,
    one.highest,
    one.decimals,
    one.better,
    one.aggregation,
  ])
}

/**
 * A new series is not dated; another meaning of one that stands is known from the day its file says, or from today. A file
 * that tells the definitions of a series one after the other, each with its day, adds those that are not there.
 */
const newDefinitions = (defining: readonly Defining[], standing: ReadonlyMap<string, Series>, today: Day) => {
  const told = Map.groupBy(defining, ({ series }) => series)
  return defining.flatMap((one) => {
    const series = standing.get(one.series)
    if (series === undefined) return [one]
    const same = (other: Definition): boolean => meaning(other) === meaning(one)
    const isThere =
      told.get(one.series)?.length === 1
        ? same(series)
        : [series, ...series.earlier].some((other) => same(other) && other.knownOn === one.knownOn)
    return isThere ? [] : [{ ...one, knownOn: one.knownOn ?? today }]
  })
}

export type ReferenceLoaded = {
  readonly reference: number
  readonly areas: number
  readonly groups: number
  readonly series: number
  readonly definitions: number
}

/** Loads areas, groups, codes, data sets and series from an organization's folder: all of it, or nothing with every fault. */
export const loadReference = async (
  { db, by, today }: Work,
  { folder }: { readonly folder: string },
): Promise<Attempt<ReferenceLoaded>> => {
  const found = await folderAt(folder)
  if (!('declared' in found)) return refused('statistics.referenceRefused', { count: found.length }, found)
  await takeTurn(db)
  const dataset = new Map(
    found.declared.datasets.flatMap(({ code, series }) => series.map((one) => [one, code] as const)),
  )
  const standing = await datasetOfSeries(db)
  const defining = definitionsFrom(found)
  for (const { series } of defining) {
    const [now, before] = [dataset.get(series) ?? '', standing.get(series)]
    if (before !== undefined && before !== now) return refused('statistics.seriesMoved', { series, before, now })
  }
  const rules = found.aggregation.rules.find(({ series }) => !dataset.has(series))
  if (rules !== undefined) return refused('statistics.seriesWithoutDataset', { series: rules.series })
  const id = await nextReference(db)
  const digest = await digestOf(...referenceFilesIn(folder).map((name) => `${folder}/${name}`))
  await addSeries(
    db,
    defining.map(({ series }) => ({ code: series, dataset: dataset.get(series) ?? '' })),
  )
  await addReference(db, { id, digest, on: today, author: by.person }, rowsFrom(found))
  const added = newDefinitions(defining, await seriesOf(db, null, lastDay), today)
  await addDefinitions(db, id, added)
  return done({
    reference: id,
    areas: found.tables['areas.csv'].length,
    groups: found.tables['group_names.csv'].length,
    series: defining.length,
    definitions: added.length,
  })
}
