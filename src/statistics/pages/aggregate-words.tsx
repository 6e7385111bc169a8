import type { Child } from 'hono/jsx'
import { decimalsShown, type Language, plainDecimal, type Words, wordsIn } from '#kernel'
import type { Say } from '#platform'
import { type Judged, type Method, numberOf, type Selection, type Series } from '#statistics/core'
import { figure, percent } from '#ui'
import type { Composed, GroupFigure, GroupFigures } from '../aggregates.ts'
import { signOf } from './figure.tsx'
import type { Reader } from './names.tsx'

/** The address of one figure of a group with its members. */
export const explainAddress = (
  { series, breakdown }: Selection,
  group: string,
  year: number,
  composed: Composed = 'then',
): string =>
  `/explain?${new URLSearchParams({
    series,
    ...(breakdown === '' ? {} : { breakdown }),
    group,
    year: String(year),
    ...(composed === 'then' ? {} : { composed }),
  })}`

/** A computed number as its series displays it. */
export const computedWords = (language: Language, value: number, decimals: number): string => {
  const text = plainDecimal(String(value))
  return figure(language, text, decimalsShown(text, decimals))
}

export const partWords = (language: Language, share: number): string =>
  percent(language, plainDecimal(String(100 * share)), 0)

export const labelWords = (say: Say, { label }: Judged): string =>
  say(`statistics.aggregate.label.${label === 'not shown' ? 'not-shown' : label}`)

/** How the figure of a group comes from those of its members, in one sentence. */
export const methodWords = (
  { say, language }: Pick<Reader, 'say' | 'language'>,
  method: Method,
  nameOf: (series: string) => Words,
): string => {
  const name = ({ series }: Selection): string => wordsIn(language, nameOf(series))
  switch (method.kind) {
    case 'weighted-mean':
      return say('statistics.aggregate.method.weighted-mean', { weight: name(method.weight) })
    case 'sum':
      return method.weight === null
        ? say('statistics.aggregate.method.sum')
        : say('statistics.aggregate.method.sumBy', { weight: name(method.weight) })
    case 'ratio-of-sums':
      return say('statistics.aggregate.method.ratio-of-sums', {
        numerator: name(method.numerator),
        weight: name(method.denominator),
        times: computedWords(language, method.times, 0),
      })
    case 'count':
    case 'share':
      return say(`statistics.aggregate.method.${method.kind}`, {
        passes: say(`statistics.aggregate.passes.${method.passes}`),
        threshold: figure(language, plainDecimal(String(method.threshold))),
      })
    case 'none':
      return say('statistics.aggregate.none', { reason: wordsIn(language, method.reason) })
    default:
      return say(`statistics.aggregate.method.${method.kind}`)
  }
}

/** A custodian's figure or ours, in words with its sign. */
export const headlineWords = (language: Language, series: Series, { headline }: GroupFigure): string => {
  if (headline === null) return '…'
  const sign = signOf(language, series.unit)
  if (headline.by === 'computed') return `${computedWords(language, headline.value, series.decimals)}${sign}`
  const { value } = headline.observation
  return value.kind === 'missing' ? '…' : `${computedWords(language, numberOf(value.value), series.decimals)}${sign}`
}

/** The newest figure of ours, with its label, for a group that nobody else has one for; null where there is none. */
export const computedLede = (line: GroupFigures | null, series: Series, { say, language }: Reader): Child | null => {
  const latest = line?.figures.findLast(({ headline }) => headline?.by === 'computed')
  if (latest === undefined) return null
  return say.rich('statistics.aggregate.lede', {
    value: (
      <b>
        <bdi class="f">{headlineWords(language, series, latest)}</bdi>
      </b>
    ),
    year: String(latest.year),
    label: labelWords(say, latest.ours),
  })
}
