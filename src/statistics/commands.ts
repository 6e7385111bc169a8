import { z } from 'zod'
import { Day, done } from '#kernel'
import { type Command, parsed, reads, writes } from '#platform'
import { aggregateCommands } from './commands-aggregates.ts'
import { loadRelease } from './deeds/load-release.ts'
import { extents, seriesOf } from './store/series.ts'

export const commands: readonly Command[] = [
  writes({
    name: 'statistics load',
    about: 'statistics.load.about',
    may: 'statistics.load',
    event: 'statistics.loaded',
    order: z.object({
      file: z.string().min(1),
      'known-on': parsed(Day).optional(),
      reason: z.string().default(''),
    }),
    deed: (work, { file, reason, 'known-on': knownOn = null }) =>
      loadRelease(work, { file, knownOn, reason, basis: null, credit: null, via: null, caveat: null }),
    facts: (loaded) => ({ ...loaded }),
    lines: (facts, say) =>
      facts.kind === 'nothing-new'
        ? [say('statistics.load.nothingNew', { release: facts.release, day: facts.knownOn })]
        : [
            say('statistics.load.line', { count: facts.observations, dataset: facts.dataset, release: facts.release }),
            say('statistics.load.counts', { missing: facts.missing, bounded: facts.bounded, flagged: facts.flagged }),
          ],
  }),
  reads({
    name: 'statistics series',
    about: 'statistics.series.about',
    may: 'statistics.see',
    order: z.object({}),
    load: async ({ db, asOf }) => {
      const series = await seriesOf(db, null, asOf)
      const all = await extents(db, asOf)
      const extentOf = new Map(all.map((one) => [one.series, one]))
      return done(
        [...series.values()].map(({ code, dataset, unit, names }) => {
          const { releases = 0, rows = 0, firstYear = 0, lastYear = 0 } = extentOf.get(code) ?? {}
          return { series: code, dataset, unit, name: names.en, releases, rows, firstYear, lastYear }
        }),
      )
    },
    lines: (series, say) =>
      series.map(({ series: code, name, rows, releases, firstYear, lastYear }) =>
        rows === 0
          ? say('statistics.series.empty', { series: code, name })
          : say('statistics.series.line', {
              series: code,
              name,
              rows,
              releases,
              first: `${firstYear}`,
              last: `${lastYear}`,
            }),
      ),
  }),
  ...aggregateCommands,
]
