import type { Day } from '#kernel'
import type { ReadDb } from '#platform'

type Asking<Value> = (db: ReadDb, asOf: Day) => Promise<Value>

/**
 * In a transaction that only reads, everything stays as it was at its first statement: what was asked there once is not asked again.
 * A transaction that writes is asked each time.
 */
export const onceIn = <Value>(ask: Asking<Value>): Asking<Value> => {
  const standing = new WeakMap<ReadDb, Map<Day, Promise<Value>>>()
  return (db, asOf) => {
    if ('run' in db) return ask(db, asOf)
    const days = standing.get(db) ?? new Map<Day, Promise<Value>>()
    standing.set(db, days)
    const found = days.get(asOf) ?? ask(db, asOf)
    days.set(asOf, found)
    return found
  }
}
