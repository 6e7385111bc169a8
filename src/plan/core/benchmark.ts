import type { Day, Words } from '#kernel'
import type { EditionCode, ElementId } from './ids.ts'

/**
 * What a target can be held against. `text`: what the text prints, or that it prints no number. `literal`: its words
 * taken at their letter, a reading. `companion`: a figure of somebody official. `decision`: a value set later.
 */
export const benchmarkKinds = ['text', 'literal', 'companion', 'decision'] as const
export type BenchmarkKind = (typeof benchmarkKinds)[number]

export const benchmarkComparators = ['at-least', 'more-than', 'at-most', 'equal'] as const
export type BenchmarkComparator = (typeof benchmarkComparators)[number]

/** Whether a number is all of a whole: of a share at least 100 per cent is no different from 100 per cent. */
export const isWhole = ({ comparator, value }: NonNullable<Benchmark['asks']>, share: boolean): boolean =>
  share && comparator === 'at-least' && value === 100

export type Benchmark = {
  readonly id: string
  readonly edition: EditionCode
  readonly target: ElementId
  readonly kind: BenchmarkKind
  /** Null together: no number. */
  readonly asks: { readonly comparator: BenchmarkComparator; readonly value: number } | null
  readonly unit: Words | null
  /** The year by which. */
  readonly by: number
  readonly source: Words
  /** The day of the source, or as much of it as is known: `2022-10-14`, `2026-07`; null for an undated draft. */
  readonly dated: string | null
  readonly decidedOn: Day | null
  readonly note: Words | null
  /** The one that pages use unless another is chosen. */
  readonly first: boolean
}
