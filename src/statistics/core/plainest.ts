import { codesOf, total } from './selection.ts'

type Counted = { readonly breakdown: string; readonly economies: number; readonly observations: number }

const parts = (breakdown: string): number =>
  Object.values(codesOf(breakdown) ?? {}).filter((code) => code !== total).length

/** The breakdown that a page shows when none is asked for: about as many people as possible, then the fullest one. */
export const plainestOf = <One extends Counted>(breakdowns: readonly One[]): One | null =>
  breakdowns.toSorted(
    (one, other) =>
      parts(one.breakdown) - parts(other.breakdown) ||
      other.economies - one.economies ||
      other.observations - one.observations ||
      (one.breakdown < other.breakdown ? -1 : 1),
  )[0] ?? null
