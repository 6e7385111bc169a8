import { type Language, wordsIn } from '#kernel'
import { addressOf, type Here } from '#platform'
import type { Series, Source } from '#statistics/core'
import type { Breakdown } from '../store/observations.ts'

/** A series as a Dataset of schema.org, in the catalogue of all series: how search engines for data find it. */
export const seriesDataset = (
  {
    series,
    source,
    chosen,
  }: { readonly series: Series; readonly source: Source | null; readonly chosen: Breakdown | null },
  description: string,
  { language, here }: { readonly language: Language; readonly here: Here },
) => {
  const at = (path: string): string => `${here.origin}${addressOf(language, path)}`
  const page = at(`/series/${series.code}`)
  const files = [
    ['text/csv', `${page}/figures.csv`],
    ['application/json', `${page}/figures.json`],
    ['application/json', `${here.origin}/api/v1/observations?series=${series.code}`],
  ] as const
  return {
    '@type': 'Dataset',
    '@id': page,
    url: page,
    identifier: series.code,
    name: wordsIn(language, series.names),
    description,
    inLanguage: language,
    isAccessibleForFree: true,
    variableMeasured: { '@type': 'PropertyValue', name: series.code, unitText: wordsIn(language, series.unitNames) },
    ...(chosen === null ? {} : { temporalCoverage: `${chosen.firstYear}/${chosen.lastYear}` }),
    ...(source === null
      ? {}
      : {
          license: source.dataset.licence.address,
          creator: { '@type': 'Organization', name: wordsIn(language, source.dataset.publisher) },
          isBasedOn: source.dataset.address,
          creditText: source.dataset.credit,
          dateModified: source.releases[0]?.knownOn,
        }),
    includedInDataCatalog: { '@type': 'DataCatalog', '@id': at('/series'), url: at('/series') },
    distribution: files.map(([encodingFormat, contentUrl]) => ({
      '@type': 'DataDownload',
      encodingFormat,
      contentUrl,
    })),
  }
}
