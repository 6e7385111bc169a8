import { readFileSync } from 'node:fs'

type Sentences = {
  readonly risks: readonly {
    readonly title: string
    readonly cause: string
    readonly event: string
    readonly effect: string
    readonly mitigations: readonly { readonly what: string; readonly expected: string }[]
  }[]
  readonly reasons: {
    readonly described: string
    readonly assessed: readonly string[]
    readonly mitigated: string
    readonly progressed: readonly string[]
    readonly adopted: string
    readonly levelled: string
    readonly closed: string
    readonly scale: readonly string[]
    readonly confirmed: readonly string[]
    readonly changed: readonly string[]
    readonly merged: string
    readonly new: readonly string[]
    readonly closedVerdict: string
  }
  /** With `{year}` in it. */
  readonly decision: string
}

/** What a demonstration says: about nobody, in words of our own. */
export const sentences = (): Sentences =>
  JSON.parse(readFileSync(new URL('sentences.json', import.meta.url), 'utf8')) as Sentences
