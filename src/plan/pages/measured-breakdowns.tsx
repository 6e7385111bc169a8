import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import { ChartFigure, type Column, DataTable, Empty, Fig, Link, Note, SideSection, Wording } from '#ui'
import type { Measured } from '../core/measured.ts'
import { isWhole } from '../core/measured-choice.ts'
import type { SexGap } from '../core/measured-gaps.ts'
import { asksText, isAboutGap } from './measured-benchmark.tsx'
import { unitText } from './measured-charts.tsx'
import { GapsChart, GapsPile, gapsShown } from './measured-gap-charts.tsx'
import {
  AreaLink,
  areaText,
  CellFigure,
  joined,
  listed,
  type Part,
  SeriesFigure,
  signedText,
  viewTo,
  yearsText,
} from './measured-parts.tsx'
import { ChangeUnit, type WithFigures } from './measured-world.tsx'

/** Every line of the measure: whole, by sex, by skill, by level, with what there is of it. */
const LinesTable: FC<WithFigures> = ({ measured, figures, say, language, here }) => {
  const columns: readonly Column[] = [
    { head: say('plan.measured.column.line') },
    { head: say('plan.measured.column.economies'), number: true },
    { head: say('plan.measured.column.median'), unit: unitText(measured, language), number: true },
    { head: say('plan.measured.column.years'), number: true },
  ]
  return (
    <DataTable
      label={say('plan.measured.linesTable')}
      columns={columns}
      groups={[
        {
          rows: measured.lines.map(({ choice: line, distribution: { count, outside, median, years } }) => {
            const words =
              line.by === null && isWhole(measured.choice.selections) ? (
                say('plan.measured.choose.whole')
              ) : (
                <Wording words={line.words} language={language} />
              )
            return {
              cells: [
                line.slug === measured.choice.selection?.slug ? (
                  <b>{words}</b>
                ) : (
                  <Link to={viewTo(measured, { breakdown: line.slug })} language={language} here={here}>
                    {words}
                  </Link>
                ),
                <Fig>{String(count - outside.length)}</Fig>,
                median === null ? (
                  <span class="dim">{say('ui.table.missing')}</span>
                ) : (
                  <SeriesFigure
                    figure={median}
                    series={figures.series}
                    selection={line.selection}
                    say={say}
                    language={language}
                    here={here}
                  />
                ),
                years === null ? '' : <Fig>{yearsText(years)}</Fig>,
              ],
            }
          }),
        },
      ]}
      say={say}
    />
  )
}

type WithGap = WithFigures & { readonly sexes: SexGap }

const GapsTable: FC<WithGap> = ({ measured, figures, sexes, say, language, here }) => {
  const reader = { say, language, here, series: figures.series, bare: true }
  const unit = unitText(measured, language)
  const columns: readonly Column[] = [
    { head: say('plan.measured.column.economy') },
    { head: say('plan.measured.column.year'), number: true },
    { head: say('plan.measured.women'), unit, number: true },
    { head: say('plan.measured.men'), unit, number: true },
    {
      head: say('plan.measured.column.gap'),
      unit: <ChangeUnit figures={figures} say={say} language={language} />,
      number: true,
    },
    { head: say('plan.measured.column.total'), unit, number: true },
  ]
  return (
    <DataTable
      label={say('plan.measured.gapsTable')}
      columns={columns}
      groups={[
        {
          rows: sexes.rows.map(({ area, year, women, men, gap, total }) => ({
            cells: [
              <AreaLink measured={measured} code={area} language={language} here={here} />,
              <Fig>{String(year)}</Fig>,
              <CellFigure observation={women} {...reader} />,
              <CellFigure observation={men} {...reader} />,
              <b>
                <Fig>{signedText(language, figures.series, gap)}</Fig>
              </b>,
              total === null ? (
                <span class="dim">{say('ui.table.missing')}</span>
              ) : (
                <>
                  <CellFigure observation={total} {...reader} />
                  {sexes.totalsOutside.includes(area) ? (
                    <span class="u"> {say('plan.measured.outsideBoth')}</span>
                  ) : null}
                </>
              ),
            ],
          })),
        },
      ]}
      say={say}
    />
  )
}

/** The gap between the sexes: in words, the widest as a chart, all as dots and as a table. */
const Gaps: FC<WithGap> = (props) => {
  const { measured, figures, sexes, say, language } = props
  const { rows, median, ahead, years, unpaired, totalsOutside } = sexes
  if (rows.length === 0 || median === null || years === null)
    return <Empty heading={say('plan.measured.noPairs')}>{say('plan.measured.noPairsWhy')}</Empty>
  const benchmark = measured.choice.benchmark?.benchmark
  const medianWords = signedText(language, figures.series, median.decimal)
  return (
    <>
      <p>
        {say.rich('plan.measured.gapSentence', {
          count: rows.length,
          years: <Fig>{yearsText(years)}</Fig>,
          median: (
            <b>
              <Fig>{medianWords}</Fig>
            </b>
          ),
          unit: <ChangeUnit figures={figures} say={say} language={language} />,
          men: ahead.men,
          women: ahead.women,
        })}
        {benchmark !== undefined && isAboutGap(measured) ? (
          <> {say.rich('plan.measured.gapHeld', { asks: <bdi>{asksText(say, language, benchmark)}</bdi> })}</>
        ) : null}
      </p>
      <ChartFigure caption={say('plan.measured.gapCaption', { men: gapsShown.men, women: gapsShown.women })}>
        <GapsChart {...props} />
      </ChartFigure>
      {rows.length < 20 ? null : (
        <ChartFigure caption={say('plan.measured.gapPileCaption', { count: rows.length })}>
          <GapsPile {...props} />
        </ChartFigure>
      )}
      <details>
        <summary>{say('plan.measured.gapsAsTable', { count: rows.length })}</summary>
        <GapsTable {...props} />
      </details>
      <Note heading={say('plan.measured.gapReading')}>
        {joined(
          [
            say('plan.measured.gapHow'),
            ...(unpaired.length === 0 ? [] : [say('plan.measured.gapUnpaired', { count: unpaired.length })]),
            ...(totalsOutside.length === 0
              ? []
              : [
                  say('plan.measured.gapTotals', {
                    count: totalsOutside.length,
                    names: listed(
                      language,
                      totalsOutside.slice(0, 5).map((area) => areaText(measured, language, area)),
                    ),
                    more: Math.max(0, totalsOutside.length - 5),
                  }),
                ]),
          ],
          ' ',
        )}
      </Note>
    </>
  )
}

/** What the text asks for, in the words of its indicators. */
const askedFor = ({ element, below }: Measured, language: Part['language']): readonly string[] => [
  ...new Set(
    [element, ...below.map((one) => one.element)].flatMap(({ indication }) =>
      (indication?.disaggregations ?? []).map((words) => wordsIn(language, words)),
    ),
  ),
]

/** Who is left out: the lines of the measure, the gap, and what is asked for and not there. */
export const BreakdownsSection: FC<WithFigures> = (props) => {
  const { measured, say, language } = props
  const asked = askedFor(measured, language)
  const kinds = [...new Set(measured.lines.flatMap(({ choice: { by } }) => (by === null ? [] : [by])))]
  const hasLines = measured.lines.some(({ distribution: { count } }, index) => index > 0 && count > 0)
  const { sexes } = measured
  return (
    <SideSection
      heading={say('plan.measured.heading.breakdowns')}
      about={
        asked.length === 0
          ? say('plan.measured.asksNone', { state: measured.edition.state })
          : say('plan.measured.asksFor', { state: measured.edition.state, list: listed(language, asked) })
      }
      id="breakdowns"
    >
      {hasLines ? (
        <>
          <p class="small">
            {say('plan.measured.linesBy', {
              list: listed(
                language,
                kinds.map((by) => say('plan.measured.by', { by })),
              ),
            })}
          </p>
          <LinesTable {...props} />
        </>
      ) : (
        <Empty heading={say('plan.measured.noLines')}>{say('plan.measured.noLinesWhy')}</Empty>
      )}
      {sexes === null || !hasLines ? null : <Gaps {...props} sexes={sexes} />}
    </SideSection>
  )
}
