import type { UnitCode, Words } from '#kernel'
import { type EntryId, type Indexed, partsOf, pathOf } from '#plan/core'
import type { ReadDb } from '#platform'
import type { Naming } from '#risks/core'
import { editionName, planInForce } from './neighbours/plan.ts'

/** Names of units and elements, as the plan in force has them. What it does not know is called by its code. */
export type Names = Naming & {
  readonly units: readonly { readonly code: UnitCode; readonly names: Words }[]
  readonly ix: Indexed | null
  /** Its edition, as people write it. */
  readonly edition: (entry: EntryId) => string
  /** The page of an element; null for one that is no more. */
  readonly pathOf: (entry: EntryId) => string | null
}

export const namesIn = (ix: Indexed | null): Names => {
  const units = ix?.plan.organisation.units ?? []
  const byCode = new Map(units.map((unit) => [unit.code, unit.names]))
  return {
    ix,
    units: units.map(({ code, names }) => ({ code, names })),
    unit: (code) => byCode.get(code) ?? { en: code },
    element: (entry) => {
      const element = ix?.elements.get(entry)
      return element === undefined
        ? { names: { en: partsOf(entry).id }, number: null }
        : { names: element.title, number: element.number }
    },
    edition: (entry) => editionName({ code: partsOf(entry).edition }),
    pathOf: (entry) => {
      const element = ix?.elements.get(entry)
      return ix === null || element === undefined ? null : pathOf(ix, element)
    },
  }
}

export const namingOf = async (db: ReadDb): Promise<Names> => namesIn((await planInForce(db))?.ix ?? null)
