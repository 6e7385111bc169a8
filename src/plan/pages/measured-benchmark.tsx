import type { Child, FC } from 'hono/jsx'
import { type Language, type Words, wordsIn } from '#kernel'
import type { Say } from '#platform'
import { type Benchmark as ChartBenchmark, Fig, figure, percentSign, Wording } from '#ui'
import { type Benchmark, type BenchmarkComparator, isWhole } from '../core/benchmark.ts'
import type { BenchmarkFit, Measured } from '../core/measured.ts'
import { isOfGap } from '../core/measured-choice.ts'

const comparatorKeys: Readonly<Record<BenchmarkComparator, string>> = {
  'at-least': 'atLeast',
  'more-than': 'moreThan',
  'at-most': 'atMost',
  equal: 'equal',
}

const isShare = (unit: Words | null): boolean => unit !== null && /^\s*%/.test(unit.en)

/** The number of a benchmark: "95 %", "at most 0 cases" without the comparator. Null where it has none. */
export const benchmarkNumber = (language: Language, { asks, unit }: Benchmark): string | null => {
  if (asks === null) return null
  const text = figure(language, String(asks.value))
  return isShare(unit) ? `${text}${percentSign(language)}` : text
}

/** The number with its unit where that is not per cent: "0 cases". */
const numberInUnit = (language: Language, benchmark: Benchmark): string | null => {
  const number = benchmarkNumber(language, benchmark)
  if (number === null) return null
  const own = language === 'ar' ? `\u2066${number}\u2069` : number
  if (benchmark.unit === null || isShare(benchmark.unit)) return own
  const unit = wordsIn(language, benchmark.unit)
  // Units stand in the nominative; after a number Russian and Arabic would bend them.
  if (language === 'ru' || language === 'ar') return `${own} (${unit})`
  return `${own}${language === 'zh' ? '' : ' '}${unit}`
}

/** A note as a sentence: content gives some without a capital and without a stop. */
const sentence = (language: Language, words: Words): string => {
  const text = wordsIn(language, words)
  const stop = /[.!?。？！؟]$/.test(text) ? '' : language === 'zh' ? '。' : '.'
  return `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}${stop}`
}

/** "at least 95 %": the comparator in words. */
export const asksText = (say: Say, language: Language, benchmark: Benchmark): string | null => {
  const number = numberInUnit(language, benchmark)
  if (number === null || benchmark.asks === null) return null
  return say('plan.measured.benchmark.asks', {
    comparator: isWhole(benchmark.asks, isShare(benchmark.unit)) ? 'equal' : comparatorKeys[benchmark.asks.comparator],
    number,
  })
}

export const isDrawn = (fit: BenchmarkFit): boolean => fit === 'same' || fit === 'near'

/** A benchmark in a list of choices: what it asks and what kind it is. */
export const benchmarkOption = (say: Say, language: Language, benchmark: Benchmark): string => {
  const number = numberInUnit(language, benchmark)
  const kindShort = say('plan.measured.benchmark.kindShort', { kind: benchmark.kind })
  return number === null
    ? say('plan.measured.benchmark.noNumber')
    : say('plan.measured.benchmark.option', { number, kindShort })
}

/** The benchmark as a chart takes it; null when it cannot be drawn beside these figures. */
export const chartBenchmark = ({ choice, figures }: Measured, say: Say, language: Language): ChartBenchmark | null => {
  const benchmark = choice.benchmark?.benchmark
  if (benchmark === undefined || benchmark.asks === null || figures === null || !isDrawn(figures.fit)) return null
  const number = benchmarkNumber(language, benchmark) ?? ''
  return {
    value: String(benchmark.asks.value),
    year: benchmark.by,
    label: say('plan.measured.benchmark.by', { number, year: String(benchmark.by) }),
    about: say('plan.measured.benchmark.kindShort', { kind: benchmark.kind }),
  }
}

type TextProps = { readonly measured: Measured; readonly say: Say; readonly language: Language }

/** A benchmark that is about a gap and not about a level: in points beside a share. */
export const isAboutGap = ({ choice: { benchmark, measure } }: Measured): boolean =>
  benchmark !== null && measure !== null && isOfGap(benchmark.benchmark, measure.measure)

const heldKey = (measured: Measured): string => {
  if (isAboutGap(measured)) return 'plan.measured.heldGap'
  return measured.figures?.fit === 'other-unit' ? 'plan.measured.heldOther' : 'plan.measured.held'
}

/** What the text asks, and what it is held against on this page: never shown as the text's own number. */
export const BenchmarkSentence: FC<TextProps> = ({ measured, say, language }) => {
  const { element, edition, choice } = measured
  const benchmark = choice.benchmark?.benchmark
  const asks = benchmark === undefined ? null : asksText(say, language, benchmark)
  return (
    <>
      {element.quantity !== null && element.quantity.value === null
        ? say('plan.measured.noNumber', { state: edition.state })
        : null}{' '}
      {benchmark === undefined || asks === null
        ? null
        : say.rich(heldKey(measured), {
            asks: (
              <b>
                <bdi>{asks}</bdi>
              </b>
            ),
            kind: say('plan.measured.benchmark.kind', { kind: benchmark.kind }),
          })}
    </>
  )
}

/** Where the benchmark is from, and how it goes with the figures: under a chart. */
export const BenchmarkNote: FC<TextProps> = ({ measured, say, language }) => {
  const { choice, figures } = measured
  const benchmark = choice.benchmark?.benchmark
  if (benchmark === undefined || benchmark.asks === null || figures === null) return null
  const source: Child = <Wording words={benchmark.source} language={language} />
  const units = (key: string): Child =>
    say.rich(key, {
      benchmark: benchmark.unit === null ? '' : <Wording words={benchmark.unit} language={language} />,
      measure: choice.measure === null ? '' : <Wording words={choice.measure.measure.unit} language={language} />,
    })
  return (
    <>
      {say.rich('plan.measured.benchmark.source', {
        asks: <bdi>{asksText(say, language, benchmark)}</bdi>,
        year: <Fig>{String(benchmark.by)}</Fig>,
        source,
      })}{' '}
      {benchmark.note === null ? null : <bdi>{sentence(language, benchmark.note)}</bdi>}{' '}
      {figures.fit === 'near' ? units('plan.measured.benchmark.near') : null}
      {figures.fit === 'other-unit' ? units('plan.measured.benchmark.otherUnit') : null}
    </>
  )
}
