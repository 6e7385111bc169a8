import type { Child, FC } from 'hono/jsx'
import { ChartFigure, DataTable, Fig, hrefOf, Link, Note, SideSection, signsOf, type Column as TableColumn } from '#ui'
import type { Figures } from '../core/measured.ts'
import {
  type Column,
  columnOf,
  type EconomyRow,
  falls,
  isObserved,
  orderFrom,
  sortedRows,
  usualOrder,
} from '../core/measured-economies.ts'
import { BenchmarkNote } from './measured-benchmark.tsx'
import { chartTitle, drawnIn, EconomiesPile, unitText } from './measured-charts.tsx'
import { EconomiesMap } from './measured-map.tsx'
import {
  AreaLink,
  AreaName,
  areaText,
  CellFigure,
  cellTo,
  joined,
  listed,
  medianText,
  NatureWords,
  type Reader,
  remarksOf,
  signedText,
  UnitAfter,
  viewTo,
  yearsText,
} from './measured-parts.tsx'
import { ChangeUnit, type WithFigures } from './measured-world.tsx'

/** How all of these values came about, where they came about alike: said once, and not in every row. */
const sharedNature = (figures: Figures): string | null => {
  const natures = new Set(figures.economies.flatMap(({ latest }) => (latest === null ? [] : [latest.nature])))
  const [one = null] = natures
  return natures.size === 1 ? one : null
}

const SharedNature: FC<WithFigures> = ({ measured, figures, say, language }) => {
  const nature = sharedNature(figures)
  if (nature === null) return null
  const words = <NatureWords natures={measured.natures} nature={nature} language={language} />
  return <>{say.rich('plan.measured.allAlike', { nature: words })}</>
}

/** A figure this many years older than the newest one is called old. */
const oldAfter = 5

const sortedBy = (props: WithFigures): readonly EconomyRow[] => {
  const { measured, figures, language } = props
  const collator = new Intl.Collator(language)
  return sortedRows(figures.economies, measured.choice.order ?? usualOrder, (a, b) =>
    collator.compare(areaText(measured, language, a), areaText(measured, language, b)),
  )
}

const Remarks: FC<Reader & { readonly row: EconomyRow; readonly props: WithFigures }> = ({ row, props, ...reader }) => {
  const { measured, figures } = props
  const { say, language, here } = reader
  const { latest, missing } = row
  const newest = figures.distribution.years?.[1] ?? 0
  const all: readonly Child[] = [
    ...(latest === null ? [] : remarksOf(measured, latest, reader, sharedNature(figures))),
    ...(latest !== null && latest.year <= newest - oldAfter
      ? [say('plan.measured.noneSince', { year: String(latest.year) })]
      : []),
    ...(missing === null || missing.value.kind === 'known'
      ? []
      : [
          <Link to={cellTo(missing)} language={language} here={here}>
            {say('plan.measured.saidMissing', {
              year: String(missing.year),
              reason: say(`ui.missing.${missing.value.reason}`),
            })}
          </Link>,
        ]),
    ...(latest === null || latest.note === ''
      ? []
      : [
          <bdi lang="en" dir="ltr">
            {latest.note}
          </bdi>,
        ]),
  ]
  return <span class="u">{joined(all)}</span>
}

const EconomiesTable: FC<WithFigures> = (props) => {
  const { measured, figures, say, language, here } = props
  const reader = { say, language, here }
  const { series, baseYear } = figures
  const order = measured.choice.order ?? usualOrder
  const head = (column: Column, words: Child, more: Partial<TableColumn> = {}): TableColumn => ({
    head: words,
    sort: {
      href: hrefOf(language, here, viewTo(measured, { sort: orderFrom(column, order) }, '#economies')),
      ...(columnOf(order) === column ? { order: falls(order) ? ('descending' as const) : ('ascending' as const) } : {}),
    },
    ...more,
  })
  const columns: readonly TableColumn[] = [
    head('name', say('plan.measured.column.economy')),
    head('value', say('plan.measured.column.latest'), { unit: unitText(measured, language), number: true }),
    head('year', say('plan.measured.column.year'), { number: true }),
    ...(baseYear === null
      ? []
      : [
          head('change', say('plan.measured.column.change', { year: String(baseYear) }), {
            unit: <ChangeUnit figures={figures} say={say} language={language} />,
            number: true,
          }),
        ]),
    { head: say('plan.measured.column.remarks') },
  ]
  return (
    <DataTable
      label={say('plan.measured.economiesTable', { measure: chartTitle(measured, language) })}
      columns={columns}
      groups={[
        {
          rows: sortedBy(props).map((row) => ({
            cells: [
              <AreaLink measured={measured} code={row.area} language={language} here={here} />,
              row.latest === null ? (
                <span class="dim">{say('ui.table.missing')}</span>
              ) : (
                <CellFigure observation={row.latest} series={series} bare {...reader} />
              ),
              row.latest === null ? '' : <Fig>{String(row.latest.year)}</Fig>,
              ...(baseYear === null
                ? []
                : [row.change === null ? '' : <Fig>{signedText(language, series, row.change)}</Fig>]),
              <Remarks row={row} props={props} {...reader} />,
            ],
          })),
        },
      ]}
      say={say}
    />
  )
}

/** Values outside the plausible range of the series: as published, named, and kept out of what is judged. */
const Outside: FC<WithFigures> = ({ measured, figures, say, language, here }) => {
  const { outside } = figures.distribution
  const { lowest, highest } = figures.series
  if (outside.length === 0) return null
  return (
    <Note tone="warn">
      {say.rich('plan.measured.outside', {
        count: outside.length,
        low: <Fig>{lowest ?? '…'}</Fig>,
        high: <Fig>{highest ?? '…'}</Fig>,
        names: joined(
          outside.map((one) => (
            <>
              <AreaName measured={measured} code={one.area} language={language} />{' '}
              <CellFigure observation={one} series={figures.series} say={say} language={language} here={here} /> (
              <Fig>{String(one.year)}</Fig>)
            </>
          )),
          signsOf(language).comma,
        ),
      })}
    </Note>
  )
}

/** Economies of which this line has no figure at all. */
const Without: FC<WithFigures> = ({ measured, figures, say, language }) => {
  const here = new Set(figures.economies.filter(({ latest }) => isObserved(latest)).map(({ area }) => area))
  const without = [...measured.areas.values()].filter(({ kind, code }) => kind === 'economy' && !here.has(code))
  if (without.length === 0) return null
  const names = without.map(({ names: words }) => words[language] ?? words.en)
  return (
    <details>
      <summary>{say('plan.measured.without', { count: without.length })}</summary>
      <p class="small">{listed(language, names.toSorted(new Intl.Collator(language).compare))}.</p>
    </details>
  )
}

/** The last values of all economies: each a dot, and each a row. */
export const EconomiesSection: FC<WithFigures> = (props) => {
  const { measured, figures, say, language } = props
  const { distribution, series } = figures
  const drawn = drawnIn(figures).length
  const newest = distribution.years?.[1] ?? 0
  const old = drawnIn(figures).filter(({ year }) => year <= newest - oldAfter)
  if (distribution.count === 0) return null
  const middle = medianText(language, series, distribution.median)
  return (
    <SideSection
      heading={say('plan.measured.heading.economies', { count: distribution.count })}
      about={say.rich('plan.measured.economiesAbout', {
        years: distribution.years === null ? '' : <Fig>{yearsText(distribution.years)}</Fig>,
      })}
      id="economies"
    >
      <ChartFigure
        caption={
          <>
            {middle === null
              ? null
              : say.rich('plan.measured.pileCaption', {
                  count: drawn,
                  median: (
                    <>
                      <Fig>{middle}</Fig>
                      <UnitAfter measured={measured} language={language} />
                    </>
                  ),
                  old: old.length,
                  year: String(newest - oldAfter),
                })}{' '}
            <SharedNature {...props} />{' '}
            {figures.world.length > 0 ? null : <BenchmarkNote measured={measured} say={say} language={language} />}
          </>
        }
      >
        <EconomiesPile measured={measured} figures={figures} say={say} language={language} />
      </ChartFigure>
      <EconomiesMap {...props} />
      <Outside {...props} />
      <details open={measured.choice.order !== null}>
        <summary>{say('plan.measured.economiesAsTable', { count: figures.economies.length })}</summary>
        <EconomiesTable {...props} />
      </details>
      <Without {...props} />
    </SideSection>
  )
}
