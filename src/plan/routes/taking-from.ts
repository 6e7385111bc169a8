import { type Ask, addressAsOf, addressOf } from '#platform'
import type { TakenFrom } from '../glance-taking.ts'

/** Where a file is taken, so that addresses in it can be opened by anybody: `page` is the one that it is of, with its question. */
export const fromOf = ({ language, asOf, here }: Ask, page: string): TakenFrom => {
  const address = (path: string): string => `${here.origin}${addressAsOf(addressOf(language, path), asOf)}`
  return { language, asOf, addressOf: address, address: address(page) }
}
