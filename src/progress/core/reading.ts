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
