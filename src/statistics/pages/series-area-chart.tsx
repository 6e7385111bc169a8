import type { FC } from 'hono/jsx'
import { plainDecimal, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import type { Observation } from '#statistics/core'
import { ChartFigure, LineChart, type Point } from '#ui'
import { drawnOf, isEstimate } from '../core/line.ts'
import type { AreaProps } from './series-area.tsx'

const pointOf = (one: Observation, breakBefore?: string): readonly Point[] =>
  one.value.kind === 'missing'
    ? []
    : [
        {
          year: one.year,
          value: plainDecimal(one.value.value.decimal),
          ...(one.value.value.bound === null ? {} : { bound: one.value.value.bound }),
          ...(isEstimate(one) ? { estimate: true } : {}),
          ...(breakBefore === undefined ? {} : { breakBefore }),
        },
      ]

export const AreaChart: FC<Shown<AreaProps>> = ({ series, observations, area, areas, world, say, language }) => {
  const { observed, projections, breaks } = drawnOf(series, observations)
  const points = observed.flatMap((one) =>
    pointOf(one, breaks.has(one.year) ? say('statistics.chart.break') : undefined),
  )
  const worldWords = world === null ? '' : wordsIn(language, areas.get(world.area)?.names ?? { en: world.area })
  const years: readonly [number, number] | undefined =
    observed.length < 2 ? undefined : [observed[0]?.year ?? 0, (projections.at(-1) ?? observed.at(-1))?.year ?? 0]
  const isShare = series.unit === 'PT' && observed.every(({ flag }) => flag === null)
  return (
    <ChartFigure
      caption={
        <>
          {say('statistics.chart.caption')}
          {world === null ? '' : ` ${say('statistics.chart.world', { name: worldWords })}`}
          {observed.some(isEstimate) ? ` ${say('statistics.chart.estimates')}` : ''}
          {projections.length === 0 ? '' : ` ${say('statistics.chart.projections')}`}
          {language === 'ar' ? ` ${say('ui.chart.ownDirection')}` : ''}
        </>
      }
    >
      <LineChart
        id="line"
        title={say('statistics.chart.title', {
          series: wordsIn(language, series.names),
          area: wordsIn(language, area.names),
        })}
        points={points}
        scale={isShare ? { kind: 'percent' } : { kind: 'plain', unit: wordsIn(language, series.unitNames) }}
        decimals={series.decimals}
        {...(years === undefined ? {} : { years })}
        {...(world === null
          ? {}
          : {
              context: [
                {
                  label: say('statistics.chart.worldShort'),
                  points: world.observations.flatMap((one) => pointOf(one)),
                },
              ],
            })}
        {...(projections.length === 0
          ? {}
          : { centre: [...observed.slice(-1), ...projections].flatMap((one) => pointOf(one)) })}
        say={say}
        language={language}
      />
    </ChartFigure>
  )
}
