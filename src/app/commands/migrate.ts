import type { HouseCommand } from '../house.ts'
import { withDatabase } from '../opened.ts'

export const migrate: HouseCommand = {
  name: 'migrate',
  about: 'app.migrate.about',
  takes: [],
  run: ({ config, say }) =>
    withDatabase(config, async (database) => {
      const ran = await database.migrate()
      const lines = [...ran, say('app.migrate.line', { count: ran.length })]
      return { kind: 'done', facts: { ran }, lines }
    }),
}
