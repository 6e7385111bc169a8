import { wordsIn } from '#kernel'
import { type Ask, addressAsOf, addressOf, type Say } from '#platform'
import { dayWords } from '#ui'
import type { Standing } from './calibrations.ts'
import { sourcesOf } from './neighbours/statistics.ts'

const joined = (all: readonly string[]): string | null => [...new Set(all)].join(' · ') || null

/** Whose the observed figures are that a file rests on, for its notes. */
export const aboutSeries = async ({ db, asOf, language }: Ask, series: readonly string[]) => {
  const sources = series.length === 0 ? [] : await sourcesOf(db, [...new Set(series)], asOf)
  return {
    source: joined(sources.map(({ dataset }) => wordsIn(language, dataset.publisher))),
    licence: joined(sources.map(({ dataset }) => dataset.licence.code)),
    credit: joined(sources.map(({ dataset }) => dataset.credit)),
  }
}

/** Which calibration figures are from. */
export const calibrationWords = (say: Say, { head, since }: Standing, language: Ask['language']): string =>
  say('progress.methods.which', {
    number: head.number,
    dated: dayWords(language, head.dated),
    since: dayWords(language, since),
  })

/** The permanent address of a page, on the day that its file shows. */
export const permanent = ({ language, asOf, here }: Ask, to: string): string =>
  `${here.origin}${addressAsOf(addressOf(language, to), asOf)}`
