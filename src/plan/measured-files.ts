import { type Language, wordsIn } from '#kernel'
import { columnsOf, type Look, notesOf, type Say, type TakeAway, type TakenCell, type TakenNote } from '#platform'
import { cellsOf, type Observation, type Release, type Source } from '#statistics/core'
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
const columns = [
  ['edition', 'text'],
  ['element', 'text'],
  ['measure', 'text'],
  ['series', 'text'],
  ['breakdown', 'text'],
  ['area', 'text'],
  ['area_name', 'text'],
  ['area_kind', 'text'],
  ['year', 'year'],
  ['value', 'number'],
  ['bound', 'text'],
  ['missing', 'text'],
  ['unit', 'text'],
  ['nature', 'text'],
  ['status', 'text'],
  ['flag', 'text'],
  ['note', 'text'],
  ['source', 'text'],
  ['publisher', 'text'],
  ['licence', 'text'],
  ['credit', 'text'],
  ['release', 'number'],
  ['known_on', 'day'],
  ['as_of', 'day'],
  ['address', 'text'],
] as const

type Row = Readonly<Record<(typeof columns)[number][0], TakenCell>>

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

/** What stands on the page around the values: the words, what they are held against, and how well the series fits. */
const aroundOf = ({ element, choice, figures }: Measured, language: Language, say: Say): readonly TakenNote[] => {
  const measure = choice.measure?.measure
  const benchmark = choice.benchmark?.benchmark
  const values: Readonly<Record<string, string | null>> = {
    element: wordsIn(language, element.title),
    measure: measure === undefined ? null : wordsIn(language, measure.words),
    fit: measure !== undefined && isSeries(measure) ? measure.fit : null,
    benchmark: benchmark === undefined ? null : wordsIn(language, benchmark.source),
    benchmark_comparator: benchmark?.asks?.comparator ?? null,
    benchmark_value: benchmark?.asks == null ? null : String(benchmark.asks.value),
    benchmark_by: benchmark === undefined ? null : String(benchmark.by),
    benchmark_fit: figures?.fit ?? null,
  }
  const labelled = columnsOf(
    say,
    'plan.column',
    Object.keys(values).map((key) => [key, 'text'] as const),
  )
  return labelled.map(({ key, label }) => ({ key, label, value: values[key] ?? null }))
}

/** The values to take away, each with whose it is. */
export const figuresTaken = (
  measured: Measured,
  all: readonly Observation[],
  from: TakenFrom,
  name: string,
  say: Say,
): TakeAway => {
  const { element, edition, sources } = measured
  const row = rowOf(measured, from)
  const title = wordsIn(from.language, element.title)
  return {
    name,
    title: `${edition.code} · ${title}`,
    language: from.language,
    tables: [
      {
        name: 'figures',
        label: title,
        columns: columnsOf(say, 'plan.column', columns),
        rows: all.map(row).map((one) => columns.map(([key]) => one[key])),
      },
    ],
    notes: [
      ...aroundOf(measured, from.language, say),
      ...notesOf(say, {
        source: sources.map(({ dataset }) => wordsIn(from.language, dataset.publisher)).join(' · ') || null,
        licence: [...new Set(sources.map(({ dataset }) => dataset.licence.code))].join(', ') || null,
        credit: [...new Set(sources.map(({ dataset }) => dataset.credit))].join(' · ') || null,
        asOf: from.asOf,
        address: from.address,
        missing: say('plan.taking.withoutValue', { count: all.filter(({ value }) => value.kind === 'missing').length }),
      }),
    ],
  }
}
