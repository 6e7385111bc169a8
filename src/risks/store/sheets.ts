import { type ReadDb, sql, text, type WriteDb } from '#platform'

/** The cells of a row that came back, by column, with where it stood. */
export type SheetRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> }

export type Sheet = {
  readonly n: number
  readonly name: string
  readonly person: string
  readonly rows: readonly SheetRow[]
}

export const addSheet = async (db: WriteDb, by: string, name: string, rows: readonly SheetRow[]): Promise<number> => {
  const n = await db.one(
    sql`-- risks.addSheet
      insert into risks.sheet (name, person, rows) values (${name}, ${by}, ${JSON.stringify(rows)}::jsonb) returning n::text`,
    (row) => Number(text(row, 'n')),
  )
  if (n === null) throw new Error('A sheet got no number')
  return n
}

export const sheetNumbered = (db: ReadDb, n: number): Promise<Sheet | null> =>
  db.one(
    sql`-- risks.sheetNumbered
      select n::text, name, person, rows from risks.sheet where n = ${n}`,
    (row) => ({
      n: Number(text(row, 'n')),
      name: text(row, 'name'),
      person: text(row, 'person'),
      rows: row['rows'] as readonly SheetRow[],
    }),
  )
