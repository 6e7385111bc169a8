import type { Day } from '#kernel'
import { type BreakdownBy, type SelectionChoice, type SeriesMeasure, selectionsOf, sexesOf } from '#plan/core'
import type { ReadDb } from '#platform'
import { type Answer, assessAll } from './assessing.ts'
import { type Ask, world } from './bases.ts'
import { closed, type Point } from './core/index.ts'

/** By what people are told apart in a gap. */
export type ApartBy = Extract<BreakdownBy, 'sex' | 'location' | 'age'>
export const apartBy: readonly ApartBy[] = ['sex', 'location', 'age']

/** Two lines of one measure that are to come together. */
export type Sides = { readonly by: ApartBy; readonly one: SelectionChoice; readonly other: SelectionChoice }

/** How far two lines are apart in an area, as a difference and as a ratio, each a question of its own. */
export type Apart = {
  readonly sides: Sides
  /** An economy, a group, or `world`. */
  readonly area: string
  readonly difference: Answer | null
  readonly ratio: Answer | null
  /** Both in the latest year that has both. */
  readonly latest: { readonly year: number; readonly one: number; readonly other: number } | null
}

/** Lines of a measure that are to be compared: women and men, the two kinds of place, each age beside all ages. */
export const sidesOf = (measure: SeriesMeasure): readonly Sides[] => {
  const lines = selectionsOf(measure)
  const sexes = sexesOf(lines)
  const places = lines.filter(({ by }) => by === 'location')
  const [whole] = lines
  const [one, other] = places
  return [
    ...(sexes === null ? [] : [{ by: 'sex' as const, one: sexes[0], other: sexes[1] }]),
    ...(one === undefined || other === undefined ? [] : [{ by: 'location' as const, one, other }]),
    ...(whole === undefined
      ? []
      : lines.filter(({ by }) => by === 'age').map((age) => ({ by: 'age' as const, one: age, other: whole }))),
  ]
}

const asksOf = ({ one, other }: Sides, area: string, by: number | null): readonly Ask[] => {
  const plain = { area, target: null, wanted: null }
  const gap = (as: 'difference' | 'ratio'): Ask => ({
    selection: one.selection,
    area,
    target: by === null ? null : { year: by, value: closed[as].value },
    wanted: null,
    gap: { other: other.selection, as },
  })
  return [
    { ...plain, selection: one.selection },
    { ...plain, selection: other.selection },
    gap('difference'),
    gap('ratio'),
  ]
}

const valueIn = (answer: Answer | undefined, year: number): number | undefined => {
  const { years, values } = answer?.question.observations ?? { years: [], values: [] }
  return values[years.indexOf(year)]
}

const apartFrom = (sides: Sides, area: string, answers: readonly (Answer | undefined)[]): Apart => {
  const [one, other, difference, ratio] = answers
  const year = difference?.assessment.latest?.year
  const [a, b] = year === undefined ? [] : [valueIn(one, year), valueIn(other, year)]
  return {
    sides,
    area,
    difference: difference ?? null,
    ratio: ratio ?? null,
    latest: year === undefined || a === undefined || b === undefined ? null : { year, one: a, other: b },
  }
}

/** How far the lines of a measure are apart in each of these areas, and whether they will have come together by the year. */
export const apartOf = async (
  db: ReadDb,
  measure: SeriesMeasure,
  areas: readonly string[],
  by: number | null,
  asOf: Day,
): Promise<readonly Apart[]> => {
  const all = sidesOf(measure).flatMap((sides) => areas.map((area) => ({ sides, area, asks: asksOf(sides, area, by) })))
  if (all.length === 0) return []
  const answered = await assessAll(
    db,
    all.flatMap(({ asks }) => asks),
    asOf,
  )
  const answerOf = new Map((answered?.answers ?? []).map((one) => [one.ask, one]))
  return all.map(({ sides, area, asks }) =>
    apartFrom(
      sides,
      area,
      asks.map((ask) => answerOf.get(ask)),
    ),
  )
}

/** How a gap has changed since its baseline: a year, below 0 where it narrows. Null without an earlier year. */
export const changeOf = ({
  assessment: { latest, baseline },
}: Answer): { readonly since: Point; readonly pace: number } | null =>
  latest === null || baseline === null || baseline.year >= latest.year
    ? null
    : { since: baseline, pace: (latest.value - baseline.value) / (latest.year - baseline.year) }

/** The areas whose gaps a page shows: the one asked about, and the world beside it. */
export const areasApart = (area: string): readonly string[] => (area === world ? [world] : [area, world])
