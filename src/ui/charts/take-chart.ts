import type { z } from 'zod'
import { type Absent, type Ask, isolated, type Params, type Route, take, taken } from '#platform'
import { pngOf } from './png.ts'

/** A chart that leaves the page: a drawing on its own, and what its file is called without its ending. */
export type TakenChart = { readonly kind: 'chart'; readonly name: string; readonly svg: string }

export const takenChart = (name: string, svg: string): TakenChart => ({ kind: 'chart', name, svg })

/** The routes of a chart to take: `/a/chart` gives `/a/chart.svg` and `/a/chart.png`, the same drawing. */
export const takeChart = <Shape extends z.ZodRawShape = Record<never, never>>(route: {
  /** Without an ending. */
  path: string
  may: string
  asks?: z.ZodObject<Shape>
  load: (ask: Ask, params: Params, asks: z.infer<z.ZodObject<Shape>>) => Promise<TakenChart | Absent | null>
}): readonly Route[] => [
  take({
    ...route,
    path: `${route.path}.svg`,
    load: async (ask, params, asks) => {
      const chart = await route.load(ask, params, asks)
      return chart?.kind === 'chart' ? taken('image/svg+xml', `${chart.name}.svg`, chart.svg) : chart
    },
  }),
  take({
    ...route,
    path: `${route.path}.png`,
    load: async (ask, params, asks) => {
      const chart = await route.load(ask, params, asks)
      if (chart?.kind !== 'chart') return chart
      return taken('image/png', `${chart.name}.png`, await pngOf(isolated(ask.language, chart.svg)))
    },
  }),
]
