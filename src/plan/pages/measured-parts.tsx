import type { Child, FC } from 'hono/jsx'
import { decimalsShown, type Language, plainDecimal, type Words, wordsIn } from '#kernel'
import type { Here, Say, Shown } from '#platform'
import { type Figure, numberOf, type Observation, type Selection, type Series } from '#statistics/core'
import { censored, Fig, figure, Link, type Point, percentSign, type Scale, Wording } from '#ui'
import { isComputed } from '../core/glance-figures.ts'
import type { Chosen, Measured, PathPoint } from '../core/measured.ts'
import { questionOf } from '../core/measured-choice.ts'
import type { DrawnWorld } from '../neighbours/statistics.ts'

export type Part = Shown<{
  readonly measured: Measured
  /** Shapes to draw a map with; null where the content brings none. */
  readonly world?: DrawnWorld | null
}>

/** Who reads what: what every small part needs. */
export type Reader = { readonly say: Say; readonly language: Language; readonly here: Here }

/** The same page with another choice; what is usual is left out of the address. */
export const viewTo = ({ path, choice }: Measured, but: Partial<Chosen> = {}, fragment = ''): string => {
  const question = new URLSearchParams(
    Object.entries(questionOf(choice, but)).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  return `${path}${question.size === 0 ? '' : `?${question}`}${fragment}`
}

/** One cell with its revisions; of a figure that is computed here, the line of its group, with what it is made of. */
export const cellTo = (observation: Observation): string => {
  const { series, area, year, breakdown } = observation
  if (isComputed(observation))
    return `/series/${series}/${encodeURIComponent(area)}${breakdown === '' ? '' : `?${new URLSearchParams({ breakdown })}`}`
  return `/observations?${new URLSearchParams({ series, area, year: String(year), ...(breakdown === '' ? {} : { breakdown }) })}`
}

/** All areas and years of a selection, with its releases and whose they are. */
export const seriesTo = ({ series, breakdown }: Selection): string =>
  `/series/${series}${breakdown === '' ? '' : `?${new URLSearchParams({ breakdown })}`}`

/** Whether the unit is per cent, which is written at the figure; other units stand in heads and captions. */
export const isPercent = ({ unit }: Pick<Series, 'unit'>): boolean => unit === 'PT'

export const scaleOf = (series: Series, language: Language): Scale =>
  isPercent(series) ? { kind: 'percent' } : { kind: 'plain', unit: wordsIn(language, series.unitNames) }

/** A published figure as the language writes it, at the decimals of its series; the published digits are a click away. */
export const figureText = (language: Language, series: Series, { decimal, bound }: Figure): string => {
  const plain = plainDecimal(decimal)
  const decimals = decimalsShown(plain, series.decimals)
  const text = bound === null ? figure(language, plain, decimals) : censored(language, bound, plain, decimals)
  return isPercent(series) ? `${text}${percentSign(language)}` : text
}

/** The same without the sign of per cent: for columns whose head has it. */
export const bareText = (language: Language, series: Series, { decimal, bound }: Figure): string => {
  const plain = plainDecimal(decimal)
  const decimals = decimalsShown(plain, series.decimals)
  return bound === null ? figure(language, plain, decimals) : censored(language, bound, plain, decimals)
}

/** A difference with its sign; a true minus, and a plus that says which way. */
export const signedText = (language: Language, series: Series, decimal: string): string => {
  const text = figure(language, plainDecimal(decimal), series.decimals)
  return Number(Number(decimal).toFixed(series.decimals)) > 0
    ? `+${text}`
    : text.replace(/^\u2212(0(?:[.,]0+)?)$/, '$1')
}

/** A figure that leads to where it is from. */
export const CellFigure: FC<
  Reader & { readonly observation: Observation; readonly series: Series; readonly bare?: boolean }
> = ({ observation, series, bare = false, say, language, here }) =>
  observation.value.kind === 'missing' ? (
    <Link to={cellTo(observation)} language={language} here={here}>
      {say(`ui.missing.${observation.value.reason}`)}
    </Link>
  ) : (
    <Link to={cellTo(observation)} language={language} here={here}>
      <Fig>{(bare ? bareText : figureText)(language, series, observation.value.value)}</Fig>
    </Link>
  )

/** A figure that was computed here; it leads to the series it is made of. */
export const SeriesFigure: FC<
  Reader & { readonly figure: Figure; readonly series: Series; readonly selection: Selection }
> = ({ figure: value, series, selection, language, here }) => (
  <Link to={seriesTo(selection)} language={language} here={here}>
    <Fig>{figureText(language, series, value)}</Fig>
  </Link>
)

/** A unit after a figure that does not carry it already, as the measure words it: nothing for per cent. */
export const UnitAfter: FC<{ readonly measured: Measured; readonly language: Language }> = ({
  measured: { choice, figures },
  language,
}) =>
  figures === null || choice.measure === null || isPercent(figures.series) ? null : (
    <>
      {language === 'zh' ? '' : ' '}
      <Wording words={choice.measure.measure.unit} language={language} />
    </>
  )

/** The name of an economy or group; its code where it has none. */
export const AreaName: FC<{ readonly measured: Measured; readonly code: string; readonly language: Language }> = ({
  measured,
  code,
  language,
}) => {
  const area = measured.areas.get(code)
  return area === undefined ? <Fig>{code}</Fig> : <Wording words={area.names} language={language} />
}

/** The same as a link to everything that is known of it. */
export const AreaLink: FC<
  Pick<Reader, 'language' | 'here'> & { readonly measured: Measured; readonly code: string }
> = ({ measured, code, language, here }) => (
  <Link to={`/areas/${code}`} language={language} here={here}>
    <AreaName measured={measured} code={code} language={language} />
  </Link>
)

export const areaText = ({ areas }: Measured, language: Language, code: string): string => {
  const names = areas.get(code)?.names
  return names === undefined ? code : wordsIn(language, names)
}

/** Names in a row, as the language joins them. */
export const listed = (language: Language, all: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(all)

/** Figures, ranges and codes inside Arabic words keep their own direction. */
export const isolated = (language: Language, text: string): string => (language === 'ar' ? `\u2066${text}\u2069` : text)

/** Years that figures are of: one, or from the first to the last. */
export const yearsText = (years: readonly [number, number]): string =>
  years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`

const madeUp: ReadonlySet<string | null> = new Set(['E', 'M'])

/** Points for a chart. An estimate is hollow, a break says that the definition changed. */
export const pointsOf = (path: readonly PathPoint[], say: Say): readonly Point[] =>
  path.flatMap(({ observation: { year, value, nature }, breakBefore }) =>
    value.kind === 'missing'
      ? []
      : [
          {
            year,
            value: plainDecimal(value.value.decimal),
            ...(value.value.bound === null ? {} : { bound: value.value.bound }),
            ...(madeUp.has(nature) ? { estimate: true } : {}),
            ...(breakBefore ? { breakBefore: say('plan.measured.break', { year: String(year) }) } : {}),
          },
        ],
  )

/** How a value came about, in the words of its list; its code where the list has none. */
export const NatureWords: FC<{
  readonly natures: Measured['natures']
  readonly nature: string | null
  readonly language: Language
}> = ({ natures, nature, language }) => {
  if (nature === null) return null
  const code = natures?.codes.find((one) => one.code === nature)
  return code === undefined ? <Fig>{nature}</Fig> : <Wording words={code.names} language={language} />
}

/** How a value came about and what its publisher notes: the words under a row. */
export const remarksOf = (
  { natures }: Measured,
  { nature, status, flag }: Observation,
  { say, language }: Pick<Reader, 'say' | 'language'>,
  shared: string | null = null,
): readonly Child[] => [
  ...(flag === null ? [] : [<b>{say('plan.measured.outsideRange')}</b>]),
  ...(nature === null || nature === shared
    ? []
    : [<NatureWords natures={natures} nature={nature} language={language} />]),
  ...(status === 'B' ? [say('plan.measured.breakBefore')] : []),
]

/** Children with a sign between them. */
export const joined = (all: readonly Child[], between = ' · '): Child =>
  all.map((one, index) => (
    <>
      {index === 0 ? null : between}
      {one}
    </>
  ))

/** The words of a measure or a line of it, in the reader's language. */
export const wordsText = (language: Language, words: Words): string => wordsIn(language, words)

/** The middle of the figures, as text for a chart; null when there is none. */
export const medianText = (language: Language, series: Series, median: Figure | null): string | null =>
  median === null || Number.isNaN(numberOf(median)) ? null : figureText(language, series, median)
