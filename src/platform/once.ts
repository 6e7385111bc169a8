import type { Day } from '#kernel'
import type { ReadDb } from './db.ts'

type Asking<Of extends readonly [] | readonly [asOf: Day], Value> = (db: ReadDb, ...of: Of) => Promise<Value>

/**
 * In a transaction that only reads, everything stays as it was at its first statement: what was asked there once, about a day or about
 * none, is not asked again. A transaction that writes is asked each time.
 */
export const onceIn = <Of extends readonly [] | readonly [asOf: Day], Value>(
  ask: Asking<Of, Value>,
): Asking<Of, Value> => {
  const standing = new WeakMap<ReadDb, Map<Day | null, Promise<Value>>>()
  return (db, ...of) => {
    if ('run' in db) return ask(db, ...of)
    const days = standing.get(db) ?? new Map<Day | null, Promise<Value>>()
    standing.set(db, days)
    const day = of[0] ?? null
    const found = days.get(day) ?? ask(db, ...of)
    days.set(day, found)
    return found
  }
}
