import { decimalLess } from '#kernel'
import { type Figure, numberOf, type Observation } from '#statistics/core'
import { isObserved, type Observed } from './measured-economies.ts'
import { medianOf } from './median.ts'

/** One economy with both sexes observed in one year by one source. */
export type SexGapRow = {
  readonly area: string
  readonly year: number
  readonly women: Observed
  readonly men: Observed
  /** Men less women, in the unit of the series: a decimal, negative where women are ahead. */
  readonly gap: string
  /** The total of that year; null when there is none. It may lie outside the two. */
  readonly total: Observed | null
}

export type SexGap = {
  /** The widest first, men ahead before women ahead. */
  readonly rows: readonly SexGapRow[]
  readonly median: Figure | null
  /** How many have men ahead, women ahead, neither. */
  readonly ahead: { readonly men: number; readonly women: number; readonly neither: number }
  readonly years: readonly [first: number, last: number] | null
  /** Economies with a figure for one sex, and none for both in one year from one source. */
  readonly unpaired: readonly string[]
  /** Economies whose published total lies outside both sexes. */
  readonly totalsOutside: readonly string[]
}

const byArea = (observations: readonly Observation[]): ReadonlyMap<string, readonly Observed[]> =>
  Map.groupBy(
    observations.filter(isObserved).filter(({ nature }) => nature !== 'F'),
    ({ area }) => area,
  )

/** A gap is taken of exact and plausible figures of one year and one source only: the last such year of each economy. */
const pairOf = (women: readonly Observed[], men: readonly Observed[]): readonly [Observed, Observed] | null => {
  const sound = ({ flag, value }: Observed) => flag === null && value.value.bound === null
  const pairs = women.filter(sound).flatMap((one) => {
    const other = men.find(({ year, source }) => year === one.year && source === one.source)
    return other === undefined || !sound(other) ? [] : [[one, other] as const]
  })
  return pairs.toSorted(([a], [b]) => b.year - a.year)[0] ?? null
}

const outside = ({ women, men, total }: SexGapRow): boolean => {
  if (total === null) return false
  const [a, b, all] = [numberOf(women.value.value), numberOf(men.value.value), numberOf(total.value.value)]
  return all < Math.min(a, b) || all > Math.max(a, b)
}

/** The gap between the sexes. All three lists are of economies, as known on one day. */
export const sexGapOf = (
  womenAll: readonly Observation[],
  menAll: readonly Observation[],
  totals: readonly Observation[],
): SexGap => {
  const [women, men, total] = [byArea(womenAll), byArea(menAll), byArea(totals)]
  const areas = [...new Set([...women.keys(), ...men.keys()])].toSorted()
  const rows = areas.flatMap((area) => {
    const pair = pairOf(women.get(area) ?? [], men.get(area) ?? [])
    if (pair === null) return []
    const [her, his] = pair
    return [
      {
        area,
        year: her.year,
        women: her,
        men: his,
        gap: decimalLess(his.value.value.decimal, her.value.value.decimal),
        total: (total.get(area) ?? []).find(({ year }) => year === her.year) ?? null,
      },
    ]
  })
  const paired = new Set(rows.map(({ area }) => area))
  const years = rows.map(({ year }) => year)
  return {
    rows: rows.toSorted((a, b) => Number(b.gap) - Number(a.gap) || a.area.localeCompare(b.area, 'en')),
    median: medianOf(rows.map(({ gap }) => ({ decimal: gap, bound: null }))),
    ahead: {
      men: rows.filter(({ gap }) => Number(gap) > 0).length,
      women: rows.filter(({ gap }) => Number(gap) < 0).length,
      neither: rows.filter(({ gap }) => Number(gap) === 0).length,
    },
    years: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
    unpaired: areas.filter((area) => !paired.has(area)),
    totalsOutside: rows.filter(outside).map(({ area }) => area),
  }
}
