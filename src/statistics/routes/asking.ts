import { z } from 'zod'
import { languages, type Words, wordsIn } from '#kernel'
import { type Absent, type Ask, absent, type Nearby, notUnderstood } from '#platform'
import { type Area, type Dimension, nearestOf, type Series } from '#statistics/core'
import { breakdownWords } from '../pages/names.tsx'

/** A year in an address. */
export const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)

const withCode = (code: string, names: Words): Words => {
  const pairs = languages.map((language) => [language, `${code} · ${wordsIn(language, names)}`])
  return { ...Object.fromEntries(pairs), en: `${code} · ${names.en}` }
}

export const seriesNearby = (code: string, all: ReadonlyMap<string, Series>, to = (one: string) => `/series/${one}`) =>
  nearestOf(code, [...all.keys()], 3).flatMap((one): Nearby[] => {
    const series = all.get(one)
    return series === undefined ? [] : [{ to: to(one), words: withCode(one, series.names) }]
  })

export const noSuchSeries = (code: string, all: ReadonlyMap<string, Series>): Absent =>
  absent('statistics.noSuchSeries', { series: code.slice(0, 80) }, seriesNearby(code, all))

/** Areas are sought by code and by name in every language. */
export const areasNearby = (text: string, areas: Iterable<Area>, to: (code: string) => string): readonly Nearby[] => {
  const called = new Map<string, Area>()
  for (const area of areas)
    for (const name of [area.code, ...Object.values(area.names)]) called.set(name.toLowerCase(), area)
  const found = new Set(nearestOf(text, [...called.keys()], 8).flatMap((name) => called.get(name) ?? []))
  return [...found].slice(0, 3).map(({ code, names }) => ({ to: to(code), words: withCode(code, names) }))
}

/** The breakdowns that there are, offered where another was asked for. */
export const noSuchBreakdown = (
  { say, language }: Pick<Ask, 'say' | 'language'>,
  breakdown: string,
  there: readonly string[],
  dimensions: readonly Dimension[],
  to: (breakdown: string) => string,
): Absent =>
  notUnderstood(
    'statistics.noSuchBreakdown',
    { value: breakdown.slice(0, 120) },
    nearestOf(breakdown, there, 4).map((one) => {
      const words = breakdownWords(say, language, dimensions, one)
      return { to: to(one), words: { en: words, [language]: words } }
    }),
  )
