import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import type { Say } from '#platform'
import { type Column, DataTable, type TableRow } from '../data-table.tsx'

type ChartFigureProps = PropsWithChildren<{ readonly caption?: Child; readonly heading?: Child }>

/** A chart and the words under it. */
export const ChartFigure: FC<ChartFigureProps> = ({ heading, caption, children }) => (
  <figure class="fig">
    {children}
    {caption === undefined && heading === undefined ? null : (
      <figcaption>
        {heading === undefined ? null : <b>{heading}</b>}
        {caption}
      </figcaption>
    )}
  </figure>
)

type ChartTableProps = {
  /** What the table holds, for those who listen. */
  readonly label: string
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
  readonly caption?: Child
  readonly say: Say
}

/** The same values as the chart above, for those who read figures. It stands under every chart. */
export const ChartTable: FC<ChartTableProps> = ({ label, columns, rows, caption, say }) => (
  <details>
    <summary>{say('ui.chart.asTable')}</summary>
    <DataTable label={label} caption={caption} columns={columns} groups={[{ rows }]} say={say} />
  </details>
)
