import type { Day, Words } from '#kernel'
import type { DatasetCode, ReleaseNumber } from './ids.ts'
import type { Observation } from './observation.ts'
import type { Dataset } from './reference.ts'

/** What `basis` holds where nobody wrote it in words; pages say these in the reader's language. */
export const ownBasis = { given: 'as given', vintage: 'vintage of the file', loading: 'day of loading' } as const

/** Which of these it is; null: words that somebody wrote. */
export const ownBasisOf = (basis: string): keyof typeof ownBasis | null => {
  if (basis === ownBasis.given) return 'given'
  if (basis === ownBasis.vintage) return 'vintage'
  return basis === ownBasis.loading ? 'loading' : null
}

/** One load of one file. */
export type Release = {
  readonly number: ReleaseNumber
  readonly dataset: DatasetCode
  /** The day on which the figures were public; they may have been earlier, never later. */
  readonly knownOn: Day
  /** When they came here, to the second: `2026-11-26T13:00:00Z`. */
  readonly loadedAt: string
  readonly author: string
  readonly reason: string
  readonly file: string
  /** SHA-256 of the file. */
  readonly digest: string
  readonly vintage: string
  /** Where `knownOn` is from: words as they were written, or one of `ownBasis`. */
  readonly basis: string
  readonly credit: string
  /** Where the copy was taken from, an address; null when it is the publisher's own file. */
  readonly via: string | null
  readonly caveat: Words | null
  readonly observations: number
  readonly missing: number
  readonly bounded: number
  readonly flagged: number
  readonly firstYear: number
  readonly lastYear: number
}

/** Whose figures they are: a data set with those of its releases that were known by the day asked, newest first. */
export type Source = {
  readonly dataset: Dataset
  readonly series: readonly string[]
  readonly releases: readonly Release[]
}

/** What one release said about a cell. */
export type Revised = { readonly observation: Observation; readonly release: Release }
