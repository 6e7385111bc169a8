import type { FC } from 'hono/jsx'
import { plainDecimal, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import type { Observation } from '#statistics/core'
import { ChartFigure, type ChartGiven, dayWords, filesOf, LineChart, type Point, type Size, type Take } from '#ui'
import { drawnOf, isEstimate } from '../core/line.ts'
import { isOursDrawn, OurDrawing } from './aggregates.tsx'
import { areaAddress } from './figure.tsx'
import type { Reader } from './names.tsx'
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

type Drawn = AreaProps & Pick<Reader, 'say' | 'language'>

const titleOf = ({ series, area, say, language }: Drawn): string =>
  say('statistics.chart.title', { series: wordsIn(language, series.names), area: wordsIn(language, area.names) })

/** The line of the area, with that of the world behind it and projections after it. `only` is for a drawing that leaves the page. */
const AreaLine: FC<Drawn & { readonly only?: Size }> = (props) => {
  const { series, observations, world, only, say, language } = props
  const { observed, projections, breaks } = drawnOf(series, observations)
  const years: readonly [number, number] | undefined =
    observed.length < 2 ? undefined : [observed[0]?.year ?? 0, (projections.at(-1) ?? observed.at(-1))?.year ?? 0]
  const isShare = series.unit === 'PT' && observed.every(({ flag }) => flag === null)
  const centre = projections.length === 0 ? [] : [...observed.slice(-1), ...projections]
  return (
    <LineChart
      id="line"
      title={titleOf(props)}
      points={observed.flatMap((one) => pointOf(one, breaks.has(one.year) ? say('statistics.chart.break') : undefined))}
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
      {...(centre.length === 0 ? {} : { centre: centre.flatMap((one) => pointOf(one)) })}
      {...(only === undefined ? {} : { only })}
      say={say}
      language={language}
    />
  )
}

export const AreaChart: FC<Shown<AreaProps>> = (props) => {
  const { series, observations, areas, world, say, language } = props
  const { observed, projections } = drawnOf(series, observations)
  const worldWords = world === null ? '' : wordsIn(language, areas.get(world.area)?.names ?? { en: world.area })
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
      <AreaLine {...props} />
    </ChartFigure>
  )
}

const isOwnDrawn = ({ observations }: AreaProps): boolean => observations.some(({ value }) => value.kind === 'known')

/** The line, to leave the page with its heading and whose it is: ours where nobody else has one. Null where nothing is drawn. */
export const areaDrawn = (
  props: Drawn & { readonly asOf: Parameters<typeof dayWords>[1] },
): Pick<ChartGiven, 'drawing' | 'heading' | 'source'> | null => {
  const { computed, source, asOf, say, language } = props
  const release = source?.releases[0]
  const heading = titleOf(props)
  if (!isOwnDrawn(props))
    return computed === null || !isOursDrawn(computed)
      ? null
      : {
          heading,
          drawing: (only) => <OurDrawing {...props} line={computed} {...(only === undefined ? {} : { only })} />,
          source: say('statistics.chart.sourceOurs', { asOf: dayWords(language, asOf) }),
        }
  return {
    heading,
    drawing: (only) => <AreaLine {...props} {...(only === undefined ? {} : { only })} />,
    ...(source === null || release === undefined
      ? {}
      : {
          source: say('statistics.chart.source', {
            publisher: wordsIn(language, source.dataset.publisher),
            day: dayWords(language, release.knownOn),
            licence: source.dataset.licence.code.replace(/^CC-BY-/, 'CC BY '),
            asOf: dayWords(language, asOf),
          }),
        }),
  }
}

/** The figures and the line to take away. */
export const areaTakes = (props: Shown<AreaProps>): readonly Take[] => {
  const { series, area, chosen, computed, others, severalBreakdowns, say } = props
  const question = severalBreakdowns && chosen !== null ? chosen.breakdown : ''
  const [path = '', asked = ''] = areaAddress(series.code, area.code, question).split(/(?=\?)/)
  const isDrawn = isOwnDrawn(props) || (computed !== null && isOursDrawn(computed))
  return [
    ...(others.length === 0 ? [] : [{ heading: say('ui.cite.figures'), files: filesOf(`${path}/figures`) }]),
    ...(isDrawn ? [{ heading: say('ui.cite.chart'), chart: `${path}/chart${asked}`, title: titleOf(props) }] : []),
  ]
}
