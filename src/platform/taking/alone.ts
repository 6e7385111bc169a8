import { chunksOf, type TakeAway, type TakenCell, type TakenRow, type TakenRows, type TakenTable } from './table.ts'

/** What a row says of itself where the file has no notes: whose it is, under which licence, as known on which day. */
const inEachRow: Readonly<Record<string, 'text' | 'day'>> = { source: 'text', licence: 'text', as_of: 'day' }

async function* withCells(rows: TakenRows, cells: readonly TakenCell[]): AsyncGenerator<readonly TakenRow[]> {
  for await (const some of chunksOf(rows)) yield some.map((row) => [...row, ...cells])
}

/** The first table for a kind of file that has no room for notes: what stands in them and in no column of its own comes in each row. */
export const standingAlone = ({ tables: [first], notes }: TakeAway): TakenTable => {
  const there = new Set(first.columns.map(({ key }) => key))
  const more = notes.flatMap(({ key, label, value }) => {
    const type = inEachRow[key]
    return type === undefined || value === null || there.has(key) ? [] : [{ column: { key, label, type }, value }]
  })
  if (more.length === 0) return first
  return {
    ...first,
    columns: [...first.columns, ...more.map(({ column }) => column)],
    rows: withCells(
      first.rows,
      more.map(({ value }) => value),
    ),
  }
}
