import path from 'node:path'
import { rootFolder } from '#platform'
import { staged, ways } from '../demonstrating.ts'
import type { HouseCommand } from '../house.ts'
import { serving } from './serve.ts'

/** Beside the port of a server that is no demonstration, where nobody named another. */
const ordinary = 4321
const port = 4322

/** The same program on an invented organization, in a data folder of its own: nothing of it can come among facts. */
export const demo: HouseCommand = {
  name: 'demo',
  about: 'app.demo.about',
  takes: ['--port='],
  run: async (at) => {
    const { say } = at
    const config = {
      ...at.config,
      data: at.config.data === path.join(rootFolder, 'data') ? path.join(rootFolder, 'data-demo') : at.config.data,
      content: path.join(rootFolder, 'content', 'demo'),
      port: at.config.port === ordinary ? port : at.config.port,
    }
    const run = serving({
      prepared: async (database) => {
        if (process.stderr.isTTY) process.stderr.write(`${say('app.demo.staging')}\n`)
        await staged(database)
      },
      ready: async (database, address) => {
        const all = await ways(database)
        const lines = all.map(({ name, role, for: unit, path: way }) =>
          say('app.demo.person', {
            name,
            role: say(`access.role.${role.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}`),
            unit: unit === '' ? say('app.demo.everywhere') : unit,
            link: `${address}/en${way}`,
          }),
        )
        process.stdout.write(`${[say('app.demo.people', { count: all.length }), ...lines].join('\n')}\n`)
      },
    })
    return run({ ...at, config })
  },
}
