import type { Check, ReadDb, SettingShown } from '#platform'

/** What the pages of administration show of the machine and the program, which `access` does not know by itself. */
export type Housekeeping = {
  readonly settings: readonly SettingShown[]
  /** What this program is: its version, the digest of its text, and what runs it. */
  readonly version: string
  readonly build: string
  readonly runtime: string
  /** Since when it runs: a moment in UTC, `2026-11-26T08:00:00Z`. */
  readonly startedAt: string
  /** What `doctor` looks at. */
  readonly checks: (db: ReadDb) => Promise<readonly Check[]>
}

let housekeeping: Housekeeping | null = null

/** Told once by whoever starts the server; a test tells its own. */
export const keepHouse = (given: Housekeeping): void => {
  housekeeping = given
}

export const houseKept = (): Housekeeping => {
  if (housekeeping === null) throw new Error('Nobody has said what the server runs with')
  return housekeeping
}
