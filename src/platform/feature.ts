import type { Actor, Attempt, Day, Facts, UnitCode } from '#kernel'
import type { Endpoint } from './api/endpoint.ts'
import type { Command, Told } from './command.ts'
import type { ReadDb } from './db.ts'
import type { Section } from './page.ts'
import type { Panel } from './panel.ts'
import type { Trail } from './posting/post.ts'
import type { Route } from './route.ts'
import type { Finds } from './search/documents.ts'
import type { Look, Work } from './work.ts'

/**
 * A part of the organization's content folder that this database does not hold yet. When the server starts, each is a
 * deed in a transaction of its own, in the order of the features and of their lists.
 */
export type ContentStep = {
  readonly name: string
  readonly event: string
  readonly deed: (work: Work) => Promise<Attempt<Told>>
}

/** A deed of a demonstration: whose, on which day, and what the trail calls it. */
export type Staged = {
  readonly by: Actor
  readonly on: Day
  readonly event: string
  /** Answers what the trail keeps of it, as it would of the same deed by a form. */
  readonly deed: (work: Work) => Promise<Attempt<Trail>>
}

/** Whom and when a demonstration is about: its units, the first of its years, and who holds a permission for a unit or everywhere. */
export type DemoSetting = {
  readonly units: readonly UnitCode[]
  readonly since: number
  readonly who: (permission: string, unit: UnitCode | null) => Actor
}

/** What a feature gives to `app`: one record, one line in `app/features.ts`. */
export type Feature = {
  readonly name: string
  readonly permissions: readonly string[]
  readonly routes: readonly Route[]
  readonly panels: readonly Panel[]
  readonly commands: readonly Command[]
  /** What the head of every page links to. */
  readonly sections?: readonly Section[]
  /** What the content folder holds for this feature and its tables do not. */
  readonly content?: (look: Look, folder: string) => Promise<readonly ContentStep[]>
  /** Everything that a search can find. */
  readonly finds?: Finds
  /** What programs can ask, below `/api/v1`. */
  readonly api?: readonly Endpoint[]
  /** Every page, without a language, for the sitemap and the link walk. */
  readonly addresses?: (db: ReadDb) => Promise<readonly string[]>
  /**
   * What a demonstration holds of this feature, by its own deeds: the same for a seed, always. Those of all features are done in the
   * order of their days, each once and one after the other.
   */
  readonly demo?: (seed: number, setting: DemoSetting) => readonly Staged[]
  /** What must be true of the tables, for `doctor`; what is not says what to do. */
  readonly checks?: (db: ReadDb) => Promise<readonly Check[]>
}

/** One line of `doctor`: what was looked at (the key of a sentence), whether it is well, and what was seen, in sentences' keys and facts. */
export type Check = {
  readonly about: string
  readonly well: boolean
  readonly seen: { readonly code: string; readonly facts: Facts }
}
