import type { HouseCommand } from '../house.ts'
import { featureList } from '../opened.ts'

/** Method, path and permission of everything that is answered. Paths stand behind a language: `/en/...`. */
export const routes: HouseCommand = {
  name: 'routes',
  about: 'app.routes.about',
  takes: [],
  run: async () => {
    const ofTheHouse = [
      '/',
      '/api/openapi.json',
      '/api/v1/*',
      '/assets/*',
      '/health/live',
      '/health/ready',
      '/robots.txt',
      '/sitemap.xml',
      '/sitemaps/*',
    ].map((path) => ({
      method: 'GET',
      path,
      permission: '-',
      feature: 'platform',
    }))
    const ofFeatures = featureList.flatMap(({ name, routes: all }) =>
      all.map(({ kind, path, may }) => ({
        method: kind.toUpperCase(),
        path: `/{language}${path}`,
        permission: may,
        feature: name,
      })),
    )
    const all = [...ofTheHouse, ...ofFeatures]
    const lines = all.map((one) => `${one.method.padEnd(5)} ${one.path.padEnd(64)} ${one.permission}`)
    return { kind: 'done', facts: all, lines }
  },
}
