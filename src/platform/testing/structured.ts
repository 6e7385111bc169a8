import assert from 'node:assert/strict'
import { z } from 'zod'

const address = z.url({ protocol: /^https?$/ })
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const words = z.string().trim().min(1)
const named = (type: string) => z.object({ '@type': z.literal(type), name: words }).strict()

/** What a Dataset says, and nothing else: what search engines for data ask for, and what we say beside it. */
const datasetFields = {
  '@type': z.literal('Dataset'),
  '@id': address,
  url: address,
  identifier: words,
  name: words,
  description: words,
  inLanguage: z.enum(['en', 'fr', 'es', 'ar', 'ru', 'zh']),
  isAccessibleForFree: z.literal(true),
  license: address,
  creator: named('Organization'),
  isBasedOn: address,
  creditText: words,
  dateModified: day,
  temporalCoverage: z.string().regex(/^\d{4}\/\d{4}$/),
  spatialCoverage: named('Place'),
  variableMeasured: z
    .array(z.object({ '@type': z.literal('PropertyValue'), propertyID: words, name: words, unitText: words }).strict())
    .min(1),
  distribution: z
    .array(
      z
        .object({
          '@type': z.literal('DataDownload'),
          encodingFormat: z.string().regex(/^\w+\/[\w.+-]+$/),
          contentUrl: address,
        })
        .strict(),
    )
    .min(1),
}
const context = { '@context': z.literal('https://schema.org') }

export const datasetShape = z
  .object({
    ...context,
    ...datasetFields,
    isPartOf: z.object({ '@type': z.literal('Dataset'), '@id': address, name: words }).strict(),
    includedInDataCatalog: z.object({ '@type': z.literal('DataCatalog'), '@id': address, url: address }).strict(),
  })
  .strict()

export const catalogueShape = z
  .object({
    ...context,
    '@type': z.literal('DataCatalog'),
    '@id': address,
    url: address,
    name: words,
    description: words,
    inLanguage: datasetFields.inLanguage,
    isAccessibleForFree: z.literal(true),
    dataset: z.array(z.object(datasetFields).strict()).min(1),
  })
  .strict()

/** What a page says of itself in words of schema.org, read as its shape has it; a page says it once. */
export const structuredIn = <Shape extends z.ZodType>(html: string, shape: Shape): z.infer<Shape> => {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)]
  assert.equal(blocks.length, 1, 'one block of JSON-LD')
  const read = shape.safeParse(JSON.parse(blocks[0]?.[1] ?? ''))
  if (!read.success) assert.fail(z.prettifyError(read.error))
  return read.data
}
