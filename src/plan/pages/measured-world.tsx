import type { Child, FC } from 'hono/jsx'
import { decimalLess, type Language } from '#kernel'
import { numberOf, type Observation } from '#statistics/core'
import {
  ChartFigure,
  ChartTable,
  type Column,
  DataTable,
  dayWords,
  Empty,
  type Fact,
  Facts,
  Fig,
  Link,
  Note,
  SideSection,
  Wording,
} from '#ui'
import { isComputed } from '../core/glance-figures.ts'
import { type Figures, latestWorldOf, type Measured, ownSource, releaseOf } from '../core/measured.ts'
import { isObserved } from '../core/measured-economies.ts'
import { asksText, BenchmarkNote } from './measured-benchmark.tsx'
import { chartTitle, drawnIn, reachedIn, titleWithUnit, unitText, WorldChart } from './measured-charts.tsx'
import {
  AreaLink,
  CellFigure,
  isPercent,
  joined,
  type Part,
  type Reader,
  remarksOf,
  SeriesFigure,
  seriesTo,
  signedText,
} from './measured-parts.tsx'

export type WithFigures = Part & { readonly figures: Figures }

/** How the series is aggregated, in its own words. */
const Aggregation: FC<{ readonly measured: Measured; readonly language: Language }> = ({ measured, language }) => {
  const { aggregationNames = null, aggregation = '' } = measured.figures?.series ?? {}
  return <Wording words={aggregationNames ?? { en: aggregation }} language={language} />
}

/** Whose a value is, since when it was known, under which licence, and its source letter for letter. */
export const SourceLine: FC<Reader & { readonly measured: Measured; readonly of: Observation }> = ({
  measured,
  of,
  say,
  language,
  here,
}) => {
  if (isComputed(of))
    return (
      <>
        {say.rich('plan.measured.computedSource', {
          year: String(of.year),
          aggregation: <Aggregation measured={measured} language={language} />,
          source: <bdi lang="en">{ownSource(measured)?.dataset.credit ?? ''}</bdi>,
        })}
      </>
    )
  const release = releaseOf(measured, of)
  const source = measured.sources.find(({ dataset }) => dataset.code === release?.dataset)
  if (release === null || source === undefined) return <bdi>{of.source}</bdi>
  return (
    <>
      {say.rich('plan.measured.sourceLine', {
        publisher: <Wording words={source.dataset.publisher} language={language} />,
        release: (
          <Link to={`/releases/${release.number}`} language={language} here={here}>
            {say('plan.measured.releaseOf', { day: dayWords(language, release.knownOn) })}
          </Link>
        ),
        licence: (
          <a href={source.dataset.licence.address} rel="license">
            <bdi>{source.dataset.licence.code.replace(/^CC-BY-/, 'CC BY ')}</bdi>
          </a>
        ),
        source: (
          <bdi lang="en" dir="ltr">
            {of.source}
          </bdi>
        ),
      })}
    </>
  )
}

/** What a release warns of: that newer figures exist, that a copy is not whole. */
export const ReleaseCaveat: FC<Reader & { readonly measured: Measured; readonly of: Observation }> = ({
  measured,
  of,
  language,
}) => {
  const caveat = releaseOf(measured, of)?.caveat ?? null
  return caveat === null ? null : (
    <Note tone="warn">
      <Wording words={caveat} language={language} />
    </Note>
  )
}

/** "per year"-like unit of a change: points for shares, the unit itself otherwise. */
export const ChangeUnit: FC<{
  readonly figures: Figures
  readonly say: Reader['say']
  readonly language: Language
}> = ({ figures, say, language }) =>
  isPercent(figures.series) ? (
    say('plan.measured.points')
  ) : (
    <Wording words={figures.series.unitNames} language={language} />
  )

const changeFact = ({ measured, figures, say, language }: WithFigures): readonly Fact[] => {
  const latest = latestWorldOf(figures)
  if (!isObserved(latest)) return []
  const { baseYear } = figures
  const base = figures.world.find(({ observation }) => observation.year === (baseYear ?? latest.year - 5))?.observation
  if (base === undefined || !isObserved(base) || base.year >= latest.year) return []
  const broken = figures.world.some(({ observation, breakBefore }) => breakBefore && observation.year > base.year)
  if (broken || base.value.value.bound !== null || latest.value.value.bound !== null) return []
  const change = decimalLess(latest.value.value.decimal, base.value.value.decimal)
  void measured
  return [
    {
      name: <>{say('plan.measured.fact.change', { from: String(base.year), to: String(latest.year) })}</>,
      value: <Fig>{signedText(language, figures.series, change)}</Fig>,
      about: (
        <>
          <ChangeUnit figures={figures} say={say} language={language} /> · {say('plan.measured.computedHere')}
        </>
      ),
    },
  ]
}

const economiesFact = ({ measured, figures, say, language, here }: WithFigures): readonly Fact[] => {
  const { median, count, outside } = figures.distribution
  if (median === null) return []
  const reached = reachedIn(measured, figures)
  const benchmark = measured.choice.benchmark?.benchmark
  return [
    {
      name: <>{say('plan.measured.fact.median')}</>,
      value: (
        <SeriesFigure
          figure={median}
          series={figures.series}
          selection={figures.selection}
          say={say}
          language={language}
          here={here}
        />
      ),
      about: <>{say('plan.measured.fact.ofEconomies', { count: count - outside.length })}</>,
    },
    ...(reached === null || benchmark === undefined
      ? []
      : [
          {
            name: <>{say('plan.measured.fact.reached')}</>,
            value: <Fig>{String(reached.size)}</Fig>,
            about: (
              <>
                {say.rich('plan.measured.fact.reachedAbout', {
                  count: drawnIn(figures).length,
                  asks: <bdi>{asksText(say, language, benchmark)}</bdi>,
                })}
              </>
            ),
          },
        ]),
  ]
}

const worldRows = ({ measured, figures, say, language, here }: WithFigures) => {
  const reader = { say, language, here }
  const columns: readonly Column[] = [
    { head: say('plan.measured.column.year') },
    { head: say('plan.measured.column.value'), unit: unitText(measured, language), number: true },
    { head: say('plan.measured.column.remarks') },
  ]
  return {
    label: say('plan.measured.chart.world', { measure: chartTitle(measured, language) }),
    columns,
    rows: figures.world.toReversed().map(({ observation, breakBefore }) => ({
      cells: [
        <Fig>{String(observation.year)}</Fig>,
        <CellFigure observation={observation} series={figures.series} bare {...reader} />,
        <span class="u">
          {joined([
            ...remarksOf(measured, observation, reader),
            ...(breakBefore ? [say('plan.measured.break', { year: String(observation.year) })] : []),
          ])}
        </span>,
      ],
    })),
  }
}

/** The line with its table; where the page has a drawing of it already, both are folded away and whose it is stays in sight. */
const WorldLine: FC<WithFigures & { readonly of: Observation; readonly drawn: boolean }> = (props) => {
  const { measured, figures, of, drawn, say, language, here } = props
  const table = worldRows(props)
  const chart = <WorldChart measured={measured} figures={figures} say={say} language={language} />
  const caption = (
    <>
      <SourceLine measured={measured} of={of} say={say} language={language} here={here} />{' '}
      <BenchmarkNote measured={measured} say={say} language={language} />
    </>
  )
  if (!drawn)
    return (
      <>
        <ChartFigure caption={caption}>{chart}</ChartFigure>
        <ChartTable {...table} say={say} />
      </>
    )
  return (
    <>
      <p class="small dim">{caption}</p>
      <details>
        <summary>{say('plan.measured.folded')}</summary>
        <ChartFigure caption="">{chart}</ChartFigure>
        <DataTable label={table.label} columns={table.columns} groups={[{ rows: table.rows }]} say={say} />
      </details>
    </>
  )
}

/** The world as its custodian publishes it, else as it is computed here; where there is none, that and why. `drawn`: by another feature. */
export const WorldSection: FC<WithFigures & { readonly drawn: boolean }> = (props) => {
  const { measured, figures, drawn, say, language, here } = props
  const reader = { say, language, here }
  const latest = latestWorldOf(figures)
  const about = titleWithUnit(measured, language)
  const facts: readonly Fact[] = [...changeFact(props), ...economiesFact(props)]
  return (
    <SideSection heading={say('plan.measured.heading.world')} about={about} id="figures">
      {latest === null ? (
        <Empty heading={say('plan.measured.noWorld')}>
          {say.rich('plan.measured.noWorldWhy', {
            aggregation: <Aggregation measured={measured} language={language} />,
          })}
        </Empty>
      ) : (
        <>
          <WorldLine {...props} of={latest} drawn={drawn} />
          <ReleaseCaveat measured={measured} of={latest} {...reader} />
        </>
      )}
      {facts.length === 0 ? null : <Facts facts={facts} />}
    </SideSection>
  )
}

/** The custodian's figures for groups, as published; what they were made of is not known here. */
export const GroupsSection: FC<WithFigures> = (props) => {
  const { measured, figures, say, language, here } = props
  const reader = { say, language, here }
  const { groups, baseYear, series } = figures
  const [first] = groups
  if (first === undefined) return null
  const sign: Child = unitText(measured, language)
  const columns: readonly Column[] = [
    { head: say('plan.measured.column.group') },
    ...(baseYear === null ? [] : [{ head: <Fig>{String(baseYear)}</Fig>, number: true }]),
    { head: say('plan.measured.column.latest'), unit: sign, number: true },
    { head: say('plan.measured.column.year'), number: true },
    { head: say('plan.measured.column.published') },
  ]
  const sorted = groups.toSorted((a, b) => valueIn(b.latest) - valueIn(a.latest))
  return (
    <SideSection heading={say('plan.measured.heading.groups')} about={say('plan.measured.groupsAbout')} id="groups">
      <DataTable
        label={say('plan.measured.heading.groups')}
        columns={columns}
        groups={[
          {
            rows: sorted.map(({ area, latest, base }) => {
              const release = releaseOf(measured, latest)
              return {
                cells: [
                  <AreaLink measured={measured} code={area} language={language} here={here} />,
                  ...(baseYear === null
                    ? []
                    : [
                        base === null ? (
                          <span class="dim">{say('ui.table.missing')}</span>
                        ) : (
                          <CellFigure observation={base} series={series} bare {...reader} />
                        ),
                      ]),
                  <b>
                    <CellFigure observation={latest} series={series} bare {...reader} />
                  </b>,
                  <Fig>{String(latest.year)}</Fig>,
                  release === null ? (
                    ''
                  ) : (
                    <Link to={`/releases/${release.number}`} language={language} here={here}>
                      {say('plan.measured.releaseOf', { day: dayWords(language, release.knownOn) })}
                    </Link>
                  ),
                ],
              }
            }),
          },
        ]}
        say={say}
      />
      <p class="small dim">
        <SourceLine measured={measured} of={first.latest} {...reader} />{' '}
        <Link to={seriesTo(figures.selection)} language={language} here={here}>
          {say('plan.measured.toSeries')}
        </Link>
      </p>
    </SideSection>
  )
}

const valueIn = (one: Observation): number => (isObserved(one) ? numberOf(one.value.value) : Number.NEGATIVE_INFINITY)
