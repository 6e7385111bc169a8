import type { Refusal } from '#kernel'
import type { Config, Log, Say, Told } from '#platform'

/** What a command of the house has at hand. */
export type At = {
  readonly config: Config
  readonly say: Say
  readonly log: Log
  /** Options as typed: `--force` is an empty text. */
  readonly options: Readonly<Record<string, string>>
  readonly words: readonly string[]
}

/** What it answers: facts with their lines, a refusal, or what was typed wrongly. Null: it said all there was to say. */
export type HouseAnswer =
  | { readonly kind: 'done'; readonly facts: Told; readonly lines: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly facts?: Told; readonly lines?: readonly string[] }
  | { readonly kind: 'misuse'; readonly refusal: Refusal }

/** A command about the house itself, and no feature's: one word, or two where the first names none. It opens a database or not. */
export type HouseCommand = {
  readonly name: string
  /** The key of the sentence that says what it is for. */
  readonly about: string
  /** Words in their order, and options with `--`; those that take a value end in `=`. */
  readonly takes: readonly string[]
  readonly run: (at: At) => Promise<HouseAnswer | null>
}
