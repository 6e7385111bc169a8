import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import {
  type Aggregate,
  type Aggregator,
  type AreaCode,
  type Explanation,
  type Method,
  numberOf,
  type Observation,
  type Path,
  type Scheme,
  type Selection,
  standingOf,
} from '#statistics/core'
import { type Groups, groupsIn, membershipDay } from './aggregates-groups.ts'
import { type Made, type Making, making } from './aggregates-made.ts'
import { observedOf } from './store/aggregation.ts'

/** One line of figures: a selection for a group, `scheme/code`. Without years, all that anybody has a figure for. */
export type GroupAsk = {
  readonly selection: Selection
  readonly group: string
  readonly years?: readonly number[]
}

/** Members as of 1 July of each year, as of the day asked about, or as of one day. A line that is drawn has one day. */
export type Composed = 'then' | 'now' | Day

/** What stands above: the custodian's figure, to the letter, or ours. */
export type Headline =
  | { readonly by: 'custodian'; readonly observation: Observation }
  | { readonly by: 'computed'; readonly value: number }

export type GroupFigure = {
  readonly year: number
  /** The day whose members these are. */
  readonly membersOn: Day
  readonly ours: Aggregate
  readonly headline: Headline | null
  /** Ours less the custodian's; null where there are not both. */
  readonly difference: number | null
}

export type GroupFigures = {
  readonly selection: Selection
  readonly group: AreaCode
  readonly scheme: Scheme
  /** Null: nobody has said how this is aggregated. */
  readonly method: Method | null
  /** What the members are weighed by; null: each counts as one. */
  readonly weight: Selection | null
  /** In the order of years. Empty where the method is `none` or null, but for figures of the custodian. */
  readonly figures: readonly GroupFigure[]
}

/** A member of a group with what was observed of it, and its weights. Nothing imputed. */
export type GroupMember = { readonly code: string; readonly path: Path; readonly weights: ReadonlyMap<number, number> }

const silent = (year: number): Aggregate => ({
  label: 'not shown',
  value: null,
  reason: 'no-members',
  year,
  members: 0,
  noWeight: [],
  shares: null,
  estimates: null,
  large: [],
  counts: { observed: 0, interpolated: 0, nowcast: 0, donor: 0, missing: 0 },
  availableOnly: null,
})

const figureOf = (ours: Aggregate, membersOn: Day, published: Observation | undefined): GroupFigure => {
  const theirs = published?.value.kind === 'known' ? published : null
  const value = theirs?.value.kind === 'known' ? numberOf(theirs.value.value) : Number.NaN
  const standing = standingOf(ours, theirs, () => value)
  const common = { year: ours.year, membersOn, ours }
  if (standing.published !== null)
    return {
      ...common,
      headline: { by: 'custodian', observation: standing.published },
      difference: standing.role === 'reconstruction' ? standing.difference : null,
    }
  return { ...common, headline: ours.value === null ? null : { by: 'computed', value: ours.value }, difference: null }
}

type Asked = { readonly made: Made; readonly groups: Groups; readonly scheme: Scheme }

const figuresOf = (ask: GroupAsk, { made, groups, scheme }: Asked, asOf: Day, composed: Composed): GroupFigures => {
  const { rule, aggregator, published } = made
  const theirs = published.get(ask.group) ?? new Map<number, Observation>()
  const years = ask.years ?? [...new Set([...made.years, ...theirs.keys()])].toSorted((a, b) => a - b)
  return {
    selection: ask.selection,
    group: ask.group as AreaCode,
    scheme,
    method: rule?.method ?? null,
    weight: made.weight,
    figures: years.flatMap((year) => {
      const on = membershipDay(year, asOf, composed)
      const own = theirs.get(year)
      if (aggregator === null) return own === undefined ? [] : [figureOf(silent(year), on, own)]
      const composition = groups.composition(ask.group, rule?.regions ?? null, on, asOf)
      return [figureOf(aggregator.figure(composition, year), on, own)]
    }),
  }
}

/** The reading of aggregates, with its own memory of what was made. */
export const aggregating = (memory: Making) => {
  const askedOf = async (db: ReadDb, asks: readonly GroupAsk[], asOf: Day): Promise<readonly (Asked | null)[]> => {
    const groups = await groupsIn(db, asOf)
    const made = await memory(
      db,
      groups,
      asks.map(({ selection }) => selection),
      asOf,
    )
    return asks.map(({ group }, nth) => {
      const scheme = groups.schemeOf(group)
      const one = made[nth]
      return scheme === null || one === undefined ? null : { made: one, groups, scheme }
    })
  }

  /** The figures of each ask, in the order of the asks; null for a group that is none. */
  const aggregatesOf = async (
    db: ReadDb,
    asks: readonly GroupAsk[],
    asOf: Day,
    composed: Composed,
  ): Promise<readonly (GroupFigures | null)[]> =>
    (await askedOf(db, asks, asOf)).map((asked, nth) => {
      const ask = asks[nth]
      return asked === null || ask === undefined ? null : figuresOf(ask, asked, asOf, composed)
    })

  /** One figure with its members; null for a group that is none. Without an explanation nothing is computed here. */
  const explainOf = async (
    db: ReadDb,
    ask: Pick<GroupAsk, 'selection' | 'group'>,
    year: number,
    asOf: Day,
    composed: Composed,
  ): Promise<{
    readonly line: GroupFigures
    readonly figure: GroupFigure | null
    readonly explanation: Explanation | null
  } | null> => {
    const [asked = null] = await askedOf(db, [ask], asOf)
    if (asked === null) return null
    const line = figuresOf({ ...ask, years: [year] }, asked, asOf, composed)
    const on = membershipDay(year, asOf, composed)
    const { rule, aggregator } = asked.made
    const explained = (one: Aggregator): Explanation =>
      one.explain(asked.groups.composition(ask.group, rule?.regions ?? null, on, asOf), year)
    return {
      line,
      figure: line.figures[0] ?? null,
      explanation: aggregator === null ? null : explained(aggregator),
    }
  }

  /** The members of each group on a day, each with what was observed of it. For projections, which look at members. */
  const membersOfGroups = async (
    db: ReadDb,
    asks: readonly Pick<GroupAsk, 'selection' | 'group'>[],
    asOf: Day,
    on: Day,
  ): Promise<readonly (readonly GroupMember[])[]> =>
    (await askedOf(db, asks, asOf)).map((asked, nth) => {
      const group = asks[nth]?.group
      if (asked === null || group === undefined) return []
      const { members } = asked.groups.composition(group, null, on, asOf)
      return members.map((code) => ({ code, ...asked.made.member(code) }))
    })

  return { aggregatesOf, explainOf, membersOfGroups }
}

/** What this process has made, kept under the picture of the releases that it was made from. */
export const { aggregatesOf, explainOf, membersOfGroups } = aggregating(making(observedOf))
