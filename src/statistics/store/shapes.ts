import { type ReadDb, sql, text } from '#platform'

/** A shape of a map as it was loaded: the code of an area, or of land that is none of the list. */
export type Shape = { readonly code: string; readonly dataset: string; readonly geometry: unknown }

/** The shapes of a load of reference data, in the order of their file. */
export const shapesOf = (db: ReadDb, reference: number): Promise<readonly Shape[]> =>
  db.all(
    sql`-- statistics.shapesOf
      select code, dataset, geometry::text from statistics.shape where reference = ${reference} order by position`,
    (row) => ({ code: text(row, 'code'), dataset: text(row, 'dataset'), geometry: JSON.parse(text(row, 'geometry')) }),
  )
