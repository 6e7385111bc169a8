import type { FC } from 'hono/jsx'
import type { Feature } from '../feature.ts'
import type { Shown } from '../page.ts'
import { framePlaces, panel } from '../panel.ts'
import { get } from '../route.ts'
import type { Look } from '../work.ts'
import { apiRoot } from './answering.ts'
import type { Endpoint } from './endpoint.ts'
import { type Parameter, parametersOf, templateOf } from './openapi.ts'
import { type Field, fieldsOf } from './schema.ts'

/** One endpoint as a page shows it; `address` is an example that answers something. */
export type ApiShown = {
  readonly template: string
  readonly kind: Endpoint['kind']
  readonly about: string
  readonly parameters: readonly Parameter[]
  readonly fields: readonly Field[]
  readonly address: string
}

export type ApiPageProps = { readonly endpoints: readonly ApiShown[] }

/** An address with which a table of any size answers: what the snippets take. */
export type ApiUseProps = { readonly address: string; readonly csv: string }

const filled = (endpoint: Endpoint, example: Readonly<Record<string, string>>): string => {
  const parts = new Set(Object.keys(endpoint.params.shape))
  const path = endpoint.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(example[name] ?? '-'))
  const asked = Object.entries(example).filter(([name]) => !parts.has(name))
  const question = asked.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&')
  return `${apiRoot}${path}${question === '' ? '' : `?${question}`}`
}

/** The address of the example of an endpoint. */
export const exampleAddress = async (endpoint: Endpoint, look: Look): Promise<string> =>
  filled(endpoint, await endpoint.example(look))

const may = 'platform.api'

/** The pages about what programs can ask; their look is not ours. `main` is the path of the endpoint that snippets take. */
export const apiPagesOf = (
  endpoints: readonly Endpoint[],
  main: string,
  pages: {
    readonly docs: FC<Shown<ApiPageProps>>
    readonly use: FC<Shown<ApiUseProps>>
    /** In the foot of every page: where programs find what it shows. */
    readonly foot: FC<Shown<object>>
  },
): Feature => ({
  name: 'platform',
  permissions: [may],
  panels: [
    panel({
      place: framePlaces.foot,
      may,
      load: async (_, paths) => new Map(paths.map((path) => [path, {}])),
      show: pages.foot,
    }),
  ],
  commands: [],
  addresses: async () => ['/api', '/api/use'],
  routes: [
    get({
      path: '/api',
      may,
      load: async (ask) => {
        const shown: ApiShown[] = []
        for (const endpoint of endpoints) {
          const example = await endpoint.example(ask)
          shown.push({
            template: templateOf(endpoint),
            kind: endpoint.kind,
            about: endpoint.about,
            parameters: parametersOf(endpoint, ask.say, example),
            fields: fieldsOf(endpoint.item, ask.say),
            address: filled(endpoint, example),
          })
        }
        return { endpoints: shown }
      },
      page: pages.docs,
    }),
    get({
      path: '/api/use',
      may,
      load: async (ask) => {
        const endpoint = endpoints.find(({ path }) => path === main)
        if (endpoint === undefined) return null
        const address = await exampleAddress(endpoint, ask)
        return { address, csv: `${address}${address.includes('?') ? '&' : '?'}format=csv` }
      },
      page: pages.use,
    }),
  ],
})
