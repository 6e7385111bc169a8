import type { z } from 'zod'
import type { Say } from '../page.ts'
import type { Endpoint } from './endpoint.ts'
import { problemType } from './problem.ts'
import { asksOf, mediaTypes } from './reading.ts'
import { type JsonSchema, schemaOf } from './schema.ts'

export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly description: string
  readonly schema: JsonSchema
  readonly example: string | null
}

/** The parameters of an endpoint as the documentation has them: those of the path first. */
export const parametersOf = (
  endpoint: Endpoint,
  say: Say,
  example: Readonly<Record<string, string>>,
): readonly Parameter[] => {
  const each =
    (place: 'path' | 'query') =>
    ([name, type]: [string, z.ZodType]): Parameter => {
      const { description = '', ...schema } = schemaOf(type, say)
      const isOptional = place === 'query' && type.safeParse(undefined).success
      return {
        name,
        in: place,
        required: !isOptional,
        description: String(description),
        schema,
        example: example[name] ?? null,
      }
    }
  return [
    ...Object.entries(endpoint.params.shape as Record<string, z.ZodType>).map(each('path')),
    ...Object.entries(asksOf(endpoint)).map(each('query')),
  ]
}

export const templateOf = ({ path }: Endpoint): string => path.replaceAll(/:([a-zA-Z]+)/g, '{$1}')

const operationOf = (endpoint: Endpoint): string =>
  `get${templateOf(endpoint)
    .split(/[^a-zA-Z]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}`

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })

const problem: JsonSchema = {
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    parameter: { type: 'string' },
    value: { type: 'string' },
    nearest: { type: 'array', items: { type: 'string' } },
    request: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'instance'],
}

/** Headers that answers have, and the answers that are no items. */
const shared = (say: Say) => {
  const header = (about: string, type: string) => ({ description: say(about), schema: { type } })
  const headers = {
    ETag: header('platform.api.headerTag', 'string'),
    Link: header('platform.api.headerLink', 'string'),
    RateLimit: header('platform.api.headerRate', 'string'),
    'RateLimit-Policy': header('platform.api.headerPolicy', 'string'),
    'Retry-After': header('platform.api.headerRetry', 'integer'),
  }
  const refused = (status: number, more: object = {}) => ({
    description: say(`platform.api.problem${status}`),
    headers: { RateLimit: ref('headers', 'RateLimit'), ...more },
    content: { [problemType]: { schema: ref('schemas', 'Problem') } },
  })
  return {
    headers,
    responses: {
      NotModified: { description: say('platform.api.notModified') },
      Problem400: refused(400),
      Problem404: refused(404),
      Problem406: refused(406),
      Problem413: refused(413),
      Problem429: refused(429, { 'Retry-After': ref('headers', 'Retry-After') }),
    },
  }
}

const envelopeOf = ({ kind, name }: Endpoint): JsonSchema => {
  const item = ref('schemas', name)
  const asOf = { type: 'string', format: 'date' }
  const data = kind === 'list' ? { type: 'array', items: item } : item
  const properties = {
    as_of: asOf,
    ...(kind === 'list' ? { next: { anyOf: [{ type: 'string', format: 'uri' }, { type: 'null' }] } } : {}),
    data,
  }
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

const operation = (endpoint: Endpoint, say: Say, example: Readonly<Record<string, string>>) => ({
  operationId: operationOf(endpoint),
  summary: say(endpoint.about),
  tags: [endpoint.may.split('.')[0] ?? ''],
  parameters: parametersOf(endpoint, say, example).map(({ example: one, schema, ...rest }) => ({
    ...rest,
    ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
    schema,
    ...(one === null
      ? {}
      : {
          example: schema.type === 'array' ? one.split(',') : schema.type === 'integer' ? Number(one) : one,
        }),
  })),
  responses: {
    200: {
      description: say(endpoint.about),
      headers: Object.fromEntries(
        ['ETag', ...(endpoint.kind === 'list' ? ['Link'] : []), 'RateLimit', 'RateLimit-Policy'].map((name) => [
          name,
          ref('headers', name),
        ]),
      ),
      content: {
        'application/json': { schema: envelopeOf(endpoint) },
        ...(endpoint.kind === 'list'
          ? {
              [mediaTypes.csv]: { schema: { type: 'string' } },
              [mediaTypes.ndjson]: { schema: { type: 'string' } },
            }
          : {}),
      },
    },
    304: ref('responses', 'NotModified'),
    400: ref('responses', 'Problem400'),
    404: ref('responses', 'Problem404'),
    406: ref('responses', 'Problem406'),
    413: ref('responses', 'Problem413'),
    429: ref('responses', 'Problem429'),
  },
})

/** The document of all endpoints, OpenAPI 3.1: made from the schemas that check questions and, in the tests, answers. */
export const openApiOf = (
  endpoints: readonly Endpoint[],
  say: Say,
  {
    origin,
    language,
    examples,
  }: { origin: string; language: string; examples: readonly Readonly<Record<string, string>>[] },
) => ({
  openapi: '3.1.0',
  info: { title: say('platform.api.title'), version: '1', description: say('platform.api.lede') },
  externalDocs: { url: `${origin}/${language}/api` },
  servers: [{ url: `${origin}/api/v1` }],
  paths: Object.fromEntries(
    endpoints.map((endpoint, nth) => [templateOf(endpoint), { get: operation(endpoint, say, examples[nth] ?? {}) }]),
  ),
  // Everybody may ask; with a token, as its person.
  security: [{}, { token: [] }],
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Problem: problem,
      ...Object.fromEntries(endpoints.map(({ name, item }) => [name, schemaOf(item, say)])),
    },
    ...shared(say),
  },
})
