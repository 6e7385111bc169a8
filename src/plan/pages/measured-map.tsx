import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import { numberOf } from '#statistics/core'
import { ChartFigure, type MapValue, type Size, stepsOf, WorldMap } from '#ui'
import { isObserved } from '../core/measured-economies.ts'
import type { DrawnWorld } from '../neighbours/statistics.ts'
import { chartTitle, drawnIn } from './measured-charts.tsx'
import { areaText, figureText, scaleOf } from './measured-parts.tsx'
import type { WithFigures } from './measured-world.tsx'

type MapProps = Pick<WithFigures, 'measured' | 'figures' | 'say' | 'language'> & { readonly world: DrawnWorld }

const valuesOf = ({ measured, figures, language }: MapProps): readonly MapValue[] =>
  drawnIn(figures).flatMap((one): readonly MapValue[] =>
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

/** The map alone, for the page and for a file. */
export const EconomiesMapDrawing: FC<MapProps & { readonly only?: Size }> = (props) => {
  const { measured, figures, world, only, say, language } = props
  const values = valuesOf(props)
  return (
    <WorldMap
      id="economies-map"
      title={say('plan.measured.chart.map', { measure: chartTitle(measured, language) })}
      world={world.world}
      values={values}
      steps={stepsOf(
        scaleOf(figures.series, language),
        values.map(({ value }) => value),
      )}
      {...(only === undefined ? {} : { only })}
      say={say}
      language={language}
    />
  )
}

/** What the map shows and does not mean, and whose its shapes are. */
export const mapWords = ({ world: { source }, say, language }: Pick<MapProps, 'world' | 'say' | 'language'>) => ({
  about: [
    say('plan.measured.mapCaption'),
    ...(language === 'ar' ? [say('ui.chart.ownDirection')] : []),
    ...(source === null || source.caveat === null ? [] : [wordsIn(language, source.caveat)]),
  ],
  credit: source?.credit ?? null,
})

/** The latest figures of the economies on a map, where there are shapes to draw it with; the table of them stands below. */
export const EconomiesMap: FC<WithFigures> = ({ world, ...props }) => {
  if (world === undefined || world === null) return null
  const own = { ...props, world }
  if (valuesOf(own).length === 0) return null
  const { about, credit } = mapWords(own)
  return (
    <ChartFigure
      caption={
        <>
          {about.join(' ')} {credit === null ? '' : <bdi lang="en">{credit}</bdi>}
        </>
      }
    >
      <EconomiesMapDrawing {...own} />
    </ChartFigure>
  )
}
