import { type Language, wordsIn } from '#kernel'
import { type Ask, addressAsOf, addressOf, notesOf, type TakeAway, type TakenCell, type TakenRow } from '#platform'
import type { Area, Dataset, Release } from '#statistics/core'
import { aboutDataset, figureColumns } from './files-of-figures.ts'
import { areasOf } from './store/areas.ts'
import { rowsOfRelease } from './store/release-rows.ts'

/** A release with whose it is: what a file of it is made from. */
export type ReleaseAsked = { readonly release: Release; readonly dataset: Dataset | null }

/** The rows of a release as a file has them, while they come: the database says what is in each, the rest is the same in all. */
export async function* releaseRows(
  { db, language }: Pick<Ask, 'db' | 'language'>,
  { release, dataset }: ReleaseAsked,
  areas: ReadonlyMap<string, Area>,
): AsyncGenerator<readonly TakenRow[]> {
  const names = new Map([...areas].map(([code, area]) => [code, wordsIn(language, area.names)]))
  const licence = dataset?.licence.code ?? null
  const same = [release.number, release.knownOn, licence] as const
  for await (const rows of rowsOfRelease(db, release))
    yield rows.map((cells): TakenRow => {
      const row: TakenCell[] = [cells[0] ?? null, cells[1] ?? null, names.get(cells[1] ?? '') ?? null]
      for (let at = 2; at < cells.length; at += 1) row.push(cells[at] ?? null)
      row.push(...same)
      return row
    })
}

export const releaseTitle = ({ say, language }: Pick<Ask, 'say' | 'language'>, { release, dataset }: ReleaseAsked) => {
  const number = say('statistics.release.number', { number: String(release.number) })
  return dataset === null ? number : `${number} · ${wordsIn(language, dataset.names)}`
}

export const releaseAddress = ({ here, language, asOf }: Ask, { release }: ReleaseAsked): string =>
  `${here.origin}${addressAsOf(addressOf(language, `/releases/${release.number}`), asOf)}`

/** The credit that a release asks for; whose figures they are, under which licence. */
export const aboutRelease = (language: Language, { release, dataset }: ReleaseAsked) => ({
  ...(dataset === null ? {} : aboutDataset(dataset, language)),
  credit: release.credit,
})

/** Every figure of a release, to take away in any kind: as many rows as it has, never in memory. */
export const releaseTaken = async (ask: Ask, asked: ReleaseAsked): Promise<TakeAway> => {
  const { db, say, language } = ask
  const { release } = asked
  const title = releaseTitle(ask, asked)
  return {
    name: `release-${release.number}`,
    title,
    language,
    tables: [
      {
        name: 'figures',
        label: say('statistics.release.number', { number: String(release.number) }),
        columns: figureColumns(say),
        rows: releaseRows(ask, asked, await areasOf(db, null)),
      },
    ],
    notes: notesOf(say, {
      ...aboutRelease(language, asked),
      asOf: release.knownOn,
      address: releaseAddress(ask, asked),
      missing: say('statistics.take.missing', { count: release.missing }),
    }),
  }
}
