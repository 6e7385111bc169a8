import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import {
  type Area,
  type Dimension,
  isGroup,
  type Observation,
  type Selection,
  type Series,
  selectionKey,
} from '#statistics/core'
import { aggregatesOf, type GroupFigure } from './aggregates.ts'
import { type Groups, groupsIn } from './aggregates-groups.ts'
import { type Exploring, everyBreakdown, exploringAddress, fitting, type Misread, mostCells } from './core/exploring.ts'
import { nearestOf } from './core/nearest.ts'
import { plainestOf } from './core/plainest.ts'
import { everybodyIn } from './finding-area.ts'
import { pathsOf } from './kept.ts'
import { breakdownsIn } from './kept-breakdowns.ts'
import { dimensions } from './store/areas.ts'
import type { Breakdown } from './store/observations.ts'
import { seriesOf } from './store/series.ts'

/** One series in one breakdown: a line of what is explored. */
export type ExploredLine = {
  readonly selection: Selection
  readonly series: Series
  /** The series has others. */
  readonly broken: boolean
}

/** The figure of an economy as published, or of a group. */
export type ExploredCell =
  | { readonly kind: 'observation'; readonly observation: Observation }
  | { readonly kind: 'group'; readonly figure: GroupFigure }

export type Explored = {
  readonly exploring: Exploring
  readonly misread: readonly Misread[]
  readonly lines: readonly ExploredLine[]
  /** Groups as one figure first, then economies; as many as fit. */
  readonly areas: readonly string[]
  readonly years: readonly number[]
  /** The first and the last year of what was asked for, of which the page may show less; null where there is nothing. */
  readonly reach: readonly [from: number, to: number] | null
  readonly cells: number
  readonly at: (line: ExploredLine, area: string, year: number) => ExploredCell | undefined
  readonly names: ReadonlyMap<string, Area>
  readonly series: ReadonlyMap<string, Series>
  readonly dimensions: readonly Dimension[]
  /** Of the chosen series. */
  readonly breakdowns: readonly Breakdown[]
  /** How many members each chosen group has. */
  readonly members: ReadonlyMap<string, number>
}

/** As many years as a page shows when nobody asks for others. */
const yearsShown = 12

/** Without spreading: there may be more years than a call takes arguments. */
const min = (all: readonly number[]): number =>
  all.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
const max = (all: readonly number[]): number =>
  all.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY)

const yearsBetween = (first: number, last: number): readonly number[] =>
  last < first ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** The breakdowns asked for of each series that has one of them, of all others the plainest. */
export const linesFor = (
  { series: codes, breakdowns: asked }: Exploring,
  all: ReadonlyMap<string, Series>,
  there: ReadonlyMap<string, readonly Breakdown[]>,
): readonly ExploredLine[] =>
  codes.flatMap((code) => {
    const [series, own] = [all.get(code), there.get(code) ?? []]
    if (series === undefined) return []
    const named = asked.includes(everyBreakdown) ? own : own.filter(({ breakdown }) => asked.includes(breakdown))
    const plainest = plainestOf(own)
    const chosen = named.length > 0 || plainest === null ? named : [plainest]
    return chosen.map(({ breakdown }) => ({
      selection: { series: series.code, breakdown },
      series,
      broken: own.length > 1,
    }))
  })

/** Breakdowns that none of the series has. */
export const strangeBreakdowns = (exploring: Exploring, own: readonly Breakdown[]): readonly Misread[] => {
  const there = [...new Set(own.map(({ breakdown }) => breakdown))]
  const strange = exploring.breakdowns.filter((one) => one !== everyBreakdown && !there.includes(one))
  return strange.map((value) => ({
    code: 'statistics.explore.notUnderstood',
    facts: { parameter: 'breakdown', value: value.slice(0, 80) },
    instead: nearestOf(value, there, 3).map((code) => ({
      kind: 'breakdown' as const,
      code,
      exploring: {
        ...exploring,
        breakdowns: [...exploring.breakdowns.filter((one) => !strange.includes(one)), code],
      },
    })),
  }))
}

/** Who is in each group whose members are shown, on the day asked. */
export const membersOf = (
  { groups: asked }: Exploring,
  groups: Groups,
  names: ReadonlyMap<string, Area>,
  asOf: Day,
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    asked.map((group) => [
      group,
      groups.composition(group, null, asOf, asOf).members.filter((code) => names.has(code)),
    ]),
  )

type Cells = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, ExploredCell>>>

/** Of each line, area by area, what there is in each year. Figures of groups have the members of 1 July of each year. */
const cellsOf = async (
  db: ReadDb,
  lines: readonly ExploredLine[],
  groups: readonly string[],
  asOf: Day,
): Promise<Cells> => {
  const paths = await pathsOf(
    db,
    lines.map(({ selection }) => selection),
    null,
    asOf,
  )
  const found = new Map<string, Map<string, Map<number, ExploredCell>>>()
  for (const [key, observations] of paths) {
    const areas = new Map<string, Map<number, ExploredCell>>()
    for (const observation of observations) {
      const years = areas.get(observation.area) ?? new Map<number, ExploredCell>()
      if (years.size === 0) areas.set(observation.area, years)
      years.set(observation.year, { kind: 'observation', observation })
    }
    found.set(key, areas)
  }
  if (groups.length === 0) return found
  const asks = lines.flatMap(({ selection }) => groups.map((group) => ({ selection, group })))
  for (const line of await aggregatesOf(db, asks, asOf, 'then')) {
    if (line === null) continue
    const key = selectionKey(line.selection)
    const areas = found.get(key) ?? new Map<string, Map<number, ExploredCell>>()
    found.set(key, areas)
    areas.set(line.group, new Map(line.figures.map((figure) => [figure.year, { kind: 'group', figure }])))
  }
  return found
}

type Reach = readonly [first: number, last: number]

/** First and last year with a figure of these areas, with projections and without. Null where there is none. */
const reachOf = (
  cells: Cells,
  areas: ReadonlySet<string>,
): { readonly observed: Reach; readonly all: Reach } | null => {
  const [observed, projected]: [number[], number[]] = [[], []]
  for (const byArea of cells.values())
    for (const [area, years] of byArea) {
      if (!areas.has(area)) continue
      for (const [year, cell] of years) {
        if (cell.kind === 'group' && cell.figure.headline === null) continue
        const isProjection = cell.kind === 'observation' && cell.observation.nature === 'F'
        ;(isProjection ? projected : observed).push(year)
      }
    }
  const reach = (years: readonly number[]): Reach => [min(years), max(years)]
  if (observed.length + projected.length === 0) return null
  const all = reach([...new Set([...observed, ...projected])])
  return { observed: observed.length === 0 ? all : reach(observed), all }
}

/** The years that were asked for and have figures; when nobody asked, the last ones observed. */
const yearsFor = ({ from, to }: Exploring, reach: { readonly observed: Reach; readonly all: Reach } | null) => {
  if (reach === null)
    return { years: yearsBetween(from ?? to ?? 0, to ?? from ?? -1).slice(-yearsShown), isOutside: false }
  const last = to ?? Math.max(reach.observed[1], from ?? 0)
  const first = from ?? Math.max(Math.min(reach.observed[0], last), last - yearsShown + 1)
  const [low, high] = [Math.max(first, reach.all[0]), Math.min(last, reach.all[1])]
  if (low > high) return { years: yearsBetween(first, last).slice(-yearsShown), isOutside: true }
  return { years: yearsBetween(low, high), isOutside: first < low || last > high }
}

/** What of the years asked for there is nothing of. */
const strangeYears = (
  exploring: Exploring,
  reach: { readonly observed: Reach; readonly all: Reach } | null,
  isOutside: boolean,
  isEmpty: boolean,
): readonly Misread[] => {
  if (reach === null) {
    const instead = [{ kind: 'plain' as const, code: '', exploring: { ...exploring, areas: [], groups: [] } }]
    return [{ code: 'statistics.explore.nothing', facts: {}, instead }]
  }
  if (!isOutside) return []
  const [first, last] = reach.all
  const [from, to] = [Math.max(exploring.from ?? first, first), Math.min(exploring.to ?? last, last)]
  const [low, high] = from > to ? reach.all : [from, to]
  return [
    {
      code: isEmpty ? 'statistics.explore.noYears' : 'statistics.explore.clipped',
      facts: {
        first: String(first),
        last: String(last),
        from: String(exploring.from ?? exploring.to),
        to: String(exploring.to ?? exploring.from),
      },
      instead: [{ kind: 'years', code: `${low}–${high}`, exploring: { ...exploring, from: low, to: high } }],
    },
  ]
}

/** The part of it that a page does not show, and the address of the part that it does. */
const tooLarge = (
  exploring: Exploring,
  count: number,
  shown: { readonly areas: readonly string[]; readonly years: readonly number[] },
  isCut: boolean,
): readonly Misread[] => {
  if (count <= mostCells) return []
  const [from, to] = [shown.years[0] ?? null, shown.years.at(-1) ?? null]
  const fits = { ...exploring, from, to, ...(isCut ? { areas: shown.areas, groups: [] } : {}) }
  return [
    {
      code: 'statistics.explore.tooLarge',
      facts: { cells: count, most: mostCells },
      instead: [{ kind: 'years', code: `${from}–${to}`, exploring: fits }],
    },
  ]
}

/** Everything that an address asks for, read; what it asks for in vain is said. */
export const exploredAt = async (
  db: ReadDb,
  asked: Exploring,
  misread: readonly Misread[],
  asOf: Day,
): Promise<Explored> => {
  const [series, { bySeries: there }, { areas: names }, codes, groups] = await Promise.all([
    seriesOf(db, null, asOf),
    breakdownsIn(db, asOf),
    everybodyIn(db, asOf),
    dimensions(db),
    groupsIn(db, asOf),
  ])
  const own = asked.series.flatMap((code) => there.get(code) ?? [])
  const isThere = (breakdown: string) => breakdown === everyBreakdown || own.some((one) => one.breakdown === breakdown)
  const exploring = { ...asked, breakdowns: asked.breakdowns.filter(isThere) }
  const lines = linesFor(exploring, series, there)
  const together = exploring.areas.filter(isGroup)
  const cells = await cellsOf(db, lines, together, asOf)
  const members = membersOf(exploring, groups, names, asOf)
  const isAnybody = exploring.areas.length + exploring.groups.length === 0
  const withFigures = new Set(
    [...cells.values()].flatMap((byArea) => [...byArea.keys()]).filter((one) => !isGroup(one)),
  )
  const economies = isAnybody
    ? [...withFigures]
    : [...exploring.areas.filter((one) => !isGroup(one)), ...[...members.values()].flat()]
  const areas = [...new Set([...together, ...economies])]
  const reach = reachOf(cells, new Set(areas))
  const { years, isOutside } = yearsFor(exploring, reach)
  const isEmpty = reach !== null && !years.some((year) => year >= reach.all[0] && year <= reach.all[1])
  const shown = fitting(lines.length, areas, years)
  const count = lines.length * areas.length * years.length
  return {
    exploring,
    misread: [
      ...misread.map((one) => ({
        ...one,
        instead: one.instead.map((other) => ({
          ...other,
          exploring: { ...other.exploring, breakdowns: exploring.breakdowns },
        })),
      })),
      ...strangeBreakdowns(asked, own),
      ...(lines.length === 0 ? [] : strangeYears(exploring, reach, isOutside, isEmpty)),
      ...tooLarge(exploring, count, shown, shown.areas.length < areas.length),
    ],
    lines,
    ...shown,
    reach: reach === null || years[0] === undefined ? null : [years[0], years.at(-1) ?? years[0]],
    cells: lines.length * shown.areas.length * shown.years.length,
    at: (line, area, year) => cells.get(selectionKey(line.selection))?.get(area)?.get(year),
    names,
    series,
    dimensions: codes,
    breakdowns: own,
    members: new Map([...members].map(([group, all]) => [group, all.length])),
  }
}

export const addressOfExplored = ({ exploring }: Explored): string => exploringAddress(exploring)
