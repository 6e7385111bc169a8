import { type Day, plainDecimal } from '#kernel'
import type { ReadDb } from '#platform'
import {
  type AreaCode,
  isGroup,
  latestOfEach,
  type Observation,
  type Scheme,
  type Selection,
  type Series,
  selectionKey,
} from '#statistics/core'
import { aggregatesOf, type Composed, type GroupAsk, type GroupFigure, type GroupFigures } from './aggregates.ts'
import { type Groups, groupsIn } from './aggregates-groups.ts'
import { drawnOf } from './core/line.ts'
import { type Movement, movementOver, type Step } from './core/movement.ts'
import { type PlaceAmong, placeAmong } from './core/place-among.ts'
import { latestOf } from './kept.ts'
import { pathsOfEconomy, worldFor } from './kept-areas.ts'
import { portraitOf } from './store/portrait.ts'
import { seriesOf } from './store/series.ts'

/** A group whose figures stand beside those of an area: its region, its income group, the world. */
export type BesideGroup = { readonly scheme: Scheme; readonly group: AreaCode }

/** What is known of one selection for an area: of an economy its observations, of a group figures with their label. */
export type AreaKnown =
  | {
      readonly kind: 'economy'
      /** In the order of years, what is missing and what is projected among them. */
      readonly observations: readonly Observation[]
      /** The years before which the line is not joined. */
      readonly breaks: ReadonlySet<number>
      readonly latest: Observation | null
    }
  | { readonly kind: 'group'; readonly line: GroupFigures | null; readonly latest: GroupFigure | null }

/** One selection for an area, with what it is held against. */
export type AreaLine = {
  readonly selection: Selection
  readonly series: Series
  readonly known: AreaKnown
  /** The year of the latest value; null where there is none. */
  readonly year: number | null
  readonly movement: Movement | null
  /** A sum: of an economy less than of any group around it, so that it has no place. */
  readonly isTotal: boolean
  /** In the year of the latest value, or the last of the few before it that has one, in the order of `AreaLines.beside`. */
  readonly beside: readonly (GroupFigure | null)[]
  /** Among the economies of the first group beside it; null for a group, and where there is no value or no such group. */
  readonly place: PlaceAmong | null
  /** The latest values of the economies it stands among, for a strip. */
  readonly among: readonly string[]
}

export type AreaLines = {
  readonly area: AreaCode
  readonly beside: readonly BesideGroup[]
  /** First and last year of the small lines, and of movement. */
  readonly years: readonly [number, number]
  readonly lines: readonly AreaLine[]
}

/** How far back small lines and movement look. */
const yearsBack = 15

/** A year, and the few before it in which a figure of a group still stands beside it: weights come later than values. */
const yearsBefore = (year: number): readonly number[] => [year - 2, year - 1, year]

/** The first group of this scheme that an economy belongs to on the day asked. */
const groupIn = (groups: Groups, scheme: string, area: string, asOf: Day): string | undefined =>
  groups.all.find(
    (group) =>
      group.startsWith(`${scheme}/`) && groups.composition(group, null, asOf, asOf).members.some((one) => one === area),
  )

/** The groups of the portrait that an economy belongs to; for a group none but the world, which `worldFor` finds. */
const besideIn = async (db: ReadDb, groups: Groups, area: string, asOf: Day): Promise<readonly string[]> => {
  if (isGroup(area)) return []
  const { beside } = await portraitOf(db, asOf)
  return beside.flatMap((scheme) => groupIn(groups, scheme, area, asOf) ?? [])
}

const stepsOf = (observed: readonly Observation[], breaks: ReadonlySet<number>): readonly Step[] =>
  observed.flatMap(({ value, year, flag }) =>
    value.kind === 'missing'
      ? []
      : [
          {
            year,
            decimal: value.value.decimal,
            comparable: value.value.bound === null && flag === null,
            breakBefore: breaks.has(year),
          },
        ],
  )

/** Of a group: a line has one publisher, and where it changes hands the line is not joined. */
const groupSteps = (figures: readonly GroupFigure[]): readonly Step[] => {
  const said = figures.flatMap(({ year, headline }) => (headline === null ? [] : [{ year, headline }]))
  return said.map(({ year, headline }, at) => ({
    year,
    decimal:
      headline.by === 'computed'
        ? String(headline.value)
        : headline.observation.value.kind === 'known'
          ? headline.observation.value.value.decimal
          : '0',
    comparable: true,
    breakBefore: at > 0 && said[at - 1]?.headline.by !== headline.by,
  }))
}

const placedOf = ({ year, value, flag }: Observation) =>
  value.kind === 'missing' ? [] : [{ year, value: value.value, isFlagged: flag !== null }]

/**
 * These selections for an economy or a group, each with its latest value, how it moved over the years shown, the figures of the
 * groups beside it in that same year and its place among its region. A series that is none is left out. Beside figures have the
 * members of 1 July of their year; a group's own the members of `composed`.
 */
export const areaLinesOf = async (
  db: ReadDb,
  area: AreaCode,
  selections: readonly Selection[],
  asOf: Day,
  composed: Composed = 'then',
): Promise<AreaLines> => {
  const groups = await groupsIn(db, asOf)
  const definitions = await seriesOf(db, [...new Set(selections.map(({ series }) => series))], asOf)
  const known = selections.flatMap((selection) => {
    const series = definitions.get(selection.series)
    return series === undefined ? [] : [{ selection, series }]
  })
  const asked = known.map(({ selection }) => selection)
  const world = await worldFor(db, asked, asOf)
  const own = await besideIn(db, groups, area, asOf)
  const codes = [...own, ...(world === null || world === area ? [] : [world])]
  const region = own[0] ?? (isGroup(area) ? undefined : (world ?? undefined))
  const last = Number(asOf.slice(0, 4))
  const from = last - yearsBack
  const knownOf = await knownFor(db, area, known, asOf, composed)
  const years = knownOf.map(({ latest }) => latest?.year ?? null)
  const asks = known.flatMap(({ selection }, nth) => {
    const year = years[nth] ?? null
    return year === null ? [] : codes.map((group) => ({ nth, ask: { selection, group, years: yearsBefore(year) } }))
  })
  const answered = await groupLinesOf(
    db,
    asks.map(({ ask }) => ask),
    asOf,
    'then',
  )
  const figures = new Map(
    asks.map(({ nth, ask }, at) => [
      `${nth} ${ask.group}`,
      answered[at]?.figures.findLast(({ headline }) => headline !== null) ?? null,
    ]),
  )
  const latest = region === undefined ? new Map() : await latestOf(db, asked, asOf)
  const members = new Set(region === undefined ? [] : groups.composition(region, null, asOf, asOf).members)
  return {
    area,
    years: [from, last],
    beside: codes.flatMap((group) => {
      const scheme = groups.schemeOf(group)
      return scheme === null ? [] : [{ scheme, group: group as AreaCode }]
    }),
    lines: known.map(({ selection, series }, nth): AreaLine => {
      const one = knownOf[nth] ?? { kind: 'group', line: null, latest: null }
      const all: readonly Observation[] = latest.get(selectionKey(selection)) ?? []
      const others = all.filter((other) => members.has(other.area))
      const [placed] = one.kind === 'economy' && one.latest !== null ? placedOf(one.latest) : []
      const isTotal = groups.ruleFor(selection)?.method.kind === 'sum'
      const steps =
        one.kind === 'economy'
          ? stepsOf(drawnOf(series, one.observations).observed, one.breaks)
          : groupSteps(one.line?.figures ?? [])
      return {
        selection,
        series,
        known: one,
        year: years[nth] ?? null,
        movement: movementOver(steps, from),
        isTotal,
        beside: codes.map((group) => figures.get(`${nth} ${group}`) ?? null),
        place:
          placed === undefined || region === undefined || isTotal
            ? null
            : placeAmong(placed, others.flatMap(placedOf), members.size, series.better),
        among:
          one.kind === 'group'
            ? []
            : others.flatMap(({ value, flag }) =>
                value.kind === 'known' && flag === null ? [plainDecimal(value.value.decimal)] : [],
              ),
      }
    }),
  }
}

/** What was computed in a transaction that only reads stays so to its end: a page and the parts that others add ask for the same. */
const computed = new WeakMap<ReadDb, Map<string, GroupFigures | null>>()

const groupLinesOf = async (
  db: ReadDb,
  asks: readonly GroupAsk[],
  asOf: Day,
  composed: Composed,
): Promise<readonly (GroupFigures | null)[]> => {
  if ('run' in db) return aggregatesOf(db, asks, asOf, composed)
  const standing = computed.get(db) ?? new Map<string, GroupFigures | null>()
  computed.set(db, standing)
  const keyOf = ({ selection, group, years = [] }: GroupAsk) =>
    [asOf, composed, group, selectionKey(selection), ...years].join(' ')
  const fresh = asks.filter((ask) => !standing.has(keyOf(ask)))
  const found = fresh.length === 0 ? [] : await aggregatesOf(db, fresh, asOf, composed)
  for (const [nth, ask] of fresh.entries()) standing.set(keyOf(ask), found[nth] ?? null)
  return asks.map((ask) => standing.get(keyOf(ask)) ?? null)
}

const knownFor = async (
  db: ReadDb,
  area: AreaCode,
  known: readonly { readonly selection: Selection; readonly series: Series }[],
  asOf: Day,
  composed: Composed,
): Promise<readonly AreaKnown[]> => {
  if (isGroup(area)) {
    const lines = await groupLinesOf(
      db,
      known.map(({ selection }) => ({ selection, group: area })),
      asOf,
      composed,
    )
    return lines.map((line) => ({
      kind: 'group',
      line,
      latest: line?.figures.findLast(({ headline }) => headline !== null) ?? null,
    }))
  }
  const paths = await pathsOfEconomy(db, area, asOf)
  return known.map(({ selection, series }) => {
    const observations = paths.get(selectionKey(selection)) ?? []
    return {
      kind: 'economy',
      observations,
      breaks: drawnOf(series, observations).breaks,
      latest: latestOfEach(observations).get(area) ?? null,
    }
  })
}
