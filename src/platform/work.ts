import { type Actor, type Attempt, type Day, done, mayDoSomewhere, refused } from '#kernel'
import type { ReadDb, WriteDb } from './db.ts'

/** A question being answered: it can read, and cannot write. `asOf` is the day the reader asks about, today unless said. */
export type Look = { readonly db: ReadDb; readonly by: Actor; readonly today: Day; readonly asOf: Day }

/** What a long deed tells while it runs: how much of it is done. A terminal shows a bar, a pipe nothing. */
export type Progress = (done: number, of: number) => void

/** A deed in progress: its transaction, who is doing it, and which day it is. */
export type Work = {
  readonly db: WriteDb
  readonly by: Actor
  readonly today: Day
  readonly progress?: Progress
}

/** Who holds the permission nowhere gets no further; whether they hold it for this thing, the deed asks. */
export const entering = (by: Actor, may: string): Attempt<Actor, 'ui.notAllowed'> =>
  mayDoSomewhere(by, may) ? done(by) : refused('ui.notAllowed', { right: may })
