import type { FC } from 'hono/jsx'
import { type Day, wordsIn } from '#kernel'
import type { Show, Shown } from '#platform'
import type { Area, Dimension, Observation, Series, Source } from '#statistics/core'
import { dayWords, Empty, Frame, filesOf, Lede, Link, Mast, SideSection, signsOf, Taking } from '#ui'
import { exploringAddress, exploringOf } from '../core/exploring.ts'
import type { PublishedWorld } from '../reads.ts'
import type { Breakdown } from '../store/observations.ts'
import type { DrawnWorld } from '../world.ts'
import { type GroupsOfYear, GroupsSection } from './aggregates.tsx'
import { AreaMap } from './area-map.tsx'
import { breakdownWords, NamesNote } from './names.tsx'
import { seriesDataset } from './series-dataset.ts'
import { BreakdownTable, DefinitionSection, SourceSection } from './series-parts.tsx'
import { Choices, SeriesTable } from './series-table.tsx'

export type Order = { readonly by: string; readonly falling: boolean }

export type SeriesProps = {
  readonly series: Series
  readonly source: Source | null
  readonly dimensions: readonly Dimension[]
  readonly breakdowns: readonly Breakdown[]
  /** Null where no figure was known on the day asked. */
  readonly chosen: Breakdown | null
  /** All areas and years of the chosen breakdown. */
  readonly observations: readonly Observation[]
  readonly latest: ReadonlyMap<string, Observation>
  readonly world: PublishedWorld | null
  /** The columns of the table. */
  readonly years: readonly [from: number, to: number]
  readonly order: Order
  readonly areas: ReadonlyMap<string, Area>
  /** Groups with a published figure. */
  readonly groups: readonly string[]
  /** What other features know about this series. */
  readonly parts: readonly Show[]
  readonly firstKnownOn: Day | null
  /** World and groups in one year; null where there is no figure of anybody. */
  readonly groupFigures: GroupsOfYear | null
  /** All series, for the names of weights. */
  readonly names: ReadonlyMap<string, Series>
  /** Null where the content brings no shapes. */
  readonly drawn: DrawnWorld | null
}

/** What has to be asked again for the same view: the breakdown, where there is a choice. */
export const sameView = ({ breakdowns, chosen }: SeriesProps): string =>
  chosen === null || breakdowns.length < 2 ? '' : `?${new URLSearchParams({ breakdown: chosen.breakdown })}`

/** Its name, and its breakdown in words where there are several. */
export const titleOf = ({
  series,
  breakdowns,
  chosen,
  dimensions,
  say,
  language,
}: Pick<Shown<SeriesProps>, 'series' | 'breakdowns' | 'chosen' | 'dimensions' | 'say' | 'language'>): string => {
  const title = wordsIn(language, series.names)
  const words = chosen === null ? '' : breakdownWords(say, language, dimensions, chosen.breakdown)
  return words === '' || breakdowns.length < 2 ? title : `${title}${signsOf(language).comma}${words}`
}

/** A series: what it measures, all its figures, whose they are. */
export const SeriesPage: FC<Shown<SeriesProps>> = (props) => {
  const { series, source, dimensions, breakdowns, chosen, observations, firstKnownOn, parts, say, language, here } =
    props
  const reader = { say, language, here }
  const title = wordsIn(language, series.names)
  const words = chosen === null ? '' : breakdownWords(say, language, dimensions, chosen.breakdown)
  const unit = wordsIn(language, series.unitNames)
  const lede =
    chosen === null
      ? say('statistics.series.nothing')
      : say('statistics.page.lede', {
          unit,
          economies: chosen.economies,
          first: `${chosen.firstYear}`,
          last: `${chosen.lastYear}`,
        })
  return (
    <Frame
      title={title}
      description={lede}
      current="/series"
      crumbs={[{ words: say('statistics.list.title'), to: '/series' }, { words: <bdi>{title}</bdi> }]}
      about={seriesDataset(props, lede, reader)}
      feed={`/series/${series.code}/feed.atom`}
      {...reader}
    >
      <Mast
        kick={<bdi class="f">{series.frame === null ? series.code : `${series.frame} · ${series.code}`}</bdi>}
        heading={<span {...(series.names[language] === undefined ? { lang: 'en' } : {})}>{title}</span>}
      >
        <Lede>{lede}</Lede>
      </Mast>
      {chosen === null ? null : <Choices {...props} />}
      <div class="stack">
        {chosen === null ? (
          <Empty>
            {firstKnownOn !== null && firstKnownOn > (here.asOf ?? here.today)
              ? say('statistics.series.knownFrom', {
                  asked: dayWords(language, here.asOf ?? here.today),
                  day: dayWords(language, firstKnownOn),
                })
              : say('statistics.series.noneYet')}
          </Empty>
        ) : (
          <>
            <SeriesTable {...props} chosen={chosen} words={words} />
            <p>
              <Link
                to={exploringAddress(exploringOf(series.code, breakdowns.length < 2 ? [] : [chosen.breakdown]))}
                language={language}
                here={here}
              >
                {say('statistics.explore.toExplorer')}
              </Link>
            </p>
            <NamesNote areas={new Set(observations.map(({ area }) => area))} say={say} />
            {props.drawn === null ? null : (
              <SideSection heading={say('statistics.explore.map')} id="map" wide>
                <AreaMap
                  id="map"
                  title={titleOf(props)}
                  series={series}
                  latest={props.latest}
                  names={props.areas}
                  drawn={props.drawn}
                  caption={say('statistics.explore.mapAbout')}
                  {...reader}
                />
              </SideSection>
            )}
          </>
        )}
        {props.groupFigures === null ? null : <GroupsSection {...props} found={props.groupFigures} />}
        <DefinitionSection {...props} />
        {breakdowns.length < 2 ? null : (
          <SideSection heading={say('statistics.breakdowns.heading')} about={say('statistics.breakdowns.about')}>
            <BreakdownTable {...props} />
          </SideSection>
        )}
        {parts.map((show) => show(say, language, here))}
        {source === null ? null : <SourceSection source={source} {...reader} />}
      </div>
      <Taking
        takes={
          chosen === null
            ? []
            : [
                {
                  heading: say('ui.cite.figures'),
                  files: filesOf(`/series/${series.code}/figures`, sameView(props)),
                },
                ...(props.drawn === null || props.latest.size === 0
                  ? []
                  : [
                      {
                        heading: say('ui.cite.map'),
                        chart: `/series/${series.code}/map${sameView(props)}`,
                        title: titleOf(props),
                        height: 760,
                      },
                    ]),
              ]
        }
        cite={{ title: titleOf(props), to: `/series/${series.code}${sameView(props)}` }}
        {...reader}
      />
    </Frame>
  )
}
