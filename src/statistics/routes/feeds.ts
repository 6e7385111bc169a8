import { wordsIn } from '#kernel'
import {
  type Absent,
  type Ask,
  absent,
  addressOf,
  type FeedEntry,
  feedTaken,
  type Route,
  type Taken,
  take,
} from '#platform'
import type { Release } from '#statistics/core'
import { areaAt } from '../finding-area.ts'
import { areaPage } from '../pages/names.tsx'
import { broughtAbout } from '../store/changed.ts'
import { releasesAsOf } from '../store/releases.ts'
import { datasets, seriesOf } from '../store/series.ts'
import { noSuchSeries } from './asking.ts'

const may = 'statistics.see'

/** A reader comes again before there are more. */
const most = 100

const feed = (
  { say, language, here }: Ask,
  title: string,
  { self, page }: { readonly self: string; readonly page: string },
  entries: readonly FeedEntry[],
): Taken => {
  const at = (path: string) => `${here.origin}${addressOf(language, path)}`
  const author = say('ui.frame.name')
  return feedTaken({ title, language, self: at(self), page: at(page), author, entries: entries.slice(0, most) })
}

const releasesFeed = async (ask: Ask): Promise<Taken> => {
  const { db, asOf, say, language, here } = ask
  const names = new Map((await datasets(db)).map((one) => [one.code as string, one.names]))
  const title = say('statistics.feed.releases')
  const entries = (await releasesAsOf(db, asOf)).map((one): FeedEntry => {
    const address = `${here.origin}${addressOf(language, `/releases/${one.number}`)}`
    return {
      id: address,
      address,
      title: say('statistics.feed.release', {
        number: String(one.number),
        dataset: wordsIn(language, names.get(one.dataset) ?? { en: one.dataset }),
      }),
      updated: one.loadedAt,
      summary: say('statistics.feed.releaseSays', {
        day: one.knownOn,
        count: one.observations,
        missing: one.missing,
        reason: one.reason,
      }),
    }
  })
  return feed(ask, title, { self: '/releases/feed.atom', page: '/sources' }, entries)
}

/** What each release brought about a series, an economy, or both. */
const changesIn = async (
  { db, asOf, say, language, here }: Ask,
  about: { readonly series: readonly string[] | null; readonly area: string | null },
): Promise<readonly FeedEntry[]> => {
  const names = await seriesOf(db, null, asOf)
  const releases = new Map<number, Release>((await releasesAsOf(db, asOf)).map((one) => [one.number, one]))
  return (await broughtAbout(db, about, asOf)).flatMap(({ release, series, first, revised }): FeedEntry[] => {
    const one = releases.get(release)
    if (one === undefined) return []
    const path = about.area === null ? `/series/${series}` : `/series/${series}/${about.area}`
    const at = (to: string) => `${here.origin}${addressOf(language, to)}`
    return [
      {
        id: at(`/releases/${release}#${[series, about.area ?? ''].filter(Boolean).join('/')}`),
        address: at(path),
        title: say('statistics.feed.change', {
          series: wordsIn(language, names.get(series)?.names ?? { en: series }),
          first,
          revised,
        }),
        updated: one.loadedAt,
        summary: say('statistics.feed.changeSays', { number: String(release), day: one.knownOn, vintage: one.vintage }),
      },
    ]
  })
}

const seriesFeed = async (ask: Ask, code: string): Promise<Taken | Absent> => {
  const all = await seriesOf(ask.db, null, ask.asOf)
  const series = all.get(code)
  if (series === undefined) return noSuchSeries(code, all)
  const title = ask.say('statistics.feed.ofSeries', { name: wordsIn(ask.language, series.names) })
  const entries = await changesIn(ask, { series: [code], area: null })
  return feed(ask, title, { self: `/series/${code}/feed.atom`, page: `/series/${code}` }, entries)
}

const areaFeed = async (ask: Ask, text: string): Promise<Taken | Absent> => {
  const area = await areaAt(ask.db, text, ask.asOf)
  if (area.kind === 'absent') return area
  if (area.kind !== 'economy') return absent('statistics.noSuchArea', { area: text.slice(0, 80) })
  const title = ask.say('statistics.feed.ofArea', { name: wordsIn(ask.language, area.names) })
  const entries = await changesIn(ask, { series: null, area: area.code })
  return feed(ask, title, { self: `/areas/${area.code}/feed.atom`, page: areaPage(area.code) }, entries)
}

export const feedRoutes: readonly Route[] = [
  take({ path: '/releases/feed.atom', may, load: (ask) => releasesFeed(ask) }),
  take({ path: '/series/:code/feed.atom', may, load: (ask, { code = '' }) => seriesFeed(ask, code) }),
  take({ path: '/areas/:area/feed.atom', may, load: (ask, { area = '' }) => areaFeed(ask, area) }),
]
