import { Day, type PersonId, type Words } from '#kernel'
import { type ReadDb, type Row, sql, text, type WriteDb, whole } from '#platform'
import type { Declared, Grade, Scale } from '#risks/core'

const readScale = (row: Row): Scale => ({
  n: whole(row, 'n'),
  since: Day.trusted(text(row, 'since')),
  likelihood: row['likelihood'] as readonly Words[],
  impact: row['impact'] as readonly Words[],
  grades: row['grades'] as readonly Grade[],
  matrix: row['matrix'] as readonly (readonly number[])[],
  appetite: whole(row, 'appetite'),
  reason: text(row, 'reason'),
})

/** Every scale there ever was, the oldest first. */
export const scalesOf = (db: ReadDb): Promise<readonly Scale[]> =>
  db.all(
    sql`-- risks.scalesOf
      select n, since::text, likelihood, impact, grades, matrix, appetite, reason from risks.scale order by since, n`,
    readScale,
  )

export const addScale = async (db: WriteDb, by: PersonId, scale: Declared): Promise<number> => {
  const json = JSON.stringify
  const n = await db.one(
    sql`-- risks.addScale
      insert into risks.scale (since, likelihood, impact, grades, matrix, appetite, reason, person)
      values (${scale.since}, ${json(scale.likelihood)}::jsonb, ${json(scale.impact)}::jsonb, ${json(scale.grades)}::jsonb,
        ${json(scale.matrix)}::jsonb, ${scale.appetite}, ${scale.reason}, ${by})
      returning n`,
    (row) => whole(row, 'n'),
  )
  if (n === null) throw new Error('A scale got no number')
  return n
}
