import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import { Bar, type Column, DataTable, figure, Lines, Link, percent, SideSection, type TableRow, Wording } from '#ui'
import { pathOf } from '../core/address.ts'
import type { Element } from '../core/element.ts'
import { checkWord, type Glance, type GlancePriority } from '../core/glance.ts'
import { kindOf } from '../core/indexed.ts'
import type { MoneyTable, SumCheck } from '../core/money.ts'
import { fig, joinedWords } from './glance-saying.tsx'
import { type Reader, ThingLink, TitleWords } from './naming.tsx'

type PartProps = Reader & { readonly glance: Glance }

/** A period of the printed table: years with an en dash. */
const columnWords = (column: string): string => column.replace(/^(\d{4})-(\d{4})$/, '$1–$2')

const checkWords = (check: SumCheck | null, parts: number, { say, language }: Reader): string | null =>
  check === null
    ? null
    : say('plan.glance.checkWord', {
        word: { 'adds-up': 'addsUp', rounding: 'rounding', differs: 'differs' }[checkWord(check, parts)],
        by: figure(language, String(Math.abs(check.difference))),
      })

/** What the checks of the columns say, those that do not add up named; one word when all do. */
const columnsCheck = (money: MoneyTable, reader: Reader): string => {
  const { say, language } = reader
  const uneven = money.columnChecks.flatMap((check, at) => {
    const words = checkWords(check, money.lines.length, reader)
    return check === null || check.difference === 0 || words === null
      ? []
      : [say('plan.glance.columnCheck', { column: columnWords(money.columns[at] ?? ''), check: words })]
  })
  return uneven.length === 0
    ? (checkWords(money.allCells, money.lines.length, reader) ?? '')
    : joinedWords(language, uneven)
}

const whole = (money: MoneyTable): number | null => {
  const at = money.totalColumn === null ? -1 : money.columns.indexOf(money.totalColumn)
  return money.total?.amounts[at] ?? null
}

const Money: FC<PartProps & { readonly money: MoneyTable }> = ({ glance, money, ...reader }) => {
  const { ix, say, language } = reader
  const amount = (value: number | null): Child => (value === null ? '…' : fig(figure(language, String(value))))
  const totalAt = money.totalColumn === null ? -1 : money.columns.indexOf(money.totalColumn)
  const all = whole(money)
  const most = Math.max(...money.lines.map(({ amounts }) => amounts[totalAt] ?? 0))
  const outcomesOf = (priority: GlancePriority | undefined): Child =>
    priority === undefined ? '–' : priority.outcomes.length
  const rowOf = (line: MoneyTable['lines'][number]): TableRow => {
    const priority = glance.priorities.find((one) => one.money === line)
    const total = line.amounts[totalAt] ?? null
    return {
      cells: [
        <ThingLink to={priority?.element ?? line.element} {...reader} />,
        outcomesOf(priority),
        ...line.amounts.map((value, at) => (at === totalAt ? <b>{amount(value)}</b> : amount(value))),
        total === null || all === null || all === 0 ? '…' : fig(percent(language, String((100 * total) / all), 1)),
        total === null ? null : <Bar value={String(total)} of={String(most)} />,
        checkWords(line.check, money.columns.length - 1, reader),
      ],
    }
  }
  const [priority] = glance.priorities
  const [outcome] = glance.priorities.flatMap(({ outcomes }) => outcomes)
  const columns: readonly Column[] = [
    { head: priority === undefined ? '' : wordsIn(language, kindOf(ix, priority.element).label) },
    { head: outcome === undefined ? '' : wordsIn(language, kindOf(ix, outcome).plural), number: true },
    ...money.columns.map((column, at) => ({
      head: at === totalAt ? say('plan.glance.totalPrinted') : fig(columnWords(column)),
      number: true,
    })),
    { head: say('plan.glance.share'), number: true },
    { head: <span class="sr">{say('plan.glance.share')}</span> },
    { head: say('plan.glance.check') },
  ]
  const totals: readonly TableRow[] =
    money.total === null
      ? []
      : [
          {
            kind: 'tot',
            cells: [
              say('plan.glance.total'),
              glance.priorities.reduce((sum, { outcomes }) => sum + outcomes.length, 0),
              ...money.total.amounts.map(amount),
              fig(percent(language, '100')),
              null,
              <span class="nw">{columnsCheck(money, reader)}</span>,
            ],
          },
        ]
  return (
    <DataTable
      label={say('plan.glance.moneyHeading')}
      columns={columns}
      groups={[{ rows: [...money.lines.map(rowOf), ...totals] }]}
      say={say}
    />
  )
}

/** An outcome with its printed number; where its words hold brackets, these are links of their own and the number leads to it. */
const Outcome: FC<Reader & { readonly of: Element }> = ({ of, ...reader }) => {
  const { ix, language, here } = reader
  const number = fig(of.number ?? '·')
  const to = { to: pathOf(ix, of), language, here }
  return of.brackets.length === 0 ? (
    <>
      {number}{' '}
      <Link {...to}>
        <Wording words={of.title} language={language} />
      </Link>
    </>
  ) : (
    <>
      <Link {...to}>{number}</Link> <TitleWords of={of} {...reader} />
    </>
  )
}

const Outcomes: FC<PartProps> = ({ glance, ...reader }) => (
  <div class="alts small">
    {glance.priorities.map(({ element, outcomes }) => (
      <div>
        <h3 class="h">
          <ThingLink to={element} {...reader} />
        </h3>
        <Lines lines={outcomes.map((one) => <Outcome of={one} {...reader} />)} />
      </div>
    ))}
  </div>
)

/** The priorities with their outcomes, and the money as printed with its sums checked. */
export const Priorities: FC<PartProps> = ({ glance, ...reader }) => {
  const { say, language } = reader
  const { money, priorities } = glance
  if (priorities.length === 0 && money === null) return null
  return (
    <>
      {money === null ? null : (
        <SideSection
          wide
          id="money"
          heading={say('plan.glance.moneyHeading')}
          about={say('plan.glance.moneyAbout', { unit: wordsIn(language, money.unit) })}
        >
          <Money glance={glance} money={money} {...reader} />
        </SideSection>
      )}
      <SideSection
        wide
        id="priorities"
        heading={say('plan.glance.prioritiesHeading')}
        {...(money === null ? { about: say('plan.glance.moneyNone') } : {})}
      >
        <Outcomes glance={glance} {...reader} />
      </SideSection>
    </>
  )
}
