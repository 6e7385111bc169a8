import type { Told } from '../command.ts'
import { sql, type WriteDb } from '../db.ts'
import type { Trail } from '../posting/post.ts'

/** How a deed came to us. */
export type Way = 'page' | 'token' | 'command' | 'content'

export type NewEvent = Omit<Trail, 'person' | 'facts'> & {
  readonly person: string
  readonly event: string
  readonly way: Way
  readonly facts: Told
}

const json = (value: unknown): string | null =>
  value === undefined || value === null
    ? null
    : JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one))

/**
 * Written in the deed's transaction, in one message with its end: both or neither. The database links it to the deed before and makes
 * others wait until this one has ended: deeds get their numbers in the order in which they can be seen, since a lower one that came
 * after a higher one would leave pages standing that it made untrue.
 */
export const addEvent = (db: WriteDb, one: NewEvent): void =>
  db.atEnd(sql`-- platform.addEvent
    insert into platform.event (person, event, way, unit, reason, facts, before, after, is_quiet)
    values (${one.person}, ${one.event}, ${one.way}, ${one.unit ?? null}, ${one.reason ?? null},
      coalesce(${json(one.facts)}::jsonb, '{}'), ${json(one.before)}::jsonb, ${json(one.after)}::jsonb, ${one.isQuiet ?? false})`)
