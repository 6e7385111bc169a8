import type { Child, FC } from 'hono/jsx'
import { type Language, wordsIn } from '#kernel'
import type { Here, Say } from '#platform'
import type { Selection } from '#statistics/core'
import { Fig, figure, hrefOf, percentSign, range, type Standing, Wording } from '#ui'
import type { AreasIn } from '../areas.ts'
import type { Answer } from '../assessing.ts'
import { world } from '../bases.ts'
import { type Assessment, chanceInSigns, decimalsFor, roundedTo, type Status, type Unit } from '../core/index.ts'
import type { Hypothesis } from '../hypothesis.ts'

export type Reader = { readonly say: Say; readonly language: Language; readonly here: Here }
export type Part = Reader & { readonly hypothesis: Hypothesis }

/** A value as it is printed in tables: rounded once, with the decimals of its unit, without a sign of its unit. */
export const bare = (language: Language, value: number, unit: Unit): string => {
  const decimals = decimalsFor(value, unit)
  return figure(language, roundedTo(value, decimals).toFixed(decimals))
}

/** The same in a sentence: per cent carries its sign. */
export const valued = (language: Language, value: number, unit: Unit): string =>
  `${bare(language, value, unit)}${unit === 'percent' ? percentSign(language) : ''}`

/** A typed or printed number: no more decimals than it was given. */
export const numbered = (language: Language, value: number, unit: Unit): string =>
  `${figure(language, value.toFixed(Math.min(6, String(value).split('.')[1]?.length ?? 0)))}${unit === 'percent' ? percentSign(language) : ''}`

/** From low to high, with the decimals that the larger of them has. */
export const between = (
  language: Language,
  low: number,
  high: number,
  unit: Unit,
  decimals = unit === 'percent' ? 0 : decimalsFor(Math.max(Math.abs(low), Math.abs(high)), unit),
): string => {
  const text = (value: number) => roundedTo(value, decimals).toFixed(decimals)
  return range(language, text(low), text(high))
}

/** A difference with its sign: a true minus, and a plus that says which way. */
export const signed = (language: Language, value: number, decimals = 1): string => {
  const text = figure(language, roundedTo(value, decimals).toFixed(decimals))
  return roundedTo(value, decimals) > 0 ? `+${text}` : text.replace(/^\u2212(0(?:[.,]0+)?)$/, '$1')
}

/** A chance as it may be shown, with the sign of per cent as the language sets it. */
export const chanceText = (language: Language, p: number): string =>
  chanceInSigns(p).replace(' %', percentSign(language))

const standing: Readonly<Record<Status, Standing>> = {
  met: 'met',
  likely: 'likely',
  uncertain: 'uncertain',
  unlikely: 'unlikely',
  'moving away': 'away',
  'not assessed': 'na',
}

export const standingOf = ({ status }: Pick<Assessment, 'status'>): Standing => standing[status]

/** Where an area is named: the world in the reader's words, others by their name, or by their code where they have none. */
export const areaText = ({ all }: Pick<AreasIn, 'all'>, code: string, { say, language }: Reader): string => {
  if (code === world) return say('progress.asking.world')
  const names = all.get(code)?.names
  return names === undefined ? code : wordsIn(language, names)
}

export const AreaName: FC<Reader & { readonly areas: AreasIn; readonly code: string }> = ({
  areas,
  code,
  ...reader
}) => {
  const names = areas.all.get(code)?.names
  if (code === world) return <>{reader.say('progress.asking.world')}</>
  return names === undefined ? <Fig>{code}</Fig> : <Wording words={names} language={reader.language} />
}

export type ViewQuestion = Hypothesis['question'] & {
  readonly status?: string | undefined
  readonly sort?: string | undefined
}

/** The same page with another question; what is not asked is left out, so that one view has one address. */
export const viewTo = (
  { path, question }: Pick<Hypothesis, 'path' | 'question'>,
  but: ViewQuestion = {},
  file = '',
): string => {
  const all: ViewQuestion = { ...question, ...but }
  const pairs = (['area', 'line', 'number', 'by', 'status', 'sort'] as const).flatMap((name) => {
    const value = all[name]
    return value === undefined || value === '' || (name === 'area' && value === world) ? [] : [[name, value]]
  })
  const asked = new URLSearchParams(pairs)
  return `${path}${file}${asked.size === 0 ? '' : `?${asked}`}`
}

/** The line that figures are of; null where nothing is measured. */
export type LineOf = { readonly selection: Selection } | null

/** A link to the series page of one area, where its figure is from. */
export const areaSeriesTo = ({ line }: { readonly line: LineOf }, area: string): string => {
  const { series = '', breakdown = '' } = line?.selection ?? {}
  const question = breakdown === '' ? '' : `?${new URLSearchParams({ breakdown })}`
  return `/series/${series}/${encodeURIComponent(area)}${question}`
}

/** One published cell with its revisions, its release and its source. */
export const cellTo = ({ series, breakdown }: Selection, area: string, year: number): string =>
  `/observations?${new URLSearchParams({ series, area, year: String(year), ...(breakdown === '' ? {} : { breakdown }) })}`

/** How a figure of ours came about, member by member. */
export const explainTo = ({ series, breakdown }: Selection, group: string, year: number): string =>
  `/explain?${new URLSearchParams({ series, ...(breakdown === '' ? {} : { breakdown }), group, year: String(year) })}`

/** Where the value that an answer knows of a year is from: its cell, or the members of a line of ours. */
export const derivationTo = ({ ask, area, line }: Pick<Answer, 'ask' | 'area' | 'line'>, year: number): string =>
  line === 'computed' ? explainTo(ask.selection, area, year) : cellTo(ask.selection, area, year)

/** A figure that leads to where it is from. */
export const FigureTo: FC<Reader & { readonly to: string; readonly children: Child }> = ({
  to,
  language,
  here,
  children,
}) => (
  <a href={hrefOf(language, here, to)}>
    <Fig>{children}</Fig>
  </a>
)
