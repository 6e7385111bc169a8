import type { Words } from '#kernel'
import type { Selection } from '#statistics/core'
import type { EditionCode, ElementId } from './ids.ts'

/** By what another selection of the same measure differs from the first. */
export const breakdownBy = ['sex', 'age', 'location', 'skill', 'level', 'speed', 'technology', 'source'] as const
export type BreakdownBy = (typeof breakdownBy)[number]

export type OtherSelection = Selection & { readonly by: BreakdownBy; readonly words: Words }

/** Why a measure has no figures. */
export const noSeriesReasons = [
  'no-open-series',
  'in-brackets',
  'no-unit-printed',
  'count-kept-by-bureau',
  'not-collected-yet',
  'computed-from-collection',
  'not-broken-down',
  'survey-not-held',
] as const
export type NoSeriesReason = (typeof noSeriesReasons)[number]

/** `exact`: the series is what the text asks. `near`: it is close, and the note says how it differs. */
export const fits = ['exact', 'near'] as const
export type Fit = (typeof fits)[number]

/** One thing that an indicator asks to be measured, and where its figures are. */
export type Measure = {
  readonly id: string
  readonly edition: EditionCode
  readonly element: ElementId
  /** The printed measure that it is, where one bullet holds several. */
  readonly part: string | null
  readonly words: Words
  readonly unit: Words
  readonly note: Words | null
} & (
  | {
      readonly kind: 'series'
      /** The one that a row shows first. */
      readonly shown: boolean
      readonly selection: Selection
      readonly others: readonly OtherSelection[]
      readonly fit: Fit
    }
  | { readonly kind: 'none'; readonly reason: NoSeriesReason }
)
