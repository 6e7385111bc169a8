import { type Ask, addressAsOf, addressOf } from '#platform'
import type { TakenFrom } from '../glance-taking.ts'

/** Where a file is taken, so that addresses in it can be opened by anybody. */
export const fromOf = ({ language, asOf, here }: Ask): TakenFrom => ({
  language,
  asOf,
  addressOf: (path) => `${here.origin}${addressAsOf(addressOf(language, path), asOf)}`,
})
