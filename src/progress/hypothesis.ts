import type { Day } from '#kernel'
import {
  type Edition,
  type Element,
  type Indexed,
  isSeries,
  pathOf,
  type SelectionChoice,
  selectionsOf,
} from '#plan/core'
import type { Look } from '#platform'
import { type Area, type Selection, type Series, selectionKey } from '#statistics/core'
import { type Apart, apartOf, areasApart } from './apart.ts'
import { type AreasIn, areaFor, areasIn } from './areas.ts'
import { world } from './bases.ts'
import type { Standing } from './calibrations.ts'
import { type NumberFault, numberTyped, onScale, type Typed, type YearFault, yearTyped } from './core/index.ts'
import { seriesOf } from './neighbours/statistics.ts'
import { otherDeadlines } from './others.ts'
import type { Outlook, Outlooks } from './outlook.ts'
import { measuresFor, outlooksOf } from './outlooks.ts'
import { type Everywhere, everywhere, groupAround, latestFrom, type Where, whereOf } from './where.ts'

/** What follows the question mark, to the letter. */
export type Question = {
  readonly area?: string | undefined
  readonly number?: string | undefined
  readonly by?: string | undefined
  readonly line?: string | undefined
}

/** One line that an element can be asked about. */
export type LineChoice = SelectionChoice & { readonly measure: string; readonly key: string }

/** A target or indicator held against whatever a reader typed, for any area: what a page of it needs. */
export type Hypothesis = {
  readonly ix: Indexed
  readonly edition: Edition
  readonly element: Element
  /** Without a language: `/outlook/2028-2031/targets/2.1`. */
  readonly path: string
  readonly question: Question
  readonly areas: AreasIn
  /** The code, or `world`. */
  readonly area: string
  /** Where the text names no area: those that were likely meant. The world is shown in its place. */
  readonly noArea: { readonly text: string; readonly nearest: readonly Area[] } | null
  readonly lines: readonly LineChoice[]
  /** Null: nothing measures it. */
  readonly line: LineChoice | null
  /** The line that the text asks for is none. */
  readonly noLine: string | null
  readonly number: Typed<NumberFault>
  readonly by: Typed<YearFault>
  readonly calibration: Standing
  readonly outlooks: Outlooks
  /** What the page is about: what was typed, else the default. */
  readonly shown: Outlook
  /** The deadline of the same line in the other edition, where it goes on. */
  readonly others: ReturnType<typeof otherDeadlines>
  readonly series: Series | null
  readonly everywhere: Everywhere | null
  readonly where: Where | null
  readonly apart: readonly Apart[]
}

export const outlookPath = (ix: Indexed, element: Element): string =>
  pathOf(ix, element).replace(/^\/editions\//, '/outlook/')

const linesOf = (ix: Indexed, element: Element): readonly LineChoice[] => {
  const lines = measuresFor(ix, element).flatMap((measure) =>
    isSeries(measure)
      ? selectionsOf(measure).map((one) => ({ ...one, measure: measure.id, key: selectionKey(one.selection) }))
      : [],
  )
  // The same line under two measures is one choice.
  return lines.filter(({ key }, at) => lines.findIndex((one) => one.key === key) === at)
}

/** What was typed, else the default of the line: a typed number, a map of economies and missing people are of a line, never of a gap. */
const ofLine = (all: Outlooks): Outlook =>
  all.find(({ held }) => held === 'typed') ?? all.find(({ gap }) => gap === null) ?? all[0]

const typedValue = (typed: Typed<unknown>): number | undefined => (typed.kind === 'value' ? typed.value : undefined)

const definitionOf = async ({ db, asOf }: Look, selection: Selection | undefined): Promise<Series | null> =>
  selection === undefined ? null : ((await seriesOf(db, [selection.series], asOf)).get(selection.series) ?? null)

/** The area, the line and the typed values that a question names; what it does not understand is kept with its fault. */
const understood = (ix: Indexed, element: Element, question: Question, areas: AreasIn, asOf: Day) => {
  const found = areaFor(question.area ?? '', areas)
  const lines = linesOf(ix, element)
  const line = lines.find(({ key }) => key === question.line) ?? lines[0] ?? null
  return {
    area: found.kind === 'area' ? found.code : world,
    noArea: found.kind === 'area' ? null : { text: question.area ?? '', nearest: found.nearest },
    lines,
    line,
    noLine: question.line === undefined || line?.key === question.line ? null : question.line,
    number: numberTyped(question.number ?? ''),
    by: yearTyped(question.by ?? '', Number(asOf.slice(0, 4))),
  }
}

/** Only what is typed well is asked; the plan's own benchmarks are asked in any case. */
const answered = async (look: Look, ix: Indexed, element: Element, asked: ReturnType<typeof understood>) => {
  const { area, line, number, by } = asked
  const { db, asOf } = look
  const chosen = line === null ? {} : { measure: line.measure, selection: line.selection }
  const typed = { value: typedValue(number), by: typedValue(by) }
  const read = await outlooksOf(db, ix, [element], area, asOf, { ...chosen, ...typed })
  const outlooks = read?.outlooks.get(element.id)
  return read === null || outlooks === undefined ? null : { calibration: read.calibration, outlooks }
}

/** The whole outlook of an element; null before any calibration. */
export const hypothesisOf = async (
  look: Look,
  ix: Indexed,
  edition: Edition,
  element: Element,
  question: Question,
): Promise<Hypothesis | null> => {
  const { db, asOf } = look
  const areas = await areasIn(db, asOf)
  const first = understood(ix, element, question, areas, asOf)
  const tried = await answered(look, ix, element, first)
  if (tried === null) return null
  const usual = ofLine(tried.outlooks)
  // A typed number is held against the scale of the line itself.
  const asked = { ...first, number: onScale(first.number, usual.answer?.question.unit ?? 'unknown') }
  const isLess = asked.number.kind !== first.number.kind
  const { calibration, outlooks } = (isLess ? await answered(look, ix, element, asked) : null) ?? tried
  const shown = ofLine(outlooks)
  const held = {
    selection: asked.line?.selection ?? { series: '', breakdown: '' },
    target: shown.target,
    wanted: shown.answer?.ask.wanted ?? null,
  }
  const codes = [...areas.lists.flatMap(({ groups }) => groups), ...areas.economies].map(({ code }) => code)
  const all = asked.line === null ? null : await everywhere(db, held, codes, asOf)
  const some = all?.world ?? null
  const measure = measuresFor(ix, element).find(({ id }) => id === asked.line?.measure)
  return {
    ix,
    edition,
    element,
    path: outlookPath(ix, element),
    question,
    areas,
    ...asked,
    calibration,
    outlooks,
    shown,
    others: otherDeadlines(ix, shown),
    series: await definitionOf(look, asked.line?.selection),
    everywhere: all,
    where:
      all === null || some === null
        ? null
        : await whereOf(
            db,
            some.question,
            { selection: held.selection, group: groupAround(asked.area, some.area) },
            latestFrom(all),
            asOf,
          ),
    apart:
      measure === undefined || !isSeries(measure)
        ? []
        : await apartOf(
            db,
            measure,
            areasApart(asked.area),
            typedValue(asked.by) ?? shown.target?.year ?? shown.benchmark?.by ?? null,
            asOf,
          ),
  }
}
