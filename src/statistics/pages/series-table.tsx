import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { isGroup, numberOf, type Observation } from '#statistics/core'
import { type Column, DataTable, Fig, Filter, hrefOf, Link, Select, type TableRow } from '#ui'
import type { Breakdown } from '../store/observations.ts'
import { areaAddress, FigureCell, Marks, marksIn } from './figure.tsx'
import { AreaName, breakdownWords } from './names.tsx'
import type { Order, SeriesProps } from './series.tsx'

type TableProps = Shown<SeriesProps> & { readonly chosen: Breakdown; readonly words: string }

const yearsFrom = ([from, to]: readonly [number, number]): readonly number[] =>
  Array.from({ length: Math.min(to - from + 1, 60) }, (_, at) => from + at)

/** Figures are compared as numbers, names as the language does; who has no figure comes last in both directions. */
const ordered = (
  areas: readonly string[],
  { by, falling }: Order,
  nameOf: (area: string) => string,
  figureOf: (area: string) => Observation | undefined,
  language: string,
): readonly string[] => {
  const collator = new Intl.Collator(language)
  const byName = (one: string, other: string) => collator.compare(nameOf(one), nameOf(other))
  if (by === 'name') return areas.toSorted((one, other) => (falling ? byName(other, one) : byName(one, other)))
  const numbers = new Map(
    areas.map((area) => {
      const value = figureOf(area)?.value
      return [area, value?.kind === 'known' ? numberOf(value.value) : null] as const
    }),
  )
  return areas.toSorted((one, other) => {
    const [a = null, b = null] = [numbers.get(one), numbers.get(other)]
    if (a === null || b === null) return a === b ? byName(one, other) : a === null ? 1 : -1
    return (falling ? b - a : a - b) || byName(one, other)
  })
}

/** Breakdown and years as a form: the address is the view. */
export const Choices: FC<Shown<SeriesProps>> = (props) => {
  const { series, breakdowns, chosen, dimensions, years, order, say, language, here } = props
  const inputs: readonly (readonly [name: string, words: string, value: number])[] = [
    ['from', say('statistics.filter.from'), years[0]],
    ['to', say('statistics.filter.to'), years[1]],
  ]
  return (
    <Filter
      to={`/series/${series.code}`}
      button={say('ui.frame.show')}
      keep={order.by === 'name' && !order.falling ? {} : { sort: `${order.falling ? '-' : ''}${order.by}` }}
      language={language}
      here={here}
    >
      {breakdowns.length < 2 || chosen === null ? null : (
        <Select
          label={say('statistics.filter.breakdown')}
          name="breakdown"
          value={chosen.breakdown}
          options={breakdowns.map(({ breakdown }) => ({
            value: breakdown,
            words: breakdownWords(say, language, dimensions, breakdown),
          }))}
        />
      )}
      {inputs.map(([name, words, value]) => (
        <label>
          {words}
          <input name={name} value={String(value)} inputmode="numeric" pattern="[0-9]{4}" size={5} />
        </label>
      ))}
    </Filter>
  )
}

/** All areas by year, the newest figure of each before them. Groups with a published figure stand above the economies. */
export const SeriesTable: FC<TableProps> = (props) => {
  const { series, breakdowns, chosen, words, observations, latest, years, order, areas, say, language, here } = props
  const shown = yearsFrom(years)
  const at = new Map(observations.map((one) => [`${one.area}|${one.year}`, one]))
  const visible = observations.filter(({ year }) => year >= years[0] && year <= years[1])
  const marks = marksIn(visible)
  const nameOf = (area: string) => {
    const names = areas.get(area)?.names
    return names === undefined ? area : wordsIn(language, names)
  }
  const figureOf = (area: string) => (order.by === 'latest' ? latest.get(area) : at.get(`${area}|${order.by}`))
  const own = breakdowns.length < 2 ? '' : chosen.breakdown

  const sortTo = (by: string, first: 'rising' | 'falling') => {
    const isCurrent = order.by === by
    const falling = isCurrent ? !order.falling : first === 'falling'
    const question = new URLSearchParams({
      ...here.query,
      sort: `${falling ? '-' : ''}${by}`,
    })
    return {
      href: hrefOf(language, here, `/series/${series.code}?${question}`),
      ...(isCurrent ? { order: order.falling ? ('descending' as const) : ('ascending' as const) } : {}),
    }
  }
  const columns: readonly Column[] = [
    { head: say('statistics.head.area'), sort: sortTo('name', 'rising') },
    { head: say('statistics.head.latest'), number: true, sort: sortTo('latest', 'falling') },
    { head: say('statistics.head.year'), number: true },
    ...shown.map((year) => ({ head: String(year), number: true, sort: sortTo(String(year), 'falling') })),
  ]
  const rowOf = (area: string): TableRow => {
    const newest = latest.get(area)
    return {
      id: area.replace('/', '-'),
      cells: [
        <Link to={areaAddress(series.code, area, own)} language={language} here={here}>
          <AreaName area={area} areas={areas} language={language} />
        </Link>,
        <b>
          <FigureCell observation={newest} decimals={series.decimals} marks={marks} {...{ say, language, here }} />
        </b>,
        newest === undefined ? '' : <span class="dim">{newest.year}</span>,
        ...shown.map((year) => (
          <FigureCell
            observation={at.get(`${area}|${year}`)}
            decimals={series.decimals}
            marks={marks}
            {...{ say, language, here }}
          />
        )),
      ],
    }
  }
  const all = [...new Set(observations.map(({ area }) => area as string))]
  const sort = (some: readonly string[]) => ordered(some, order, nameOf, figureOf, language).map(rowOf)
  const groups = sort(all.filter(isGroup))
  const economies = sort(all.filter((area) => !isGroup(area)))
  const label = words === '' || breakdowns.length < 2 ? wordsIn(language, series.names) : words
  return (
    <DataTable
      label={say('statistics.table.label', { series: label, from: `${years[0]}`, to: `${years[1]}` })}
      caption={
        <>
          <b>{wordsIn(language, series.unitNames)}</b>
          {breakdowns.length < 2 ? '' : ` · ${words}`} · <Fig>{`${years[0]}–${years[1]}`}</Fig>.{' '}
          <Marks observations={visible} dimensions={props.dimensions} say={say} language={language} />
        </>
      }
      columns={columns}
      groups={[
        ...(groups.length === 0 ? [] : [{ heading: say('statistics.table.groups'), rows: groups }]),
        {
          ...(groups.length === 0 ? {} : { heading: say('statistics.table.economies', { count: economies.length }) }),
          rows: economies,
        },
      ]}
      wide={shown.length > 8}
      say={say}
    />
  )
}
