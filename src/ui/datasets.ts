import type { Language } from '#kernel'
import { addressOf, type Here } from '#platform'
import type { Structured } from './data-block.ts'

/** Whose figures they are, and under which licence. */
export type DatasetSource = {
  readonly publisher: string
  readonly licence: string
  /** Where the publisher has them. */
  readonly address: string
  readonly credit: string
  /** The day on which the newest release became known. */
  readonly modified: string | undefined
}

/** A set of figures with a page of its own, in the words of its reader. Paths carry no language; they may carry a question or a fragment. */
export type DatasetTold = {
  readonly path: string
  readonly identifier: string
  readonly name: string
  readonly description: string
  /** Null: no figure is known. */
  readonly years: readonly [first: number, last: number] | null
  /** Whom it is about. */
  readonly place: string
  readonly variables: readonly { readonly code: string; readonly name: string; readonly unit: string }[]
  readonly source: DatasetSource | null
  /** Files by their media type; a path that begins with `/api/` has no language before it. */
  readonly files: readonly (readonly [type: string, path: string])[]
  /** The set that this is a part of. */
  readonly partOf: { readonly path: string; readonly name: string } | null
}

type At = { readonly language: Language; readonly here: Here }

const whole = ({ language, here }: At, path: string): string =>
  `${here.origin}${path.startsWith('/api/') ? path : addressOf(language, path)}`

const licensed = (source: DatasetSource) => ({
  license: source.licence,
  creator: { '@type': 'Organization', name: source.publisher },
  isBasedOn: source.address,
  creditText: source.credit,
  ...(source.modified === undefined ? {} : { dateModified: source.modified }),
})

const plainDataset = (told: DatasetTold, at: At) => {
  const page = whole(at, told.path)
  return {
    '@type': 'Dataset',
    '@id': page,
    url: page,
    identifier: told.identifier,
    name: told.name,
    description: told.description,
    inLanguage: at.language,
    isAccessibleForFree: true,
    variableMeasured: told.variables.map(({ code, name, unit }) => ({
      '@type': 'PropertyValue',
      propertyID: code,
      name,
      unitText: unit,
    })),
    ...(told.years === null ? {} : { temporalCoverage: told.years.join('/') }),
    spatialCoverage: { '@type': 'Place', name: told.place },
    ...(told.source === null ? {} : licensed(told.source)),
    distribution: told.files.map(([encodingFormat, path]) => ({
      '@type': 'DataDownload',
      encodingFormat,
      contentUrl: whole(at, path),
    })),
  }
}

/** Where all figures are listed with whose they are. */
const cataloguePath = '/sources'

/** A Dataset of schema.org, in the catalogue of all: how search engines for data find it. */
export const datasetBlock = (told: DatasetTold, at: At): Structured => ({
  ...plainDataset(told, at),
  ...(told.partOf === null
    ? {}
    : { isPartOf: { '@type': 'Dataset', '@id': whole(at, told.partOf.path), name: told.partOf.name } }),
  includedInDataCatalog: { '@type': 'DataCatalog', '@id': whole(at, cataloguePath), url: whole(at, cataloguePath) },
})

/** A DataCatalog of schema.org with what is in it. */
export const catalogueBlock = (
  { name, description, datasets }: { name: string; description: string; datasets: readonly DatasetTold[] },
  at: At,
): Structured => ({
  '@type': 'DataCatalog',
  '@id': whole(at, cataloguePath),
  url: whole(at, cataloguePath),
  name,
  description,
  inLanguage: at.language,
  isAccessibleForFree: true,
  dataset: datasets.map((one) => plainDataset(one, at)),
})
