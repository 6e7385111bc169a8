import type { Day } from '#kernel'
import { type BenchmarkKind, benchmarkKinds } from './benchmark.ts'
import type { Element } from './element.ts'
import { type GlanceFigures, isComputed, lineFrom } from './glance-figures.ts'
import { type GlanceRow, type Obstacle, type ReadAs, rowOf } from './glance-row.ts'
import { isThereOn } from './history.ts'
import type { EditionCode } from './ids.ts'
import { ancestorsOf, benchmarksOf, childrenOf, type Indexed, kindOf, ofRole } from './indexed.ts'
import type { NoSeriesReason } from './measure.ts'
import { type MoneyLine, type MoneyTable, moneyTableOf, type SumCheck } from './money.ts'
import type { Edition } from './plan.ts'

/** The targets of a goal; null for those that stand under none. */
export type GlanceGroup = {
  readonly goal: Element | null
  readonly rows: readonly GlanceRow[]
  readonly indicators: number
  readonly bracketed: number
}

/** A vision, a mission, and what is proposed in its place. */
export type GlanceStatement = { readonly element: Element; readonly alternatives: readonly Element[] }

export type GlancePriority = {
  readonly element: Element
  readonly outcomes: readonly Element[]
  /** Its line in the printed table of money, joined by its letter. */
  readonly money: MoneyLine | null
}

/** Why targets have no figure: the main reason of each, counted. */
export type Because = NoSeriesReason | 'not-known-then' | 'not-measured'

export type Tally = {
  readonly targets: number
  /** The years by which they ask. */
  readonly years: readonly [number, number] | null
  readonly world: number
  /** How many of these are computed here: no custodian publishes one. */
  readonly computed: number
  readonly economies: number
  readonly without: number
  readonly tooOld: number
  /** For how many the text itself prints a number. */
  readonly printed: number
  readonly because: readonly { readonly why: Because; readonly count: number }[]
}

export type Glance = {
  readonly edition: Edition
  /** The editions that are there on the day asked, this one among them. */
  readonly editions: readonly Edition[]
  readonly read: ReadAs
  /** The kinds of benchmark that this edition's targets have. */
  readonly reads: readonly BenchmarkKind[]
  readonly goal: Element | null
  readonly goals: readonly Element[]
  readonly groups: readonly GlanceGroup[]
  readonly tally: Tally
  readonly statements: readonly GlanceStatement[]
  readonly priorities: readonly GlancePriority[]
  readonly money: MoneyTable | null
}

export type GlanceAsk = {
  readonly edition: Edition
  readonly goal: Element | null
  readonly read: ReadAs
  readonly asOf: Day
}

/** The edition that a glance shows when none is asked for: the first shown, else the one in force, else any that is there. */
export const editionFor = (ix: Indexed, asOf: Day): Edition | null => {
  const there = ix.plan.editions.filter((one) => isThereOn(one, asOf))
  const byCode = (code: EditionCode): Edition | undefined => there.find((one) => one.code === code)
  return byCode(ix.plan.firstShown) ?? byCode(ix.plan.inForce) ?? there[0] ?? null
}

/** The goal that a target stands under; null for one that stands under none. */
export const goalOf = (ix: Indexed, target: Element): Element | null =>
  ancestorsOf(ix, target).findLast((one) => kindOf(ix, one).role === 'goal') ?? null

const groupsOf = (ix: Indexed, figures: GlanceFigures, ask: GlanceAsk): readonly GlanceGroup[] => {
  const { edition, goal, read, asOf } = ask
  const targets = ofRole(ix, edition.code, 'target')
  const goals = [...ofRole(ix, edition.code, 'goal'), null]
  return goals
    .filter((one) => goal === null || one === goal)
    .map((one) => {
      const rows = targets
        .filter((target) => goalOf(ix, target) === one)
        .map((target) => rowOf(ix, target, figures, read, Number(asOf.slice(0, 4))))
      const indicators = rows.flatMap((row) => row.indicators)
      return {
        goal: one,
        rows,
        indicators: indicators.length,
        bracketed: indicators.filter(({ agreement }) => agreement === 'bracketed').length,
      }
    })
    .filter(({ rows }) => rows.length > 0)
}

/** First and last year of the small lines of an edition, the same in all its rows: they reach its deadlines, and the day of reading. */
export const lineYears = (ix: Indexed, edition: EditionCode, today: Day): readonly [number, number] => [
  lineFrom,
  Math.max(
    Number(today.slice(0, 4)),
    ...ofRole(ix, edition, 'target').flatMap(({ quantity }) => (quantity === null ? [] : [quantity.deadlineYear])),
  ),
]

const becauseOf = (obstacles: readonly Obstacle[]): Because | null => {
  const [first] = obstacles
  if (first === undefined) return null
  if (first.kind === 'no-series') return first.reasons[0] ?? 'not-measured'
  return first.kind === 'not-known-then' || first.kind === 'not-measured' ? first.kind : null
}

export const tallyOf = (ix: Indexed, rows: readonly GlanceRow[]): Tally => {
  const years = rows.flatMap(({ target }) => (target.quantity === null ? [] : [target.quantity.deadlineYear]))
  const without = rows.filter(({ latest }) => latest === null)
  const because = Map.groupBy(without, ({ obstacles }) => becauseOf(obstacles) ?? 'not-measured')
  return {
    targets: rows.length,
    years: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
    world: rows.filter(({ latest }) => latest?.kind === 'world').length,
    computed: rows.filter(({ latest }) => latest?.kind === 'world' && isComputed(latest.last)).length,
    economies: rows.filter(({ latest }) => latest?.kind === 'economies').length,
    without: without.length,
    tooOld: rows.filter(({ obstacles }) => obstacles.some(({ kind }) => kind === 'too-old')).length,
    printed: rows.filter(({ target }) =>
      benchmarksOf(ix, target).some(({ kind, asks }) => kind === 'text' && asks !== null),
    ).length,
    because: [...because].map(([why, some]) => ({ why, count: some.length })).toSorted((a, b) => b.count - a.count),
  }
}

const prioritiesOf = (ix: Indexed, edition: EditionCode, money: MoneyTable | null): readonly GlancePriority[] =>
  ofRole(ix, edition, 'priority').map((element) => ({
    element,
    outcomes: childrenOf(ix, element).filter((one) => kindOf(ix, one).role === 'outcome'),
    money: money?.lines.find((line) => element.letter !== null && line.element.number === element.letter) ?? null,
  }))

/** Whether a printed sum is that of its parts, differs by what rounding can make, or differs. `parts` is how many were added. */
export const checkWord = ({ difference }: SumCheck, parts: number): 'adds-up' | 'rounding' | 'differs' => {
  if (difference === 0) return 'adds-up'
  return Math.abs(difference) <= (parts + 1) / 2 ? 'rounding' : 'differs'
}

/** The whole plan as one page shows it. */
export const glanceOf = (ix: Indexed, figures: GlanceFigures, ask: GlanceAsk): Glance => {
  const { edition, goal, read, asOf } = ask
  const groups = groupsOf(ix, figures, ask)
  const money = moneyTableOf(ix, edition.code)
  const targets = ofRole(ix, edition.code, 'target')
  const kinds = new Set(targets.flatMap((one) => benchmarksOf(ix, one).map(({ kind }) => kind)))
  return {
    edition,
    editions: ix.plan.editions.filter((one) => isThereOn(one, asOf)),
    read,
    reads: benchmarkKinds.filter((kind) => kinds.has(kind)),
    goal,
    goals: ofRole(ix, edition.code, 'goal'),
    groups,
    tally: tallyOf(
      ix,
      groups.flatMap(({ rows }) => rows),
    ),
    statements: ofRole(ix, edition.code, 'statement').map((element) => ({
      element,
      alternatives: childrenOf(ix, element).filter((one) => kindOf(ix, one).role === 'alternative'),
    })),
    priorities: prioritiesOf(ix, edition.code, money),
    money,
  }
}
