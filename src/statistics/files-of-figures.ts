import { type Language, wordsIn } from '#kernel'
import { type Ask, columnsOf, notesOf, type Say, type TakeAway, type TakenRow } from '#platform'
import {
  type Area,
  cellsOf,
  type Dataset,
  type Observation,
  type Release,
  type Series,
  type Source,
} from '#statistics/core'
import { releasesTable } from './files-of-releases.ts'

/** Figures as a file takes them: each with the release that said it, and the day on which it was known. */
export type Figures = {
  readonly series: Series
  readonly dataset: Dataset
  readonly breakdown: string
  readonly observations: readonly Observation[]
  readonly releases: readonly Release[]
  readonly areas: ReadonlyMap<string, Area>
  readonly address: string
}

/** The columns of every file of figures: of a series, of an area, of a release, of what was chosen. */
export const figureColumns = (say: Say) =>
  columnsOf(say, 'statistics.column', [
    ['series', 'text'],
    ['area', 'text'],
    ['area_name', 'text'],
    ['year', 'year'],
    ['breakdown', 'text'],
    ['value', 'number'],
    ['bound', 'text'],
    ['missing', 'text'],
    ['published', 'text'],
    ['unit', 'text'],
    ['nature', 'text'],
    ['status', 'text'],
    ['flag', 'text'],
    ['note', 'text'],
    ['source', 'text'],
    ['release', 'number'],
    ['known_on', 'day'],
    ['licence', 'text'],
  ])

/** What a row says of a figure beside what its publisher says. */
type Beside = { readonly name: string | null; readonly knownOn: string | null; readonly licence: string | null }

export const figureRow = (one: Observation, { name, knownOn, licence }: Beside): TakenRow => {
  const { value, bound, missing } = cellsOf(one)
  return [
    one.series,
    one.area,
    name,
    one.year,
    one.breakdown,
    value,
    bound,
    missing,
    one.published,
    one.unit,
    one.nature,
    one.status,
    one.flag,
    one.note,
    one.source,
    one.release,
    knownOn,
    licence,
  ]
}

/** The days on which releases were known, by their numbers. */
export const knownOnOf = (releases: readonly Release[]): ReadonlyMap<number, string> =>
  new Map(releases.map(({ number, knownOn }) => [number, knownOn]))

const figureRows = ({ dataset, observations, releases, areas }: Figures, language: Language): readonly TakenRow[] => {
  const knownOn = knownOnOf(releases)
  return observations.map((one) => {
    const names = areas.get(one.area)?.names
    return figureRow(one, {
      name: names === undefined ? null : wordsIn(language, names),
      knownOn: knownOn.get(one.release) ?? null,
      licence: dataset.licence.code,
    })
  })
}

/** Whose the figures of a data set are, for the notes of a file. */
export const aboutDataset = (dataset: Dataset, language: Language) => ({
  source: `${wordsIn(language, dataset.publisher)} · ${wordsIn(language, dataset.names)} · ${dataset.address}`,
  licence: dataset.licence.code,
  credit: dataset.credit,
})

const joined = (all: readonly string[]): string | null => [...new Set(all)].join(' · ') || null

/** The same of several. */
export const aboutSources = (sources: readonly Pick<Source, 'dataset'>[], language: Language) => {
  const all = sources.map(({ dataset }) => aboutDataset(dataset, language))
  return {
    source: joined(all.map(({ source }) => source)),
    licence: joined(all.map(({ licence }) => licence)),
    credit: joined(all.map(({ credit }) => credit)),
  }
}

/** The figures of a series with where each is from, and the releases that brought them. */
export const figuresTaken = (figures: Figures, name: string, ask: Ask): TakeAway => {
  const { series, dataset, observations, releases, address } = figures
  const { say, language, asOf } = ask
  const label = wordsIn(language, series.names)
  const missing = observations.filter(({ value }) => value.kind === 'missing').length
  const used = new Set(observations.map(({ release }) => release))
  return {
    name,
    title: `${series.code} · ${label}`,
    language,
    tables: [
      { name: 'figures', label, columns: figureColumns(say), rows: figureRows(figures, language) },
      releasesTable(
        ask,
        releases.filter(({ number }) => used.has(number)),
        [dataset],
      ),
    ],
    notes: notesOf(say, {
      ...aboutDataset(dataset, language),
      asOf,
      address,
      missing: say('statistics.take.missing', { count: missing }),
    }),
  }
}
