/** A figure with its unit and the limit that it is held against; null where there is none. */
export type Measured = {
  readonly what: string
  readonly unit: string
  readonly value: number
  readonly limit: number | null
  /** Whether the limit is a floor: more is better. */
  readonly more?: boolean
  readonly all?: readonly number[]
}

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)
