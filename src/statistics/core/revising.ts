import { decimalLess, sameAtPrecision } from '#kernel'
import type { Observation } from './observation.ts'

/** What a release did to a cell, beside what was known before it. */
export type Change =
  | { readonly kind: 'first' }
  /** The same value and the same reason; perhaps written in another way. */
  | { readonly kind: 'same' }
  /** The same value with more or fewer decimals: no revision. */
  | { readonly kind: 'precision' }
  /** Another value: what is known of that year has changed, not the year. */
  | { readonly kind: 'revised'; readonly by: string }
  /** One of the two is known only by its bound, or by another one. */
  | { readonly kind: 'rebounded' }
  /** There was a value, and now there is a reason instead. */
  | { readonly kind: 'withdrawn' }
  /** There was a reason, and now there is a value. */
  | { readonly kind: 'filled' }
  /** Another reason. */
  | { readonly kind: 'reasoned' }

type Said = Pick<Observation, 'value'>

export const changeOf = (before: Said | null, after: Said): Change => {
  if (before === null) return { kind: 'first' }
  const [one, other] = [before.value, after.value]
  if (one.kind === 'missing' && other.kind === 'missing')
    return one.reason === other.reason ? { kind: 'same' } : { kind: 'reasoned' }
  if (other.kind === 'missing') return { kind: 'withdrawn' }
  if (one.kind === 'missing') return { kind: 'filled' }
  const by = decimalLess(other.value.decimal, one.value.decimal)
  if (one.value.bound !== other.value.bound) return { kind: 'rebounded' }
  if (/^-?0(?:\.0*)?$/.test(by)) return { kind: 'same' }
  if (sameAtPrecision(one.value.decimal, other.value.decimal)) return { kind: 'precision' }
  return one.value.bound === null ? { kind: 'revised', by } : { kind: 'rebounded' }
}

/** The oldest of a cell's releases, given from the oldest to the newest, that said just what the newest says without a break since. */
export const standingSince = <One extends Said>(history: readonly One[]): One | undefined => {
  const broken = history.findLastIndex((said, index) => changeOf(history[index - 1] ?? null, said).kind !== 'same')
  return history[Math.max(broken, 0)]
}

/** How often a cell said something else than before, over its releases from the oldest to the newest. */
export const revisionCount = (history: readonly Said[]): number =>
  history.filter((said, index) => {
    const { kind } = changeOf(history[index - 1] ?? null, said)
    return kind !== 'first' && kind !== 'same' && kind !== 'precision'
  }).length
