import { wordsIn } from '#kernel'
import type { Series, Source } from '#statistics/core'
import { catalogueBlock, type DatasetSource, type DatasetTold, datasetBlock } from '#ui'
import type { Breakdown } from '../store/observations.ts'
import { areaAddress } from './figure.tsx'
import type { Reader } from './names.tsx'
import type { AreaProps } from './series-area.tsx'
import type { SourcesProps } from './sources.tsx'

const sourceOf = ({ dataset, releases }: Source, { language }: Reader): DatasetSource => ({
  publisher: wordsIn(language, dataset.publisher),
  licence: dataset.licence.address,
  address: dataset.address,
  credit: dataset.credit,
  modified: releases[0]?.knownOn,
})

const variable = (series: Series, { language }: Reader) => ({
  code: series.code,
  name: wordsIn(language, series.names),
  unit: wordsIn(language, series.unitNames),
})

/** What a series is a part of: the data set that its publisher gives. */
const within = (source: Source | null, { language }: Reader): DatasetTold['partOf'] =>
  source === null ? null : { path: `/sources#${source.dataset.code}`, name: wordsIn(language, source.dataset.names) }

const tables: readonly (readonly [type: string, kind: string])[] = [
  ['text/csv', 'csv'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/json', 'json'],
]

const toldOf = (series: Series, description: string, reader: Reader) => ({
  name: wordsIn(reader.language, series.names),
  description: reader.say('statistics.dataset.about', {
    name: wordsIn(reader.language, series.names),
    lede: description,
  }),
  variables: [variable(series, reader)],
})

/** A series, for search engines for data. */
export const seriesDataset = (
  {
    series,
    source,
    chosen,
  }: { readonly series: Series; readonly source: Source | null; readonly chosen: Breakdown | null },
  description: string,
  reader: Reader,
) => {
  const path = `/series/${series.code}`
  return datasetBlock(
    {
      ...toldOf(series, description, reader),
      path,
      identifier: series.code,
      years: chosen === null ? null : [chosen.firstYear, chosen.lastYear],
      place: reader.say('statistics.chart.worldShort'),
      source: source === null ? null : sourceOf(source, reader),
      files: [
        ...tables.map(([type, kind]) => [type, `${path}/figures.${kind}`] as const),
        ['application/json', `/api/v1/observations?series=${series.code}`],
      ],
      partOf: within(source, reader),
    },
    reader,
  )
}

/** A series for one economy or group: a part of the series. */
export const areaDataset = (
  { series, source, area, observations }: Pick<AreaProps, 'series' | 'source' | 'area' | 'observations'>,
  description: string,
  reader: Reader,
) => {
  const { say, language } = reader
  const path = areaAddress(series.code, area.code, '')
  const known = observations.flatMap(({ value, year }) => (value.kind === 'known' ? [year] : []))
  const place = wordsIn(language, area.names)
  return datasetBlock(
    {
      ...toldOf(series, description, reader),
      name: say('statistics.chart.title', { series: wordsIn(language, series.names), area: place }),
      path,
      identifier: `${series.code}/${area.code}`,
      years: known.length === 0 ? null : [Math.min(...known), Math.max(...known)],
      place,
      source: source === null ? null : sourceOf(source, reader),
      files: known.length === 0 ? [] : tables.map(([type, kind]) => [type, `${path}/figures.${kind}`] as const),
      partOf: { path: `/series/${series.code}`, name: wordsIn(language, series.names) },
    },
    reader,
  )
}

/** The catalogue of all figures, a data set for each that a publisher gives; one of which nothing is known on the day is not in it. */
export const sourcesCatalogue = (
  { sources, series }: Pick<SourcesProps, 'sources' | 'series'>,
  description: string,
  reader: Reader,
) => {
  const { say, language } = reader
  return catalogueBlock(
    {
      name: say('statistics.sources.title'),
      description,
      datasets: sources.flatMap((source): readonly DatasetTold[] => {
        const { dataset, releases } = source
        const [last] = releases
        if (last === undefined) return []
        const own = source.series.flatMap((code) => series.get(code) ?? [])
        return [
          {
            path: `/sources#${dataset.code}`,
            identifier: dataset.code,
            name: wordsIn(language, dataset.names),
            description: say('statistics.dataset.of', {
              name: wordsIn(language, dataset.names),
              publisher: wordsIn(language, dataset.publisher),
              count: own.length,
            }),
            years: [
              Math.min(...releases.map((one) => one.firstYear)),
              Math.max(...releases.map((one) => one.lastYear)),
            ],
            place: say('statistics.chart.worldShort'),
            variables: own.map((one) => variable(one, reader)),
            source: sourceOf(source, reader),
            files: [['application/zip', `/releases/${last.number}/release.zip`]],
            partOf: null,
          },
        ]
      }),
    },
    reader,
  )
}
