import type { Observation, Path, Series } from '#statistics/core'
import { numberOf, projected } from '#statistics/core'
import type { Point, Question, Unit } from './question.ts'

/** The year from which progress is counted: that of the 2030 Agenda (progress.md, 1). */
export const baseYear = 2015

/** The value of the base year, else the first later one; before it only where nothing later exists. Null without any. */
export const baselineIn = ({ years, values }: Path): Point | null => {
  const from = years.findIndex((year) => year >= baseYear)
  const at = from === -1 ? years.length - 1 : from
  const [year, value] = [years[at], values[at]]
  return year === undefined || value === undefined ? null : { year, value }
}

/** The observed values of one area: what is projected, missing, only bounded (`>95`) or outside its plausible range is left out. */
export const observedIn = (observations: readonly Observation[]): Path => {
  const used = observations.flatMap(({ year, value, nature, flag }) =>
    value.kind === 'known' && value.value.bound === null && nature !== projected && flag === null
      ? [{ year, value: numberOf(value.value) }]
      : [],
  )
  const ordered = used.toSorted((a, b) => a.year - b.year)
  return { years: ordered.map(({ year }) => year), values: ordered.map(({ value }) => value) }
}

/** SDMX: the series breaks here; what stands before is not to be compared with what follows. */
const broken = 'B'

/** What can be compared with the latest value, and the year of the break before it; null where there is none. */
export type Unbroken = { readonly path: Path; readonly breakIn: number | null }

/**
 * The observed values of one area from its last break on: a break that an observation carries, or the year from which the series
 * is measured as it is now. Nothing before a break is projected, and no pace is counted across it.
 */
export const sinceBreak = (observations: readonly Observation[], sinceYear: number | null): Unbroken => {
  const { years, values } = observedIn(observations)
  const last = years.at(-1)
  const first = years[0]
  if (first === undefined || last === undefined) return { path: { years, values }, breakIn: null }
  const breaks = observations.flatMap(({ year, status }) => (status === broken ? [year] : []))
  const all = sinceYear === null ? breaks : [...breaks, sinceYear]
  const breakIn = all.reduce((latest, year) => (year > first && year <= last ? Math.max(latest, year) : latest), first)
  if (breakIn === first) return { path: { years, values }, breakIn: null }
  const from = years.findIndex((year) => year >= breakIn)
  return { path: { years: years.slice(from), values: values.slice(from) }, breakIn }
}

const percent = 'PT'

/** A share of a whole is bounded by 0 and 100; what cannot be below 0 is positive; of any other scale nothing is known. */
export const unitOf = ({ unit, lowest, highest }: Pick<Series, 'unit' | 'lowest' | 'highest'>): Unit => {
  if (unit === percent && Number(lowest) === 0 && Number(highest) === 100) return 'percent'
  return lowest !== null && Number(lowest) >= 0 ? 'positive' : 'unknown'
}

/** What a benchmark asks for, as a goal: a value in itself is kept, a limit is reached. */
export const directionFor = (
  comparator: 'at-least' | 'more-than' | 'at-most' | 'equal',
): Pick<Question, 'direction' | 'goal'> => {
  if (comparator === 'equal') return { direction: 'none', goal: 'maintain' }
  return { direction: comparator === 'at-most' ? 'down' : 'up', goal: 'reach' }
}
