import { type Day, decimalLess, type PersonId } from '#kernel'
import { answersOf, type Risk, type WatchNow, watchesOf } from './risk.ts'
import type { Crossing, PartId } from './step.ts'

/** A figure as an observation has it, with the day on which it was public. */
export type WatchedFigure = Crossing & { readonly knownOn: Day }

/** A question that a figure asks about a risk. It is no score: who assesses the risk decides what it means. */
export type Question = {
  readonly part: PartId
  readonly watch: WatchNow
  readonly figure: WatchedFigure
  /** What was answered, and when; null while nobody has. */
  readonly answer: { readonly on: Day; readonly words: string; readonly by: PersonId } | null
}

/** Past the threshold; a figure that stands on it has not crossed. */
export const hasCrossed = ({ direction, threshold }: WatchNow, decimal: string): boolean =>
  /^[^-]*[1-9]/.test(direction === 'above' ? decimalLess(decimal, threshold) : decimalLess(threshold, decimal))

/** The newest year of a path: the one that asks. */
const newest = (figures: readonly WatchedFigure[]): WatchedFigure | undefined =>
  figures.reduce<WatchedFigure | undefined>(
    (last, one) => (last === undefined || one.year > last.year ? one : last),
    undefined,
  )

/** The questions of a risk: for each watch the newest figure, if it is past the threshold. Answered ones stay, with their answer. */
export const questionsOf = (
  risk: Risk,
  figuresOf: (watch: WatchNow) => readonly WatchedFigure[],
): readonly Question[] =>
  watchesOf(risk).flatMap((watch) => {
    const figure = newest(figuresOf(watch))
    if (figure === undefined || !hasCrossed(watch, figure.decimal)) return []
    const said = answersOf(risk).findLast(
      (one) =>
        one.part === watch.part &&
        one.area === figure.area &&
        one.year === figure.year &&
        one.decimal === figure.decimal,
    )
    return [
      {
        part: watch.part,
        watch,
        figure,
        answer: said === undefined ? null : { on: said.on, words: said.reason, by: said.by },
      },
    ]
  })
