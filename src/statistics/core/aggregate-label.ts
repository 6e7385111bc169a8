import { type Tier, tiers } from './aggregate-values.ts'

/** Parts of the weight of all members that have one, by what their values rest on. Each from 0 to 1. */
export type Shares = Readonly<Record<Tier, number>> & {
  /** Observed, interpolated or carried. */
  readonly known: number
  /** Everything that was not observed. */
  readonly imputed: number
}

/** A member that was not observed and holds more than a tenth of the weight. */
export type Large = { readonly code: string; readonly share: number; readonly tier: Exclude<Tier, 'observed'> }

/** Our figure with its label, or why it is not shown (aggregates.md, 3). */
export type Judged =
  | { readonly label: 'published'; readonly value: number; readonly reason: null }
  | { readonly label: 'estimate'; readonly value: number; readonly reason: EstimateReason }
  | { readonly label: 'not shown'; readonly value: null; readonly reason: HiddenReason }
type EstimateReason = 'large-member-unobserved' | 'less-than-two-thirds-observed' | 'members-left-out'
type HiddenReason = 'no-members' | 'less-than-half-known'

const slack = 1e-9
/** More than this part of the weight makes an unobserved member a large one. */
export const largeShare = 0.1
/** What the observed members must hold for a figure without reserve. */
export const enoughObserved = 2 / 3

export const isEnough = (observedShare: number): boolean => observedShare >= enoughObserved - slack

export const isLarge = (share: number): boolean => share > largeShare

/** From weights by tier, in the order of `tiers`. The whole is above zero. */
export const sharesOf = (weights: readonly number[], whole: number): Shares => {
  const [observed = 0, interpolated = 0, nowcast = 0, donor = 0, missing = 0] = tiers.map(
    (_, at) => (weights[at] ?? 0) / whole,
  )
  const known = observed + interpolated + nowcast
  return { observed, interpolated, nowcast, donor, missing, known, imputed: 1 - observed }
}

/** `leftOut`: whether members without any value make the figure too small, as they do a total's. */
export const judged = (
  value: number | null,
  shares: Shares | null,
  large: readonly Large[],
  leftOut: boolean,
): Judged => {
  if (shares === null) return { label: 'not shown', value: null, reason: 'no-members' }
  if (shares.known < 0.5 - slack || value === null)
    return { label: 'not shown', value: null, reason: 'less-than-half-known' }
  if (large.length > 0) return { label: 'estimate', value, reason: 'large-member-unobserved' }
  if (!isEnough(shares.observed)) return { label: 'estimate', value, reason: 'less-than-two-thirds-observed' }
  return leftOut
    ? { label: 'estimate', value, reason: 'members-left-out' }
    : { label: 'published', value, reason: null }
}
