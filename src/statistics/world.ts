import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import type { Dataset } from '#statistics/core'
import { type Geometry, type World, worldOf } from '#ui'
import { areasOf } from './store/areas.ts'
import { type ReferenceOn, referenceOn } from './store/reference.ts'
import { datasets } from './store/series.ts'
import { shapesOf } from './store/shapes.ts'

/** The map of the world that the content brings, drawn once, and whose shapes it has. */
export type DrawnWorld = { readonly world: World; readonly source: Dataset | null }

/** Drawn once for a load: several databases in one process each have their own. */
const drawn = new Map<string, DrawnWorld | null>()

const draw = async (db: ReadDb, { id }: ReferenceOn): Promise<DrawnWorld | null> => {
  const shapes = await shapesOf(db, id)
  if (shapes.length === 0) return null
  const areas = await areasOf(db, null)
  const world = worldOf(
    shapes.map(({ code, geometry }) => ({ code: areas.has(code) ? code : null, geometry: geometry as Geometry })),
  )
  const source = (await datasets(db)).find(({ code }) => code === shapes[0]?.dataset) ?? null
  return { world, source }
}

/** The map in the reference data of a day; null where the content brings no shapes. */
export const drawnWorld = async (db: ReadDb, asOf: Day): Promise<DrawnWorld | null> => {
  const reference = await referenceOn(db, asOf)
  const standing = drawn.get(reference.picture)
  if (standing !== undefined) return standing
  const made = await draw(db, reference)
  if (drawn.size > 3) drawn.delete(drawn.keys().next().value ?? '')
  drawn.set(reference.picture, made)
  return made
}
