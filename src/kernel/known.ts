/** Why a value is not there. The page and the report show the reason, never a zero or a dash. */
export type MissingReason =
  | 'not-available'
  | 'not-collected'
  | 'not-applicable'
  | 'not-yet-assessed'
  | 'withheld'
  | 'withdrawn'

/** A value that may be missing. There is no way to read it without meeting the reason. */
export type Known<Value> =
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'missing'; readonly reason: MissingReason }

export const known = <Value>(value: Value): Known<Value> => ({ kind: 'known', value })

export const missing = (reason: MissingReason): Known<never> => ({ kind: 'missing', reason })
