import type { Words } from '#kernel'
import type { EditionCode, ElementId, KindCode } from './ids.ts'

/** Agreed text, text with square brackets in it, or the text that a proponent wants in its place. */
export const agreements = ['agreed', 'bracketed', 'alternative'] as const
export type Agreement = (typeof agreements)[number]

/** How sure the reading of a text is. `open`: the text can be read otherwise and nothing decides. */
export const certainties = ['sure', 'likely', 'open'] as const
export type Certainty = (typeof certainties)[number]

/** Words of the text letter for letter, in the language of the edition, with the line they stand in. */
export type Quotation = {
  readonly text: string
  readonly line: number
  /** Only the beginning is quoted. */
  readonly cut: boolean
}

/** A doubtful point: what this reading takes, the other reading, and why there are two. */
export type Reading = {
  readonly aspect: Words
  readonly taken: Words
  readonly other: Words
  readonly why: Words
  readonly line: number | null
}

/** Other wording of the same element in the same edition, and where it stands. */
export type Variant = { readonly printed: Quotation; readonly where: Words }

export const comparators = ['at-least', 'at-most', 'maintain', 'increase', 'reduce', 'qualitative'] as const
export type Comparator = (typeof comparators)[number]

/** What a target asks, as printed. `value` and `baseline` are null where the text prints no number. */
export type Quantity = {
  readonly comparator: Comparator
  readonly value: number | null
  readonly unit: Words | null
  readonly deadlineYear: number
  readonly deadlineLine: number
  readonly deadlineAsPrinted: string
  readonly baseline: { readonly year: number; readonly value: number } | null
  readonly population: Words | null
  readonly asPrinted: Words
  /** What a literal reading would give, in words; no part of the text. */
  readonly implied: Words | null
}

/** `rolling-4-years`: a count over the last four years, at any time. */
export type Period = 'instant' | 'year' | 'cumulative' | 'not-stated' | `rolling-${number}-years`

export const directions = ['up-is-better', 'down-is-better', 'neutral', 'unclear'] as const
export type Direction = (typeof directions)[number]

/** One of several measures that one printed bullet holds. */
export type PrintedMeasure = { readonly id: string; readonly words: Words; readonly printed: Quotation | null }

/** What makes an element an indicator. */
export type Indication = {
  readonly measure: Words
  readonly unit: Words
  /** Whether the text prints the unit; else `unit` says what is likely. */
  readonly unitPrinted: boolean
  readonly period: Period
  readonly disaggregations: readonly Words[]
  readonly sourceNamed: Words | null
  /** The code of the unit that answers for it; null where the text names none. */
  readonly responsible: string | null
  readonly direction: Direction
  readonly parts: readonly PrintedMeasure[]
}

/** A link to an outside framework; `codes` are the printed ones, none is supplied. */
export type FrameworkLink = {
  readonly framework: string
  /** The framework as this text names it. */
  readonly named: string
  readonly codes: readonly string[]
}

/** A cell of the printed table of money. Amounts are whole numbers in the unit of the row. */
export type MoneyCell = { readonly column: string; readonly amount: number; readonly printedTotal: boolean }
export type MoneyRow = { readonly unit: Words; readonly cells: readonly MoneyCell[] }

export type Element = {
  readonly id: ElementId
  readonly edition: EditionCode
  readonly kind: KindCode
  /** Joins the same thing across editions; unique within its kind and edition. */
  readonly concept: string
  /** The first is its place in the printed structure. */
  readonly parents: readonly ElementId[]
  /** Among siblings of its kind, from 1. */
  readonly order: number
  /** In the document, from 1. */
  readonly position: number
  /** As printed, slips included; null when no number is printed. */
  readonly number: string | null
  readonly title: Words
  readonly statement: Words | null
  /** The title as printed, where it is short enough to be quoted. */
  readonly printed: Quotation | null
  readonly agreement: Agreement
  /** Who proposes it; for alternatives. */
  readonly proponents: readonly Words[]
  /** Ids of the brackets in its text, in the edition's list. */
  readonly brackets: readonly ElementId[]
  readonly source: { readonly lines: readonly number[]; readonly paragraph: string | null }
  readonly certainty: Certainty
  readonly readings: readonly Reading[]
  readonly variants: readonly Variant[]
  readonly note: Words | null
  readonly quantity: Quantity | null
  readonly indication: Indication | null
  readonly frameworkLink: FrameworkLink | null
  readonly money: MoneyRow | null
  /** Other elements that it names, by the code of the link. An empty list is empty in the text. */
  readonly links: Readonly<Record<string, readonly ElementId[]>>
  readonly letter: string | null
  readonly appliesTo: Words | null
}

/** A square bracket of a draft, as an object. A side that is not printed is null; nothing is closed for it. */
export type Bracket = {
  readonly id: ElementId
  readonly edition: EditionCode
  readonly element: ElementId
  /** With its brackets as printed: `[]` and `]` stay what they are. */
  readonly text: Words
  /** Whether the text in the edition's own language is letter for letter; else it is a rendering. */
  readonly quoted: boolean
  readonly openedAtLine: number | null
  readonly closedAtLine: number | null
  readonly note: Words | null
}
