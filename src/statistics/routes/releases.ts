import { type Absent, type Ask, absent, get, notUnderstood, type Route, take, takeTable, xlsxRows } from '#platform'
import { nearestOf } from '#statistics/core'
import { ReleasePage, type ReleaseProps } from '../pages/release.tsx'
import { releasePackage } from '../release-package.ts'
import { type ReleaseAsked, releaseTaken } from '../release-taken.ts'
import { areasOf, dimensions } from '../store/areas.ts'
import { broughtBy, changeCounts, flaggedOf, largestRevisions } from '../store/changes.ts'
import { releasesAsOf } from '../store/releases.ts'
import { datasets, seriesOf } from '../store/series.ts'

/** As many revisions of each series, and as many flagged values, as a page lists; how many there are is said. */
const listed = { revisions: 15, flagged: 100 } as const

/** The release that an address names, known by today; or the nearest. */
const releaseAt = async ({ db, today, say, language }: Ask, number: string): Promise<ReleaseAsked | Absent> => {
  const releases = await releasesAsOf(db, today)
  const release = releases.find((one) => String(one.number) === number)
  if (release === undefined)
    return absent(
      'statistics.noSuchRelease',
      { number: number.slice(0, 40) },
      nearestOf(
        number,
        releases.map((one) => String(one.number)),
        3,
      ).map((one) => {
        const words = say('statistics.release.number', { number: one })
        return { to: `/releases/${one}`, words: { en: words, [language]: words } }
      }),
    )
  const whose = await datasets(db)
  return { release, dataset: whose.find(({ code }) => code === release.dataset) ?? null }
}

const load = async (ask: Ask, number: string): Promise<ReleaseProps | Absent> => {
  const asked = await releaseAt(ask, number)
  if ('kind' in asked) return asked
  const { db, asOf } = ask
  const { release, dataset } = asked
  const [changes, revised, flagged, brought, codes] = await Promise.all([
    changeCounts(db, release),
    largestRevisions(db, release, listed.revisions),
    flaggedOf(db, release, listed.flagged),
    broughtBy(db, release.number),
    dimensions(db),
  ])
  const named = [...revised, ...flagged].map(({ area }) => area as string)
  const [series, areas] = await Promise.all([
    seriesOf(
      db,
      brought.map((one) => one.series),
      asOf,
    ),
    areasOf(db, named),
  ])
  return {
    release,
    dataset,
    knownThen: release.knownOn <= asOf,
    changes,
    revised,
    flagged,
    brought,
    series,
    areas,
    dimensions: codes,
  }
}

export const releaseRoutes: readonly Route[] = [
  get({
    path: '/releases/:number',
    may: 'statistics.see',
    load: (ask, { number = '' }) => load(ask, number),
    page: ReleasePage,
  }),
  ...takeTable({
    path: '/releases/:number/figures',
    may: 'statistics.see',
    streams: true,
    load: async (ask, { number = '' }, _, kind) => {
      const asked = await releaseAt(ask, number)
      if ('kind' in asked) return asked
      if (kind === 'xlsx' && asked.release.observations > xlsxRows)
        return notUnderstood('statistics.take.tooLongForSheet', { count: asked.release.observations, most: xlsxRows }, [
          { to: `/releases/${number}/figures.csv`, words: { en: 'CSV' } },
        ])
      return releaseTaken(ask, asked)
    },
  }),
  take({
    path: '/releases/:number/release.zip',
    may: 'statistics.see',
    streams: true,
    load: async (ask, { number = '' }) => {
      const asked = await releaseAt(ask, number)
      return 'kind' in asked ? asked : releasePackage(ask, asked)
    },
  }),
]
