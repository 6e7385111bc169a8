import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { Scroll } from './scroll.tsx'

/** A cell of a grid: its words, where they lead to, and a mark before them. */
export type GridCell = {
  readonly words: string
  readonly href?: string
  readonly title?: string
  readonly mark?: string
}

type Head = {
  readonly words: string
  readonly href?: string
  /** The language of the words where it is not that of the page. */
  readonly lang?: string | undefined
  /** Leads to the same in another order: nothing for search engines. */
  readonly sorts?: boolean
  /** The order that the rows are in by this column, and how that is said. */
  readonly sort?: { readonly order: 'ascending' | 'descending'; readonly words: string }
}

export type GridRow = { readonly head: Head; readonly cells: readonly GridCell[] }
export type GridGroup = { readonly heading?: Child; readonly rows: readonly GridRow[] }

type FigureGridProps = {
  /** What the table is, for those who listen and for the region that scrolls. */
  readonly label: string
  readonly caption: Child
  /** The head of the rows, then of each column of figures. */
  readonly columns: readonly Head[]
  readonly groups: readonly GridGroup[]
  /** Two or three columns: they stand near each other and not across the page. */
  readonly few?: boolean
}

/** Text that is markup already. */
const markup = (text: string): Child => raw(text) as unknown as string

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  /[&<>"]/.test(text) ? text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? '') : text

const linked = (words: string, href: string | undefined, more = ''): string =>
  href === undefined ? words : `<a href="${escaped(href)}"${more}>${words}</a>`

const cellMarkup = ({ words, href, title, mark }: GridCell): string => {
  const about = title === undefined ? '' : ` title="${escaped(title)}"`
  const before = mark === undefined ? '' : `<sup>${escaped(mark)} </sup>`
  return `<td>${linked(`${before}${escaped(words)}`, href, about)}</td>`
}

const headWords = ({ words, href, lang, sort, sorts = false }: Head): string => {
  const order = sort === undefined ? '' : ` <span class="u">${escaped(sort.words)}</span>`
  const named = lang === undefined ? escaped(words) : `<span lang="${lang}">${escaped(words)}</span>`
  return linked(`${named}${order}`, href, sorts ? ' rel="nofollow"' : '')
}

const rowMarkup = ({ head, cells }: GridRow): string =>
  `<tr><th scope="row">${headWords(head)}</th>${cells.map(cellMarkup).join('')}</tr>`

const columnMarkup = (head: Head, index: number): string =>
  `<th scope="col"${index === 0 ? '' : ' class="n"'}${head.sort === undefined ? '' : ` aria-sort="${head.sort.order}"`}>${headWords(head)}</th>`

/**
 * A table of nothing but figures, up to twenty thousand of them. It is written as text and not as elements: an element for each cell
 * would take most of a second.
 */
export const FigureGrid: FC<FigureGridProps> = ({ label, caption, columns, groups, few = false }) => (
  <Scroll label={label}>
    <table class={few ? 'grid few' : 'grid'}>
      <caption>{caption}</caption>
      <thead>{markup(`<tr>${columns.map(columnMarkup).join('')}</tr>`)}</thead>
      {groups.map(({ heading, rows }) => (
        <tbody>
          {heading === undefined ? null : (
            <tr class="grp">
              <th colspan={columns.length} scope="rowgroup">
                {heading}
              </th>
            </tr>
          )}
          {markup(rows.map(rowMarkup).join(''))}
        </tbody>
      ))}
    </table>
  </Scroll>
)
