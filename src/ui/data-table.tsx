import type { Child, FC } from 'hono/jsx'
import type { Say } from '#platform'
import { Scroll } from './scroll.tsx'

/** A column. The first is the head of its rows. `sort` makes its head a plain link to the table in that order. */
export type Column = {
  readonly head: Child
  /** Below the head, small: the unit, the year. */
  readonly unit?: Child
  /** Figures: right edge, digits of one width. */
  readonly number?: boolean
  readonly sort?: { readonly href: string; readonly order?: 'ascending' | 'descending' }
  /** Stays in view at the far edge while the table is moved: a status. */
  readonly hold?: boolean
  /** Words for a cell on a phone, where the cells of `cards` stand below each other. */
  readonly short?: string
}

export type TableRow = {
  readonly cells: readonly Child[]
  readonly id?: string
  /** `sub` is set in, `tot` stands between two rules. */
  readonly kind?: 'sub' | 'tot'
}

export type TableGroup = { readonly heading?: Child; readonly rows: readonly TableRow[] }

type DataTableProps = {
  /** What the table is, for those who listen and for the region that scrolls. */
  readonly label: string
  readonly caption?: Child
  readonly columns: readonly Column[]
  readonly groups: readonly TableGroup[]
  /** On a phone: `cards` puts cells below each other, `scroll` moves the table in its region. */
  readonly phone?: 'cards' | 'scroll'
  /** More columns than a page is wide. */
  readonly wide?: boolean
  readonly say: Say
}

const cellClass = ({ number = false, hold = false }: Column): string | undefined =>
  [number ? 'n' : '', hold ? 'hold' : ''].filter(Boolean).join(' ') || undefined

const Head: FC<{ readonly column: Column; readonly say: Say }> = ({ column, say }) => {
  const { head, unit, sort } = column
  const words = (
    <>
      {head}
      {unit === undefined ? null : (
        <>
          <br />
          <span class="u">{unit}</span>
        </>
      )}
    </>
  )
  return (
    <th scope="col" class={cellClass(column)} {...(sort?.order === undefined ? {} : { 'aria-sort': sort.order })}>
      {sort === undefined ? (
        words
      ) : (
        <a href={sort.href} class="sort" rel="nofollow">
          {words}
          {sort.order === undefined ? null : <span class="u"> {say(`ui.table.${sort.order}`)}</span>}
        </a>
      )}
    </th>
  )
}

/** An empty cell takes no room on a phone; the words of any other stay together under the head that is put before them. */
const hasWords = (cell: Child): boolean => cell !== '' && cell !== null && cell !== undefined

const Row: FC<{ readonly row: TableRow; readonly columns: readonly Column[]; readonly cards: boolean }> = ({
  row: { cells, id, kind },
  columns,
  cards,
}) => (
  <tr id={id} class={kind}>
    {columns.map((column, index) =>
      index === 0 ? (
        <th scope="row">{cells[0]}</th>
      ) : (
        <td class={cellClass(column)} {...(cards && column.short !== undefined ? { 'data-h': column.short } : {})}>
          {cards && hasWords(cells[index]) ? <div>{cells[index]}</div> : cells[index]}
        </td>
      ),
    )}
  </tr>
)

/** A table of the house. */
export const DataTable: FC<DataTableProps> = ({ label, caption, columns, groups, phone = 'scroll', wide, say }) => {
  const table = (
    <table class={[phone === 'cards' ? 'cards' : '', wide ? 'wide-t' : ''].filter(Boolean).join(' ') || undefined}>
      <caption class={caption === undefined ? 'sr' : undefined}>{caption ?? label}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head column={column} say={say} />
          ))}
        </tr>
      </thead>
      {groups.map(({ heading, rows }) => (
        <tbody>
          {heading === undefined ? null : (
            <tr class="grp">
              <th colspan={columns.length} scope="rowgroup">
                {heading}
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <Row row={row} columns={columns} cards={phone === 'cards'} />
          ))}
        </tbody>
      ))}
    </table>
  )
  return phone === 'cards' && !wide ? table : <Scroll label={label}>{table}</Scroll>
}
