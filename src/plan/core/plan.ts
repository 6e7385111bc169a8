import type { Day, Words } from '#kernel'
import type { Benchmark } from './benchmark.ts'
import type { Bracket, Certainty, Element, Quotation } from './element.ts'
import type { EditionCode, ElementId, KindCode } from './ids.ts'
import type { Measure } from './measure.ts'
import type { Organisation } from './organisation.ts'

/** `from` and `to` are years, both included. */
export type Edition = {
  readonly code: EditionCode
  readonly state: 'adopted' | 'draft'
  readonly act: Words
  readonly actPrinted: string | null
  readonly period: { readonly from: number; readonly to: number }
  /** The day from which the edition exists; null when nobody knows, which is said and not guessed. */
  readonly knownOn: Day | null
  readonly knownOnBasis: 'text' | 'general-knowledge' | 'unknown'
  readonly knownOnNote: Words
  /** The text that was read: its file, its number of lines, its language. */
  readonly source: {
    readonly file: string
    readonly lines: number
    readonly language: string
    readonly note: Words | null
  }
  readonly elements: readonly Element[]
  readonly brackets: readonly Bracket[]
}

export const relations = [
  'unchanged',
  'reworded',
  'retargeted',
  'renumbered',
  'moved',
  'merged',
  'split',
  'replaced',
  'dropped',
  'new',
] as const
export type Relation = (typeof relations)[number]

/** Whether a series goes on from one edition to the next. `not-a-series`: the element carries no data. */
export const continuities = ['yes', 'yes-with-note', 'no', 'not-a-series'] as const
export type Continuity = (typeof continuities)[number]

export const changes = [
  'wording',
  'title',
  'text',
  'number',
  'parent-number',
  'parent',
  'level',
  'year',
  'unit',
  'quantity',
  'direction',
  'breakdown',
  'population',
] as const
export type Change = (typeof changes)[number]

/** `to` may be one of the printed measures of an element. */
export type SeriesPair = {
  readonly from: string
  readonly to: string
  readonly series: Continuity
  readonly why: Words
}

export type CrosswalkRow = {
  readonly id: string
  readonly kind: KindCode
  readonly relation: Relation
  readonly from: readonly ElementId[]
  readonly to: readonly ElementId[]
  /** All kinds of change; the relation names the main one. */
  readonly changed: readonly Change[]
  readonly whatChanged: Words
  readonly series: Continuity
  readonly why: Words
  readonly pairs: readonly SeriesPair[]
  readonly certainty: Certainty
  readonly seeAlso: readonly ElementId[]
}

/** Two editions side by side: every element of both stands in exactly one row. */
export type Crosswalk = {
  readonly from: EditionCode
  readonly to: EditionCode
  readonly rows: readonly CrosswalkRow[]
}

/** Something that a careful reader finds in the text: a slip of the print, or a place with two readings. */
export type Finding = {
  readonly id: string
  readonly kind: 'editorial' | 'ambiguity'
  readonly editions: readonly EditionCode[]
  readonly elements: Readonly<Record<string, readonly ElementId[]>>
  readonly lines: readonly number[]
  readonly printed: readonly Quotation[]
  readonly finding: Words
  readonly taken: Words
  readonly certainty: Certainty
  /** Which readings of the elements hold the matter. */
  readonly readings: readonly Words[]
  readonly brackets: readonly ElementId[]
}

/** An outside framework that elements link to. */
export type Framework = { readonly slug: string; readonly short: Words; readonly names: Words }

export type Plan = {
  readonly slug: string
  readonly names: Words
  /** The languages in which every word of it stands. */
  readonly languages: readonly string[]
  readonly organisation: Organisation
  readonly inForce: EditionCode
  readonly firstShown: EditionCode
  readonly editions: readonly Edition[]
  readonly crosswalks: readonly Crosswalk[]
  readonly findings: readonly Finding[]
  readonly frameworks: readonly Framework[]
  readonly measures: readonly Measure[]
  readonly benchmarks: readonly Benchmark[]
}
