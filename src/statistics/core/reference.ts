import type { Day, Words } from '#kernel'
import type { AreaCode, DatasetCode, SeriesCode } from './ids.ts'

export type Licence = { readonly code: string; readonly name: string; readonly address: string }

export type Dataset = {
  readonly code: DatasetCode
  readonly names: Words
  readonly publisher: Words
  readonly address: string
  readonly licence: Licence
  readonly credit: string
  /** What a reader should know before using it. */
  readonly caveat: Words | null
}

/** What a series measures, from a day on. */
export type Definition = {
  /** Null: not dated; it holds for every day before the first dated one. */
  readonly knownOn: Day | null
  /** The first year measured in this way: a break stands before it. Null: all of them. */
  readonly sinceYear: number | null
  /** Where somebody's framework asks for it: `SDG 17.8.1`. */
  readonly frame: string | null
  readonly names: Words
  /** A code of the list UNIT. */
  readonly unit: string
  /** The plausible range, as written; a value outside is flagged, never refused. */
  readonly lowest: string | null
  readonly highest: string | null
  /** How many decimals are displayed; the published ones are kept. */
  readonly decimals: number
  readonly better: 'up' | 'down' | null
  /** In words of the data set: how it is aggregated, or why it is not. */
  readonly aggregation: string
  /** The same in the languages that the list AGGREGATION has it in; absent where the list does not have it. */
  readonly aggregationNames?: Words
}

/** A series with the definition in force on the day asked, and those before it. */
export type Series = Definition & {
  readonly code: SeriesCode
  readonly dataset: DatasetCode
  readonly unitNames: Words
  readonly earlier: readonly Definition[]
}

/** A coded dimension, and the codes that the rows use. */
export type Dimension = { readonly code: string; readonly names: Words; readonly codes: readonly Code[] }
export type Code = { readonly code: string; readonly names: Words }

/** An economy, or a group as an area of published figures. `point` is where a map puts its label. */
export type Area = {
  readonly code: AreaCode
  readonly names: Words
  readonly m49: string | null
  readonly kind: 'economy' | 'group'
  readonly point: { readonly latitude: number; readonly longitude: number } | null
}

export type Scheme = {
  readonly code: string
  readonly names: Words
  /** Undated memberships are those of this day; a page says "composition as of". */
  readonly compositionOn: Day
  readonly dated: 'all' | 'some' | 'none'
  /** Its only group is the world. */
  readonly world: boolean
}

/** One spell of belonging to a group: from inclusive, until exclusive, null where the list gives no date. */
export type Membership = {
  readonly scheme: string
  readonly group: string
  readonly member: string
  readonly from: Day | null
  readonly until: Day | null
  readonly precision: 'day' | 'year' | null
  readonly status: string | null
  readonly source: string
  readonly knownOn: Day | null
}

/** Whether somebody belonged on a day, as far as was known on another. An undated membership is used for every day. */
export const belongs = ({ from, until, knownOn }: Membership, on: Day, asOf: Day): boolean =>
  (from === null || from <= on) && (until === null || on < until) && (knownOn === null || knownOn <= asOf)

/** A group with its members on the day asked. */
export type Group = {
  readonly scheme: Scheme
  readonly code: string
  readonly names: Words
  readonly members: readonly Membership[]
}
