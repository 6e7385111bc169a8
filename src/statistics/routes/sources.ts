import { addressAsOf, addressOf, get, notesOf, type Route, takeTable } from '#platform'
import { groupsOf } from '../aggregates-groups.ts'
import { aboutSources } from '../files-of-figures.ts'
import { releasesTable } from '../files-of-releases.ts'
import { SourcesPage } from '../pages/sources.tsx'
import { sourcesOf } from '../reads.ts'
import { areaCount, schemeSources } from '../store/reach.ts'
import { releasesAsOf } from '../store/releases.ts'
import { datasets, extents, seriesOf } from '../store/series.ts'

export const sourcesRoutes: readonly Route[] = [
  get({
    path: '/sources',
    may: 'statistics.see',
    load: async ({ db, asOf, today }) => {
      const series = await seriesOf(db, null, asOf)
      const codes = [...series.keys()]
      const [sources, groups, places, areas, reach, ever, whose] = await Promise.all([
        sourcesOf(db, codes, asOf),
        groupsOf(db, null, asOf, asOf),
        schemeSources(db, asOf),
        areaCount(db),
        extents(db, asOf),
        sourcesOf(db, codes, today),
        datasets(db),
      ])
      const filled = new Set(reach.map((one) => one.series))
      return {
        sources,
        series,
        areas,
        // A data set without series is what areas, groups and shapes are from.
        lists: whose.filter(({ code }) => [...series.values()].every(({ dataset }) => dataset !== code)),
        empty: codes.filter((code) => !filled.has(code)),
        later: ever.flatMap(({ releases }) => releases.filter(({ knownOn }) => knownOn > asOf)),
        schemes: [...Map.groupBy(groups, ({ scheme }) => scheme.code)].flatMap(([code, own]) => {
          const [first] = own
          if (first === undefined) return []
          const members = new Set(own.flatMap((group) => group.members.map(({ member }) => member))).size
          const from = places.filter((one) => one.scheme === code)
          return [{ scheme: first.scheme, groups: own.length, members, sources: from.map(({ source }) => source) }]
        }),
      }
    },
    page: SourcesPage,
  }),
  ...takeTable({
    path: '/sources/releases',
    may: 'statistics.see',
    load: async (ask) => {
      const { db, say, language, asOf, here } = ask
      const [releases, whose] = await Promise.all([releasesAsOf(db, asOf), datasets(db)])
      return {
        name: 'releases',
        title: say('statistics.sources.title'),
        language,
        tables: [{ ...releasesTable(ask, releases, whose), label: say('statistics.sources.title') }],
        notes: notesOf(say, {
          ...aboutSources(
            whose.map((dataset) => ({ dataset })),
            language,
          ),
          asOf,
          address: `${here.origin}${addressAsOf(addressOf(language, '/sources'), asOf)}`,
          missing: say('statistics.take.saidEmpty'),
        }),
      }
    },
  }),
]
