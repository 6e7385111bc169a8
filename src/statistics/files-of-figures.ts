import { type Language, type Words, wordsIn } from '#kernel'
import { type Ask, addressAsOf, addressOf, columnsOf, notesOf, type Say, type TakeAway, type TakenRow } from '#platform'
import { type Area, cellsOf, type Dataset, type Observation, type Release, type Series } from '#statistics/core'

const jsonOf = (value: unknown): string => `${JSON.stringify(value)}\n`

/** Figures as a file takes them: each with the release that said it, and the day on which it was known. */
export type Figures = {
  readonly series: Series
  readonly dataset: Dataset
  readonly breakdown: string
  readonly observations: readonly Observation[]
  readonly releases: readonly Release[]
  readonly areas: ReadonlyMap<string, Area>
  readonly asOf: string
  readonly address: string
}

/** The columns of a file of figures: of a series, or of a release. */
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

const figureRows = ({ dataset, observations, releases, areas }: Figures, language: Language): readonly TakenRow[] => {
  const knownOn = new Map(releases.map((one) => [one.number, one.knownOn]))
  return observations.map((one) => {
    const names = areas.get(one.area)?.names
    const { value, bound, missing } = cellsOf(one)
    return [
      one.series,
      one.area,
      names === undefined ? null : wordsIn(language, names),
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
      knownOn.get(one.release) ?? null,
      dataset.licence.code,
    ]
  })
}

/** Whose the figures of a data set are, for the notes of a file. */
export const aboutDataset = (dataset: Dataset, language: Language) => ({
  source: `${wordsIn(language, dataset.publisher)} · ${wordsIn(language, dataset.names)} · ${dataset.address}`,
  licence: dataset.licence.code,
  credit: dataset.credit,
})

/** The figures of a series with where each is from, to take away. */
export const figuresTaken = (figures: Figures, name: string, { say, language, asOf }: Ask): TakeAway => {
  const { series, dataset, observations, address } = figures
  const label = wordsIn(language, series.names)
  const missing = observations.filter(({ value }) => value.kind === 'missing').length
  return {
    name,
    title: `${series.code} · ${label}`,
    language,
    tables: [{ name: 'figures', label, columns: figureColumns(say), rows: figureRows(figures, language) }],
    notes: notesOf(say, {
      ...aboutDataset(dataset, language),
      asOf,
      address,
      missing: say('statistics.take.missing', { count: missing }),
    }),
  }
}

const releaseFacts = (one: Release) => ({
  release: one.number,
  known_on: one.knownOn,
  file: one.file,
  digest: one.digest,
  credit: one.credit,
  via: one.via,
  caveat: one.caveat,
})

const seriesFacts = (series: Series) => ({
  code: series.code,
  dataset: series.dataset,
  frame: series.frame,
  names: series.names,
  unit: series.unit,
  unit_names: series.unitNames,
  plausible_range: [series.lowest, series.highest],
  decimals: series.decimals,
  better: series.better,
  aggregation: series.aggregation,
})

const datasetFacts = ({ code, names, publisher, address, licence, credit, caveat }: Dataset) => ({
  code,
  names,
  publisher,
  address,
  licence,
  credit,
  caveat,
})

/** Values are text, as published: a reader that makes numbers of them decides on the precision. */
export const figuresJson = (figures: Figures): string => {
  const { series, dataset, breakdown, observations, releases, areas } = figures
  const used = new Set(observations.map(({ release }) => release))
  const named = new Set(observations.map(({ area }) => area as string))
  return jsonOf({
    address: figures.address,
    as_of: figures.asOf,
    series: seriesFacts(series),
    dataset: datasetFacts(dataset),
    breakdown,
    releases: releases.filter(({ number }) => used.has(number)).map(releaseFacts),
    areas: Object.fromEntries(
      [...areas].flatMap(([code, { names }]): [string, Words][] => (named.has(code) ? [[code, names]] : [])),
    ),
    figures: observations.map((one) => {
      const { area, year, published, unit, nature, status, flag, note, source, release } = one
      return { area, year, ...cellsOf(one), published, unit, nature, status, flag, note, source, release }
    }),
  })
}

/** One line of the list of series. */
export type Listed = {
  readonly series: Series
  readonly dataset: Dataset | null
  readonly extent: { readonly economies: number; readonly firstYear: number; readonly lastYear: number } | null
  readonly latest: Release | null
}

/** The list of series to take away. */
export const seriesTaken = (lines: readonly Listed[], { say, language, asOf, here }: Ask): TakeAway => ({
  name: 'series',
  title: say('statistics.list.title'),
  language,
  tables: [
    {
      name: 'series',
      label: say('statistics.list.title'),
      columns: columnsOf(say, 'statistics.column', [
        ['series', 'text'],
        ['name', 'text'],
        ['frame', 'text'],
        ['unit', 'text'],
        ['economies', 'number'],
        ['first_year', 'year'],
        ['last_year', 'year'],
        ['latest_release', 'number'],
        ['known_on', 'day'],
        ['dataset', 'text'],
        ['licence', 'text'],
      ]),
      rows: lines.map(({ series, dataset, extent, latest }) => [
        series.code,
        wordsIn(language, series.names),
        series.frame,
        series.unit,
        extent?.economies ?? null,
        extent?.firstYear ?? null,
        extent?.lastYear ?? null,
        latest?.number ?? null,
        latest?.knownOn ?? null,
        series.dataset,
        dataset?.licence.code ?? null,
      ]),
    },
  ],
  notes: notesOf(say, { asOf, address: `${here.origin}${addressAsOf(addressOf(language, '/series'), asOf)}` }),
})

export const seriesJson = (lines: readonly Listed[], asOf: string): string =>
  jsonOf({
    as_of: asOf,
    datasets: [
      ...new Map(lines.flatMap(({ dataset }) => (dataset === null ? [] : [[dataset.code, dataset] as const]))),
    ].map(([, dataset]) => datasetFacts(dataset)),
    series: lines.map(({ series, extent, latest }) => ({
      ...seriesFacts(series),
      economies: extent?.economies ?? null,
      first_year: extent?.firstYear ?? null,
      last_year: extent?.lastYear ?? null,
      latest_release: latest === null ? null : releaseFacts(latest),
    })),
  })
