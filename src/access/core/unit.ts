import type { UnitCode, Words } from '#kernel'

export const unitSorts = ['sector', 'secretariat', 'advisory', 'office', 'organ', 'group'] as const
type UnitSort = (typeof unitSorts)[number]

/** A unit of the organization: what it stands below, whom it serves, whom it advises, and, for a group, who is in it (S1). */
export type Unit = {
  readonly code: UnitCode
  readonly names: Words
  readonly short: string | null
  readonly sort: UnitSort
  readonly under: UnitCode | null
  readonly serves: readonly UnitCode[]
  readonly advises: readonly UnitCode[]
  readonly members: readonly UnitCode[]
}
