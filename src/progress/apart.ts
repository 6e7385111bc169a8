import type { Day } from '#kernel'
import { type BreakdownBy, type SelectionChoice, type SeriesMeasure, selectionsOf, sexesOf } from '#plan/core'
import type { ReadDb } from '#platform'
import { selectionKey } from '#statistics/core'
import { type Answer, assessAll } from './assessing.ts'
import { type Ask, world } from './bases.ts'
import type { Standing } from './calibrations.ts'
import { type Assessment, assess, economyForecaster, type Parity, type Point, parityOf } from './core/index.ts'

/** By what people are told apart in a gap. */
export type ApartBy = Extract<BreakdownBy, 'sex' | 'location' | 'age'>
export const apartBy: readonly ApartBy[] = ['sex', 'location', 'age']

/** Two lines of one measure that are to come together. */
export type Sides = { readonly by: ApartBy; readonly one: SelectionChoice; readonly other: SelectionChoice }

/**
 * How far two lines are apart in an area. `assessment`: the distance itself held against none at all in the year asked, by the
 * method for scales that have no bounds; it is calibrated on nothing, and says so. Null without a year, or where nothing is known.
 */
export type Apart = {
  readonly sides: Sides
  /** An economy, a group, or `world`. */
  readonly area: string
  readonly parity: Parity | null
  readonly assessment: Assessment | null
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

const closing = (parity: Parity, target: Point, asOf: number, { calibration }: Standing): Assessment =>
  assess(
    {
      unit: 'unknown',
      direction: 'down',
      goal: 'reach',
      tolerance: 0,
      baseline:
        parity.baseline === null
          ? null
          : {
              year: parity.baseline.year,
              value: parity.path.values[parity.path.years.indexOf(parity.baseline.year)] ?? 0,
            },
      baselineFromSeries: false,
      target,
      observations: parity.path,
      asOf,
      indicator: null,
      peers: null,
      method: null,
    },
    null,
    economyForecaster({ calibration, peers: new Map() }),
  )

/** How far the lines of a measure are apart for each of these areas, and whether they will have come together by the year. */
export const apartOf = async (
  db: ReadDb,
  measure: SeriesMeasure,
  areas: readonly string[],
  by: number | null,
  asOf: Day,
): Promise<readonly Apart[]> => {
  const sides = sidesOf(measure)
  const asks = sides.flatMap(({ one, other }) =>
    areas.flatMap((area) =>
      [one, other].map(({ selection }): Ask => ({ selection, area, target: null, wanted: null })),
    ),
  )
  const answered = asks.length === 0 ? null : await assessAll(db, asks, asOf)
  if (answered === null) return []
  const keyOf = ({ ask }: Pick<Answer, 'ask'>) => `${selectionKey(ask.selection)} ${ask.area}`
  const found = new Map(answered.answers.map((one) => [keyOf(one), one]))
  return sides.flatMap((pair) =>
    areas.map((area): Apart => {
      const [one, other] = [pair.one, pair.other].map(
        ({ selection }) => found.get(`${selectionKey(selection)} ${area}`)?.question.observations,
      )
      const parity = one === undefined || other === undefined ? null : parityOf(one, other)
      return {
        sides: pair,
        area,
        parity,
        assessment:
          parity === null || by === null
            ? null
            : closing(parity, { year: by, value: 0 }, Number(asOf.slice(0, 4)), answered.calibration),
      }
    }),
  )
}

/** The areas whose gaps a page shows: the one asked about, and the world beside it. */
export const areasApart = (area: string): readonly string[] => (area === world ? [world] : [area, world])
