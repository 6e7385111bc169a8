import type { Day, Language, Words } from '#kernel'
import type { ReadDb } from '../db.ts'

/** What documents are grouped by on the page that shows them: a code, the keys of its name and of a question, its place. */
export type FindKind = {
  readonly code: string
  readonly key: string
  /** The key of something that one can ask for, and finds there. */
  readonly example: string
  readonly order: number
}

/** A document of the search index, shown to those who may open its address. */
export type Findable = {
  /** Its own among all documents. */
  readonly key: string
  /** Without a language; it may end in a fragment. */
  readonly address: string
  /** One of the feature's kinds. */
  readonly kind: string
  /** What it is and where it stands, in a few words: "Shelf 2, north". Null where its kind says it. */
  readonly label: Words | null
  readonly title: Words
  /** Whatever else it says; a language without words is absent. */
  readonly texts: readonly Words[]
  /** Numbers and codes by which people ask for exactly this. */
  readonly codes: readonly string[]
  /** How much it is asked for beside the others; 1 unless said. */
  readonly weight?: number
  /** The days on which it is there: from the first, before the last. Null or not said: always. */
  readonly since?: Day | null
  readonly until?: Day | null
}

/** A sentence of the message files, in each language. */
export type Said = (key: string) => Words

/** What a feature gives to be found. */
export type Finds = {
  readonly kinds: readonly FindKind[]
  readonly documents: (db: ReadDb, said: Said) => Promise<readonly Findable[]>
}

/** One row of the index: a document in one language. */
export type Entry = {
  readonly document: Findable
  readonly language: Language
  readonly label: string
  readonly title: string
  readonly body: string
}
