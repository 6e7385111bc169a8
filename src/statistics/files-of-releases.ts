import { type Language, wordsIn } from '#kernel'
import { type Ask, addressOf, columnsOf, type TakenTable } from '#platform'
import type { Dataset, Release } from '#statistics/core'

/** Releases as a table: what each brought, from which file, and what its publisher asks to be said. */
export const releasesTable = (
  { say, language, here }: Pick<Ask, 'say' | 'language' | 'here'>,
  releases: readonly Release[],
  whose: readonly Dataset[],
): TakenTable => {
  const from = new Map<string, Dataset>(whose.map((one) => [one.code, one]))
  const words = (all: Parameters<typeof wordsIn>[1] | undefined | null, own: Language): string | null =>
    all === undefined || all === null ? null : wordsIn(own, all)
  return {
    name: 'releases',
    label: say('statistics.take.releases'),
    columns: columnsOf(say, 'statistics.column', [
      ['release', 'number'],
      ['dataset', 'text'],
      ['name', 'text'],
      ['publisher', 'text'],
      ['known_on', 'day'],
      ['loaded_at', 'text'],
      ['file', 'text'],
      ['digest', 'text'],
      ['observations', 'number'],
      ['missing_values', 'number'],
      ['flagged_values', 'number'],
      ['first_year', 'year'],
      ['last_year', 'year'],
      ['licence', 'text'],
      ['credit', 'text'],
      ['caveat', 'text'],
      ['address', 'text'],
    ]),
    rows: releases.map((one) => {
      const dataset = from.get(one.dataset)
      return [
        one.number,
        one.dataset,
        words(dataset?.names, language),
        words(dataset?.publisher, language),
        one.knownOn,
        one.loadedAt,
        one.file,
        one.digest,
        one.observations,
        one.missing,
        one.flagged,
        one.firstYear,
        one.lastYear,
        dataset?.licence.code ?? null,
        one.credit,
        words(one.caveat, language),
        `${here.origin}${addressOf(language, `/releases/${one.number}`)}`,
      ]
    }),
  }
}
