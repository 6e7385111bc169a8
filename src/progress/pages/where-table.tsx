import type { Child, FC } from 'hono/jsx'
import type { Language } from '#kernel'
import { type Column, censored, DataTable, Fig, figure, hrefOf, Link } from '#ui'
import type { AreasIn } from '../areas.ts'
import { type Missing, roundedTo } from '../core/index.ts'
import type { Counted, Where } from '../where.ts'
import { ordered, usualOrder, type WhereOrder, wordOf } from '../where-order.ts'
import { AreaName, areaText, bare, cellTo, FigureTo, type LineOf, type Reader } from './hypothesis-parts.tsx'

/** The same section for another area, or in another order. */
export type WhereTo = (but: { readonly area?: string; readonly sort?: string }) => string

export type WhereProps = Reader & {
  readonly where: Where
  readonly areas: AreasIn
  readonly line: LineOf
  /** As many rows as are shown at first. */
  readonly most: number
  /** The economy asked about: its row stands under the first ones. */
  readonly own?: string
  readonly to: WhereTo
  /** Null: as usual, and nothing can be sorted here. */
  readonly order: WhereOrder | null
}

/** People in millions: one decimal below a hundred, none above; and never nobody where there is somebody. */
export const millions = (language: Language, people: number): string => {
  const decimals = people < 99_950_000 ? 1 : 0
  const rounded = roundedTo(people / 1e6, decimals)
  return rounded === 0 && people > 0 ? censored(language, '<', '0.1') : figure(language, rounded.toFixed(decimals))
}

const share = (language: Language, fraction: number): string => bare(language, fraction * 100, 'percent')

/** A sum of all before it means nothing in another order than that of the most first. */
const isSummed = ({ where, order }: WhereProps): boolean =>
  where.total !== null && (order === null || (order.by === 'missing' && order.falling))

/** Where a head leads: to the other way round where it is the order already. */
const sortOf = (
  { where, order, to, language, here }: WhereProps,
  by: WhereOrder['by'],
  first: 'rising' | 'falling',
): Pick<Column, 'sort'> => {
  if (order === null) return {}
  const isCurrent = order.by === by
  const next: WhereOrder = { by, falling: isCurrent ? !order.falling : first === 'falling' }
  const usual = usualOrder(where)
  const sort = next.by === usual.by && next.falling === usual.falling ? '' : wordOf(next)
  return {
    sort: {
      href: hrefOf(language, here, `${to({ sort })}#where`),
      ...(isCurrent ? { order: order.falling ? ('descending' as const) : ('ascending' as const) } : {}),
    },
  }
}

const columnsOf = (props: WhereProps): readonly Column[] => {
  const { where, say } = props
  return [
    { head: say('progress.where.economy'), ...sortOf(props, 'name', 'rising') },
    ...(where.total === null
      ? []
      : [
          {
            head: say('progress.where.missing'),
            unit: say('progress.where.millions'),
            number: true,
            ...sortOf(props, 'missing', 'falling'),
          },
          { head: say('progress.where.share'), unit: '%', number: true },
          ...(isSummed(props) ? [{ head: say('progress.where.together'), unit: '%', number: true }] : []),
          { head: say('progress.where.people'), unit: say('progress.where.inMillions'), number: true },
        ]),
    { head: say('progress.where.latest'), unit: '%', number: true, ...sortOf(props, 'latest', 'rising') },
    { head: say('progress.where.year'), number: true, ...sortOf(props, 'year', 'falling') },
    {
      head: say('progress.where.short'),
      unit: say('progress.where.points'),
      number: true,
      ...sortOf(props, 'short', 'falling'),
    },
  ]
}

/** Who is missing, of all of them, with all before them; and the people that they are counted of, which lead to their cell. */
const peopleCells = (one: Missing<Counted>, props: WhereProps): readonly Child[] => {
  const { where, say, language, here } = props
  const { weight, total } = where
  if (total === null) return []
  if (one.missing === null || one.weight === null)
    return [<span class="dim">…</span>, '', ...(isSummed(props) ? [''] : []), <span class="dim">…</span>]
  const people = millions(language, one.weight)
  return [
    <b>
      <Fig>{millions(language, one.missing)}</Fig>
    </b>,
    one.share === null ? '' : <Fig>{share(language, one.share)}</Fig>,
    ...(isSummed(props) ? [one.together === null ? '' : <Fig>{share(language, one.together)}</Fig>] : []),
    weight === null || one.weightYear === null ? (
      <Fig>{people}</Fig>
    ) : (
      <FigureTo to={cellTo(weight, one.area, one.weightYear)} {...{ say, language, here }}>
        {people}
      </FigureTo>
    ),
  ]
}

const cellsOf = (one: Missing<Counted>, props: WhereProps): readonly Child[] => {
  const { areas, line, to, say, language, here } = props
  const reader = { say, language, here }
  const latest = bare(language, one.value, 'percent')
  return [
    <Link to={to({ area: one.area })} language={language} here={here}>
      <AreaName areas={areas} code={one.area} {...reader} />
    </Link>,
    ...peopleCells(one, props),
    <>
      {line === null ? (
        <Fig>{latest}</Fig>
      ) : (
        <FigureTo to={cellTo(line.selection, one.area, one.year)} {...reader}>
          {latest}
        </FigureTo>
      )}
      {one.estimated ? <span class="u why">{say('progress.where.estimated')}</span> : null}
    </>,
    <>
      <Fig>{String(one.year)}</Fig>
      {one.old ? <span class="u why">{say('progress.where.isOld')}</span> : null}
    </>,
    <Fig>{bare(language, one.short, 'percent')}</Fig>,
  ]
}

/** Who is missing, economy by economy, the most first or in the order asked for; `from` and `until` count its rows. */
export const WhereTable: FC<WhereProps & { readonly from: number; readonly until: number }> = (props) => {
  const { where, areas, from, until, own, order, say, language, here } = props
  const nameOf = (code: string) => areaText(areas, code, { say, language, here })
  const all = order === null ? where.rows : ordered(where.rows, order, nameOf, language)
  const rows = all.slice(from, until)
  const apart = from === 0 ? all.slice(until).filter(({ area }) => area === own) : []
  return (
    <DataTable
      label={say('progress.where.heading')}
      columns={columnsOf(props)}
      groups={[
        {
          rows: [
            ...rows.map((one) => ({ cells: cellsOf(one, props) })),
            ...apart.map((one) => ({ cells: cellsOf(one, props), kind: 'tot' as const })),
          ],
        },
      ]}
      say={say}
    />
  )
}
