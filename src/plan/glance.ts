import { type Absent, type Ask, absent, notUnderstood, type PartShow, type Show } from '#platform'
import type { Area, Source } from '#statistics/core'
import { nearEdition, pathOf, tailOf } from './core/address.ts'
import { type BenchmarkKind, benchmarkKinds } from './core/benchmark.ts'
import type { Element } from './core/element.ts'
import { editionFor, type Glance, glanceOf } from './core/glance.ts'
import { selectionsOf } from './core/glance-figures.ts'
import { entryOfElement, type Indexed, isShown, measuresUnder, ofRole } from './core/indexed.ts'
import type { Measure } from './core/measure.ts'
import type { Edition, Plan } from './core/plan.ts'
import { areaAsked, type GlanceAreas, glanceAreas } from './glance-areas.ts'
import { figuresFor } from './glance-figures.ts'
import { sourcesOf } from './neighbours/statistics.ts'
import { glanceHead, glancePlace, targetLine, targetRow } from './places.ts'
import { notThereYet } from './routes/asked.ts'

/** What follows the question mark of the plan at a glance. */
export type GlanceQuestion = {
  readonly edition?: string | undefined
  readonly goal?: string | undefined
  readonly read?: 'first' | BenchmarkKind | undefined
  /** An economy or a group; the world where there is none. */
  readonly area?: string | undefined
}

/** The plan at a glance, read: with the plan that it is of, whose the figures are, and what other features add to a row. */
export type GlanceRead = {
  readonly ix: Indexed
  readonly glance: Glance
  readonly sources: readonly Source[]
  /** Whom it is about; null: the world. */
  readonly area: Area | null
  readonly areas: GlanceAreas
  readonly cells: ReadonlyMap<string, readonly PartShow[]>
  /** What they draw in place of the plan's own small line. */
  readonly lines: ReadonlyMap<string, readonly Show[]>
  /** One short sentence each about all targets together, for the heading. */
  readonly head: readonly Show[]
  /** What other features know about all targets together. */
  readonly together: readonly Show[]
}

export const glanceReads = ['first', ...benchmarkKinds] as const

/** The measures that rows show: of each target the one that is marked, else all of its series. */
export const measuresShown = (ix: Indexed, edition: Edition): readonly Measure[] =>
  ofRole(ix, edition.code, 'target').flatMap((target) => {
    const all = measuresUnder(ix, target)
    const shown = all.filter(isShown)
    return shown.length === 0 ? all : shown
  })

const nearEditions = ({ editions }: Plan) => editions.map(nearEdition)

const editionAsked = (ix: Indexed, look: Ask, text: string | undefined): Edition | Absent => {
  if (text === undefined)
    return editionFor(ix, look.asOf) ?? absent('plan.glance.noEditionThen', { day: look.asOf }, nearEditions(ix.plan))
  const found = ix.plan.editions.find(({ code }) => code === text)
  if (found === undefined)
    return notUnderstood('ui.parameterNotUnderstood', { parameter: 'edition', value: text }, nearEditions(ix.plan))
  return found
}

const isEdition = (found: Edition | Absent): found is Edition => 'elements' in found

/** The word for a goal in an address: what follows the slash of its id. */
export const goalWord = (goal: Element): string => tailOf(goal.id) ?? goal.id

/** Reads the plan at a glance as of a day; says what was not understood, and that an edition was not there yet. */
export const readGlance = async (look: Ask, ix: Indexed, question: GlanceQuestion): Promise<GlanceRead | Absent> => {
  const edition = editionAsked(ix, look, question.edition)
  if (!isEdition(edition)) return edition
  const early = notThereYet(ix, edition, look)
  if (early !== null) return early
  const goals = ofRole(ix, edition.code, 'goal')
  const goal = question.goal === undefined ? null : (goals.find((one) => goalWord(one) === question.goal) ?? undefined)
  if (goal === undefined)
    return notUnderstood(
      'ui.parameterNotUnderstood',
      { parameter: 'goal', value: question.goal ?? '' },
      goals.map((one) => ({ to: pathOf(ix, one), words: one.title })),
    )
  const areas = await glanceAreas(look)
  const area = areaAsked(areas, question.area, look)
  if (area?.kind === 'absent') return area
  const measures = measuresShown(ix, edition)
  const series = [...new Set(selectionsOf(measures).map((one) => one.series))]
  const targets = ofRole(ix, edition.code, 'target').map(entryOfElement)
  const [sources, cells, lines, head, together] = await Promise.all([
    sourcesOf(look.db, series, look.asOf),
    look.panels(targetRow, targets),
    look.panels(targetLine, targets),
    look.panels(glanceHead, [edition.code]),
    look.panels(glancePlace, [edition.code]),
  ])
  const figures = await figuresFor(look, measures, sources, area?.code ?? null)
  const asked = { edition, goal, read: question.read ?? 'first', asOf: look.asOf }
  return {
    ix,
    glance: glanceOf(ix, figures, asked),
    sources,
    area,
    areas,
    cells,
    lines,
    head: head.get(edition.code) ?? [],
    together: together.get(edition.code) ?? [],
  }
}
