import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import { numberOf } from '#statistics/core'
import { ChartFigure, type MapValue, stepsOf, WorldMap } from '#ui'
import { isObserved } from '../core/measured-economies.ts'
import { chartTitle, drawnIn } from './measured-charts.tsx'
import { areaText, figureText, scaleOf } from './measured-parts.tsx'
import type { WithFigures } from './measured-world.tsx'

/** The latest figures of the economies on a map, where there are shapes to draw it with; the table of them stands below. */
export const EconomiesMap: FC<WithFigures> = ({ measured, figures, world, say, language }) => {
  if (world === undefined || world === null) return null
  const values = drawnIn(figures).flatMap((one): readonly MapValue[] =>
    isObserved(one)
      ? [
          {
            code: one.area,
            value: numberOf(one.value.value),
            words: `${areaText(measured, language, one.area)} ${figureText(language, figures.series, one.value.value)} (${one.year})`,
            place: measured.areas.get(one.area)?.point ?? null,
          },
        ]
      : [],
  )
  if (values.length === 0) return null
  const { source } = world
  return (
    <ChartFigure
      caption={
        <>
          {say('plan.measured.mapCaption')} {language === 'ar' ? `${say('ui.chart.ownDirection')} ` : ''}
          {source === null || source.caveat === null ? '' : wordsIn(language, source.caveat)}{' '}
          {source === null ? '' : <bdi lang="en">{source.credit}</bdi>}
        </>
      }
    >
      <WorldMap
        id="economies-map"
        title={say('plan.measured.chart.map', { measure: chartTitle(measured, language) })}
        world={world.world}
        values={values}
        steps={stepsOf(
          scaleOf(figures.series, language),
          values.map(({ value }) => value),
        )}
        say={say}
        language={language}
      />
    </ChartFigure>
  )
}
