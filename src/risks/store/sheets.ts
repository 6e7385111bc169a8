import { type ReadDb, sql, text, type WriteDb } from '#platform'
import type { SheetCells, SheetColumn } from '#risks/core'

/** What came back: the letter of each column, and the texts of each row by column. */
export type SheetContent = {
  readonly columns: Readonly<Partial<Record<SheetColumn, string>>>
  readonly rows: readonly { readonly row: number; readonly cells: SheetCells }[]
}

export type Sheet = SheetContent & {
  readonly n: number
  readonly name: string
  readonly person: string
  readonly isTaken: boolean
}

export const addSheet = async (db: WriteDb, by: string, name: string, content: SheetContent): Promise<number> => {
  const n = await db.one(
    sql`-- risks.addSheet
      insert into risks.sheet (name, person, content) values (${name}, ${by}, ${JSON.stringify(content)}::jsonb) returning n::text`,
    (row) => Number(text(row, 'n')),
  )
  if (n === null) throw new Error('A sheet got no number')
  return n
}

export const sheetNumbered = (db: ReadDb, n: number): Promise<Sheet | null> =>
  db.one(
    sql`-- risks.sheetNumbered
      select s.n::text, s.name, s.person, s.content, t.n is not null as is_taken
      from risks.sheet s left join risks.sheet_taken t on t.n = s.n where s.n = ${n}`,
    (row) => ({
      ...(row['content'] as SheetContent),
      n: Number(text(row, 'n')),
      name: text(row, 'name'),
      person: text(row, 'person'),
      isTaken: row['is_taken'] === true,
    }),
  )

/** Nobody else takes this sheet until the transaction ends. */
export const lockSheet = (db: WriteDb, n: number): Promise<number> =>
  db.run(sql`-- risks.lockSheet
    select pg_advisory_xact_lock(hashtextextended('risks.sheet ' || ${String(n)}::text, 0))`)

export const addTaken = (db: WriteDb, n: number, by: string): Promise<number> =>
  db.run(sql`-- risks.addTaken
    insert into risks.sheet_taken (n, person) values (${n}, ${by})`)
