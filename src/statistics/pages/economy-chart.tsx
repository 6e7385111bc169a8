import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { ChartFigure, dayWords, LineChart, Link, SideSection, Wording } from '#ui'
import { groupPoints, ownPoints, UnitOf } from './area-parts.tsx'
import type { EconomyProps } from './economy.tsx'
import { areaAddress } from './figure.tsx'

/** One line of the economy with the groups beside it, all with the members of one day. */
export const EconomyChart: FC<Shown<EconomyProps> & { readonly chart: NonNullable<EconomyProps['chart']> }> = ({
  area,
  areas,
  chart: { line, context },
  say,
  language,
  here,
}) => {
  const { series, known, selection } = line
  const points = ownPoints(series, known).map(({ breakBefore, ...one }) => ({
    ...one,
    ...(breakBefore === undefined ? {} : { breakBefore: say('statistics.chart.break') }),
  }))
  const first = points[0]?.year ?? 0
  const last = Math.max(
    points.at(-1)?.year ?? 0,
    ...context.flatMap(({ figures }) => figures.flatMap(({ year, headline }) => (headline === null ? [] : [year]))),
  )
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
        <LineChart
          id="economy-line"
          title={say('statistics.chart.title', {
            series: wordsIn(language, series.names),
            area: wordsIn(language, area.names),
          })}
          points={points}
          scale={{ kind: 'percent' }}
          decimals={series.decimals}
          years={[Math.min(first, last - 1), last]}
          context={context.map(({ group, scheme, figures }) => ({
            label: scheme.world
              ? say('statistics.chart.worldShort')
              : wordsIn(language, areas.get(group)?.names ?? { en: group }),
            points: groupPoints(figures),
          }))}
          say={say}
          language={language}
        />
      </ChartFigure>
    </SideSection>
  )
}
