import type { FC } from 'hono/jsx'
import { type Language, plainDecimal, wordsIn } from '#kernel'
import type { Say } from '#platform'
import { numberOf, type Observation } from '#statistics/core'
import { DotPile, LineChart, type PileDot, type Size, signsOf } from '#ui'
import type { Figures, Measured } from '../core/measured.ts'
import { nameOfLine } from '../core/measured-choice.ts'
import { isObserved } from '../core/measured-economies.ts'
import { benchmarkNumber, chartBenchmark, isDrawn } from './measured-benchmark.tsx'
import { medianText, pointsOf, scaleOf, yearsText } from './measured-parts.tsx'

export type DrawnProps = {
  readonly measured: Measured
  readonly figures: Figures
  readonly say: Say
  readonly language: Language
  readonly only?: Size
}

/** What a chart shows: the measure, and the line of it where one was chosen. */
export const chartTitle = ({ choice, figures }: Measured, language: Language): string => {
  const name = nameOfLine(choice, figures?.series ?? null)
  if (name === null) return ''
  const words = wordsIn(language, name.words)
  return name.part === null ? words : `${words} (${wordsIn(language, name.part)})`
}

/** The unit as a caption has it. */
export const unitText = ({ choice }: Measured, language: Language): string =>
  choice.measure === null ? '' : wordsIn(language, choice.measure.measure.unit)

/** What is measured, and in what. */
export const titleWithUnit = (measured: Measured, language: Language): string =>
  `${chartTitle(measured, language)}${signsOf(language).comma}${unitText(measured, language)}`

/** The custodian's own figures for the world, with the benchmark that was chosen. */
export const WorldChart: FC<DrawnProps> = ({ measured, figures, say, language, only }) => {
  const benchmark = chartBenchmark(measured, say, language)
  return (
    <LineChart
      id="world"
      title={say('plan.measured.chart.world', { measure: chartTitle(measured, language) })}
      points={pointsOf(figures.world, say)}
      scale={scaleOf(figures.series, language)}
      decimals={figures.series.decimals}
      {...(benchmark === null ? {} : { benchmark })}
      {...(only === undefined ? {} : { only })}
      say={say}
      language={language}
    />
  )
}

/** The last values of the economies that can be judged: observed, and inside the plausible range. */
export const drawnIn = ({ economies }: Figures): readonly Observation[] =>
  economies.flatMap(({ latest }) => (isObserved(latest) && latest.flag === null ? [latest] : []))

/** Those that stand at the benchmark or beyond it; null when it cannot be said. */
export const reachedIn = ({ choice }: Measured, figures: Figures): ReadonlySet<string> | null => {
  const asks = choice.benchmark?.benchmark.asks
  if (asks === undefined || asks === null || !isDrawn(figures.fit)) return null
  const { comparator, value } = asks
  return new Set(
    drawnIn(figures).flatMap((one) => {
      if (!isObserved(one)) return []
      const number = numberOf(one.value.value)
      const { bound } = one.value.value
      const reaches =
        (comparator === 'at-least' && number >= value && bound !== '<') ||
        (comparator === 'more-than' && (number > value || (number === value && bound === '>')) && bound !== '<') ||
        (comparator === 'at-most' && number <= value && bound !== '>') ||
        (comparator === 'equal' && number === value && bound === null)
      return reaches ? [one.area as string] : []
    }),
  )
}

/** One dot for each economy; darker where it stands at the benchmark. */
export const EconomiesPile: FC<DrawnProps> = ({ measured, figures, say, language, only }) => {
  const { series, distribution } = figures
  const reached = reachedIn(measured, figures)
  const dots: readonly PileDot[] = drawnIn(figures).flatMap((one) =>
    isObserved(one)
      ? [{ value: plainDecimal(one.value.value.decimal), tone: reached?.has(one.area) === true ? 'strong' : 'plain' }]
      : [],
  )
  const benchmark = choiceLimit(measured, figures, language)
  const middle = medianText(language, series, distribution.median)
  const limit =
    benchmark ??
    (distribution.median === null || middle === null
      ? null
      : {
          value: plainDecimal(distribution.median.decimal),
          label: say('plan.measured.chart.median', { value: middle }),
        })
  const years = distribution.years
  return (
    <DotPile
      id="economies-pile"
      title={say('plan.measured.chart.economies', {
        measure: chartTitle(measured, language),
        years: years === null ? '' : yearsText(years),
      })}
      dots={dots}
      scale={scaleOf(series, language)}
      {...(limit === null ? {} : { limit })}
      {...(only === undefined ? {} : { only })}
      say={say}
      language={language}
    />
  )
}

const choiceLimit = (
  { choice }: Measured,
  figures: Figures,
  language: Language,
): { readonly value: string; readonly label: string } | null => {
  const benchmark = choice.benchmark?.benchmark
  if (benchmark === undefined || benchmark.asks === null || !isDrawn(figures.fit)) return null
  return { value: String(benchmark.asks.value), label: benchmarkNumber(language, benchmark) ?? '' }
}
