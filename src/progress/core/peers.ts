import { gompertzOf, heldWithin, longestHorizon, lowest } from '#statistics/core'
import { within } from './comparing.ts'
import { medianOf } from './quantiles.ts'

/** Per cent: the levels at which a table of peers is kept. */
export const peerLevels: readonly number[] = [0.05, 0.5, ...Array.from({ length: 99 }, (_, at) => at + 1), 99.5, 99.95]

/**
 * What peers gained: for each number of years ahead the median gain on the Gompertz scale at each of `peerLevels`. A number of
 * years without 100 cases is not there.
 */
export type PeerTable = ReadonlyMap<number, readonly number[]>

/** Observed percentages by economy and year. */
export type Series = ReadonlyMap<string, ReadonlyMap<number, number>>

/** An economy that stood at `z` in a year, and what it gained on that scale in the years after. */
export type PeerCase = { readonly code: string; readonly year: number; readonly z: number; readonly gain: number }

const nearestAsked = 200
/** Fewer cases than this say nothing. */
export const fewestPeers = 100

const byName = (a: PeerCase, b: PeerCase): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.year - b.year)

const byLevel = (a: PeerCase, b: PeerCase): number => a.z - b.z || byName(a, b)

/**
 * Every case of any economy, from a start above 0.05 per cent, with an observation `ahead` years later (progress.md, 6.3). With
 * `known`, only those that had ended by that year. In the order of their level.
 */
export const peerCases = (series: Series, ahead: number, known: number | null = null): readonly PeerCase[] => {
  const cases: PeerCase[] = []
  for (const [code, path] of series)
    for (const [year, value] of path) {
      const later = value > lowest && (known === null || year + ahead <= known) ? path.get(year + ahead) : undefined
      if (later === undefined) continue
      const z = gompertzOf(value)
      cases.push({ code, year, z, gain: gompertzOf(later) - z })
    }
  return cases.sort(byLevel)
}

const firstAtLeast = (cases: readonly PeerCase[], z: number): number => {
  let [low, high] = [0, cases.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cases[middle]?.z ?? 0) < z) low = middle + 1
    else high = middle
  }
  return low
}

/** The nearest cases to a level, from and to, without ties at their edge; null where a tie must be decided by name. */
const nearestPlain = (cases: readonly PeerCase[], z: number): readonly [from: number, to: number] | null => {
  const away = (at: number): number => Math.abs((cases[at]?.z ?? Number.POSITIVE_INFINITY) - z)
  let from = firstAtLeast(cases, z)
  let to = from
  while (to - from < nearestAsked) {
    if (from > 0 && away(from - 1) <= away(to)) from -= 1
    else to += 1
  }
  const edge = Math.max(away(from), away(to - 1))
  return (from > 0 && away(from - 1) === edge) || away(to) === edge ? null : [from, to]
}

/** The nearest cases where some are equally near: in the order of code, then year. */
const nearestByName = (cases: readonly PeerCase[], z: number): readonly PeerCase[] => {
  const middle = firstAtLeast(cases, z)
  let from = Math.max(0, middle - nearestAsked)
  let to = Math.min(cases.length, middle + nearestAsked)
  while (from > 0 && cases[from - 1]?.z === cases[from]?.z) from -= 1
  while (to < cases.length && cases[to]?.z === cases[to - 1]?.z) to += 1
  return cases
    .slice(from, to)
    .map((one) => ({ one, away: Math.abs(one.z - z) }))
    .sort((a, b) => a.away - b.away || byName(a.one, b.one))
    .slice(0, nearestAsked)
    .map(({ one }) => one)
}

/**
 * The median gain of the 200 cases nearest to a level, in z; equally near ones in the order of code, then year. All are asked
 * where there are between 100 and 199; null where there are fewer. The cases are in the order of their level.
 */
export const peerMedian = (cases: readonly PeerCase[], level: number): number | null => {
  if (cases.length < fewestPeers) return null
  const z = gompertzOf(level)
  const plain = cases.length <= nearestAsked ? ([0, cases.length] as const) : nearestPlain(cases, z)
  const near = plain === null ? nearestByName(cases, z) : cases.slice(...plain)
  return medianOf(near.map(({ gain }) => gain))
}

/** The cases of all economies for each number of years ahead. */
export type PeerCases = ReadonlyMap<number, readonly PeerCase[]>

export const peerCasesOf = (series: Series, years = longestHorizon): PeerCases =>
  new Map(Array.from({ length: years }, (_, at) => [at + 1, peerCases(series, at + 1)]))

/** The table from all cases, or from those alone that had ended by the year `known`: nothing later is looked at. */
export const peerTableFrom = (cases: PeerCases, known: number | null = null): PeerTable => {
  const table = new Map<number, readonly number[]>()
  for (const [ahead, all] of cases) {
    const ended = known === null ? all : all.filter(({ year }) => year + ahead <= known)
    if (ended.length >= fewestPeers)
      table.set(
        ahead,
        peerLevels.map((level) => peerMedian(ended, level) ?? Number.NaN),
      )
  }
  return table
}

/** The table of an indicator from its own economies (progress.md, 6.3). Another indicator's table is never lent to it. */
export const peerTableOf = (series: Series, known: number | null = null): PeerTable =>
  peerTableFrom(peerCasesOf(series), known)

/** The gain at a level, linear in the level between the rows of the table, in z. Null without a row for these years ahead. */
export const peerGain = (table: PeerTable, level: number, ahead: number): number | null => {
  const row = table.get(ahead)
  if (row === undefined) return null
  const x = heldWithin(level)
  const whole = Math.floor(x)
  // The levels are 0.05, 0.5, then each whole number: its place follows from the number.
  const guess = x < 0.5 ? 0 : x < 1 ? 1 : x >= 99.5 ? 101 : within(whole + 1, 2, 100)
  const last = peerLevels.length - 1
  if (x >= (peerLevels[last] ?? 100)) return row[last] ?? null
  const [low = 0, high = 0] = [peerLevels[guess], peerLevels[guess + 1]]
  const [gain = 0, next = 0] = [row[guess], row[guess + 1]]
  return gain + ((x - low) / (high - low)) * (next - gain)
}
