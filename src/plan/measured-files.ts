import { type Language, wordsIn } from '#kernel'
import { type CsvCell, csvOf, type Look } from '#platform'
import { cellsOf, type Observation, type Release, type Source } from '#statistics/core'
import { editionPath } from './core/address.ts'
import { isComputed } from './core/glance-figures.ts'
import { type Figures, type Measured, ownSource, releaseOf } from './core/measured.ts'
import { isSeries } from './core/measured-choice.ts'
import { pathsOf } from './neighbours/statistics.ts'

/** Where a file was taken: the address of the page with its question, on the day that it shows. */
export type TakenFrom = { readonly address: string; readonly asOf: string; readonly language: Language }

/** Every value of the chosen line, of all areas and years, as known on the day asked; and the line of the world where it is ours. */
export const takenOf = async ({ db, asOf }: Look, { selection, world }: Figures): Promise<readonly Observation[]> => [
  ...[...(await pathsOf(db, [selection], null, asOf)).values()].flat(),
  ...world.flatMap(({ observation }) => (isComputed(observation) ? [observation] : [])),
]

/** Names of columns: for machines, the same in every language. Source, licence and day stand in each row, so that a row can go alone. */
const heads = [
  'edition',
  'element',
  'measure',
  'series',
  'breakdown',
  'area',
  'area_name',
  'area_kind',
  'year',
  'value',
  'bound',
  'missing',
  'unit',
  'nature',
  'status',
  'flag',
  'note',
  'source',
  'publisher',
  'licence',
  'credit',
  'release',
  'known_on',
  'as_of',
  'address',
] as const

type Row = Readonly<Record<(typeof heads)[number], CsvCell>>

const sourceOf = ({ sources }: Measured, release: Release | null): Source | null =>
  sources.find(({ dataset }) => dataset.code === release?.dataset) ?? null

/** Where a value is from, as given; of ours, that. */
const sourceWords = (one: Observation): string => (isComputed(one) ? 'computed here' : one.source)

const rowOf =
  (measured: Measured, from: TakenFrom) =>
  (one: Observation): Row => {
    const release = releaseOf(measured, one)
    const source = isComputed(one) ? ownSource(measured) : sourceOf(measured, release)
    const area = measured.areas.get(one.area)
    return {
      edition: measured.edition.code,
      element: measured.element.id,
      measure: measured.choice.measure?.slug ?? null,
      series: one.series,
      breakdown: one.breakdown,
      area: one.area,
      area_name: area === undefined ? null : wordsIn(from.language, area.names),
      area_kind: area?.kind ?? null,
      year: one.year,
      ...cellsOf(one),
      unit: isComputed(one) ? (measured.figures?.series.unit ?? null) : one.unit,
      nature: one.nature,
      status: one.status,
      flag: one.flag,
      note: one.note === '' ? null : one.note,
      source: sourceWords(one),
      publisher: source === null ? null : source.dataset.publisher.en,
      licence: source === null ? null : source.dataset.licence.code,
      credit: release?.credit ?? source?.dataset.credit ?? null,
      release: isComputed(one) ? null : one.release,
      known_on: release?.knownOn ?? null,
      as_of: from.asOf,
      address: from.address,
    }
  }

export const figuresCsv = (measured: Measured, all: readonly Observation[], from: TakenFrom): string => {
  const row = rowOf(measured, from)
  return csvOf([heads, ...all.map(row).map((one) => heads.map((head) => one[head]))])
}

/** The same with what stands on the page around it: the words, the definition, the benchmark, whose it is. */
export const figuresJson = (measured: Measured, all: readonly Observation[], from: TakenFrom): string => {
  const { element, edition, choice, figures, sources } = measured
  const measure = choice.measure?.measure
  const row = rowOf(measured, from)
  return JSON.stringify({
    address: from.address,
    asOf: from.asOf,
    edition: { code: edition.code, state: edition.state, path: editionPath(edition.code) },
    element: { id: element.id, title: element.title },
    measure:
      measure === undefined
        ? null
        : {
            words: measure.words,
            unit: measure.unit,
            fit: isSeries(measure) ? measure.fit : null,
            note: measure.note,
          },
    benchmark: choice.benchmark === null ? null : { ...choice.benchmark.benchmark, fit: figures?.fit ?? null },
    series: figures?.series ?? null,
    median: figures?.distribution.median ?? null,
    sources: sources.map(({ dataset, releases }) => ({
      dataset: dataset.code,
      publisher: dataset.publisher,
      licence: dataset.licence,
      credit: dataset.credit,
      caveat: dataset.caveat,
      releases: releases.map(({ number, knownOn, vintage, credit, caveat }) => ({
        number,
        knownOn,
        vintage,
        credit,
        caveat,
      })),
    })),
    figures: all.map((one) => {
      const { series, breakdown, area, area_name, year, value, bound, missing, unit, nature, status, flag, note } =
        row(one)
      return {
        ...{ series, breakdown, area, area_name, year, value, bound, missing, unit, nature, status, flag, note },
        source: sourceWords(one),
        release: isComputed(one) ? null : one.release,
      }
    }),
  })
}
