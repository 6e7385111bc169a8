import type { Child, FC } from 'hono/jsx'
import type { Actor, Day, Facts, Language } from '#kernel'
import type { Filled } from './posting/form.ts'

/** What a sentence's `<tag>…</tag>` becomes. `b`, `bdi` and `nw` (no break) are always there. */
export type Tags = Readonly<Record<string, (words: Child) => Child>>

/** Says a message in the reader's language; numbers and days among the facts are written as it writes them. */
export type Say = {
  (key: string, facts?: Facts): string
  /** The same with markup: tags in the sentence become elements, and a fact may be an element. */
  readonly rich: (key: string, facts?: Readonly<Record<string, string | number | bigint | Child>>, tags?: Tags) => Child
  /** Whether there is such a sentence; for words that content may bring or not. */
  readonly has: (key: string) => boolean
}

/**
 * A section of the house, in the head of every page, or in its foot: what is looked up and not gone through. One with a right is shown
 * to those who hold it somewhere.
 */
export type Section = {
  readonly to: string
  readonly key: string
  readonly order: number
  readonly isInFoot?: true
  readonly may?: string
}

/** Where the reader is: this page's path and question, and the day they ask about (null: today). */
export type Here = {
  /** Without language, without question: `/shelves/north/books/1`. */
  readonly path: string
  /** The questions that this page understands, without `asof`. */
  readonly query: Readonly<Record<string, string>>
  readonly asOf: Day | null
  readonly today: Day
  /** Scheme and host as the reader sees them, for permanent links: `https://plan.example.org`. */
  readonly origin: string
  readonly sections: readonly Section[]
  /** Parts that features put into the head of every page (`frame.context`), and into its foot (`frame.foot`). */
  readonly context: readonly Show[]
  readonly foot: readonly Show[]
  /** What stands beside the sections for whoever reads: their name, or the way to sign in. */
  readonly account: readonly Show[]
  /** Who has signed in; null for the public. */
  readonly reader: Reader | null
  /** The number under which a form of this page is done once; null on a page that is kept, which many have. */
  readonly once: string | null
  /** The form of this page as it was filled in. */
  readonly filled: Filled | null
}

/** `signIn` is the number under which they signed in, for lists of it; null for a program. */
export type Reader = { readonly name: string; readonly by: Actor; readonly signIn: string | null }

export type Shown<Props> = Props & { readonly say: Say; readonly language: Language; readonly here: Here }

/** A page or a part of one, read and ready to be written in any language. */
export type Show = (say: Say, language: Language, here: Here) => Child

export const showing =
  <Props extends object>(component: FC<Shown<Props>>, props: Props): Show =>
  (say, language, here) =>
    component({ ...props, say, language, here }) as Child
