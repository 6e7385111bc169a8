import { wordsIn } from '#kernel'
import {
  type Absent,
  type Ask,
  absent,
  addressOf,
  type FeedEntry,
  feedTaken,
  type Params,
  type Route,
  type Taken,
  take,
} from '#platform'
import { lookUp, pathOf } from '../core/address.ts'
import { isSeries } from '../core/measured-choice.ts'
import { measuredOf } from '../measured.ts'
import { broughtAbout, releasesAsOf, seriesOf } from '../neighbours/statistics.ts'
import { editionName, editionOf, shortNameOf } from '../reading.ts'
import { isAbsent, notFound, notThereYet, planFor } from './asked.ts'

/** A reader comes again before there are more. */
const most = 100

/** What changed about a target or an indicator: what each release brought to the series that measure it, and the text that it stands in. */
const feedOf = async (ask: Ask, params: Params): Promise<Taken | Absent> => {
  const ix = await planFor(ask)
  if (isAbsent(ix)) return ix
  const [code = '', segment = '', tail = ''] = [params['edition'], params['segment'], params['tail']]
  const found = lookUp(ix, code, segment, tail)
  if (found.kind === 'nothing') return notFound(ix, found, code, segment)
  if (found.kind !== 'element') return absent('ui.nothingHere')
  const { element } = found
  const edition = editionOf(ix, element.edition)
  const later = notThereYet(ix, edition, ask)
  if (later !== null) return later
  const measured = await measuredOf(ask, ix, edition, element, {})
  if (measured === null) return absent('ui.nothingHere')
  const { db, asOf, say, language, here } = ask
  const at = (path: string): string => `${here.origin}${addressOf(language, path)}`
  const page = at(pathOf(ix, element))
  const series = measured.choice.measures.flatMap(({ measure }) =>
    isSeries(measure) ? [measure.selection.series] : [],
  )
  const names = await seriesOf(db, series, asOf)
  const releases = new Map((await releasesAsOf(db, asOf)).map((one) => [one.number, one]))
  const brought = series.length === 0 ? [] : await broughtAbout(db, { series: [...new Set(series)], area: null }, asOf)
  const changes = brought.flatMap((one): FeedEntry[] => {
    const release = releases.get(one.release)
    if (release === undefined) return []
    const { number, knownOn, vintage, loadedAt } = release
    return [
      {
        id: `${page}#release-${number}-${one.series}`,
        address: at(`/series/${one.series}`),
        title: say('statistics.feed.change', {
          series: wordsIn(language, names.get(one.series)?.names ?? { en: one.series }),
          first: one.first,
          revised: one.revised,
        }),
        updated: loadedAt,
        summary: say('statistics.feed.changeSays', { number: String(number), day: knownOn, vintage }),
      },
    ]
  })
  const name = wordsIn(language, shortNameOf(ix, element))
  const title = wordsIn(language, element.title)
  const text: readonly FeedEntry[] =
    edition.knownOn === null
      ? []
      : [
          {
            id: `${page}#text`,
            address: page,
            title: say('plan.feed.text', { name, edition: editionName(edition) }),
            updated: `${edition.knownOn}T00:00:00Z`,
            summary: title,
          },
        ]
  const entries = [...changes, ...text].toSorted((one, other) => Date.parse(other.updated) - Date.parse(one.updated))
  return feedTaken({
    title: say('plan.feed.title', { name, title }),
    language,
    self: at(`${measured.path}/feed.atom`),
    page,
    author: say('ui.frame.name'),
    entries: entries.slice(0, most),
  })
}

export const feedRoutes: readonly Route[] = [
  take({ path: '/editions/:edition/:segment/:tail/feed.atom', may: 'plan.see', load: feedOf }),
]
