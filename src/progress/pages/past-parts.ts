import type { Words } from '#kernel'
import type { Area } from '#statistics/core'
import type { NamedGroup } from '../calibrated-names.ts'
import type { Outcome } from '../core/index.ts'
import type { Past } from '../past-kept.ts'

export type PastProps = Past & {
  /** Those of the chosen origin. */
  readonly made: readonly Outcome[]
  readonly years: readonly number[]
  /** What came in this year is shown for all. */
  readonly year: number
  /** Whose line is drawn. */
  readonly area: string
  readonly areas: ReadonlyMap<string, Area>
  readonly groupName: (group: string) => NamedGroup
}

/** The address of a choice; what is not said stays as the page has it. */
export const pastAddress = (
  { indicator, origin }: Pick<Past, 'indicator' | 'origin'>,
  but: Readonly<Record<string, string>> = {},
): string => `/methods/past?${new URLSearchParams({ indicator, from: String(origin), ...but })}`

/** Words for whoever an outcome is about. */
export const namesOf = (
  { areas, groupName }: Pick<PastProps, 'areas' | 'groupName'>,
  code: string,
  isGroup: boolean,
): Words => (isGroup ? groupName(code).names : (areas.get(code)?.names ?? { en: code }))

/** The world as a calibration names it. */
export const world = 'WLD'
