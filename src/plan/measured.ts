import { z } from 'zod'
import type { Look } from '#platform'
import { type Edition, type Element, type Indexed, kindOf } from './core/index.ts'
import type { Chosen, Measured } from './core/measured.ts'
import { economyOrders } from './core/measured-economies.ts'

const word = z.string().max(120)

/** What may follow the question mark of a measured element's page: the address is the state of the page. */
export const chosenAsks = z.object({
  measure: word.optional(),
  breakdown: word.optional(),
  benchmark: word.optional(),
  sort: z.enum(economyOrders).optional(),
})

/** What the statistics say about a target or an indicator on the day asked; null for elements of other roles. */
export const measuredOf = async (
  _look: Look,
  ix: Indexed,
  _edition: Edition,
  element: Element,
  _chosen: Chosen,
): Promise<Measured | null> => {
  const { role } = kindOf(ix, element)
  if (role !== 'target' && role !== 'indicator') return null
  return null
}
