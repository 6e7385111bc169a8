import { type ReadDb, sql } from '../db.ts'

/** What an exported trail is called, and which version of it. */
export const trailFormat = 'meridian-trail/1'

/** What the text of an entry holds, in its order. */
export const trailParts = ['n', 'at', 'person', 'event', 'unit', 'reason', 'way', 'facts', 'before', 'after'] as const

const head = JSON.stringify({
  is: trailFormat,
  digest: 'sha256(previous + utf8(text))',
  parts: trailParts,
})

/**
 * The trail as lines of JSON that anybody can check: the first says what it is; then, for each deed, the very text that its digest
 * covers, the digest before it and its own. What is to be known of the deed stands in that text, so nothing beside it can differ.
 */
export async function* trailLines(db: ReadDb): AsyncGenerator<string> {
  yield `${head}\n`
  const rows = db.stream(sql`-- platform.trailLines
    select n, jsonb_build_array(n, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
      person, event, unit, reason, way, facts, before, after)::text, encode(previous, 'hex'), encode(digest, 'hex')
    from platform.event e order by e.n`)
  for await (const some of rows)
    yield some
      .map(
        ([n, text, previous, digest]) =>
          `{"n":${n},"text":${JSON.stringify(text)},"previous":"${previous}","digest":"${digest}"}\n`,
      )
      .join('')
}
