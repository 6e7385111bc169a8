import type { FC } from 'hono/jsx'
import { type Day, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { ChartFigure, type ChartGiven, dayWords, LineChart, Link, SideSection, type Size, Wording } from '#ui'
import { groupPoints, ownPoints, UnitOf } from './area-parts.tsx'
import type { EconomyProps } from './economy.tsx'
import { areaAddress } from './figure.tsx'
import type { Reader } from './names.tsx'

type Chart = NonNullable<EconomyProps['chart']>
type DrawnProps = Pick<EconomyProps, 'area' | 'areas'> & Pick<Reader, 'say' | 'language'> & { readonly chart: Chart }

export const titleOf = ({ chart: { line }, area, say, language }: DrawnProps): string =>
  say('statistics.chart.title', {
    series: wordsIn(language, line.series.names),
    area: wordsIn(language, area.names),
  })

/** The line of the economy with those of the groups beside it. `only` is for a drawing that leaves the page. */
const EconomyLine: FC<DrawnProps & { readonly only?: Size }> = (props) => {
  const { areas, chart, only, say, language } = props
  const { line, context } = chart
  const points = ownPoints(line.series, line.known).map(({ breakBefore, ...one }) => ({
    ...one,
    ...(breakBefore === undefined ? {} : { breakBefore: say('statistics.chart.break') }),
  }))
  const first = points[0]?.year ?? 0
  const last = Math.max(
    points.at(-1)?.year ?? 0,
    ...context.flatMap(({ figures }) => figures.flatMap(({ year, headline }) => (headline === null ? [] : [year]))),
  )
  return (
    <LineChart
      id="economy-line"
      title={titleOf(props)}
      points={points}
      scale={{ kind: 'percent' }}
      decimals={line.series.decimals}
      years={[Math.min(first, last - 1), last]}
      context={context.map(({ group, scheme, figures }) => ({
        label: scheme.world
          ? say('statistics.chart.worldShort')
          : wordsIn(language, areas.get(group)?.names ?? { en: group }),
        points: groupPoints(figures),
      }))}
      {...(only === undefined ? {} : { only })}
      say={say}
      language={language}
    />
  )
}

/** The drawing, to leave its page with its heading and whose it is; null where the page has none. */
export const economyDrawn = (
  props: Omit<DrawnProps, 'chart'> & Pick<EconomyProps, 'chart' | 'sources'> & { readonly asOf: Day },
): Pick<ChartGiven, 'drawing' | 'heading' | 'source'> | null => {
  const { chart, sources, asOf, say, language } = props
  if (chart === null) return null
  const own = sources.filter(({ dataset }) => dataset.code === chart.line.series.dataset)
  return {
    drawing: (only) => <EconomyLine {...props} chart={chart} {...(only === undefined ? {} : { only })} />,
    heading: titleOf({ ...props, chart }),
    source: [
      say('statistics.economy.chartContext', { day: dayWords(language, asOf) }),
      ...own.map(({ dataset }) => dataset.credit),
      say('statistics.chart.madeHere', { asOf: dayWords(language, asOf) }),
    ],
  }
}

/** One line of the economy with the groups beside it, all with the members of one day. */
export const EconomyChart: FC<Shown<EconomyProps> & { readonly chart: Chart }> = (props) => {
  const { area, chart, say, language, here } = props
  const { series, selection } = chart.line
  return (
    <SideSection
      id="line"
      heading={
        <Link to={areaAddress(series.code, area.code, selection.breakdown)} language={language} here={here}>
          <Wording words={series.names} language={language} />
        </Link>
      }
      about={<UnitOf series={series} language={language} />}
    >
      <ChartFigure
        caption={
          <>
            {say('statistics.chart.caption')}{' '}
            {say('statistics.economy.chartContext', { day: dayWords(language, here.asOf ?? here.today) })}
            {language === 'ar' ? ` ${say('ui.chart.ownDirection')}` : ''}
          </>
        }
      >
        <EconomyLine {...props} />
      </ChartFigure>
    </SideSection>
  )
}
