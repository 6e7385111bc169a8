import { wordsIn } from '#kernel'
import { type Ask, addressAsOf, addressOf, columnsOf, notesOf, type TakeAway } from '#platform'
import type { Dataset, Release, Series } from '#statistics/core'
import { aboutSources } from './files-of-figures.ts'

/** One line of the list of series. */
export type Listed = {
  readonly series: Series
  readonly dataset: Dataset | null
  readonly extent: { readonly economies: number; readonly firstYear: number; readonly lastYear: number } | null
  readonly latest: Release | null
}

/** The list of series, each with whose it is. */
export const seriesTaken = (lines: readonly Listed[], { say, language, asOf, here }: Ask): TakeAway => ({
  name: 'series',
  title: say('statistics.list.title'),
  language,
  tables: [
    {
      name: 'series',
      label: say('statistics.list.title'),
      columns: columnsOf(say, 'statistics.column', [
        ['series', 'text'],
        ['name', 'text'],
        ['frame', 'text'],
        ['unit', 'text'],
        ['economies', 'number'],
        ['first_year', 'year'],
        ['last_year', 'year'],
        ['latest_release', 'number'],
        ['known_on', 'day'],
        ['dataset', 'text'],
        ['source', 'text'],
        ['licence', 'text'],
        ['credit', 'text'],
      ]),
      rows: lines.map(({ series, dataset, extent, latest }) => [
        series.code,
        wordsIn(language, series.names),
        series.frame,
        series.unit,
        extent?.economies ?? null,
        extent?.firstYear ?? null,
        extent?.lastYear ?? null,
        latest?.number ?? null,
        latest?.knownOn ?? null,
        series.dataset,
        dataset === null ? null : wordsIn(language, dataset.publisher),
        dataset?.licence.code ?? null,
        dataset?.credit ?? null,
      ]),
    },
  ],
  notes: notesOf(say, {
    ...aboutSources(
      lines.flatMap(({ dataset }) => (dataset === null ? [] : [{ dataset }])),
      language,
    ),
    asOf,
    address: `${here.origin}${addressAsOf(addressOf(language, '/series'), asOf)}`,
    missing: say('statistics.take.saidEmpty'),
  }),
})
