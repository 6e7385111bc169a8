import type { z } from 'zod'
import { type Absent, type Ask, type Going, type Params, type Route, take } from '../route.ts'
import { type FileKind, fileKinds, fileOf } from './file.ts'
import type { TakeAway } from './table.ts'

/**
 * The routes of a table that leaves in every kind: `/series/series` gives `/series/series.csv`, `.xlsx`, `.json`, `.ndjson`, each
 * the same rows. One that `streams` is never in memory.
 */
export const takeTable = <Shape extends z.ZodRawShape = Record<never, never>>(route: {
  /** Without an ending. */
  path: string
  may: string
  asks?: z.ZodObject<Shape>
  streams?: boolean
  kinds?: readonly FileKind[]
  load: (
    ask: Ask,
    params: Params,
    asks: z.infer<z.ZodObject<Shape>>,
    kind: FileKind,
  ) => Promise<TakeAway | Absent | Going | null>
}): readonly Route[] =>
  (route.kinds ?? fileKinds).map((kind) =>
    take({
      ...route,
      path: `${route.path}.${kind}`,
      load: async (ask, params, asks) => {
        const loaded = await route.load(ask, params, asks, kind)
        return loaded === null || 'kind' in loaded ? loaded : fileOf(kind, loaded, ask)
      },
    }),
  )
