import type { Day } from '#kernel'
import type { Element } from './element.ts'
import type { EditionCode, ElementId } from './ids.ts'
import { elementAt, entryOfElement, type Indexed, type JoinedRow } from './indexed.ts'
import type { CrosswalkRow, Edition, Plan } from './plan.ts'

/** One step of an element through a crosswalk: the row, and the elements at its other end. */
export type Step = { readonly edition: EditionCode; readonly row: CrosswalkRow; readonly elements: readonly Element[] }

const stepTo = (ix: Indexed, edition: EditionCode, ids: readonly ElementId[], row: CrosswalkRow): Step => ({
  edition,
  row,
  elements: ids.flatMap((id) => elementAt(ix, edition, id) ?? []),
})

/** What became of it in the next edition: dropped when the step has no elements, empty when no crosswalk leaves its edition. */
export const becameOf = (ix: Indexed, element: Element): readonly Step[] =>
  (ix.leaving.get(entryOfElement(element)) ?? []).map(({ to, row }) => stepTo(ix, to, row.to, row))

/** Where it comes from: new when the step has no elements, empty when no crosswalk arrives at its edition. */
export const cameFrom = (ix: Indexed, element: Element): readonly Step[] =>
  (ix.arriving.get(entryOfElement(element)) ?? []).map(({ from, row }) => stepTo(ix, from, row.from, row))

/** The rows of the crosswalks in which it stands. */
export const rowsOf = (ix: Indexed, element: Element): readonly JoinedRow[] => [
  ...(ix.arriving.get(entryOfElement(element)) ?? []),
  ...(ix.leaving.get(entryOfElement(element)) ?? []),
]

/** What an id was used for over time, an element for each edition that has it, in the order of the editions. */
export const usesOfId = (ix: Indexed, id: ElementId): readonly Element[] =>
  ix.plan.editions.flatMap((edition) => elementAt(ix, edition.code, id) ?? [])

/** Whether a number names two different things over time: then its address without an edition answers with the choice. */
export const isAmbiguous = (ix: Indexed, id: ElementId): boolean =>
  new Set(usesOfId(ix, id).map((element) => `${element.kind} ${element.concept}`)).size > 1

export type KnownEditions = {
  /** Known on that day. */
  readonly known: readonly Edition[]
  /** Of unknown day: shown, and said. */
  readonly undated: readonly Edition[]
  /** Not there yet. */
  readonly later: readonly Edition[]
}

/** Which editions exist for a page as of a day. An edition without a known day is not guessed at. */
export const editionsKnownOn = (plan: Plan, day: Day): KnownEditions => ({
  known: plan.editions.filter(({ knownOn }) => knownOn !== null && knownOn <= day),
  undated: plan.editions.filter(({ knownOn }) => knownOn === null),
  later: plan.editions.filter(({ knownOn }) => knownOn !== null && knownOn > day),
})

/** Whether an edition is there as of a day; one of unknown day is. */
export const isThereOn = (edition: Edition, day: Day): boolean => edition.knownOn === null || edition.knownOn <= day

/** The editions that are there as of a day, the one that is shown first ahead of the others. */
export const editionsOn = ({ editions, firstShown }: Plan, day: Day): readonly Edition[] =>
  editions
    .filter((one) => isThereOn(one, day))
    .toSorted((a, b) => Number(b.code === firstShown) - Number(a.code === firstShown))
