import type { Day } from '#kernel'
import {
  becameOf,
  cameFrom,
  type EntryId,
  elementAt,
  entryOfElement,
  type Indexed,
  isThereOn,
  partsOf,
} from '#plan/core'

/** An element and everything that it came from and became, along the crosswalks, itself first. */
export const kinOf = (ix: Indexed, entry: EntryId): readonly EntryId[] => {
  const found = new Set<EntryId>([entry])
  const follow = (from: EntryId, step: typeof becameOf): void => {
    const { edition, id } = partsOf(from)
    const element = elementAt(ix, edition, id)
    if (element === null) return
    for (const { elements } of step(ix, element))
      for (const one of elements) {
        const next = entryOfElement(one)
        if (found.has(next)) continue
        found.add(next)
        follow(next, step)
      }
  }
  follow(entry, becameOf)
  follow(entry, cameFrom)
  return [...found]
}

/** The element, or what it became, in the edition that is shown first on that day; itself where it went nowhere. */
export const carriedTo = (ix: Indexed, day: Day) => {
  const first = ix.editions.get(ix.plan.firstShown)
  const shown = first !== undefined && isThereOn(first, day) ? ix.plan.firstShown : ix.plan.inForce
  return (entry: EntryId): readonly EntryId[] => {
    const kin = kinOf(ix, entry).filter((one) => partsOf(one).edition === shown)
    return kin.length === 0 ? [entry] : kin
  }
}
