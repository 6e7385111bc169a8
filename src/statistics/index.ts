import { Day } from '#kernel'
import type { Feature } from '#platform'
import { addresses } from './addresses.ts'
import { api } from './api.ts'
import { commands } from './commands.ts'
import { content } from './content.ts'
import { finds } from './finds.ts'
import { panels } from './panels.ts'
import { routes, sections } from './routes.ts'
import { miscounted, releasesAsOf } from './store/releases.ts'
import { extents } from './store/series.ts'

export { aggregatesOf, type GroupFigures, type GroupMember, membersOfGroups } from './aggregates.ts'
export { groupsOf } from './aggregates-groups.ts'
export { type AreaLine, type AreaLines, areaLinesOf } from './area-lines.ts'
export { standingOf } from './area-standing.ts'
export { latestOf, pathsOf } from './kept.ts'
export { figuresDependOn } from './pictures.ts'
export { areaLedePlace, areaPlace, seriesPlace } from './places.ts'
export { publishedWorldOf, sourcesOf } from './reads.ts'
export { areasOf, dimensions } from './store/areas.ts'
export { type Brought, broughtAbout } from './store/changed.ts'
export { releasesAsOf, revisionOf } from './store/releases.ts'
export { seriesOf } from './store/series.ts'
export { type DrawnWorld, drawnWorld } from './world.ts'

export const statistics: Feature = {
  name: 'statistics',
  permissions: ['statistics.see', 'statistics.load'],
  routes,
  panels,
  commands,
  sections,
  content,
  finds,
  api,
  addresses,
  checks: async (db) => {
    const never = Day.trusted('9999-12-31')
    const releases = await releasesAsOf(db, never)
    const series = await extents(db, never)
    const wrong = await miscounted(db)
    const rows = releases.reduce((sum, { observations }) => sum + observations, 0)
    return [
      {
        about: 'statistics.doctor.releases',
        well: wrong.length === 0,
        seen:
          wrong.length === 0
            ? {
                code: 'statistics.doctor.releasesSeen',
                facts: { releases: releases.length, series: series.length, observations: rows },
              }
            : {
                code: 'statistics.doctor.releasesMiscounted',
                facts: { releases: wrong.map(({ release }) => release).join(', ') },
              },
      },
    ]
  },
}
