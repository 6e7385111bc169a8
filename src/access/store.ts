import { type Unit, unitSorts } from '#access/core'
import { UnitCode, type Words } from '#kernel'
import { type ReadDb, type Row, sql, text, textOrNull, type WriteDb } from '#platform'

const codes = (row: Row, column: string): readonly UnitCode[] =>
  (row[column] as readonly string[]).map((code) => UnitCode.trusted(code))

const readUnit = (row: Row): Unit => {
  const sort = unitSorts.find((one) => one === row['sort'])
  if (sort === undefined) throw new Error(`Unit ${row['code']} is of the sort ${row['sort']}, which is none`)
  const under = textOrNull(row, 'under')
  return {
    code: UnitCode.trusted(text(row, 'code')),
    names: row['names'] as Words,
    short: textOrNull(row, 'short'),
    sort,
    under: under === null ? null : UnitCode.trusted(under),
    serves: codes(row, 'serves'),
    advises: codes(row, 'advises'),
    members: codes(row, 'members'),
  }
}

/** The units of the latest declaration, in the order in which they were declared. */
export const unitsOf = (db: ReadDb): Promise<readonly Unit[]> =>
  db.all(
    sql`-- access.unitsOf
      select code, names, short, sort, under, serves, advises, members
      from access.unit where declaration = (select max(n) from access.declaration) order by position`,
    readUnit,
  )

export const addDeclaration = async (db: WriteDb, by: string, units: readonly Unit[]): Promise<string> => {
  const n = await db.one(
    sql`-- access.addDeclaration
      insert into access.declaration (declared_by) values (${by}) returning n::text`,
    (row) => text(row, 'n'),
  )
  if (n === null) throw new Error('A declaration of units got no number')
  const rows = units.map((unit, at) => ({ ...unit, position: at + 1 }))
  await db.run(sql`-- access.addUnits
    insert into access.unit (declaration, code, position, names, short, sort, under, serves, advises, members)
    select ${n}::bigint, code, position, names, short, sort, under, serves, advises, members
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given
      (code text, position integer, names jsonb, short text, sort text, under text, serves text[], advises text[], members text[])`)
  return n
}
