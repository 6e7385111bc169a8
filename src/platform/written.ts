import pg from 'pg'
import type { Sql } from './db.ts'

/** A value as PostgreSQL reads it where a statement takes no values apart from its text: always a quoted literal, or null. */
const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) {
    const items = value.map((one: unknown) =>
      one === null ? 'NULL' : `"${String(one).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
    )
    return pg.escapeLiteral(`{${items.join(',')}}`)
  }
  if (typeof value === 'object')
    throw new Error('A statement that is written out takes texts, numbers, truths and lists of them')
  return pg.escapeLiteral(String(value))
}

/**
 * A statement with its values in its text, for where PostgreSQL takes none beside it: COPY, and several statements in one message.
 * The one place where they are, escaped by the driver.
 */
export const written = ({ text, values }: Sql): string =>
  text.replaceAll(/\$(\d+)/g, (_, nth: string) => `(${literal(values[Number(nth) - 1])})`)
