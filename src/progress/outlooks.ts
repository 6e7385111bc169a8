import type { Day } from '#kernel'
import { benchmarksFor, type Element, type ElementId, type Indexed } from '#plan/core'
import type { ReadDb } from '#platform'
import { type Answer, assessAll } from './assessing.ts'
import type { Ask } from './bases.ts'
import type { Standing } from './calibrations.ts'
import { bandStandingOf, universalFrom } from './core/index.ts'
import { seriesOf } from './neighbours/statistics.ts'
import type { Asked, Outlook, Outlooks } from './outlook.ts'
import { openOf, seriesAsked } from './outlooks-open.ts'

export { measuresFor } from './outlooks-open.ts'

/** Of each element of one edition what is to be said of it in an area. */
export type OutlooksIn = ReadonlyMap<ElementId, Outlooks>

/** Whether the bands for universal connectivity are a rule for it: the edge of the top one is held against it. */
const isBanded = (ix: Indexed, element: Element): boolean =>
  benchmarksFor(ix, element).some(
    ({ kind, asks }) => kind === 'companion' && asks?.comparator === 'at-least' && asks.value === universalFrom,
  )

const answered = (ix: Indexed, outlook: Outlook, answer: Answer | null): Outlook => {
  const latest = answer?.assessment.latest ?? null
  const isShare = answer?.question.unit === 'percent'
  const band = isShare && latest !== null && isBanded(ix, outlook.element) ? bandStandingOf(latest.value) : null
  return { ...outlook, answer, band }
}

/**
 * What is to be said of each element for each area, as known on a day: one outlook per benchmark, the default first, then gaps, and a
 * typed one last where something was typed. Elements are targets and indicators of one edition; an indicator is held against the
 * benchmarks of its target. An area is an economy, a group (`scheme/code`) or `world`. Null without a calibration.
 */
export const outlooksEverywhere = async (
  db: ReadDb,
  ix: Indexed,
  elements: readonly Element[],
  areas: readonly string[],
  asOf: Day,
  asked: Asked = {},
): Promise<{ readonly calibration: Standing; readonly outlooks: ReadonlyMap<string, OutlooksIn> } | null> => {
  const series = await seriesOf(db, seriesAsked(ix, elements), asOf)
  const open = elements.map((element) => ({ element, all: openOf(ix, element, series, asOf, asked) }))
  const inAreas = areas.map((area) => ({
    area,
    own: open.map(({ element, all }) => ({
      element,
      all: all.map(({ outlook, ask }) => ({ outlook, ask: ask === null ? null : { ...ask, area } })),
    })),
  }))
  const asks = inAreas.flatMap(({ own }) =>
    own.flatMap(({ all }) => all.flatMap(({ ask }): readonly Ask[] => (ask === null ? [] : [ask]))),
  )
  const read = await assessAll(db, asks, asOf)
  if (read === null) return null
  const answerOf = new Map(read.answers.map((one) => [one.ask, one]))
  const outlooks = inAreas.map(({ area, own }) => {
    const of = own.flatMap(({ element, all }) => {
      const [first, ...others] = all.map(({ outlook, ask }) =>
        answered(ix, outlook, ask === null ? null : (answerOf.get(ask) ?? null)),
      )
      return first === undefined ? [] : [[element.id, [first, ...others]] as const]
    })
    return [area, new Map<ElementId, Outlooks>(of)] as const
  })
  return { calibration: read.calibration, outlooks: new Map(outlooks) }
}

/** The same for one area. */
export const outlooksOf = async (
  db: ReadDb,
  ix: Indexed,
  elements: readonly Element[],
  area: string,
  asOf: Day,
  asked: Asked = {},
): Promise<{ readonly calibration: Standing; readonly outlooks: OutlooksIn } | null> => {
  const read = await outlooksEverywhere(db, ix, elements, [area], asOf, asked)
  return read === null ? null : { calibration: read.calibration, outlooks: read.outlooks.get(area) ?? new Map() }
}
