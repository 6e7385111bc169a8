import type { FC } from 'hono/jsx'
import { DataTable, figure, Wording } from '#ui'
import { moneyTableOf, type SumCheck } from '../core/money.ts'
import type { Edition } from '../core/plan.ts'
import { type Reader, ThingLink } from './naming.tsx'

/** What the check of a printed sum says: nothing is repaired. */
const checkWords = (check: SumCheck | null, { say, language }: Reader): string => {
  if (check === null) return ''
  if (check.difference === 0) return say('plan.money.addsUp')
  return say('plan.money.differs', {
    computed: figure(language, String(check.computed)),
    difference: figure(language, String(check.difference)),
  })
}

/** The table of money as printed, each printed total beside the sum of its parts. */
export const MoneyRows: FC<Reader & { readonly edition: Edition['code']; readonly anchors?: boolean }> = ({
  edition,
  anchors = false,
  ...reader
}) => {
  const { ix, say, language } = reader
  const table = moneyTableOf(ix, edition)
  if (table === null) return null
  const amount = (value: number | null) => (value === null ? '…' : figure(language, String(value)))
  const columnHead = (column: string) =>
    column === table.totalColumn ? say('plan.money.total') : <bdi class="f">{column.replace('-', '–')}</bdi>
  const all = [...table.lines, ...(table.total === null ? [] : [table.total])]
  const checks = table.columnChecks.map((check) => checkWords(check, reader))
  return (
    <DataTable
      label={say('plan.money.caption')}
      caption={
        <>
          {say('plan.money.caption')} <Wording words={table.unit} language={language} />
        </>
      }
      columns={[
        { head: say('plan.money.row') },
        ...table.columns.map((column) => ({ head: columnHead(column), number: true })),
        { head: say('plan.money.check') },
      ]}
      groups={[
        {
          rows: [
            ...all.map((line) => ({
              ...(anchors ? { id: line.element.id } : {}),
              ...(line === table.total ? { kind: 'tot' as const } : {}),
              cells: [
                <ThingLink to={line.element} {...reader} />,
                ...line.amounts.map(amount),
                checkWords(line.check, reader),
              ],
            })),
            ...(checks.every((words) => words === '')
              ? []
              : [{ cells: [say('plan.money.columnsCheck'), ...checks, checkWords(table.allCells, reader)] }]),
          ],
        },
      ]}
      say={say}
    />
  )
}
