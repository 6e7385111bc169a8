import type { Words } from '#kernel'
import { codesOf, type Selection } from './selection.ts'

/** How the figure of a group comes from those of its members. */
export type Method =
  /** sum(w v) / sum(w), w the indicator's own denominator (aggregates.md, 1). */
  | { readonly kind: 'weighted-mean'; readonly weight: Selection }
  /** Every member weighs the same. */
  | { readonly kind: 'mean' }
  /** A total. With `weight`, members without a value count as many as their region does for each unit of it. */
  | { readonly kind: 'sum'; readonly weight: Selection | null }
  /** `times` sum(numerator) / sum(denominator), over members that have both: the weighted mean of their own ratios. */
  | {
      readonly kind: 'ratio-of-sums'
      readonly numerator: Selection
      readonly denominator: Selection
      readonly times: number
    }
  /** The middle one of those observed in the year; nothing is imputed. */
  | { readonly kind: 'median' }
  /** How many of those observed in the year pass, or what part of them, in per cent; nothing is imputed. */
  | {
      readonly kind: 'count' | 'share'
      readonly passes: 'at-least' | 'above' | 'at-most' | 'below'
      readonly threshold: number
    }
  | { readonly kind: 'none'; readonly reason: Words }

/** What a series' content says: the first rule whose codes a breakdown has is in force for it. */
export type AggregationRule = {
  readonly series: string
  /** Codes by dimension that the breakdown must have; none: every breakdown. */
  readonly when: Readonly<Record<string, string>>
  readonly method: Method
  /** The scheme whose groups are the regions that estimates are taken from; null: none are made. */
  readonly regions: string | null
}

export const ruleFor = (
  rules: readonly AggregationRule[],
  { series, breakdown }: Selection,
): AggregationRule | null => {
  const codes = codesOf(breakdown) ?? {}
  return (
    rules.find(
      (rule) =>
        rule.series === series && Object.entries(rule.when).every(([dimension, code]) => codes[dimension] === code),
    ) ?? null
  )
}

/** The selection whose values the members have, before anything is computed. */
export const valuesUnder = (method: Method, selection: Selection): Selection =>
  method.kind === 'ratio-of-sums' ? method.numerator : selection

/** The selection that the members are weighed by; null: each counts as one. */
export const weightUnder = (method: Method): Selection | null => {
  if (method.kind === 'ratio-of-sums') return method.denominator
  return method.kind === 'weighted-mean' || method.kind === 'sum' ? method.weight : null
}

/** Whether members without a value of the year get one inside the aggregate. Medians and counts are of observed ones only. */
export const imputes = ({ kind }: Method): boolean =>
  kind === 'weighted-mean' || kind === 'mean' || kind === 'sum' || kind === 'ratio-of-sums'
