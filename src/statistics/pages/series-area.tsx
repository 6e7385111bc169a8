import type { FC } from 'hono/jsx'
import { plainDecimal, wordsIn } from '#kernel'
import { plainText, type Shown } from '#platform'
import { type Area, type Dimension, latestOfEach, type Observation, type Series, type Source } from '#statistics/core'
import { DataTable, dayWords, Empty, Fig, Frame, figure, Lede, Link, Mast, SideSection, Wording } from '#ui'
import type { GroupFigures } from '../aggregates.ts'
import type { PublishedWorld } from '../reads.ts'
import type { Breakdown } from '../store/observations.ts'
import { computedLede } from './aggregate-words.tsx'
import { GroupLineSection } from './aggregates.tsx'
import { areaAddress, FigureCell, publishedWords, signOf } from './figure.tsx'
import { AreaFoot, AreaName, breakdownWords, type Reader } from './names.tsx'
import { AreaChart, areaTakes } from './series-area-chart.tsx'
import { AreaYears } from './series-area-years.tsx'
import { areaDataset } from './series-dataset.ts'
import { SourceSection } from './series-parts.tsx'

export type AreaProps = {
  readonly series: Series
  readonly dimensions: readonly Dimension[]
  readonly area: Area
  readonly areas: ReadonlyMap<string, Area>
  /** What the list of areas remarks on it. */
  readonly remark: string | null
  readonly chosen: Breakdown | null
  readonly observations: readonly Observation[]
  /** All rows of all releases, by year, the oldest release first. */
  readonly history: readonly Observation[]
  readonly others: readonly { readonly breakdown: string; readonly observations: readonly Observation[] }[]
  readonly world: PublishedWorld | null
  readonly source: Source | null
  readonly severalBreakdowns: boolean
  /** Of a group: what is computed for it here. */
  readonly computed: GroupFigures | null
  /** All series, for the names of weights. */
  readonly names: ReadonlyMap<string, Series>
}

const Others: FC<Shown<AreaProps>> = ({ series, area, others, chosen, dimensions, say, language, here }) => (
  <DataTable
    label={say('statistics.breakdowns.heading')}
    columns={[
      { head: say('statistics.filter.breakdown') },
      { head: say('statistics.head.latest'), number: true, short: say('statistics.head.latest') },
      { head: say('statistics.head.year'), number: true, short: say('statistics.head.year') },
      { head: say('statistics.head.years'), number: true, short: say('statistics.head.years') },
    ]}
    groups={[
      {
        rows: others.map(({ breakdown, observations }) => {
          const latest = latestOfEach(observations).get(area.code)
          const words = breakdownWords(say, language, dimensions, breakdown)
          return {
            cells: [
              breakdown === chosen?.breakdown ? (
                <b>{words}</b>
              ) : (
                <Link to={areaAddress(series.code, area.code, breakdown)} language={language} here={here}>
                  {words}
                </Link>
              ),
              <FigureCell observation={latest} decimals={series.decimals} {...{ say, language, here }} />,
              latest === undefined ? '' : String(latest.year),
              `${observations[0]?.year ?? ''}–${observations.at(-1)?.year ?? ''}`,
            ],
          }
        }),
      },
    ]}
    phone="cards"
    say={say}
  />
)

const ledeOf = ({ series, observations, area, others }: AreaProps, { say, language, here }: Reader) => {
  const latest = latestOfEach(observations).get(area.code)
  if (latest?.value.kind === 'known')
    return say.rich(latest.unit === 'PT' ? 'statistics.area.ledeShare' : 'statistics.area.lede', {
      value: (
        <b>
          <Fig>{`${publishedOrShort(series, latest, language)}${signOf(language, latest.unit)}`}</Fig>
        </b>
      ),
      year: String(latest.year),
      unit: wordsIn(language, series.unitNames),
      first: String(Math.min(...observations.map(({ year }) => year))),
      last: String(Math.max(...observations.map(({ year }) => year))),
    })
  return others.length === 0
    ? say('statistics.area.nothing', { day: dayWords(language, here.asOf ?? here.today) })
    : say('statistics.area.noValue')
}

const publishedOrShort = (series: Series, { value }: Observation, language: Reader['language']): string =>
  value.kind === 'missing'
    ? '…'
    : value.value.bound === null
      ? figure(language, plainDecimal(value.value.decimal), series.decimals)
      : publishedWords(language, value.value)

/** One series for one area: its line, its years, how often they were revised, and its other breakdowns. */
export const AreaPage: FC<Shown<AreaProps>> = (props) => {
  const { series, area, areas, chosen, dimensions, observations, others, source, remark, severalBreakdowns } = props
  const { say, language, here } = props
  const reader = { say, language, here }
  const name = wordsIn(language, area.names)
  const title = wordsIn(language, series.names)
  const words = chosen === null ? '' : breakdownWords(say, language, dimensions, chosen.breakdown)
  const question = severalBreakdowns && chosen !== null ? chosen.breakdown : ''
  const sentence = plainText(String(ledeOf(props, reader)))
  return (
    <Frame
      title={say('statistics.chart.title', { series: title, area: name })}
      current="/series"
      crumbs={[
        { words: say('statistics.list.title'), to: '/series' },
        {
          words: <Wording words={series.names} language={language} />,
          to: `/series/${series.code}${question === '' ? '' : `?${new URLSearchParams({ breakdown: question })}`}`,
        },
        { words: <bdi>{name}</bdi> },
      ]}
      description={sentence}
      about={areaDataset(props, sentence, reader)}
      feed={`/series/${series.code}/feed.atom`}
      {...reader}
    >
      <Mast
        kick={
          <>
            <Wording words={series.names} language={language} />
            {question === '' ? '' : ` · ${words}`}
          </>
        }
        heading={<AreaName area={area.code} areas={areas} language={language} />}
      >
        <Lede big>
          {(observations.length === 0 ? computedLede(props.computed, series, reader) : null) ?? ledeOf(props, reader)}
        </Lede>
      </Mast>
      {observations.length === 0 &&
      props.computed !== null &&
      props.computed.figures.length > 0 ? null : observations.length === 0 ? (
        <Empty>{say('statistics.area.empty')}</Empty>
      ) : (
        <div class="stack">
          <AreaChart {...props} />
          <SideSection heading={say('statistics.area.yearsHeading')} about={say('statistics.area.yearsAbout')}>
            <AreaYears {...props} />
          </SideSection>
        </div>
      )}
      {props.computed === null ? null : <GroupLineSection {...props} line={props.computed} composed="now" />}
      {others.length < 2 && question === '' ? null : (
        <SideSection heading={say('statistics.breakdowns.heading')} about={say('statistics.breakdowns.areaAbout')}>
          <Others {...props} />
        </SideSection>
      )}
      {source === null ? null : <SourceSection source={source} {...reader} />}
      <AreaFoot
        area={area}
        remark={remark}
        takes={areaTakes(props)}
        title={say('statistics.chart.title', { series: title, area: name })}
        part={question === '' ? '' : words}
        to={areaAddress(series.code, area.code, question)}
        {...reader}
      />
    </Frame>
  )
}
